"""Write the deadlines of a summary as an iCalendar file (RFC 5545), with alarms on the morning of three days."""

import datetime as dt
from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import TYPE_CHECKING

from debttree.export.parts import Summary, Term, distinct
from debttree.export.sentences import Sentences
from debttree.locales import Phrases
from debttree.model import Trouble, msg

if TYPE_CHECKING:
    from icalendar import Alarm, Event

_ALARM_DAYS = (3, 1, 0)
"""Days before the last day on which alarms ring."""

_MORNING = dt.timedelta(hours=9)
"""The time of the alarms: offices open, and the day is still ahead."""

_FIRST_SECOND = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)
"""The moment from which SEQUENCE counts seconds; its 32 bits in RFC 5545 last 68 years."""

_SECOND = dt.timedelta(seconds=1)
_GREATEST = 2**31 - 1
_END_OF_TIME = dt.datetime.max.replace(microsecond=0, tzinfo=dt.UTC)


def calendar(summary: Summary, say: Phrases) -> bytes:
    """Return a calendar with one all-day event for each deadline whose last day is known.

    Raises:
        Trouble: there is none.
    """
    return calendars([summary], say)


def calendars(summaries: Iterable[Summary], say: Phrases) -> bytes:
    """Return one calendar of several people's deadlines whose last day is known; each entry begins with a name.

    Args:
        summaries: of the people.
        say: the language.

    Raises:
        Trouble: there is none.
    """
    from icalendar import Calendar  # 100 ms

    events = [event for summary in summaries for event in _events(summary, say)]
    if not events:
        raise Trouble(
            msg("There is no deadline with a date, so there is nothing for a calendar."),
            msg("Give the date of its event: --date DEADLINE=2026-11-23"),
        )
    made = Calendar()
    made.add("prodid", f"-//debttree//debttree//{say.language.upper()}")
    made.add("version", "2.0")
    for event in events:
        made.add_component(event)
    return bytes(made.to_ical())


def _events(summary: Summary, say: Phrases) -> Iterator["Event"]:
    for term in distinct(summary.terms):
        if term.due.keep is not None:
            yield _event(summary, term, term.due.keep, say)


def _event(summary: Summary, term: Term, day: dt.date, say: Phrases) -> "Event":
    from icalendar import Event

    title = say("Last day: {text}", text=term.text)
    if summary.whose:
        title = say("{whose}: {title}", whose=summary.whose, title=title)
    stamp = _stamp(summary)
    event = Event()
    event.add("uid", _uid(summary, term))
    event.add("dtstamp", stamp)
    event.add("sequence", min(max((stamp - _FIRST_SECOND) // _SECOND, 0), _GREATEST))
    event.add("dtstart", day)
    if day < dt.date.max:  # an entry without an end lasts its day
        event.add("dtend", day + dt.timedelta(days=1))
    event.add("summary", title)
    event.add("description", "\n".join(_description(summary, term, say)))
    event.add("transp", "TRANSPARENT")
    if term.due.done is None:
        for alarm in _alarms(day, title, summary.moment):
            event.add_component(alarm)
    return event


def _stamp(summary: Summary) -> dt.datetime:
    """Return when the entry was made; each change of a date makes it a second later, even if the clock stands."""
    made = summary.moment.astimezone(dt.UTC).replace(microsecond=0)
    return made + min(summary.revision * _SECOND, _END_OF_TIME - made)


def _alarms(day: dt.date, title: str, moment: dt.datetime) -> Iterator["Alarm"]:
    """Yield the alarms that are still to ring; for a day that has passed there are none."""
    from icalendar import Alarm

    passed = moment.replace(tzinfo=None) - dt.datetime.combine(day, dt.time())
    for days in _ALARM_DAYS:
        trigger = _MORNING - dt.timedelta(days=days)
        if trigger > passed:
            alarm = Alarm()
            alarm.add("action", "DISPLAY")
            alarm.add("trigger", trigger)
            alarm.add("description", title)
            yield alarm


def _description(summary: Summary, term: Term, say: Phrases) -> Iterator[str]:
    """Yield sentences that stay true whenever they are read: never "days left"."""
    yield from Sentences(say).origin(term.due, term.event, summary.made)
    if term.due.done is not None:
        yield say("Done on {date}.", date=Sentences(say).day(term.due.done))
    caveat = term.due.caveat()
    if caveat is not None:
        yield say.tell(caveat)
    yield term.title
    yield summary.guide.title


def _uid(summary: Summary, term: Term) -> str:
    """Return an id that is the same for the same deadline of the same journey: importing again replaces it."""
    whose = (summary.whose,) if summary.whose else ()
    identity = "\0".join((summary.guide.name, term.due.node, term.due.deadline.id, *whose))
    return f"{sha256(identity.encode()).hexdigest()[:32]}@debttree"

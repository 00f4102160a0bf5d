"""Write the deadlines of a summary as an iCalendar file (RFC 5545), with alarms on the morning of three days.

The calls of one person stand in it as journal entries, which take up no time and ring no alarm.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import TYPE_CHECKING

from debttree.export import call_log
from debttree.export.parts import CallEntry, Summary, Term, distinct
from debttree.export.sentences import Sentences
from debttree.locales import Phrases
from debttree.model import Trouble, msg

if TYPE_CHECKING:
    from icalendar import Alarm, Component, Event, Journal

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
    """Return a calendar with one all-day event for each deadline whose last day is known, and the log of calls.

    Raises:
        Trouble: there is no such deadline.
    """
    return _calendar([*_events(summary, say)], [*_journal(summary, say)], say)


def calendars(summaries: Iterable[Summary], say: Phrases) -> bytes:
    """Return one calendar of several people's deadlines whose last day is known; each entry begins with a name.

    Args:
        summaries: of the people.
        say: the language.

    Raises:
        Trouble: there is none.
    """
    return _calendar([event for summary in summaries for event in _events(summary, say)], [], say)


def _calendar(events: list["Event"], journal: list["Journal"], say: Phrases) -> bytes:
    from icalendar import Calendar  # 100 ms

    if not events:
        raise Trouble(
            msg("There is no deadline with a date, so there is nothing for a calendar."),
            msg("Give the date of its event: --date DEADLINE=2026-11-23"),
        )
    made = Calendar()
    made.add("prodid", f"-//debttree//debttree//{say.language.upper()}")
    made.add("version", "2.0")
    for entry in (*events, *journal):
        made.add_component(entry)
    return bytes(made.to_ical())


def _events(summary: Summary, say: Phrases) -> Iterator["Event"]:
    for term in distinct(summary.terms):
        if term.due.keep is not None:
            yield _event(summary, term, term.due.keep, say)


def _event(summary: Summary, term: Term, day: dt.date, say: Phrases) -> "Event":
    from icalendar import Event

    title = _titled(summary, say("Last day: {text}", text=term.text), say)
    event = Event()
    _identify(event, summary, term.due.node, term.due.deadline.id)
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


def _identify(entry: "Component", summary: Summary, *names: str) -> None:
    """Give an entry the id that it has in every file of the same journey, and say which of two is newer."""
    stamp = _stamp(summary)
    entry.add("uid", _uid(summary, *names))
    entry.add("dtstamp", stamp)
    entry.add("sequence", min(max((stamp - _FIRST_SECOND) // _SECOND, 0), _GREATEST))


def _journal(summary: Summary, say: Phrases) -> Iterator["Journal"]:
    for entry in summary.calls:
        if entry.begun is not None:
            yield _called(summary, entry, entry.begun, say)


def _called(summary: Summary, entry: CallEntry, begun: dt.datetime, say: Phrases) -> "Journal":
    from icalendar import Journal

    title = say("Call: {title}", title=entry.title)
    told = [call_log.heading(say, entry)]
    for answer in entry.answers:
        told += call_log.answered(say, answer)
    told += filter(None, [call_log.ending(say, entry)])
    made = Journal()
    _identify(made, summary, "call", begun.isoformat())
    made.add("dtstart", begun.astimezone(dt.UTC))
    made.add("summary", _titled(summary, title, say))
    made.add("description", "\n".join(told))
    made.add("class", "PRIVATE")
    return made


def _titled(summary: Summary, title: str, say: Phrases) -> str:
    """Return the title of an entry, after the name of the person where there is one."""
    return say("{whose}: {title}", whose=summary.whose, title=title) if summary.whose else title


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
    for contact in term.contacts:
        yield " · ".join(filter(None, Sentences(say).reached(contact)))
    yield term.title
    yield summary.guide.title


def _uid(summary: Summary, *names: str) -> str:
    """Return an id that is the same for the same entry of the same journey: importing again replaces it."""
    whose = (summary.whose,) if summary.whose else ()
    identity = "\0".join((summary.guide.name, *names, *whose))
    return f"{sha256(identity.encode()).hexdigest()[:32]}@debttree"

"""Put dates, rules and states into sentences for people."""

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING

from debttree.locales import Phrases
from debttree.locales.words import period
from debttree.model import Confidence, Deadline, Kind, Party, Purpose, Roll

if TYPE_CHECKING:
    from debttree.export.parts import Reached, Term
    from debttree.export.reference import Reference
    from debttree.journey import Due
    from debttree.model import Contact


class Sentences:
    """Sentences in the language of `say`."""

    def __init__(self, say: Phrases) -> None:
        self.say = say

    def day(self, day: dt.date) -> str:
        """Return a date in ISO form with its weekday."""
        say = self.say
        weekdays = (
            say("Monday"),
            say("Tuesday"),
            say("Wednesday"),
            say("Thursday"),
            say("Friday"),
            say("Saturday"),
            say("Sunday"),
        )
        return say("{date} ({weekday})", date=day.isoformat(), weekday=weekdays[day.weekday()])

    def kind(self, kind: Kind, actor: str) -> str:
        """Return who decides at a node."""
        say = self.say
        if kind is Kind.CHANCE:
            return say("{actor} answers here.", actor=actor) if actor else say("Somebody else answers here.")
        return {
            Kind.DECISION: say("I decide here."),
            Kind.QUESTION: say("A fact about me decides here."),
            Kind.OUTCOME: say("This way through the guide ends here."),
        }[kind]

    def choices_heading(self, kind: Kind) -> str:
        """Return the heading over the choices of a node."""
        say = self.say
        return {
            Kind.DECISION: say("What I can choose now"),
            Kind.QUESTION: say("Possible answers"),
            Kind.CHANCE: say("What the answer may be"),
            Kind.OUTCOME: "",
        }[kind]

    def chosen(self, kind: Kind, actor: str, label: str) -> str:
        """Return how the way went on: what was chosen or answered, and who answered, where that was somebody else.

        Args:
            kind: of the node.
            actor: who answers at a chance node; may be empty.
            label: of the choice taken.
        """
        say = self.say
        if kind is Kind.CHANCE and actor:
            return say("{actor}: {choice}", actor=actor, choice=label)
        return label

    def purposes(self) -> dict[Purpose, str]:
        """Return the headings of a checklist, by purpose."""
        say = self.say
        return {
            Purpose.HAVE: say("To have in hand"),
            Purpose.SAY: say("To say"),
            Purpose.ASK: say("To ask"),
            Purpose.WRITE: say("To write"),
        }

    def purpose_item(self, purpose: Purpose, text: str) -> str:
        """Return a checklist item with its heading before it."""
        return self.say("{heading}: {text}", heading=self.purposes()[purpose], text=text)

    def amount(self, deadline: Deadline) -> str:
        """Return the length of a deadline's period."""
        return period(self.say, deadline.amount, deadline.unit)

    def rule(self, deadline: Deadline, event: str) -> str:
        """Return the rule of a deadline: period, event, and how the last day moves."""
        say, amount = self.say, self.amount(deadline)
        if deadline.before:
            return self._rule_back(deadline, amount, event)
        if deadline.roll is Roll.NEXT_WORKING_DAY:
            return say(
                "Rule: {amount} from “{event}”; that day itself is not counted. A last day that is no working "
                "day moves to the next one.",
                amount=amount,
                event=event,
            )
        return say(
            "Rule: {amount} from “{event}”; that day itself is not counted.", amount=amount, event=event
        )

    def _rule_back(self, deadline: Deadline, amount: str, event: str) -> str:
        """Return the rule of a deadline that is counted back from its event."""
        say = self.say
        if deadline.roll is Roll.NEXT_WORKING_DAY:
            return say(
                "Rule: {amount} back from “{event}”; that day itself is not counted. A last day that is no "
                "working day moves to the one before it.",
                amount=amount,
                event=event,
            )
        return say(
            "Rule: {amount} back from “{event}”; that day itself is not counted.", amount=amount, event=event
        )

    def term(self, term: "Term", today: dt.date) -> Iterator[str]:
        """Yield all that is to know about a deadline, the last day first."""
        yield from self.end(term.due, today)
        yield from self.origin(term.due, term.event, today)

    def origin(self, due: "Due", event: str, today: dt.date) -> Iterator[str]:
        """Yield the rule of a deadline and the day of its event.

        Args:
            due: the deadline.
            event: what its event is called.
            today: an event may be still to come.
        """
        yield self.rule(due.deadline, event)
        if due.event_date is not None and due.event_date > today:
            yield self.say("The event is on {date}.", date=self.day(due.event_date))
        elif due.event_date is not None:
            yield self.say("The event was on {date}.", date=self.day(due.event_date))

    def end(self, due: "Due", today: dt.date) -> Iterator[str]:
        """Yield that it was kept, else when it ends and what is uncertain; nothing where its event has no date."""
        if due.done is not None:
            yield self.say("Done on {date}.", date=self.day(due.done))
            return
        if due.keep is not None:
            yield self.last_day(due, today)
        elif due.event_date is not None:
            yield self.say("The last day lies too far ahead to be computed.")
        caveat = due.caveat()
        if caveat is not None:
            yield self.say.tell(caveat)

    def last_day(self, due: "Due", today: dt.date) -> str:
        """Return the last day and how many days are left."""
        say = self.say
        if due.keep is None:
            return ""
        day = self.day(due.keep)
        left = due.days_left(today) or 0
        if left == 0:
            return say("Last day: {date}. That is today.", date=day)
        if left > 0:
            return say.plural(
                "Last day: {date}. {n} day left.", "Last day: {date}. {n} days left.", left, date=day
            )
        if due.deadline.by is Party.YOU and due.otherwise is not None and due.otherwise >= today:
            return say.plural(
                "Last day: {date}. It may have passed {n} day ago: act today, and ask for advice at once.",
                "Last day: {date}. It may have passed {n} days ago: act today, and ask for advice at once.",
                -left,
                date=day,
            )
        if due.deadline.by is Party.YOU:
            return say.plural(
                "Last day: {date}. It passed {n} day ago: ask for advice at once, there may still be a way.",
                "Last day: {date}. It passed {n} days ago: ask for advice at once, there may still be a way.",
                -left,
                date=day,
            )
        return say.plural(
            "Last day: {date}. It passed {n} day ago.",
            "Last day: {date}. It passed {n} days ago.",
            -left,
            date=day,
        )

    def vouched(self, guide: str, contact: "Contact", *, stale: bool) -> str:
        """Return which guide names a contact, and when its authors checked it.

        Args:
            guide: its title.
            contact: the contact.
            stale: it was checked longer ago than the guide allows.
        """
        if contact.checked is None:
            return self.say("As the guide “{guide}” says.", guide=guide)
        date = self.day(contact.checked)
        if stale:
            return self.say(
                "As the guide “{guide}” says; checked long ago, on {date}.", guide=guide, date=date
            )
        return self.say("As the guide “{guide}” says, checked on {date}.", guide=guide, date=date)

    def reached(self, contact: "Reached") -> tuple[str, str]:
        """Return the number and whose it is; then when somebody answers, the cost, and when it was checked."""
        say, facts = self.say, [contact.hours, contact.cost, contact.url if contact.phone else ""]
        if contact.checked is not None:
            date = contact.checked.isoformat()
            facts.append(
                say("checked long ago, on {date}", date=date)
                if contact.is_stale
                else say("checked on {date}", date=date)
            )
        return f"{contact.phone or contact.url} {contact.title}", " · ".join(filter(None, facts))

    def confidence(self, confidence: Confidence | None) -> str:
        """Return how sure the authors are of a source."""
        say = self.say
        if confidence is None:
            return ""
        return {
            Confidence.VERIFIED: say("Verified by the guide's authors."),
            Confidence.CORROBORATED: say("Supported by several sources, not verified at the official one."),
            Confidence.UNVERIFIED: say("Not verified: ask before you rely on it."),
        }[confidence]

    def sureness(self, confidence: Confidence | None) -> str:
        """Return the heading over sources of one confidence."""
        say = self.say
        if confidence is None:
            return say("How sure these are is not said")
        return {
            Confidence.VERIFIED: say("Verified by the guide's authors"),
            Confidence.CORROBORATED: say("Supported by several sources, not verified at the official one"),
            Confidence.UNVERIFIED: say("Not verified: ask before you rely on these"),
        }[confidence]

    def expired(self, until: dt.date) -> str:
        """Return the sentence that a source is no longer in force."""
        return self.say("Was in force only until {date}: ask what holds now.", date=until.isoformat())

    def validity(self, source: "Reference") -> Iterator[str]:
        """Yield what to know about a source before relying on it."""
        yield from self.force(source)
        if source.confidence is not None:
            yield self.confidence(source.confidence)
        yield from self.checked(source)

    def checked(self, source: "Reference") -> Iterator[str]:
        """Yield when the authors checked a source last."""
        if source.checked is not None:
            yield self.say("Checked on {date}.", date=source.checked.isoformat())

    def force(self, source: "Reference") -> Iterator[str]:
        """Yield the days between which a source is in force."""
        say = self.say
        if source.expired and source.valid_until:
            yield self.expired(source.valid_until)
        elif source.not_yet_valid and source.valid_from:
            yield say("Comes into force on {date}.", date=source.valid_from.isoformat())
        elif source.valid_from and source.valid_until:
            yield say(
                "In force from {start} until {end}.",
                start=source.valid_from.isoformat(),
                end=source.valid_until.isoformat(),
            )
        elif source.valid_from:
            yield say("In force since {date}.", date=source.valid_from.isoformat())
        elif source.valid_until:
            yield say("In force until {date}.", date=source.valid_until.isoformat())

"""A tree: a directed graph of nodes and choices with one root, and all other things it declares."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from debttree.model.text import Text, Wording, clean_line

GRAVEST = 5
"""The highest severity."""

CRISIS = "crisis"
"""The tag of a node where life is in danger: no prospects are shown there, no choice that leads there is marked."""


class Kind(StrEnum):
    """Who decides at a node: you, a fact about you, somebody else, or nobody (an outcome)."""

    DECISION = "decision"
    QUESTION = "question"
    CHANCE = "chance"
    OUTCOME = "outcome"


class Purpose(StrEnum):
    """What a checklist item is for."""

    HAVE = "have"
    SAY = "say"
    ASK = "ask"
    WRITE = "write"


class Unit(StrEnum):
    """What a deadline counts."""

    DAYS = "days"
    WORKING_DAYS = "working_days"
    MONTHS = "months"
    YEARS = "years"


class Party(StrEnum):
    """Who must act before a deadline."""

    YOU = "you"
    THEM = "them"


class Roll(StrEnum):
    """What happens to a last day that is no working day."""

    NONE = "none"
    NEXT_WORKING_DAY = "next-working-day"


class Confidence(StrEnum):
    """How sure the authors are of a source."""

    VERIFIED = "verified"
    CORROBORATED = "corroborated"
    UNVERIFIED = "unverified"


class HouseRule(StrEnum):
    """What a house may demand of its trees beyond the format."""

    SOURCES = "sources"
    FRESH = "fresh"
    STORIES = "stories"


@dataclass(frozen=True, slots=True)
class Choice:
    """An arc: an option at a decision, an answer at a question, a response at a chance node.

    Attributes:
        id: unique in its node.
        label: what the person reads and picks.
        to: id of the next node.
        text: why, and what it asks of you.
        caution: what cannot be undone; it stands under the choice.
    """

    id: str
    label: Text
    to: str
    text: Text | None = None
    caution: Text | None = None


@dataclass(frozen=True, slots=True)
class ChecklistItem:
    """Something to have, say, ask or write at a node."""

    id: str
    purpose: Purpose
    text: Text


@dataclass(frozen=True, slots=True)
class Deadline:
    """A period that the law or a plan sets.

    Attributes:
        id: unique in its node.
        amount: how many of `unit`, counted from the day after the event.
        unit: days, working days, months or years.
        by: who must act.
        roll: whether a last day that is no working day moves to the next one.
        event: what starts it, or what it is counted back from; the title of `on` where that names an event.
        text: what must be done.
        on: id of the declared event, whose date serves all its deadlines; None: the event is a text of its own.
        before: whether it is counted back, from the day before the event, and rolls back too.
    """

    id: str
    amount: int
    unit: Unit
    by: Party
    roll: Roll
    event: Text
    text: Text
    on: str | None = None
    before: bool = False


@dataclass(frozen=True, slots=True)
class Node:
    """A place in the graph.

    Attributes:
        brings: ids of the consequences that are met on reaching it.
        goes_on: of an outcome: the nodes to which others can take the story though the guide stops here; an
            empty one says that it is truly an end, None says nothing.
        contacts: ids of those to ring or go to from here.
        guide: of an outcome: the name of the tree in which the story goes on.
    """

    id: str
    kind: Kind
    title: Text
    stage: str | None = None
    actor: Text | None = None
    text: Text | None = None
    brings: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    checklist: tuple[ChecklistItem, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    choices: tuple[Choice, ...] = ()
    goes_on: tuple[str, ...] | None = None
    contacts: tuple[str, ...] = ()
    guide: str | None = None

    def choice(self, choice_id: str) -> Choice | None:
        """Return the choice of that id, or None."""
        return next((choice for choice in self.choices if choice.id == choice_id), None)


@dataclass(frozen=True, slots=True)
class Urgent:
    """A shortcut to a node, offered everywhere: for what cannot wait.

    Attributes:
        contacts: ids of those to ring, shown in the list itself.
    """

    label: Text
    to: str
    contacts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stage:
    """A phase that nodes belong to."""

    id: str
    title: Text


@dataclass(frozen=True, slots=True)
class Consequence:
    """A harm, declared once; `severity` runs from 1 (mild) to `GRAVEST`."""

    id: str
    title: Text
    severity: int
    text: Text | None = None


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody to ring or go to.

    Attributes:
        phone: digits, spaces and `+-()#*,` alone.
        hours: when somebody answers.
        cost: what it costs.
        checked: when the authors last made sure of it.
    """

    id: str
    title: Text
    phone: str | None = None
    url: str | None = None
    hours: Text | None = None
    cost: Text | None = None
    checked: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happens on a day; its date is asked once, even if several deadlines are counted from it."""

    id: str
    title: Text


@dataclass(frozen=True, slots=True)
class Source:
    """A law, rule or page that nodes rest on."""

    id: str
    title: Text
    confidence: Confidence | None = None
    url: str | None = None
    valid_from: dt.date | None = None
    valid_until: dt.date | None = None
    checked: dt.date | None = None

    def expired(self, today: dt.date) -> bool:
        """Return whether its validity has run out; the last day itself is still valid."""
        return self.valid_until is not None and today > self.valid_until

    def not_yet_valid(self, today: dt.date) -> bool:
        """Return whether it comes into force later than today."""
        return self.valid_from is not None and today < self.valid_from


@dataclass(frozen=True, slots=True)
class Tree:
    """One tree file as values. Mappings keep the order of first mention.

    Attributes:
        name: the file's name without its ending.
        version: first 12 hex digits of the SHA-256 of the file's bytes.
        root: id of the first node; in a tree without nodes the empty string.
        languages: what every text must offer; empty: nothing is promised.
        holidays: country code whose working days deadlines follow.
        require: what its house demands of it, which `check` looks after.
        call_reminder: what somebody on the telephone must not forget.
    """

    name: str
    version: str
    title: Text
    root: str
    nodes: Mapping[str, Node]
    summary: Text | None = None
    disclaimer: Text | None = None
    languages: tuple[str, ...] = ()
    reviewed: dt.date | None = None
    review_after_days: int | None = None
    holidays: str | None = None
    urgent: tuple[Urgent, ...] = ()
    stages: Mapping[str, Stage] = field(default_factory=dict)
    consequences: Mapping[str, Consequence] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    contacts: Mapping[str, Contact] = field(default_factory=dict)
    events: Mapping[str, Event] = field(default_factory=dict)
    call_reminder: Text | None = None
    require: tuple[HouseRule, ...] = ()

    @property
    def spoken(self) -> tuple[str, ...]:
        """The languages to read it in: those that it declares, else those of its title; none where neither says one."""
        return self.languages or self.title.languages

    def wording(self, text: Text, language: str) -> Wording:
        """Return the words of `text` in `language`, else in the tree's first language, else the first written.

        A tree that promises no language misses none.
        """
        if self.languages:
            return text.wording(language, self.languages[0])
        return Wording(text.wording(language).text)

    def words(self, text: Text | None, language: str) -> str:
        """Return the words alone; empty where there is no text."""
        return self.wording(text, language).text if text else ""

    def line(self, text: Text | None, language: str) -> str:
        """Return the words on one line."""
        return clean_line(self.words(text, language))

    def severity(self, consequences: Iterable[str]) -> int:
        """Return the gravest severity among consequences; 0 for none, and for one that is not declared."""
        return max(
            (self.consequences[name].severity for name in consequences if name in self.consequences),
            default=0,
        )

    def review_due(self) -> dt.date | None:
        """Return the last day on which the last review still counts, or None where the tree sets no limit."""
        return self._good_until(self.reviewed)

    def is_stale(self, contact: Contact, today: dt.date) -> bool:
        """Return whether a contact was checked longer ago than the tree allows."""
        until = self._good_until(contact.checked)
        return until is not None and today > until

    def _good_until(self, day: dt.date | None) -> dt.date | None:
        """Return the last day on which what was seen to on `day` still counts, or None where there is no limit."""
        if day is None or self.review_after_days is None:
            return None
        try:
            return day + dt.timedelta(days=self.review_after_days)
        except OverflowError:
            return dt.date.max

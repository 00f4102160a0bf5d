"""The content of a summary: one value, in one language, from which every format is made."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from operator import attrgetter

from debttree.analysis.prospect_status import Standing
from debttree.export.reference import Reference
from debttree.journey import Due, Urgency, todo
from debttree.model import Kind, Message, Party, Purpose


class Redaction(StrEnum):
    """The parts that can be left out of a summary before it is passed on."""

    NOTES = "notes"
    CALLS = "calls"
    DATES = "dates"


class Profile(StrEnum):
    """For whom a paper is made: the person, or their adviser."""

    PERSON = "person"
    ADVISER = "adviser"


@dataclass(frozen=True, slots=True)
class Guide:
    """The tree that the summary speaks of.

    Attributes:
        name: the file's name without its ending.
        title: of the tree.
        file: as the person named it.
        version: first 12 hex digits of the SHA-256 of its bytes.
        reviewed: when its content was last reviewed.
        review_overdue: that review is older than the tree allows.
        disclaimer: what the tree's authors say about relying on it; may be empty.
    """

    name: str
    title: str
    file: str
    version: str
    reviewed: dt.date | None
    review_overdue: bool
    disclaimer: str


@dataclass(frozen=True, slots=True)
class Met:
    """A consequence that was met, and at which stop."""

    id: str
    title: str
    severity: int
    text: str
    stop: int


@dataclass(frozen=True, slots=True)
class Outlook:
    """What is still possible with one consequence.

    Attributes:
        standing: from where the person stands now.
        closed_at: the stop from which they took the last step while it was in their hands; None where it
            still is, or never was.
    """

    id: str
    title: str
    severity: int
    standing: Standing
    closed_at: int | None


@dataclass(frozen=True, slots=True)
class Stop:
    """A node on the way, and how the person went on from there.

    Attributes:
        number: from 1, in order.
        actor: who answers, at a chance node; may be empty.
        choice: the id of the choice taken; None after the last stop and for a jump.
        to: the next node; None at the last stop.
        jump: whether the person went elsewhere without taking a choice.
        chosen: the words of the choice.
        met: consequences that this node brought for the first time.
        closed: consequences that the step from here took out of the person's hands for good.
    """

    number: int
    node: str
    kind: Kind
    title: str
    actor: str
    choice: str | None
    to: str | None
    jump: bool
    chosen: str
    met: tuple[Met, ...]
    closed: tuple[Outlook, ...] = ()


@dataclass(frozen=True, slots=True)
class OpenChoice:
    """A choice that the person can take now.

    Attributes:
        told: the words about it before it is taken: marks, or what an answer brings.
    """

    label: str
    caution: str
    told: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class Here:
    """Where the person stands. `text` is Markdown; `goes_on_in` names the guide in which the story goes on, if any."""

    kind: Kind
    title: str
    stage: str
    actor: str
    text: str
    choices: tuple[OpenChoice, ...]
    goes_on_in: str | None = None


@dataclass(frozen=True, slots=True)
class ChecklistEntry:
    """Something to have, say, ask or write, ticked or not."""

    node: str
    title: str
    id: str
    purpose: Purpose
    text: str
    ticked: bool


@dataclass(frozen=True, slots=True)
class Term:
    """A deadline in words.

    Attributes:
        title: of the node that has it.
        due: the rule, the dates and the days left.
        contacts: the contacts to call about it.
    """

    title: str
    event: str
    text: str
    due: Due
    contacts: tuple["Reached", ...] = ()

    @property
    def is_yours(self) -> bool:
        """Whether the person must act, not somebody else."""
        return self.due.deadline.by is Party.YOU


def distinct(terms: Iterable[Term]) -> tuple[Term, ...]:
    """Return the deadlines in order, those that two nodes state alike only once."""
    return tuple(todo.distinct(terms, attrgetter("due")))


@dataclass(frozen=True, slots=True)
class Task:
    """Something to do next: a deadline to keep or an item that is not ticked.

    Attributes:
        is_far: an item of an earlier step that nothing makes urgent.
    """

    urgency: Urgency
    term: Term | None = None
    item: ChecklistEntry | None = None
    is_far: bool = False


@dataclass(frozen=True, slots=True)
class Reached:
    """Somebody to ring or go to.

    Attributes:
        here: whether the present step names them; else an earlier one does.
        checked: when the guide's authors last made sure of it.
        is_stale: that is longer ago than the guide allows.
    """

    id: str
    title: str
    phone: str
    url: str
    hours: str
    cost: str
    here: bool
    checked: dt.date | None
    is_stale: bool


@dataclass(frozen=True, slots=True)
class Remark:
    """A note; the day and the time are left out where dates are. `desk`: it is for whoever advises alone."""

    node: str
    title: str
    text: str
    made: dt.date | None
    at: dt.time | None = None
    desk: bool = False


@dataclass(frozen=True, slots=True)
class CallAnswer:
    """What was typed in a call.

    Attributes:
        item: the id of the checklist's item; empty for what else was said and for an item that has gone.
        asked: the item's words; empty for what else was said.
        at: when; None where dates are redacted.
    """

    item: str
    asked: str
    text: str
    at: dt.datetime | None


@dataclass(frozen=True, slots=True)
class CallEntry:
    """A call in the log of calls. `node`, `title` and the moments are as in `Remark`.

    Attributes:
        came: its result in words; may be empty.
    """

    node: str
    title: str
    begun: dt.datetime | None
    ended: dt.datetime | None
    came: str
    answers: tuple[CallAnswer, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that was answered.

    Attributes:
        stop: number of the stop.
        kind: a question is answered by the person, a chance node by somebody else.
        actor: who answered, at a chance node; may be empty.
        asked: the title of the node.
        answer: the words of the choice.
        day: when; None where nobody knows it any more, and where dates are left out.
    """

    stop: int
    kind: Kind
    actor: str
    asked: str
    answer: str
    day: dt.date | None


@dataclass(frozen=True, slots=True)
class Option:
    """A choice that stood open at a decision.

    Attributes:
        label: its words.
        caution: what the person was told before; may be empty.
        taken: whether it was the one.
    """

    label: str
    caution: str
    taken: bool


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision of the person's.

    Attributes:
        stop: number of the stop.
        title: of the node.
        day: as of a fact.
        options: all that stood open, in the guide's order.
        reasons: what was noted at that node; told at its first stop alone.
    """

    stop: int
    title: str
    day: dt.date | None
    options: tuple[Option, ...]
    reasons: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """The situation as it was told, and the decisions as they were taken.

    Attributes:
        facts: in the order of the way.
        events: what happened on which day, each once.
        decisions: in the order of the way.
    """

    facts: tuple[Fact, ...]
    events: tuple[tuple[str, dt.date], ...]
    decisions: tuple[Decided, ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """The whole content of a summary.

    Attributes:
        guide: the tree.
        language: of the tree's words.
        made: the day on which it is made; urgency, expiry and review are reckoned from it.
        moment: of that day, with its time zone; alarms before it are past.
        revision: how often a date of the journey was changed; a later one replaces an earlier calendar entry.
        from_root: whether the walk begins at the tree's root.
        untranslated: some words are in another language, because the tree does not have them in this one.
        here: where the person stands.
        stops: every node on the way, `here` last.
        met: consequences met, in order.
        outlooks: every consequence of the tree.
        worst: the least severity to which the person can hold the worst case.
        terms: deadlines of the nodes walked.
        tasks: what to do next, the most urgent first.
        contacts: whom to ring, those of the present step first.
        redacted: what was left out.
        whose: the name that the person gave the journey; left out with the notes.
        is_crisis: life is in danger where the person stands: nothing is said of what lies ahead.
        profile: for whom it is.
        keeps_back: whether there are notes for the adviser alone, which this paper leaves out.
        case: facts and decisions, if the paper is for the adviser.
        calls: what was typed on the phone, in the order of the calls; left out with the notes too.
    """

    guide: Guide
    language: str
    made: dt.date
    moment: dt.datetime
    revision: int
    from_root: bool
    untranslated: bool
    here: Here
    stops: tuple[Stop, ...]
    met: tuple[Met, ...]
    outlooks: tuple[Outlook, ...]
    worst: int
    items: tuple[ChecklistEntry, ...]
    terms: tuple[Term, ...]
    tasks: tuple[Task, ...]
    contacts: tuple[Reached, ...]
    references: tuple[Reference, ...]
    remarks: tuple[Remark, ...]
    redacted: frozenset[Redaction] = frozenset()
    whose: str = ""
    is_crisis: bool = False
    profile: Profile = Profile.PERSON
    keeps_back: bool = False
    case: Case | None = None
    calls: tuple[CallEntry, ...] = ()

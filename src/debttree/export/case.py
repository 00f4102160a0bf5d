"""What an adviser's case record holds beside the summary: facts as answered, and what was open at each decision."""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from debttree.export.parts import Remark, Stop, Term
from debttree.journey import Journey
from debttree.model import Kind, Text, Tree


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
        reasons: what was noted at that node.
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


def case_of(
    tree: Tree,
    journey: Journey,
    stops: Sequence[Stop],
    terms: Iterable[Term],
    remarks: Sequence[Remark],
    line: Callable[[Text | None], str],
    *,
    dated: bool,
) -> Case:
    """Return the case of a walk.

    Args:
        tree: the tree walked.
        journey: the walk.
        stops: of the walk, in words.
        terms: its deadlines, in words.
        remarks: its notes, as far as they are not left out.
        line: gives words of the tree on one line.
        dated: whether days are told.
    """
    taken = list(zip(stops, journey.path.steps, strict=False))
    days = [journey.days.get(step) if dated else None for _, step in taken]
    facts = tuple(
        Fact(stop.number, stop.kind, stop.actor, stop.title, stop.chosen, day)
        for (stop, _), day in zip(taken, days, strict=True)
        if stop.kind is not Kind.DECISION and not stop.jump
    )
    events = {(term.event, term.due.event_date) for term in terms if term.due.event_date is not None}
    decisions = tuple(
        Decided(
            stop.number,
            stop.title,
            day,
            tuple(
                Option(line(choice.label), line(choice.caution), choice.id == stop.choice)
                for choice in tree.nodes[stop.node].choices
            ),
            tuple(remark for remark in remarks if remark.node == stop.node),
        )
        for (stop, _), day in zip(taken, days, strict=True)
        if stop.kind is Kind.DECISION
    )
    told = sorted((day, event) for event, day in events if day is not None)
    return Case(facts, tuple((event, day) for day, event in told), decisions)

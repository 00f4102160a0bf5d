"""The parts of an adviser's case record besides the summary: facts as answered, and the options of each decision."""

from collections.abc import Callable, Iterable, Sequence

from debttree.export.parts import Case, Decided, Fact, Option, Remark, Stop, Term
from debttree.journey import Journey
from debttree.model import Kind, Text, Tree


def case_of(
    tree: Tree,
    journey: Journey,
    stops: Sequence[Stop],
    terms: Iterable[Term],
    remarks: Sequence[Remark],
    line: Callable[[Text | None], str],
) -> Case:
    """Return the case of a walk.

    Args:
        tree: the tree walked.
        journey: the walk.
        stops: of the walk, in words.
        terms: its deadlines, in words.
        remarks: its notes, as far as they are not left out.
        line: gives words of the tree on one line.
    """
    taken = list(zip(stops, journey.path.steps, strict=False))
    days = [journey.days.get(step) for _, step in taken]
    facts = tuple(
        Fact(stop.number, stop.kind, stop.actor, stop.title, stop.chosen, day)
        for (stop, _), day in zip(taken, days, strict=True)
        if stop.kind is not Kind.DECISION and not stop.jump
    )
    events = {(term.event, term.due.event_date) for term in terms if term.due.event_date is not None}
    noted = _noted(remarks)
    decisions = tuple(
        Decided(
            stop.number,
            stop.title,
            day,
            tuple(
                Option(line(choice.label), line(choice.caution), choice.id == stop.choice)
                for choice in tree.nodes[stop.node].choices
            ),
            noted.pop(stop.node, ()),
        )
        for (stop, _), day in zip(taken, days, strict=True)
        if stop.kind is Kind.DECISION
    )
    told = sorted((day, event) for event, day in events if day is not None)
    return Case(facts, tuple((event, day) for day, event in told), decisions)


def _noted(remarks: Iterable[Remark]) -> dict[str, tuple[Remark, ...]]:
    """Return the notes of each node, for its first stop only."""
    found: dict[str, list[Remark]] = {}
    for remark in remarks:
        found.setdefault(remark.node, []).append(remark)
    return {node: tuple(notes) for node, notes in found.items()}

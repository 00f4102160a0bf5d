"""Describe a plan as far as a person can follow it: what to choose here, and after the next two answers."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from debttree.analysis.choice_prospects import ChoiceProspects
from debttree.analysis.prospect_status import Status, by_distance
from debttree.analysis.prospects import Prospects
from debttree.analysis.trails import as_path
from debttree.model import Kind, Message, Step, Tree, msg

ANSWERS = 2
"""Most answers after which a plan is still described."""

_DIGITS = 9
"""Choices that have a number on the screen, 1-9."""


LINES = 3
"""Most steps of a plan that are described; the others appear as answers come in."""

_HELD = (Status.AT_RISK, Status.HOLDABLE, Status.AVOIDABLE)


@dataclass(frozen=True, slots=True)
class Told:
    """The choice that a plan takes after some answers.

    Attributes:
        first: the first of two answers; None if there was only one.
        last: the last answers; the choice is the same after each of them.
        whatever: whether `last` holds every possible answer there.
        taken: the choice that the plan takes after them.
    """

    first: Step | None
    last: tuple[Step, ...]
    whatever: bool
    taken: Step


@dataclass(frozen=True, slots=True)
class KeptOff:
    """How some consequences can be avoided.

    Attributes:
        names: ids of the consequences.
        here: the choices here after which none of them is nearer; empty if it is not you who decides here.
        told: the plan after the first of those choices, the nearest first; it also avoids all consequences farther off.
    """

    names: tuple[str, ...]
    here: tuple[Step, ...]
    told: tuple[Told, ...]


def kept_off(prospects: Prospects, node: str, met: Collection[str] = ()) -> list[KeptOff]:
    """Return how each consequence that can be avoided from a node on is avoided, the nearest first.

    Choices that are marked or bring a consequence themselves are left out: advice against one harm must not lead into
    another.

    Args:
        prospects: of the tree.
        node: id of the node where the person is.
        met: ids of the consequences met on the way there.
    """
    standings = prospects.standings(node, met)
    held = [group for group in by_distance(standings) if group[0].status in _HELD and group[0].setbacks != 0]
    choices = prospects.choices(node, met)
    found: list[KeptOff] = []
    for number, (_, names) in enumerate(held):
        farther = [name for _, others in held[number:] for name in others]
        way = _kept_off(prospects, node, frozenset(met), choices, tuple(names), farther)
        if found and found[-1].here == way.here and found[-1].told[:LINES] == way.told[:LINES]:
            found[-1] = replace(found[-1], names=found[-1].names + way.names)
        elif way.here or way.told:
            found.append(way)
    return found


def _kept_off(
    prospects: Prospects,
    node: str,
    met: frozenset[str],
    choices: list[ChoiceProspects],
    names: tuple[str, ...],
    farther: list[str],
) -> KeptOff:
    tree = prospects.tree
    then = met.union(tree.nodes[node].brings)
    if tree.nodes[node].kind is not Kind.DECISION:
        return KeptOff(names, (), _told_plan(prospects, node, farther, then))
    now = prospects.standings(node, met)[names[0]]
    here = tuple(
        Step(node, taken.choice.id, taken.choice.to)
        for taken in choices
        if not taken.marks and not taken.brings and taken.choice.to not in prospects.flat.left_out
        if _keeps_away(taken, names, now.distance)
    )
    return KeptOff(names, here, _told_plan(prospects, here[0].to, farther, then) if here else ())


def _keeps_away(taken: ChoiceProspects, names: Iterable[str], distance: tuple[int, int]) -> bool:
    """Return whether consequences are at least that far off after a choice."""
    standings = taken.standings
    return all(standings[name].distance >= distance for name in names)


def _told_plan(prospects: Prospects, node: str, together: list[str], met: frozenset[str]) -> tuple[Told, ...]:
    """Return the plan that avoids consequences together, up to the first choice that should not be recommended.

    A choice that was described after fewer answers is not repeated.
    """
    flat, tree = prospects.flat, prospects.tree
    planner = prospects.planner(frozenset(together), met)
    grouped: dict[tuple[tuple[int, ...], int], list[int]] = {}
    depths: dict[int, int] = {}
    for given, taken in planner.moves(flat.numbers[node], ANSWERS):
        if depths.setdefault(taken, len(given)) == len(given):
            grouped.setdefault((given[:-1], taken), []).extend(given[-1:])

    def steps(arcs: Iterable[int]) -> tuple[Step, ...]:
        return tuple(as_path(tree, flat, flat.joined(arc)[0], [arc]).steps[0] for arc in arcs)

    def is_told(arc: int) -> bool:
        source, target = flat.joined(arc)
        brings = tree.nodes[flat.ids[target]].brings
        return met.issuperset(brings) and target not in prospects.marked_targets(source, met)

    return tuple(
        Told(
            next(iter(steps(before)), None),
            steps(answers),
            bool(answers) and len(answers) == _answers_at(prospects, answers[0]),
            steps([taken])[0],
        )
        for (before, taken), answers in grouped.items()
        if answers and is_told(taken)
    )


def _answers_at(prospects: Prospects, arc: int) -> int:
    """Return the number of answers at the node where an arc begins, those to another guide included."""
    number, _ = prospects.flat.joined(arc)
    node = prospects.tree.nodes[prospects.flat.ids[number]]
    return max(len(prospects.flat.next(number)), len(node.choices))


def plan_words(tree: Tree, language: str, plan: KeptOff) -> Iterator[Message]:
    """Yield a plan as sentences; choices here are named with the digits that take them.

    Args:
        tree: the tree of the plan.
        language: of the tree's titles and labels.
        plan: how some consequences can be avoided.
    """
    if plan.here:
        yield msg("Here: {choices}", choices=" / ".join(_numbered(tree, language, s) for s in plan.here))
    for told in plan.told[:LINES]:
        yield _told_words(tree, language, told)
    if len(plan.told) > LINES:
        yield msg("More as the answers come.")


def _told_words(tree: Tree, language: str, told: Told) -> Message:
    choices = _numbered(tree, language, told.taken)
    answers = " / ".join(dict.fromkeys(_answer(tree, language, step) for step in told.last))
    if told.first is None:
        if told.whatever:
            return msg("Then, whatever the answer is: {choices}", choices=choices)
        return msg("If the answer is “{answers}”: {choices}", answers=answers, choices=choices)
    first = _answer(tree, language, told.first)
    if told.whatever:
        return msg("If it is “{first}”, then whatever comes: {choices}", first=first, choices=choices)
    return msg(
        "If it is “{first}”, then “{answers}”: {choices}", first=first, answers=answers, choices=choices
    )


def _answer(tree: Tree, language: str, step: Step) -> str:
    """Return an answer in words; for a step out of an open end, the title of the node that follows."""
    choice = step.taken(tree)
    return tree.line(choice.label if choice else tree.nodes[step.to].title, language)


def _numbered(tree: Tree, language: str, step: Step) -> str:
    order = [choice.id for choice in tree.nodes[step.node].choices]
    number = order.index(step.choice) % _DIGITS + 1 if step.choice in order else ""
    return f"{number} {_answer(tree, language, step)}"

"""Two ways beside each other: two choices here, or this journey and another."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from debttree.analysis.prospect_status import Standings, by_distance
from debttree.analysis.wording import status_words, worst_words
from debttree.journey import Journey
from debttree.model import Node
from debttree.tui.explorer.scene import Scene
from debttree.tui.kit.page import Block, Line, Pair, Para, Run, blank
from debttree.tui.kit.signs import STATUS_SIGNS, kind_mark

STEPS_SHOWN = 8
"""Steps of a way that are listed: the last ones, since the two parted."""


@dataclass(frozen=True, slots=True)
class Side:
    """Something to compare.

    Attributes:
        name: what it is called.
        journey: as if the person had gone that way.
    """

    name: Line
    journey: Journey


def journey_side(name: str, journey: Journey) -> Side:
    """Return another journey of this tree."""
    return Side((Run(name, "strong"),), journey)


def choice_side(scene: Scene, number: int) -> Side:
    """Return one of the choices here, as if taken; after the last one the journey as it is."""
    if number == len(scene.node.choices):
        return Side((Run(scene.say("where I stand now"), "strong"),), scene.journey)
    choice = scene.node.choices[number]
    name = (Run(f"{number + 1} ", "key"), *scene.line(choice.label, "strong"))
    return Side(name, scene.journey.take(scene.tree, choice.id))


def compared(scene: Scene, left: Side, right: Side) -> list[Block]:
    """Return where they lead, what they meet, what lies ahead then, what is needed there.

    Args:
        scene: the tree and who looks at it.
        left: one side.
        right: the other side.
    """
    say = scene.say
    rows: list[Block] = [Pair((), (left.name,), (right.name,)), blank()]

    def row(heading: str, one: Sequence[Line], other: Sequence[Line]) -> None:
        rows.extend([Pair((Run(heading, "heading"),), tuple(one), tuple(other)), blank()])

    row(say("Leads to"), _end(scene, left), _end(scene, right))
    row(say("The way from here"), _steps(scene, left, right), _steps(scene, right, left))
    row(say("Met on the way"), _met(scene, left), _met(scene, right))
    if scene.prospects is not None:
        one, other = _statuses(scene, left), _statuses(scene, right)
        row(
            say("Prospects then, where they differ"),
            [_worst(scene, left), *_said(scene, one, other)],
            [_worst(scene, right), *_said(scene, other, one)],
        )
        rows += _alike(scene, one, other)
    row(say("In hand there"), list(_needed(scene, left)), list(_needed(scene, right)))
    return rows


def _node(scene: Scene, side: Side) -> Node:
    return scene.tree.nodes[side.journey.at]


def _end(scene: Scene, side: Side) -> list[Line]:
    node = _node(scene, side)
    return [(*kind_mark(scene.say, node.kind), Run(" · ", "dim"), *scene.line(node.title))]


def _steps(scene: Scene, side: Side, other: Side) -> list[Line]:
    """Return what was chosen since the two ways parted; how many steps that is, and the last of them."""
    path = side.journey.path
    own = path.steps[path.shared_with(other.journey.path) or 0 :]
    lines: list[Line] = (
        [(Run(scene.say.plural("{n} step", "{n} steps", len(own)), "dim"),)] if len(own) != 1 else []
    )
    for step in own[-STEPS_SHOWN:]:
        choice = step.taken(scene.tree)
        words = scene.line(choice.label) if choice else (Run(scene.say("gone to directly"), "dim"),)
        lines.append((Run("› ", "rule"), *words))
    return lines


def _met(scene: Scene, side: Side) -> list[Line]:
    met = side.journey.path.met(scene.tree)
    lines: list[Line] = [(Run("! ", "bad"), *scene.line(scene.tree.consequences[name].title)) for name in met]
    return lines or [(Run(scene.say("Nothing met so far."), "dim"),)]


def _statuses(scene: Scene, side: Side) -> Standings:
    if scene.prospects is None:
        return {}
    return scene.prospects.standings(side.journey.at, side.journey.path.met(scene.tree))


def _worst(scene: Scene, side: Side) -> Line:
    if scene.prospects is None:
        return ()
    worst = scene.prospects.worst(side.journey.at, side.journey.path.met(scene.tree))
    return (Run(scene.say.tell(worst_words(worst)), "dim"),)


def _said(scene: Scene, statuses: Standings, others: Standings) -> Iterator[Line]:
    """Yield every consequence whose status is another on the other side."""
    differing = [name for name, status in statuses.items() if status != others[name]]
    return _by_status(scene, statuses, differing)


def _alike(scene: Scene, one: Standings, other: Standings) -> list[Block]:
    """Below, those whose status is the same on both sides."""
    names = [name for name, status in one.items() if status == other[name]]
    if not names:
        return []
    heading = Para((Run(scene.say("On both sides"), "heading"),))
    lines = [Para((words,), (sign,), (Run("  "),)) for sign, words in _by_status(scene, one, names)]
    return [heading, *lines, blank()]


def _by_status(scene: Scene, statuses: Standings, names: Sequence[str]) -> Iterator[Line]:
    """Consequences by distance, the nearest first."""
    for standing, found in by_distance({name: statuses[name] for name in names}):
        titles = [scene.name(scene.tree.consequences[name].title) for name in found]
        sign, role = STATUS_SIGNS[standing.status]
        words = scene.say(
            "{titles}: {words}", titles=scene.say(", ").join(titles), words=status_words(standing)
        )
        yield (Run(f"{sign} ", role), Run(words, role))


def _needed(scene: Scene, side: Side) -> Iterable[Line]:
    node = _node(scene, side)
    if not node.checklist and not node.deadlines:
        yield (Run(scene.say("Nothing is needed here."), "dim"),)
    for entry in node.checklist:
        yield (Run("· ", "dim"), *scene.line(entry.text))
    for deadline in node.deadlines:
        yield (Run("! ", "warn"), *scene.line(deadline.text))

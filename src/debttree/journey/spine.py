"""The stops of a journey: a stop for each node of the path, with the choices not taken there ("doors")."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from debttree.journey.journey import Journey
from debttree.model import Choice, Kind, Tree


@dataclass(frozen=True, slots=True)
class Door:
    """A choice of a node on the way that was not taken there.

    Attributes:
        stop: the number of the stop, from 0.
        number: the choice's own number in its node, from 1.
    """

    stop: int
    number: int
    choice: Choice = field(compare=False)


@dataclass(frozen=True, slots=True)
class WayStop:
    """A node on the way.

    Attributes:
        number: from 0.
        node: its id.
        taken: the choice that was taken there; None for a jump, and where the person stands.
        doors: the first of the choices that were not taken there; none where the person stands.
        more: how many more of them there are.
    """

    number: int
    node: str
    taken: Choice | None
    doors: tuple[Door, ...]
    more: int


def stops(tree: Tree, journey: Journey, doors: int) -> Iterator[WayStop]:
    """Yield the nodes on the way, from its beginning to where the person stands.

    Args:
        tree: the tree walked.
        journey: the journey.
        doors: how many choices that were not taken are named at each; one more than that is named rather than counted.
    """
    for number, step in enumerate(journey.path.steps):
        node, taken = tree.nodes[step.node], step.taken(tree)
        count = 0 if node.kind is Kind.OUTCOME else len(node.choices) - (taken is not None)
        named = count if count <= doors + 1 else doors
        others = (
            Door(number, place, choice) for place, choice in enumerate(node.choices, 1) if choice is not taken
        )
        yield WayStop(number, step.node, taken, tuple(islice(others, named)), count - named)
    yield WayStop(len(journey.path.steps), journey.at, None, (), 0)


def stage_number(tree: Tree, node: str) -> int:
    """Return which of the tree's stages a node is in, from 1; 0: in none."""
    stages = list(tree.stages)
    stage = tree.nodes[node].stage
    return stages.index(stage) + 1 if stage in stages else 0

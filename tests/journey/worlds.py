"""Trees whose nodes and choices have a hidden identity, and what authors do to trees.

An identity stays with a node or choice through every edit, whatever happens to its id and words; so a test can
tell where a step of an old journey belongs in the edited tree.
"""

from copy import deepcopy
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from debttree.model import JUMP, Choice, Kind, Node, Path, Step, Text, Tree, default_choice_ids

if TYPE_CHECKING:
    from collections.abc import Callable

TITLES = ("Call", "Wait", "Court", "Plan")
LABELS = ("Yes", "No", "Later")
TEXTS = ("", "Think first.", "Bring the contract.")
KINDS = (Kind.DECISION, Kind.QUESTION, Kind.CHANCE)


@dataclass
class Way:
    """A choice. `to` is the identity of a node."""

    identity: int
    label: str
    to: int
    given: str | None = None


@dataclass
class Place:
    """A node."""

    identity: int
    id: str
    title: str
    text: str
    kind: Kind
    ways: list[Way] = field(default_factory=list)


@dataclass
class World:
    """A tree whose nodes and choices have hidden identities."""

    places: list[Place]
    fresh: "count[int]" = field(default_factory=lambda: count(1000))

    def place(self, identity: int) -> Place:
        return next(place for place in self.places if place.identity == identity)

    def tree(self) -> Tree:
        nodes = {}
        for place in self.places:
            targets = [self.place(way.to).id for way in place.ways]
            ids = default_choice_ids(targets, [way.given for way in place.ways])
            choices = tuple(
                Choice(name, Text.of(way.label), to)
                for name, way, to in zip(ids, place.ways, targets, strict=True)
            )
            kind = place.kind if choices else Kind.OUTCOME
            nodes[place.id] = Node(
                place.id, kind, Text.of(place.title), text=Text.of(place.text), choices=choices
            )
        return Tree("world", "0123456789ab", Text.of("World"), self.places[0].id, nodes)

    def edited(self) -> "World":
        return World(deepcopy(self.places), self.fresh)


def way_of(world: World, tree: Tree, step: Step) -> tuple[Place, Way | None, Place]:
    """The identities behind a step in this world's tree."""
    place = next(place for place in world.places if place.id == step.node)
    target = next(place for place in world.places if place.id == step.to)
    if step.choice is JUMP:
        return place, None, target
    ids = [choice.id for choice in tree.nodes[step.node].choices]
    return place, place.ways[ids.index(step.choice)], target


@st.composite
def worlds(draw: st.DrawFn, *, distinct: bool = False) -> World:
    """Up to six nodes; with `distinct` no two nodes, and no two choices of one node, are called the same."""
    size = draw(st.integers(1, 6))
    places = []
    fresh = count(1)
    for number in range(size):
        title = f"Title {number}" if distinct else draw(st.sampled_from(TITLES))
        place = Place(number, f"n{number}", title, draw(st.sampled_from(TEXTS)), draw(st.sampled_from(KINDS)))
        for place_in_node in range(draw(st.integers(0, 3))):
            label = f"Label {place_in_node}" if distinct else draw(st.sampled_from(LABELS))
            to = draw(st.integers(0, size - 1))
            place.ways.append(Way(next(fresh), label, to, draw(st.sampled_from([None, f"c{place_in_node}"]))))
        places.append(place)
    return World(places)


@st.composite
def walks(draw: st.DrawFn, world: World) -> Path:
    """A walk with choices and a few jumps."""
    tree = world.tree()
    path = Path(tree.root)
    for _ in range(draw(st.integers(0, 6))):
        choices = tree.nodes[path.end].choices
        number = draw(st.integers(0, 4))
        if choices and number:
            choice = draw(st.sampled_from(choices))
            path = path.then(Step(path.end, choice.id, choice.to))
        else:
            path = path.then(Step(path.end, JUMP, draw(st.sampled_from(list(tree.nodes)))))
    return path


@dataclass
class Author:
    """Somebody who edits a world at a node of their choice."""

    draw: st.DrawFn
    world: World

    def edit(self, kind: str) -> None:
        place = self.draw(st.sampled_from(self.world.places))
        way = self.draw(st.sampled_from(place.ways)) if place.ways else None
        self._new = f"New {next(self.world.fresh)}"
        on_choice: Callable[[Place, Way], None] | None = getattr(self, f"choice_{kind}", None)
        if on_choice is None:
            getattr(self, kind)(place)
        elif way is not None:
            on_choice(place, way)

    def other(self) -> Place:
        return self.draw(st.sampled_from(self.world.places))

    def insert_node(self, place: Place) -> None:
        number = next(self.world.fresh)
        self.world.places.append(Place(number, f"x{number}", self._new, "", place.kind))

    def choice_insert(self, place: Place, _way: Way) -> None:
        at = self.draw(st.integers(0, len(place.ways)))
        place.ways.insert(at, Way(next(self.world.fresh), self._new, self.other().identity))

    def reorder_nodes(self, _place: Place) -> None:
        self.world.places[1:] = self.draw(st.permutations(self.world.places[1:]))

    def reorder_choices(self, place: Place) -> None:
        place.ways = list(self.draw(st.permutations(place.ways)))

    def rename(self, place: Place) -> None:
        place.id = f"x{next(self.world.fresh)}"

    def swap_ids(self, place: Place) -> None:
        other = self.other()
        place.id, other.id = other.id, place.id

    def choice_name(self, _place: Place, way: Way) -> None:
        way.given = f"x{next(self.world.fresh)}"

    def delete_node(self, place: Place) -> None:
        if place is not self.world.places[0]:
            self.world.places.remove(place)
            for source in self.world.places:
                source.ways = [way for way in source.ways if way.to != place.identity]

    def choice_delete(self, place: Place, way: Way) -> None:
        place.ways.remove(way)

    def reword_title(self, place: Place) -> None:
        place.title = self.draw(st.sampled_from([self._new, *TITLES]))

    def reword_text(self, place: Place) -> None:
        place.text = self.draw(st.sampled_from([self._new, *TEXTS]))

    def choice_reword(self, _place: Place, way: Way) -> None:
        way.label = self.draw(st.sampled_from([self._new, *LABELS]))

    def choice_retarget(self, _place: Place, way: Way) -> None:
        way.to = self.other().identity

    def merge_nodes(self, place: Place) -> None:
        """One node takes the place of another: whatever led to that leads here."""
        other = self.other()
        if other is not place and other is not self.world.places[0]:
            for source in self.world.places:
                for way in source.ways:
                    way.to = place.identity if way.to == other.identity else way.to
            self.world.places.remove(other)

    def choice_merge(self, place: Place, way: Way) -> None:
        """The last choice goes, and the first leads where it led."""
        if way is not place.ways[-1]:
            way.to = place.ways.pop().to

    def other_kind(self, place: Place) -> None:
        place.kind = self.draw(st.sampled_from(KINDS))

    def take_over_id(self, place: Place) -> None:
        """A node goes, and another gets its id."""
        self.delete_node(place)
        other = self.other()
        if place not in self.world.places:
            other.id = place.id


HARMLESS = ("insert_node", "insert", "reorder_nodes", "reorder_choices", "rename", "swap_ids", "name")
HARMFUL = (
    "delete_node",
    "delete",
    "reword_title",
    "reword_text",
    "reword",
    "retarget",
    "merge_nodes",
    "merge",
    "other_kind",
    "take_over_id",
)


@st.composite
def edits(draw: st.DrawFn, before: World, kinds: tuple[str, ...] = (*HARMLESS, *HARMFUL)) -> World:
    """The world after one to four edits."""
    world = before.edited()
    author = Author(draw, world)
    for _ in range(draw(st.integers(1, 4))):
        author.edit(draw(st.sampled_from(kinds)))
    return world

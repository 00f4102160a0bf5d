"""Find nodes, choices and consequences after choices that no story of a tree visits, with a shortest way to each."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from debttree.analysis import Prospects, Status
from debttree.analysis.flat_graph import FlatGraph
from debttree.analysis.trails import as_path, shortest_trail
from debttree.model import Choice, Path, Step, Tree


@dataclass(frozen=True, slots=True)
class Unvisited:
    """Something that no story visits.

    Attributes:
        node: its id.
        choice: id of a choice of it; None: the node itself.
        consequence: met after that choice; None: the choice itself.
        way: a shortest way that visits it, from the root, else from something urgent; None: there is no way.
    """

    node: str
    choice: str | None = None
    consequence: str | None = None
    way: Path | None = None


@dataclass
class Cover:
    """What the stories of a tree visit.

    Attributes:
        prospects: of the tree.
        paths: the ways of its stories.
    """

    prospects: Prospects
    paths: tuple[Path, ...]
    _ways_known: dict[str, Path | None] = field(default_factory=dict)

    @property
    def tree(self) -> Tree:
        """The tree of the stories."""
        return self.prospects.tree

    @cached_property
    def nodes(self) -> frozenset[str]:
        """The ids of the nodes that a story visits."""
        return frozenset(node for path in self.paths for node in path.nodes)

    @cached_property
    def steps(self) -> frozenset[Step]:
        """The steps that a story takes."""
        return frozenset(step for path in self.paths for step in path.steps)

    @cached_property
    def pairs(self) -> frozenset[tuple[str, str, str]]:
        """Node, choice and consequence, of each choice that a story takes and after which it meets that."""
        return frozenset(_pairs(self.tree, self.paths))

    @cached_property
    def unvisited_nodes(self) -> list[str]:
        """The ids of the nodes that no story visits, in file order."""
        return [node for node in self.tree.nodes if node not in self.nodes]

    @cached_property
    def unvisited_choices(self) -> list[tuple[str, Choice]]:
        """Node and choice, of each choice that no story takes, in file order."""
        return [
            (node, choice)
            for node, choice in _choices(self.tree)
            if Step(node, choice.id, choice.to) not in self.steps
        ]

    @cached_property
    def unvisited_pairs(self) -> list[tuple[str, Choice, str]]:
        """Node, choice and consequence that may follow it, where no story takes the one and then meets the other."""
        return [
            (node, choice, name)
            for node, choice, name in self._possible_pairs
            if (node, choice.id, name) not in self.pairs
        ]

    @cached_property
    def _possible_pairs(self) -> list[tuple[str, Choice, str]]:
        return [
            (node, choice, name)
            for node, choice in _choices(self.tree)
            for name, status in self.prospects.statuses(choice.to).items()
            if status is not Status.IMPOSSIBLE
        ]

    @property
    def totals(self) -> tuple[int, int, int]:
        """How many nodes, choices, and pairs of a choice and what may follow it there are."""
        choices = sum(1 for _ in _choices(self.tree))
        return len(self.tree.nodes), choices, len(self._possible_pairs)

    def nodes_with_ways(self) -> Iterator[Unvisited]:
        """Yield the nodes that no story visits, each with a shortest way there."""
        return (Unvisited(node, way=self._to(node)) for node in self.unvisited_nodes)

    def choices_with_ways(self) -> Iterator[Unvisited]:
        """Yield the choices that no story takes, each with a shortest way through it."""
        return (
            Unvisited(node, choice.id, way=self._through(node, choice))
            for node, choice in self.unvisited_choices
        )

    def pairs_with_ways(self) -> Iterator[Unvisited]:
        """Yield the pairs that no story visits, each with a shortest way."""
        return (
            Unvisited(node, choice.id, name, self._on_to(node, choice, name))
            for node, choice, name in self.unvisited_pairs
        )

    def _through(self, node: str, choice: Choice) -> Path | None:
        way = self._to(node)
        return None if way is None else way.then(Step(node, choice.id, choice.to))

    def _on_to(self, node: str, choice: Choice, consequence: str) -> Path | None:
        """Return a shortest way by a choice to a consequence; None where only an open end could bring it."""
        way = self._through(node, choice)
        trail = shortest_trail(self._flat, self._flat.numbers[choice.to], self._bringers(consequence))
        if way is None or trail is None:
            return None
        onward = as_path(self.tree, self._flat, self._flat.numbers[choice.to], trail)
        return Path(way.start, (*way.steps, *onward.steps))

    def _to(self, node: str) -> Path | None:
        if node not in self._ways_known:
            self._ways_known[node] = next(self._ways_to(node), None)
        return self._ways_known[node]

    def _ways_to(self, node: str) -> Iterator[Path]:
        goal = [self._flat.numbers[node]]
        for start in (self.tree.root, *(entry.to for entry in self.tree.urgent)):
            number = self._flat.numbers[start]
            trail = shortest_trail(self._flat, number, goal)
            if trail is not None:
                yield as_path(self.tree, self._flat, number, trail)

    @cached_property
    def _flat(self) -> FlatGraph:
        """The flat graph without `goes_on`: a story ends at an outcome."""
        return FlatGraph.of(self.tree)

    def _bringers(self, consequence: str) -> list[int]:
        return [
            self._flat.numbers[node.id] for node in self.tree.nodes.values() if consequence in node.brings
        ]


def _choices(tree: Tree) -> Iterator[tuple[str, Choice]]:
    return ((node.id, choice) for node in tree.nodes.values() for choice in node.choices)


def _pairs(tree: Tree, paths: Iterable[Path]) -> Iterator[tuple[str, str, str]]:
    for path in paths:
        after: set[str] = set()
        for step in reversed(path.steps):
            after.update(tree.nodes[step.to].brings)
            for name in after:
                yield step.node, str(step.choice), name

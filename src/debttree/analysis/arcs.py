"""A tree as flat arrays of numbers: what every linear pass over the graph runs on.

Nodes are numbered in file order, arcs in the file order of their choices, so that the smaller number always
comes first in the file. The arcs of one node stand together (compressed sparse rows), and so do the arcs that
lead into one node.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from debttree.model import Kind, Tree


@dataclass(frozen=True, slots=True)
class Arcs:
    """The graph of a tree.

    A choice to nowhere counts as absent, and so does a choice of an outcome: an outcome is an end.

    Attributes:
        ids: the id of each node.
        numbers: the number of each id.
        first: the arcs out of node `v` are `first[v]` up to, not including, `first[v + 1]`.
        sources: where each arc begins.
        targets: where each arc leads.
        places: which of its node's choices each arc is, from 0.
        into_first: the arcs into node `v` are `into[into_first[v]:into_first[v + 1]]`.
        into: numbers of arcs, sorted by target, in file order for each.
        ends: numbers of the outcomes.
        yours: 1 for each node at which you decide yourself, else 0.
    """

    ids: tuple[str, ...]
    numbers: dict[str, int]
    first: Sequence[int]
    sources: Sequence[int]
    targets: Sequence[int]
    places: Sequence[int]
    into_first: Sequence[int]
    into: Sequence[int]
    ends: tuple[int, ...]
    yours: bytes

    @classmethod
    def of(cls, tree: Tree) -> "Arcs":
        """Number the nodes and choices of a tree."""
        ids = tuple(tree.nodes)
        numbers = {node: number for number, node in enumerate(ids)}
        first, sources, targets, places, ends = [0], [], [], [], []
        for number, node in enumerate(tree.nodes.values()):
            if node.kind is Kind.OUTCOME:
                ends.append(number)
            else:
                for place, choice in enumerate(node.choices):
                    target = numbers.get(choice.to)
                    if target is not None:
                        sources.append(number)
                        targets.append(target)
                        places.append(place)
            first.append(len(targets))
        yours = bytes(node.kind is Kind.DECISION for node in tree.nodes.values())
        into_first, into = by_target(targets, len(ids))
        return cls(ids, numbers, first, sources, targets, places, into_first, into, tuple(ends), yours)

    def __len__(self) -> int:
        return len(self.ids)

    def out(self, node: int) -> range:
        """The arcs out of a node, in file order."""
        return range(self.first[node], self.first[node + 1])

    def next(self, node: int) -> Sequence[int]:
        """The nodes that its arcs lead to, in file order; one may come several times."""
        return self.targets[self.first[node] : self.first[node + 1]]

    def before(self, node: int) -> Sequence[int]:
        """The nodes that its arcs come from, in file order; one may come several times."""
        return [self.sources[arc] for arc in self.into[self.into_first[node] : self.into_first[node + 1]]]


def by_target(targets: Sequence[int], nodes: int) -> tuple[list[int], list[int]]:
    """Arcs sorted by where they lead, and where each node's begin (a counting sort, stable)."""
    counts = [0] * (nodes + 1)
    for target in targets:
        counts[target + 1] += 1
    first = list(accumulate(counts))
    free = first[:-1]
    into = [0] * len(targets)
    for arc, target in enumerate(targets):
        into[free[target]] = arc
        free[target] += 1
    return first, into

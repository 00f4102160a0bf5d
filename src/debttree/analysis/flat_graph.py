"""A tree as flat arrays of numbers: what the passes run on that are asked many times, or that no library has.

**Why there are two graphs.** A tree is navigated as networkx's graph (`debttree.analysis.graph`). Four things stay on
flat arrays, made from the same tree; a property test says that both agree.

- *Attractors, limits and setbacks* are games of you against others: networkx has no such thing, and prospects
  ask for a dozen of them for each consequence of a tree.
- *Trails* (walks that take no arc twice) with an order of their own: networkx lists paths of simple graphs.
- *The linear passes by which `check` knows a sound tree*: with the graph it would import networkx (160-180 ms; half
  of what `check` takes for 100 nodes) and build it (150 ms for 10,000 nodes, 4.4 times the arrays), to say nothing.
- *The statuses*: reachability by networkx takes 2.7-3.3 times a pass here (10,000 nodes), 3.2-4.6 times (100,000),
  and prospects run 24 of them for a tree of a dozen consequences before the explorer's panel can be filled.

The graph takes 17 MiB for 10,000 nodes, the arrays 1.5. Measured on CPython 3.11, two cores; `make bench
BENCH=prospects` measures it again.

Nodes are numbered in file order, arcs in the file order of their choices, so that the smaller number always
comes first in the file. The arcs of one node stand together (compressed sparse rows), and so do the nodes
that lead to one node. Arrays of machine integers, not lists: at 100,000 nodes a pass over lists spends more
than half its time waiting for memory.
"""

from array import array
from dataclasses import dataclass
from itertools import accumulate
from typing import TypeAlias

from debttree.model import Choice, Kind, Tree

Numbers: TypeAlias = "array[int]"
"""One number for each node, or for each arc."""

INTEGER = "i"
"""Type code of the arrays: 32 bits, enough for every tree within the reader's limits."""


@dataclass(frozen=True, slots=True)
class FlatGraph:
    """The graph of a tree.

    A choice to nowhere counts as absent, and so does a choice of an outcome: an outcome is an end.

    Attributes:
        ids: the id of each node.
        numbers: the number of each id.
        first: the arcs out of node `v` are `first[v]` up to, not including, `first[v + 1]`.
        targets: where each arc leads.
        into_first: the nodes that lead to node `v` are `into[into_first[v]:into_first[v + 1]]`.
        into: where the arcs into each node begin, in file order; a node with two of them comes twice.
        ends: numbers of the outcomes.
        is_yours: 1 for each node at which you decide yourself, else 0.
        required: minus how many arcs of each node must lead to where you want to be: one where you decide, else
            all; one too where there is none, so that it is never paid.
    """

    ids: tuple[str, ...]
    numbers: dict[str, int]
    first: Numbers
    targets: Numbers
    into_first: Numbers
    into: Numbers
    ends: Numbers
    is_yours: bytes
    required: Numbers

    @classmethod
    def of(cls, tree: Tree) -> "FlatGraph":
        """Number the nodes and choices of a tree."""
        ids = tuple(tree.nodes)
        numbers = {node: number for number, node in enumerate(ids)}
        first, targets, ends = array(INTEGER, [0]), array(INTEGER), array(INTEGER)
        required = array(INTEGER)
        for number, node in enumerate(tree.nodes.values()):
            if node.kind is Kind.OUTCOME:
                ends.append(number)
            else:
                targets.extend([numbers[choice.to] for choice in node.choices if choice.to in numbers])
            required.append(-1 if node.kind is Kind.DECISION else min(first[-1] - len(targets), -1))
            first.append(len(targets))
        is_yours = bytes(node.kind is Kind.DECISION for node in tree.nodes.values())
        into_first, into = by_target(first, targets)
        return cls(ids, numbers, first, targets, into_first, into, ends, is_yours, required)

    def __len__(self) -> int:
        return len(self.ids)

    def next(self, node: int) -> Numbers:
        """The nodes that its arcs lead to, in file order; one may come several times."""
        return self.targets[self.first[node] : self.first[node + 1]]

    def before(self, node: int) -> Numbers:
        """The nodes that its arcs come from, in file order; one may come several times."""
        return self.into[self.into_first[node] : self.into_first[node + 1]]

    def choices(self, tree: Tree, node: int) -> list[Choice]:
        """The choices that are its arcs, in the same order."""
        if self.first[node] == self.first[node + 1]:
            return []
        return [choice for choice in tree.nodes[self.ids[node]].choices if choice.to in self.numbers]


def by_target(first: Numbers, targets: Numbers) -> tuple[Numbers, Numbers]:
    """The same arcs from the other end: `into_first` and `into` of `FlatGraph` (a counting sort, stable)."""
    nodes = len(first) - 1
    counts = array(INTEGER, [0]) * (nodes + 1)
    for target in targets:
        counts[target + 1] += 1
    into_first = array(INTEGER, accumulate(counts))
    free = into_first[:]
    into = array(INTEGER, [0]) * len(targets)
    for node in range(nodes):
        for target in targets[first[node] : first[node + 1]]:
            into[free[target]] = node
            free[target] += 1
    return into_first, into

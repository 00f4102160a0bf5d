"""A tree as flat arrays of numbers, for passes that run many times or that no library offers.

**Why there are two graphs.** Map, outline and ways use a networkx graph (`debttree.analysis.graph`). Four things use
flat arrays made from the same tree; a property test checks that both agree.

- *Attractors, limits and setbacks* are games of you against others, which networkx does not offer; prospects need a
  dozen of them for each consequence.
- *Trails* (walks that take no arc twice) with an order of their own: networkx lists paths of simple graphs.
- *The linear passes by which `check` recognises a sound tree*: the graph would cost it the import of networkx (160-180
  ms, half of the time of `check` for 100 nodes) and the building (150 ms for 10,000 nodes, 4.4 times the arrays).
- *The statuses*: reachability by networkx takes 2.7-3.3 times as long as a pass here (10,000 nodes), 3.2-4.6 times
  (100,000), and prospects run 24 of them for a tree of a dozen consequences before the explorer's panel can be filled.

The graph takes 17 MiB for 10,000 nodes, the arrays 1.5. Measured on CPython 3.11, two cores; `make bench
BENCH=prospects` measures it again.

Nodes are numbered in file order, arcs in the file order of their choices, so that the smaller number always
comes first in the file. The arcs of one node stand together (compressed sparse rows), and so do the nodes
that lead to one node. Arrays of machine integers, not lists: at 100,000 nodes a pass over lists spends more
than half its time waiting for memory.
"""

from array import array
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import TypeAlias

from debttree.analysis.elsewhere import counted, elsewhere
from debttree.model import Choice, Kind, Tree

Numbers: TypeAlias = "array[int]"
"""One number for each node, or for each arc."""

INTEGER = "i"
"""Type code of the arrays: 32 bits, enough for every tree within the reader's limits."""


@dataclass(frozen=True, slots=True)
class FlatGraph:
    """The graph of a tree as arrays.

    Left out are choices to nowhere, choices of outcomes (an outcome is an end) and, unless `leaving` is true, choices
    that lead to another guide if their node has other choices.

    Attributes:
        ids: the id of each node.
        numbers: the number of each id.
        first: the arcs out of node `v` are `first[v]` up to, not including, `first[v + 1]`.
        targets: number of the node that each arc leads to.
        into_first: the nodes that lead to node `v` are `into[into_first[v]:into_first[v + 1]]`.
        into: numbers of the nodes where the arcs into each node begin, in file order; a node with two such arcs stands
            twice.
        ends: numbers of the outcomes.
        open_ends: numbers of the outcomes with arcs (`goes_on`): others may go on from there.
        is_yours: 1 for each decision, else 0.
        facts: numbers of the questions, whose answers are facts.
        theirs: numbers of the chance nodes.
        is_fact: 1 for each question, else 0.
        is_others: 1 for each node at which you do not decide, else 0.
        required: for each node, minus the number of its arcs that must lead into a set for you to be able to force it:
            1 at a decision, else all of them; 1 for a node without arcs, so that it never qualifies. Passes count up
            from it to 0.
        left_out: ids of the outcomes that lead to another guide, whose arcs were left out.
    """

    ids: tuple[str, ...]
    numbers: dict[str, int]
    first: Numbers
    targets: Numbers
    into_first: Numbers
    into: Numbers
    ends: Numbers
    open_ends: Numbers
    facts: Numbers
    theirs: Numbers
    is_yours: bytes
    is_fact: bytes
    is_others: bytes
    required: Numbers
    left_out: frozenset[str] = frozenset()

    @classmethod
    def of(cls, tree: Tree, *, going_on: bool = False, leaving: bool = True) -> "FlatGraph":
        """Make the graph of a tree, with nodes and choices as numbers.

        Args:
            tree: the tree; it may have errors.
            going_on: whether the nodes in `goes_on` of an outcome become arcs.
            leaving: whether choices that lead to another guide are kept although their node has others.
        """
        ids = tuple(tree.nodes)
        numbers = {node: number for number, node in enumerate(ids)}
        first, targets = array(INTEGER, [0]), array(INTEGER)
        ends, open_ends, required = array(INTEGER), array(INTEGER), array(INTEGER)
        left_out = frozenset[str]() if leaving else elsewhere(tree)
        for number, node in enumerate(tree.nodes.values()):
            if node.kind is not Kind.OUTCOME:
                leading = [numbers[choice.to] for choice in _leading(node.choices, numbers, left_out)]
                targets.extend(leading)
            else:
                ends.append(number)
                if going_on and node.goes_on:
                    targets.extend([numbers[name] for name in node.goes_on if name in numbers])
                    if len(targets) > first[-1]:
                        open_ends.append(number)
            required.append(-1 if node.kind is Kind.DECISION else min(first[-1] - len(targets), -1))
            first.append(len(targets))
        kinds = [node.kind for node in tree.nodes.values()]
        into_first, into = by_target(first, targets)
        return cls(
            ids=ids,
            numbers=numbers,
            first=first,
            targets=targets,
            into_first=into_first,
            into=into,
            ends=ends,
            open_ends=open_ends,
            facts=array(INTEGER, [number for number, kind in enumerate(kinds) if kind is Kind.QUESTION]),
            theirs=array(INTEGER, [number for number, kind in enumerate(kinds) if kind is Kind.CHANCE]),
            is_yours=bytes(kind is Kind.DECISION for kind in kinds),
            is_fact=bytes(kind is Kind.QUESTION for kind in kinds),
            is_others=bytes(kind is not Kind.DECISION for kind in kinds),
            required=required,
            left_out=left_out,
        )

    def __len__(self) -> int:
        return len(self.ids)

    def next(self, node: int) -> Numbers:
        """Return the nodes that a node's arcs lead to, in file order; a node may occur several times."""
        return self.targets[self.first[node] : self.first[node + 1]]

    def before(self, node: int) -> Numbers:
        """Return the nodes from which arcs lead to a node, in file order; a node may occur several times."""
        return self.into[self.into_first[node] : self.into_first[node + 1]]

    def joined(self, arc: int) -> tuple[int, int]:
        """Return the nodes at the two ends of an arc."""
        return bisect_right(self.first, arc) - 1, self.targets[arc]

    def choices(self, tree: Tree, node: int) -> list[Choice]:
        """Return the choices of a node that are arcs, in the order of the arcs; an outcome has none."""
        if tree.nodes[self.ids[node]].kind is Kind.OUTCOME:
            return []
        return _leading(tree.nodes[self.ids[node]].choices, self.numbers, self.left_out)


def _leading(choices: Sequence[Choice], numbers: Mapping[str, int], left_out: frozenset[str]) -> list[Choice]:
    somewhere = [choice for choice in choices if choice.to in numbers]
    return counted(somewhere, left_out) if left_out else somewhere


def by_target(first: Numbers, targets: Numbers) -> tuple[Numbers, Numbers]:
    """Return the arcs sorted by target, as `into_first` and `into` of `FlatGraph` (a stable counting sort)."""
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

"""What prospects mean, straight from their definitions: by trying every strategy and every simple way.

Nothing here is shared with the program. A strategy names one choice for every decision; if it forces an
outcome, no walk under it comes round, so it is enough to look at the graph that it leaves.
"""

from collections.abc import Collection, Iterator
from itertools import product

from debttree.analysis import Status
from debttree.model import Kind, Tree

Graph = dict[str, list[str]]


def graph_of(tree: Tree) -> Graph:
    """Where the choices of each node lead; outcomes are ends, choices to nowhere are absent."""
    return {
        name: []
        if node.kind is Kind.OUTCOME
        else [choice.to for choice in node.choices if choice.to in tree.nodes]
        for name, node in tree.nodes.items()
    }


def strategies(tree: Tree) -> list[Graph]:
    """The graph that each strategy leaves."""
    graph = graph_of(tree)
    decisions = [name for name, ahead in graph.items() if tree.nodes[name].kind is Kind.DECISION and ahead]
    options = [sorted(set(graph[name])) for name in decisions]
    return [
        graph | {name: [to] for name, to in zip(decisions, picked, strict=True)}
        for picked in product(*options)
    ]


def visited(graph: Graph, start: str) -> set[str]:
    """What walks from `start` visit."""
    seen: set[str] = set()
    waiting = [start]
    while waiting:
        name = waiting.pop()
        if name not in seen:
            seen.add(name)
            waiting += graph[name]
    return seen


def forces_an_end(tree: Tree, graph: Graph, start: str) -> bool:
    """Whether every walk comes to an outcome: none comes round, none stops elsewhere."""

    def ends(name: str, before: tuple[str, ...]) -> bool:
        if name in before:
            return False
        if tree.nodes[name].kind is Kind.OUTCOME:
            return True
        return bool(graph[name]) and all(ends(to, (*before, name)) for to in graph[name])

    return ends(start, ())


def simple_ways(
    tree: Tree, graph: Graph, name: str, before: tuple[str, ...] = ()
) -> Iterator[tuple[str, ...]]:
    """Ways to outcomes that visit no node twice."""
    if tree.nodes[name].kind is Kind.OUTCOME:
        yield (*before, name)
    for to in graph[name]:
        if to not in before and to != name:
            yield from simple_ways(tree, graph, to, (*before, name))


class Oracle:
    """Answers by exhaustion."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.graph = graph_of(tree)
        self.strategies = strategies(tree)

    def brings(self, names: Collection[str]) -> set[str]:
        return {harm for name in names for harm in self.tree.nodes[name].brings}

    def forced(self, start: str) -> list[set[str]]:
        """What may be visited under each strategy that forces an end from `start`."""
        return [visited(graph, start) for graph in self.strategies if forces_an_end(self.tree, graph, start)]

    def in_your_hands(self, start: str, avoid: Collection[str]) -> bool:
        return any(self.brings(names).isdisjoint(avoid) for names in self.forced(start))

    def status(self, start: str, harm: str, met: Collection[str]) -> Status:
        ways = list(simple_ways(self.tree, self.graph, start))
        if harm in met or harm in self.tree.nodes[start].brings:
            return Status.INCURRED
        if harm not in self.brings(visited(self.graph, start)):
            return Status.IMPOSSIBLE
        if ways and all(harm in self.brings(way) for way in ways):
            return Status.CERTAIN
        return Status.AVOIDABLE if self.in_your_hands(start, [harm]) else Status.AT_RISK

    def worst(self, start: str, met: Collection[str]) -> int:
        def gravest(names: Collection[str]) -> int:
            harms = self.brings(names) | set(met)
            return max((self.tree.consequences[harm].severity for harm in harms), default=0)

        forced = self.forced(start) or [visited(self.graph, start)]
        return min(gravest(names) for names in forced)

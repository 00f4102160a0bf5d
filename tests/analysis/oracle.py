"""Compute prospects straight from their definitions, by trying every strategy and every simple way.

No code is shared with the program. A *profile* fixes one answer for every node of some kinds; all other nodes may give
any answer. Sets of nodes are bits of an integer, for speed only.
"""

from collections.abc import Collection, Iterator, Mapping
from functools import cached_property
from itertools import product

from debttree.analysis import Status
from debttree.model import Kind, Tree

Graph = dict[str, list[str]]

NOT_YOURS, EVERY_WAY, NOW = 1, 2, 3


def graph_of(tree: Tree) -> Graph:
    """The targets of each node's choices; outcomes have none, choices to nowhere are left out."""
    return {
        name: []
        if node.kind is Kind.OUTCOME
        else [choice.to for choice in node.choices if choice.to in tree.nodes]
        for name, node in tree.nodes.items()
    }


def counting(tree: Tree) -> Graph:
    """The graph without choices to an end in another guide, for nodes that have other choices."""
    away = {name for name, node in tree.nodes.items() if node.kind is Kind.OUTCOME and node.guide}
    return {name: [to for to in led if to not in away] or led for name, led in graph_of(tree).items()}


def going_on(tree: Tree) -> Graph:
    """The graph with arcs for `goes_on` at open ends."""
    return counting(tree) | {
        name: [to for to in node.goes_on or () if to in tree.nodes]
        for name, node in tree.nodes.items()
        if node.kind is Kind.OUTCOME
    }


def visited(graph: Graph, start: str) -> set[str]:
    """The nodes that walks from `start` visit."""
    seen: set[str] = set()
    waiting = [start]
    while waiting:
        name = waiting.pop()
        if name not in seen:
            seen.add(name)
            waiting += graph[name]
    return seen


def simple_ways(graph: Graph, ends: Collection[str], name: str) -> Iterator[tuple[str, ...]]:
    """Ways to ends that visit no node twice, open ends passed or not."""
    waiting: list[tuple[str, ...]] = [(name,)]
    while waiting:
        way = waiting.pop()
        if way[-1] in ends:
            yield way
        waiting += [(*way, to) for to in dict.fromkeys(graph[way[-1]]) if to not in way]


class Oracle:
    """Computes answers by exhaustive search."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.graph = going_on(tree)
        self.names = list(tree.nodes)
        self.bit = {name: 1 << number for number, name in enumerate(self.names)}
        self.ends = {name for name, node in tree.nodes.items() if node.kind is Kind.OUTCOME}
        self.open = {name for name in self.ends if self.graph[name]}

    def profiles(self, *kinds: Kind) -> Iterator[Graph]:
        """Every way to fix the answers at all nodes of some kinds."""
        fixed = [name for name in self.names if self.tree.nodes[name].kind in kinds and self.graph[name]]
        for picked in product(*(dict.fromkeys(self.graph[name]) for name in fixed)):
            yield self.graph | {name: [to] for name, to in zip(fixed, picked, strict=True)}

    def reached(self, graph: Graph) -> list[int]:
        """The nodes that walks from each node visit, as bits."""
        return [self.bits(visited(graph, name)) for name in self.names]

    def bits(self, names: Collection[str]) -> int:
        return sum(self.bit[name] for name in set(names))

    def ending(self, graph: Graph, *, others_stop: bool) -> int:
        """The nodes from which every walk ends at an outcome: none loops, none stops elsewhere.

        Args:
            others_stop: whether walks end at open ends.
        """

        def ends(name: str, before: tuple[str, ...]) -> bool:
            if name in before:
                return False
            if name in self.ends and (others_stop or name not in self.open):
                return True
            return bool(graph[name]) and all(ends(to, (*before, name)) for to in set(graph[name]))

        return self.bits([name for name in self.names if ends(name, ())])

    @cached_property
    def forced(self) -> list[set[int]]:
        """The nodes that may be visited from each node, under each strategy of yours that forces an end from there."""
        return self._forced(Kind.DECISION)

    @cached_property
    def forced_by_facts(self) -> list[set[int]]:
        """The same if you could choose the facts too."""
        return self._forced(Kind.DECISION, Kind.QUESTION)

    def _forced(self, *kinds: Kind) -> list[set[int]]:
        found: list[set[int]] = [set() for _ in self.names]
        for graph in self.profiles(*kinds):
            ending = self.ending(graph, others_stop=False)
            for number, seen in enumerate(self.reached(graph)):
                if ending >> number & 1:
                    found[number].add(seen)
        return found

    @cached_property
    def lucky(self) -> list[set[int]]:
        """The nodes that may be visited from each node if others answer once as you wish, whatever the facts are."""
        stopping: Graph = {name: [] for name in self.open}
        found: list[set[int]] = [set() for _ in self.names]
        for graph in self.profiles(Kind.DECISION, Kind.CHANCE):
            ending = self.ending(graph, others_stop=True)
            for number, seen in enumerate(self.reached(graph | stopping)):
                if ending >> number & 1:
                    found[number].add(seen)
        return found

    def levels(self, barred: int) -> list[int]:
        """A(0), A(1), ... until they no longer change."""
        asked = [n for n in self.names if self.tree.nodes[n].kind is Kind.CHANCE or n in self.open]
        sets: list[int] = []
        before = (1 << len(self.names)) - 1
        while True:
            unsafe = self.bits([n for n in asked if self.bits(self.graph[n]) & ~before])
            fine = [
                any(not seen & (barred | unsafe) for seen in self.lucky[number])
                for number in range(len(self.names))
            ]
            now = sum(1 << number for number, mark in enumerate(fine) if mark)
            if sets and now == sets[-1]:
                return sets
            sets.append(now)
            before = now

    def limit(self, barred: int) -> int:
        """The nodes from which one strategy of yours never meets barred nodes, and always keeps a way to an end.

        Under it, wherever the others may have taken you, some answers of theirs lead to an end whatever the facts are.
        """
        return sum(
            1 << number
            for number in range(len(self.names))
            if any(not seen & barred and not seen & ~ends for seen, ends in self.keeping[number])
        )

    @cached_property
    def keeping(self) -> list[set[tuple[int, int]]]:
        """For each node and strategy of yours the nodes that may be visited, and those from which others can let it
        end."""
        found: list[set[tuple[int, int]]] = [set() for _ in self.names]
        for graph in self.profiles(Kind.DECISION):
            ends = 0
            for answered in self.profiles(Kind.CHANCE):
                both = answered | {
                    n: graph[n] for n in self.names if self.tree.nodes[n].kind is Kind.DECISION
                }
                ends |= self.ending(both, others_stop=True)
            for number, seen in enumerate(self.reached(graph)):
                found[number].add((seen, ends))
        return found

    def barred(self, harms: Collection[str]) -> int:
        """The nodes that bring one of some consequences."""
        return self.bits([n for n in self.names if not set(self.tree.nodes[n].brings).isdisjoint(harms)])

    def together(self, start: str, harms: Collection[str]) -> Status | None:
        number, barred = self.names.index(start), self.barred(harms)
        if any(not seen & barred for seen in self.forced[number]):
            return Status.AVOIDABLE
        return Status.HOLDABLE if self.limit(barred) >> number & 1 else None

    def status(self, start: str, harm: str, met: Collection[str]) -> Status:
        barred = self.barred([harm])
        if harm in met or self.bit[start] & barred:
            return Status.INCURRED
        if not self.bits(visited(self.graph, start)) & barred:
            return Status.IMPOSSIBLE
        ways = list(simple_ways(self.graph, self.ends, start))
        if ways and all(self.bits(way) & barred for way in ways):
            return Status.CERTAIN
        return self.together(start, [harm]) or Status.AT_RISK

    def setbacks(self, start: str, harm: str) -> int:
        """The number of the sets that contain a node, up to 9."""
        return min(sum(level >> self.names.index(start) & 1 for level in self.levels(self.barred([harm]))), 9)

    def worst(self, start: str, met: Collection[str]) -> int:
        severity = {harm: consequence.severity for harm, consequence in self.tree.consequences.items()}
        here = max((severity[harm] for harm in met), default=0)
        for ceiling in range(6):
            if self.together(start, [harm for harm in severity if severity[harm] > ceiling]):
                return max(ceiling, here)
        brought = {h for name in visited(self.graph, start) for h in self.tree.nodes[name].brings}
        return max([here, *(severity[harm] for harm in brought)])

    def grade(self, name: str, harm: str, *, facts_against: bool) -> int:
        """The grade of a consequence behind a choice that leads to a node."""
        status = self.status(name, harm, ())
        if status in (Status.INCURRED, Status.CERTAIN):
            return NOW if status is Status.INCURRED else EVERY_WAY
        if status is Status.IMPOSSIBLE:
            return 0
        seen = (self.forced if facts_against else self.forced_by_facts)[self.names.index(name)]
        return 0 if any(not each & self.barred([harm]) for each in seen) else NOT_YOURS

    def marks(self, name: str, met: Collection[str]) -> Mapping[str, set[str]]:
        """The marks of each choice of a decision, by its target."""
        severity = {h: c.severity for h, c in self.tree.consequences.items()}
        count = [h for h in severity if h not in met and h not in self.tree.nodes[name].brings]
        grades = {
            to: {(h, facts): self.grade(to, h, facts_against=facts) for h in count for facts in (True, False)}
            for to in counting(self.tree)[name]
        }

        def is_marked(to: str, harm: str) -> bool:
            grave = [h for h in count if severity[h] >= severity[harm]]
            return any(
                all(other[harm, facts] < grades[to][harm, facts] for facts in (True, False))
                and all(other[h, facts] <= grades[to][h, facts] for h in grave for facts in (True, False))
                for other in grades.values()
            )

        return {
            to: set()
            if "crisis" in self.tree.nodes[to].tags
            else {harm for harm in count if is_marked(to, harm)}
            for to in grades
        }

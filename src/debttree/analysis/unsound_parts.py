"""Find the unsound parts of a decision graph, with the loops and nodes that problems name.

One cause gives one problem: a loop is reported once, not at every node that leads into it. networkx finds parts, loops
and reachable nodes; only traps need an attractor, which no library offers.
"""

from array import array
from collections.abc import Iterable, Iterator
from dataclasses import replace

import networkx as nx

from debttree.analysis.flat_graph import INTEGER, FlatGraph, by_target
from debttree.analysis.graph import decision_graph
from debttree.analysis.loops import components, drawn, listed, shortest_loop
from debttree.analysis.reachability import attractor
from debttree.model import Aim, Kind, Message, Problem, Severity, Tree, msg

_ROUNDS = 10
"""Most rounds of splitting parts: a hostile graph could need as many rounds as it has nodes."""


class UnsoundParts:
    """Describes the problems that the linear passes of `soundness` found.

    Args:
        tree: the tree.
        flat: its flat graph; the passes use its numbers.
    """

    def __init__(self, tree: Tree, flat: FlatGraph) -> None:
        self._tree = tree
        self._flat = flat
        self._graph = decision_graph(tree)

    def problems(self, stuck: list[int], kept: list[int], lost: list[int]) -> list[Problem]:
        """Return the problems in file order.

        Args:
            stuck: numbers of the nodes from which no outcome can be reached.
            kept: numbers of the nodes from which you can force neither an end nor a stuck node.
            lost: numbers of the unreachable nodes.
        """
        found = [*self._no_way_out(stuck), *self._cannot_force_an_end(kept), *self._unreachable(lost)]
        return sorted(found, key=lambda problem: self._flat.numbers[problem.node or ""])

    def _names(self, numbers: Iterable[int]) -> list[str]:
        return [self._flat.ids[number] for number in numbers]

    def _no_way_out(self, stuck: list[int]) -> Iterator[Problem]:
        """Yield one error for each part of the graph that no arc leaves and that contains no outcome."""
        for part in components(self._graph, self._names(stuck)):
            members = set(part)
            if all(target in members for node in part for target in self._graph[node]):
                loop = drawn(shortest_loop(self._graph, part[0], members))
                yield _problem(
                    part[0],
                    "no-way-out",
                    Severity.ERROR,
                    msg("No outcome can be reached from here; the loop has no way out: {loop}", loop=loop),
                    msg("Give one node of the loop a choice that leads on to an outcome."),
                )

    def _cannot_force_an_end(self, kept: list[int]) -> Iterator[Problem]:
        """Yield one warning for each part in which others could keep you even if all its exits led to an end."""
        for part in self._traps(kept):
            theirs = (node for node in part if self._tree.nodes[node].kind is not Kind.DECISION)
            node = next(theirs, part[0])
            loop = shortest_loop(self._graph, node, set(part))
            if loop:
                yield _problem(
                    node,
                    "cannot-force-an-end",
                    Severity.WARNING,
                    msg(
                        "You cannot force an end from here; others could keep you in the loop: {loop}",
                        loop=drawn(loop),
                    ),
                    msg("Let a decision in the loop have a choice that leads out of it."),
                )

    def _traps(self, kept: list[int]) -> list[list[str]]:
        """Return strongly connected parts that none of your choices leaves and that others need not leave.

        Maximal end components (Baier, Katoen, Principles of Model Checking, 2008, section 10.6.3): parts are split
        until each is closed. Usually the second round changes nothing; after `_ROUNDS` the parts are reported as they
        are.
        """
        parts: list[list[str]] = []
        for _ in range(_ROUNDS if kept else 0):
            parts = components(self._graph, self._names(kept))
            rank = attractor(self._without_leaving(parts), self._flat.ends)
            still = [node for node in kept if rank[node] < 0]
            if len(still) == len(kept):
                break
            kept = still
        return parts

    def _without_leaving(self, parts: list[list[str]]) -> FlatGraph:
        """Return the graph with every arc that leaves its part redirected to an end."""
        flat = self._flat
        part_of = [-1] * len(flat)
        for number, part in enumerate(parts):
            for name in part:
                part_of[flat.numbers[name]] = number
        end = flat.ends[0]
        targets = array(INTEGER)
        for node, number in enumerate(part_of):
            targets.extend([target if part_of[target] == number else end for target in flat.next(node)])
        into_first, into = by_target(flat.first, targets)
        return replace(flat, targets=targets, into_first=into_first, into=into)

    def _unreachable(self, lost: list[int]) -> Iterator[Problem]:
        """Yield one warning for each unreachable node, or loop of nodes, that no other unreachable node leads to."""
        if not lost:
            return
        names = set(self._names(lost))
        graph = self._with_open_ends()
        told: set[str] = set()
        near = self._nearest_before(names)
        heads = sorted(_heads(graph, names), key=lambda part: self._flat.numbers[part[0]])
        for part in heads:
            fresh = nx.subgraph_view(graph, filter_node=lambda node: node in names and node not in told)
            behind = nx.descendants(fresh, part[0])
            told.update(behind, part)
            yield _problem(
                part[0],
                "unreachable",
                Severity.WARNING,
                _what_is_lost(part[0], sorted(behind, key=self._flat.numbers.__getitem__)),
                self._how_to_reach(part, near[part[0]]),
            )

    def _with_open_ends(self) -> "nx.MultiDiGraph[str]":
        """Return the graph with arcs for `goes_on`: nodes that these lead to count as reachable."""
        graph = self._graph.copy()
        for name, node in self._tree.nodes.items():
            if node.kind is Kind.OUTCOME:
                graph.add_edges_from((name, to) for to in node.goes_on or () if to in self._tree.nodes)
        return graph

    def _how_to_reach(self, part: list[str], near: str) -> Message:
        """Return a hint: which nodes lead to the part, and the nearest node in the file that could lead to it."""
        head = part[0]
        loop = shortest_loop(self._graph, head, set(part))
        if loop:
            return msg(
                'Only its own loop leads to it: {loop}. A choice in "{near}" with to = "{node}" would.',
                loop=drawn(loop),
                near=near,
                node=head,
            )
        return msg('No choice leads to it. One in "{near}" with to = "{node}" would.', near=near, node=head)

    def _nearest_before(self, lost: set[str]) -> dict[str, str]:
        """Return for each node the last reachable node before it in the file that is not an outcome, else the root."""
        nearest_before = {}
        near = self._tree.root
        for name, node in self._tree.nodes.items():
            nearest_before[name] = near
            if name not in lost and node.kind is not Kind.OUTCOME:
                near = name
        return nearest_before


def _problem(node: str, code: str, severity: Severity, message: Message, hint: Message) -> Problem:
    return Problem(code, severity, message, hint, ("nodes", node), Aim.KEY, node)


def _heads(graph: "nx.MultiDiGraph[str]", lost: set[str]) -> Iterator[list[str]]:
    """Yield strongly connected parts of the lost nodes that no other lost node leads to."""
    for part in components(graph, lost):
        members = set(part)
        if all(source in members for node in part for source in graph.pred[node]):
            yield part


def _what_is_lost(head: str, behind: list[str]) -> Message:
    if not behind:
        return msg('"{node}" cannot be reached from the root.', node=head)
    return msg(
        '"{node}" cannot be reached from the root, and so neither can what it leads to: {behind}',
        node=head,
        behind=listed(behind),
    )

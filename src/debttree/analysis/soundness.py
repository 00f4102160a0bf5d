"""Problems of a tree as a graph: nodes without a way out, nodes nobody reaches, loops others can keep you in.

One cause gives one problem: a loop is named once, not at every node behind it, and what follows from a defect
that the reader of the file reports already (a choice to nowhere, a node without choices, an outcome with
choices) is no problem of its own.
"""

from collections.abc import Iterator
from dataclasses import replace

from debttree.analysis.arcs import Arcs, by_target
from debttree.analysis.loops import components, drawn, listed, shortest_loop
from debttree.analysis.passes import attractor, distances, reachable
from debttree.model import Aim, Kind, Message, Problem, Severity, Tree, msg, nearest

_GUESSES_AT_MOST = 20
"""Choices to nowhere for which the node that was meant is looked for; each costs a comparison of names."""


def graph_problems(tree: Tree) -> list[Problem]:
    """Every problem that only the whole graph shows, in file order. Linear in nodes and choices."""
    arcs = Arcs.of(tree)
    none = bytes(len(arcs))
    exits = [*arcs.ends, *_faulty(tree, arcs)]
    steps = distances(arcs, exits, none)
    stuck = [node for node, count in enumerate(steps) if count < 0]
    rank = attractor(arcs, [*exits, *stuck], none)
    kept = [node for node, height in enumerate(rank) if height < 0]
    found: list[tuple[int, Problem]] = []
    if stuck:
        found.extend(_no_way_out(arcs, stuck))
    if kept:
        found.extend(_cannot_force_an_end(arcs, kept, exits))
    if tree.root in arcs.numbers:
        found.extend(_unreachable(tree, arcs))
    return [problem for _, problem in sorted(found, key=lambda pair: pair[0])]


def _faulty(tree: Tree, arcs: Arcs) -> Iterator[int]:
    """Nodes whose choices are an error of their own: who knows where they will lead once it is mended."""
    for number, node in enumerate(tree.nodes.values()):
        if node.kind is not Kind.OUTCOME and len(arcs.out(number)) < max(len(node.choices), 1):
            yield number


def _marked(arcs: Arcs, nodes: list[int]) -> bytearray:
    marks = bytearray(len(arcs))
    for node in nodes:
        marks[node] = 1
    return marks


def _problem(
    arcs: Arcs, node: int, code: str, severity: Severity, message: Message, hint: Message
) -> tuple[int, Problem]:
    name = arcs.ids[node]
    return node, Problem(code, severity, message, hint, ("nodes", name), Aim.KEY, name)


def _no_way_out(arcs: Arcs, stuck: list[int]) -> Iterator[tuple[int, Problem]]:
    """One error for each part of the graph that no arc leaves and that holds no outcome."""
    within = _marked(arcs, stuck)
    for part in components(arcs, within):
        members = set(part)
        if all(target in members for node in part for target in arcs.next(node)):
            loop = drawn(arcs, shortest_loop(arcs, part[0], within))
            yield _problem(
                arcs,
                part[0],
                "no-way-out",
                Severity.ERROR,
                msg("No outcome can be reached from here; the loop has no way out: {loop}", loop=loop),
                msg("Give one node of the loop a choice that leads on to an outcome."),
            )


def _cannot_force_an_end(arcs: Arcs, kept: list[int], exits: list[int]) -> Iterator[tuple[int, Problem]]:
    """One warning for each part in which others could keep you though every way out of it led to an end."""
    part_of = [-1] * len(arcs)
    for number, part in enumerate(components(arcs, _marked(arcs, kept))):
        for node in part:
            part_of[node] = number
    inside = _without_leaving(arcs, part_of, exits[0])
    rank = attractor(inside, exits, bytes(len(arcs)))
    trap = _marked(arcs, [node for node in kept if rank[node] < 0])
    named = set()
    for part in components(inside, trap):  # sinks first: there somebody else decides
        if part_of[part[0]] not in named:
            named.add(part_of[part[0]])
            node = next(node for node in part if not arcs.yours[node])
            loop = drawn(arcs, shortest_loop(inside, node, trap))
            yield _problem(
                arcs,
                node,
                "cannot-force-an-end",
                Severity.WARNING,
                msg(
                    "You cannot force an end from here; others could keep you in the loop: {loop}", loop=loop
                ),
                msg("Let a decision in the loop have a choice that leads out of it."),
            )


def _without_leaving(arcs: Arcs, part_of: list[int], end: int) -> Arcs:
    """The same graph where every arc from one part to another leads to an end instead."""
    targets = [
        target if part_of[source] == part_of[target] else end
        for source, target in zip(arcs.sources, arcs.targets, strict=True)
    ]
    into_first, into = by_target(targets, len(arcs))
    return replace(arcs, targets=targets, into_first=into_first, into=into)


def _unreachable(tree: Tree, arcs: Arcs) -> Iterator[tuple[int, Problem]]:
    """One warning for each unreachable node, or loop of nodes, that no other one leads to."""
    roots = [*_roots(tree, arcs)]
    seen = reachable(arcs, roots)
    if all(seen):
        return
    seen = reachable(arcs, [*roots, *_meant(tree, arcs, seen)])
    lost = bytearray(not mark for mark in seen)
    told = bytearray(seen)
    near = _nearest_before(tree, arcs, seen)
    for part in sorted(_heads(arcs, lost)):
        behind = _newly_told(arcs, part, told)
        yield _problem(
            arcs,
            part[0],
            "unreachable",
            Severity.WARNING,
            _what_is_lost(arcs, part[0], behind),
            _how_to_reach(arcs, part, lost, near[part[0]]),
        )


def _roots(tree: Tree, arcs: Arcs) -> Iterator[int]:
    """Where walks begin. Choices of an outcome are an error of their own; what they lead to is meant to be."""
    outcomes = (node for node in tree.nodes.values() if node.kind is Kind.OUTCOME)
    astray = (choice.to for node in outcomes for choice in node.choices)
    for name in (tree.root, *(urgent.to for urgent in tree.urgent), *astray):
        if name in arcs.numbers:
            yield arcs.numbers[name]


def _meant(tree: Tree, arcs: Arcs, seen: bytearray) -> Iterator[int]:
    """Unreachable nodes that a choice to nowhere was probably meant for."""
    lost = [name for name, mark in zip(arcs.ids, seen, strict=True) if not mark]
    choices = (choice.to for node in tree.nodes.values() for choice in node.choices)
    names = (name for name in (*(urgent.to for urgent in tree.urgent), *choices) if name not in arcs.numbers)
    for name in list(dict.fromkeys(names))[:_GUESSES_AT_MOST]:
        meant = nearest(name, lost)
        if meant is not None:
            yield arcs.numbers[meant]


def _heads(arcs: Arcs, lost: bytearray) -> Iterator[list[int]]:
    """Strongly connected parts of the lost nodes that no other lost node leads to."""
    for part in components(arcs, lost):
        members = set(part)
        into = (
            arcs.into[i] for node in part for i in range(arcs.into_first[node], arcs.into_first[node + 1])
        )
        if all(arcs.sources[arc] in members for arc in into):
            yield part


def _newly_told(arcs: Arcs, part: list[int], told: bytearray) -> list[int]:
    """The lost nodes that only become reachable with this part, and were not told with an earlier one."""
    queue = [part[0]]
    told[part[0]] = 1
    for node in queue:  # grows while it is read
        for target in arcs.next(node):
            if not told[target]:
                told[target] = 1
                queue.append(target)
    return sorted(queue[1:])


def _what_is_lost(arcs: Arcs, head: int, behind: list[int]) -> Message:
    name = arcs.ids[head]
    if not behind:
        return msg('"{node}" cannot be reached from the root.', node=name)
    return msg(
        '"{node}" cannot be reached from the root, and so neither can what it leads to: {behind}',
        node=name,
        behind=listed(arcs, behind),
    )


def _how_to_reach(arcs: Arcs, part: list[int], lost: bytearray, near: int) -> Message:
    """What leads to it now, and the nearest node in the file from which it could have been reached."""
    head = part[0]
    loop = shortest_loop(arcs, head, lost)
    if loop:
        return msg(
            'Only its own loop leads to it: {loop}. A choice in "{near}" with to = "{node}" would.',
            loop=drawn(arcs, loop),
            near=arcs.ids[near],
            node=arcs.ids[head],
        )
    return msg(
        'No choice leads to it. One in "{near}" with to = "{node}" would.',
        near=arcs.ids[near],
        node=arcs.ids[head],
    )


def _nearest_before(tree: Tree, arcs: Arcs, seen: bytearray) -> list[int]:
    """For each node the last reachable node before it in the file that is no outcome, else the root."""
    nearest_before = []
    near = arcs.numbers[tree.root]
    for number, node in enumerate(tree.nodes.values()):
        nearest_before.append(near)
        if seen[number] and node.kind is not Kind.OUTCOME:
            near = number
    return nearest_before

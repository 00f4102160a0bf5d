"""Problems of a tree as a graph: nodes without a way out, nodes nobody reaches, loops others can keep you in.

One cause gives one problem: a loop is named once, not at every node behind it. A tree whose choices are wrong
in themselves (to nowhere, none at all, out of an outcome) is mended first by `debttree.analysis.checking`, so
that nothing is said twice.
"""

from array import array
from collections.abc import Iterator
from dataclasses import replace

from debttree.analysis.arcs import INTEGER, Arcs, by_target
from debttree.analysis.loops import components, drawn, listed, shortest_loop
from debttree.analysis.passes import attractor, leading_to, reachable
from debttree.model import Aim, Kind, Message, Problem, Severity, Tree, msg

_ROUNDS = 10
"""How often parts are taken apart at most: a graph made for it could ask for as many rounds as it has nodes."""


def graph_problems(tree: Tree) -> list[Problem]:
    """Every problem that only the whole graph shows, in file order. Linear in nodes and choices."""
    arcs = Arcs.of(tree)
    stuck = [node for node, led in enumerate(leading_to(arcs, arcs.ends)) if not led]
    rank = attractor(arcs, [*arcs.ends, *stuck])
    kept = [node for node, height in enumerate(rank) if height < 0]
    found: list[tuple[int, Problem]] = []
    if stuck:
        found.extend(_no_way_out(arcs, stuck))
    if kept:
        found.extend(_cannot_force_an_end(arcs, kept))
    if tree.root in arcs.numbers:
        found.extend(_unreachable(tree, arcs))
    return [problem for _, problem in sorted(found, key=lambda pair: pair[0])]


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
    for part in components(arcs, _marked(arcs, stuck)):
        members = set(part)
        if all(target in members for node in part for target in arcs.next(node)):
            loop = drawn(arcs, shortest_loop(arcs, part[0], members))
            yield _problem(
                arcs,
                part[0],
                "no-way-out",
                Severity.ERROR,
                msg("No outcome can be reached from here; the loop has no way out: {loop}", loop=loop),
                msg("Give one node of the loop a choice that leads on to an outcome."),
            )


def _cannot_force_an_end(arcs: Arcs, kept: list[int]) -> Iterator[tuple[int, Problem]]:
    """One warning for each part in which others could keep you though every way out of it led to an end."""
    for part in _traps(arcs, kept):
        node = next((node for node in part if not arcs.yours[node]), part[0])
        loop = shortest_loop(arcs, node, set(part))
        if loop:
            yield _problem(
                arcs,
                node,
                "cannot-force-an-end",
                Severity.WARNING,
                msg(
                    "You cannot force an end from here; others could keep you in the loop: {loop}",
                    loop=drawn(arcs, loop),
                ),
                msg("Let a decision in the loop have a choice that leads out of it."),
            )


def _traps(arcs: Arcs, kept: list[int]) -> list[list[int]]:
    """Strongly connected parts in which no choice of yours leaves and the others need not.

    Maximal end components (Baier, Katoen, Principles of Model Checking, 2008, section 10.6.3): parts are taken
    apart until each keeps itself. Usually the second round changes nothing any more; after `_ROUNDS` what
    is left is told as it is.
    """
    for _ in range(_ROUNDS):
        parts = components(arcs, _marked(arcs, kept))
        rank = attractor(_without_leaving(arcs, parts), arcs.ends)
        still = [node for node in kept if rank[node] < 0]
        if len(still) == len(kept):
            break
        kept = still
    return parts


def _without_leaving(arcs: Arcs, parts: list[list[int]]) -> Arcs:
    """The same graph where every arc that leaves its part leads to an end instead."""
    part_of = [-1] * len(arcs)
    for number, part in enumerate(parts):
        for node in part:
            part_of[node] = number
    end = arcs.ends[0]
    targets = array(INTEGER)
    for node, number in enumerate(part_of):
        targets.extend([target if part_of[target] == number else end for target in arcs.next(node)])
    into_first, into = by_target(arcs.first, targets)
    return replace(arcs, targets=targets, into_first=into_first, into=into)


def _unreachable(tree: Tree, arcs: Arcs) -> Iterator[tuple[int, Problem]]:
    """One warning for each unreachable node, or loop of nodes, that no other one leads to."""
    roots = (tree.root, *(urgent.to for urgent in tree.urgent))
    seen = reachable(arcs, [arcs.numbers[name] for name in roots if name in arcs.numbers])
    if all(seen):
        return
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
            _how_to_reach(arcs, part, near[part[0]]),
        )


def _heads(arcs: Arcs, lost: bytearray) -> Iterator[list[int]]:
    """Strongly connected parts of the lost nodes that no other lost node leads to."""
    for part in components(arcs, lost):
        members = set(part)
        if all(source in members for node in part for source in arcs.before(node)):
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


def _how_to_reach(arcs: Arcs, part: list[int], near: int) -> Message:
    """What leads to it now, and the nearest node in the file from which it could have been reached."""
    head = part[0]
    loop = shortest_loop(arcs, head, set(part))
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

"""The passes of commit 477423d, kept for comparison: five statuses and the worst case, without setbacks."""

from array import array
from collections.abc import Collection, Iterable

from debttree.analysis.flat_graph import INTEGER, FlatGraph, Numbers
from debttree.analysis.reachability import attractor, greatest_ahead, leading_to
from debttree.model import Tree


def first_passes(tree: Tree, flat: FlatGraph) -> None:
    """Compute all that commit 477423d computed about every node."""
    bringers: dict[str, list[int]] = {name: [] for name in tree.consequences}
    for number, node in enumerate(tree.nodes.values()):
        for name in node.brings:
            bringers[name].append(number)
    out = leading_to(flat, flat.ends)
    for nodes in bringers.values():
        _states(flat, out, nodes)
    severities = bytes(tree.severity(node.brings) for node in tree.nodes.values())
    gravest, forced = greatest_ahead(flat, severities), _least_ceiling(flat, flat.ends, severities)
    bytes(grave if least < 0 else least for grave, least in zip(gravest, forced, strict=True))


def _states(flat: FlatGraph, out: bytearray, bringers: Collection[int]) -> bytes:
    meets = leading_to(flat, bringers)
    clear = leading_to(flat, flat.ends, bringers)
    ranks = attractor(flat, flat.ends, bringers)
    states = bytearray([2]) * len(flat)
    for node, rank in enumerate(ranks):
        if not meets[node]:
            states[node] = 0
        elif rank >= 0:
            states[node] = 1
        elif out[node] and not clear[node]:
            states[node] = 3
    for node in bringers:
        states[node] = 4
    return bytes(states)


def _least_ceiling(flat: FlatGraph, goals: Iterable[int], heights: bytes) -> Numbers:
    ceilings = flat.required[:]
    waiting = {height: array(INTEGER) for height in sorted(set(heights))}
    for goal in goals:
        ceilings[goal] = heights[goal]
        waiting[heights[goal]].append(goal)
    into_first, into = flat.into_first, flat.into
    for ceiling, queue in waiting.items():
        for node in queue:
            for source in into[into_first[node] : into_first[node + 1]]:
                required = ceilings[source]
                if required == -1:
                    ceilings[source] = max(ceiling, heights[source])
                    (queue if heights[source] <= ceiling else waiting[heights[source]]).append(source)
                elif required < 0:
                    ceilings[source] = required + 1
    return ceilings

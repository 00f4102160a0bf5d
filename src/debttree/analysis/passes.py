"""Linear passes over a graph: what can be reached, from where, and what you can force.

Each visits every node and arc at most once, without recursion; its queue is read while it grows.
"""

from array import array
from collections.abc import Iterable

from debttree.analysis.arcs import INTEGER, Arcs, Numbers

NEVER = -1
"""In distances and ranks: not reached, not forced."""

_BARRED = -2
"""While a pass runs: never to be reached or forced."""


def reachable(arcs: Arcs, roots: Iterable[int]) -> bytearray:
    """1 for each node that a walk from one of `roots` visits, themselves included."""
    seen = bytearray(len(arcs))
    queue = array(INTEGER, dict.fromkeys(roots))
    for node in queue:
        seen[node] = 1
    first, targets = arcs.first, arcs.targets
    for node in queue:
        for target in targets[first[node] : first[node + 1]]:
            if not seen[target]:
                seen[target] = 1
                queue.append(target)
    return seen


def leading_to(arcs: Arcs, goals: Iterable[int], barred: Iterable[int] = ()) -> bytearray:
    """1 for each node from which a walk past none of `barred` visits one of `goals`, themselves included."""
    seen = bytearray(len(arcs))
    for node in barred:
        seen[node] = 1
    queue = array(INTEGER)
    for goal in goals:
        if not seen[goal]:
            seen[goal] = 1
            queue.append(goal)
    into_first, into = arcs.into_first, arcs.into
    for node in queue:
        for source in into[into_first[node] : into_first[node + 1]]:
            if not seen[source]:
                seen[source] = 1
                queue.append(source)
    for node in barred:
        seen[node] = 0
    return seen


def distances(arcs: Arcs, goals: Iterable[int], barred: Iterable[int] = ()) -> Numbers:
    """Fewest steps from each node to one of `goals` past none of `barred`; `NEVER` where there is no way."""
    steps, queue = _begun(arcs, goals, barred)
    into_first, into = arcs.into_first, arcs.into
    for node in queue:
        farther = steps[node] + 1
        for source in into[into_first[node] : into_first[node + 1]]:
            if steps[source] == NEVER:
                steps[source] = farther
                queue.append(source)
    return _ended(steps, barred)


def attractor(arcs: Arcs, goals: Iterable[int], barred: Iterable[int] = ()) -> Numbers:
    """From where you can force one of `goals` past none of `barred`, whatever the others answer.

    The attractor of a reachability game on a finite graph, as a least fixed point (Grädel, Thomas, Wilke
    (eds.), Automata, Logics, and Infinite Games, 2002, chapter 2): at a decision one arc into it is enough,
    at a question or chance node every arc must lead into it.

    Returns:
        Each node's rank: the most steps that the others can make it take when you always go down in rank;
        `NEVER` outside.
    """
    rank, queue = _begun(arcs, goals, barred)
    missing = arcs.needed[:]
    into_first, into = arcs.into_first, arcs.into
    for node in queue:  # in the order of ranks
        higher = rank[node] + 1
        for source in into[into_first[node] : into_first[node + 1]]:
            if rank[source] == NEVER:
                if missing[source] == 1:
                    rank[source] = higher
                    queue.append(source)
                else:
                    missing[source] -= 1
    return _ended(rank, barred)


def least_ceiling(arcs: Arcs, goals: Iterable[int], heights: bytes) -> Numbers:
    """The lowest ceiling under which you can force one of `goals`, whatever the others answer.

    Under a ceiling no node of greater height may be met. The attractors of rising ceilings contain one
    another, so one pass finds them all: each goes on where the one before came to rest.

    Returns:
        A height for each node; `NEVER` where no ceiling is high enough.
    """
    ceilings = array(INTEGER, [NEVER]) * len(arcs)
    missing = arcs.needed[:]
    for goal in goals:
        missing[goal] = 0
    into_first, into = arcs.into_first, arcs.into
    for ceiling, released in sorted(_by_height(heights).items()):
        queue = array(INTEGER, (node for node in released if missing[node] <= 0))
        for node in queue:
            ceilings[node] = ceiling
        for node in queue:
            for source in into[into_first[node] : into_first[node + 1]]:
                missing[source] -= 1
                if not missing[source] and heights[source] <= ceiling:
                    ceilings[source] = ceiling
                    queue.append(source)
    return ceilings


def greatest_ahead(arcs: Arcs, heights: bytes) -> bytearray:
    """The greatest height that a walk from each node meets, its own included."""
    found = bytearray(len(arcs))
    into_first, into = arcs.into_first, arcs.into
    for height, nodes in sorted(_by_height(heights).items(), reverse=True):
        queue = array(INTEGER, (node for node in nodes if not found[node]))
        for node in queue:
            found[node] = height
        for node in queue:
            for source in into[into_first[node] : into_first[node + 1]]:
                if found[source] < height:
                    found[source] = height
                    queue.append(source)
    return found


def _by_height(heights: bytes) -> dict[int, list[int]]:
    nodes: dict[int, list[int]] = {height: [] for height in set(heights)}
    for node, height in enumerate(heights):
        nodes[height].append(node)
    return nodes


def _begun(arcs: Arcs, goals: Iterable[int], barred: Iterable[int]) -> tuple[Numbers, Numbers]:
    numbers = array(INTEGER, [NEVER]) * len(arcs)
    for node in barred:
        numbers[node] = _BARRED
    queue = array(INTEGER)
    for goal in goals:
        if numbers[goal] == NEVER:
            numbers[goal] = 0
            queue.append(goal)
    return numbers, queue


def _ended(numbers: Numbers, barred: Iterable[int]) -> Numbers:
    for node in barred:
        numbers[node] = NEVER
    return numbers

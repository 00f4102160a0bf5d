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

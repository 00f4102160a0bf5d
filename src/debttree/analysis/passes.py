"""Linear passes over a graph: what can be reached, from where, and what you can force.

Each visits every node and arc at most once, without recursion.
"""

from collections.abc import Iterable

from debttree.analysis.arcs import Arcs

NEVER = -1
"""In distances and ranks: not reached, not forced."""


def reachable(arcs: Arcs, roots: Iterable[int]) -> bytearray:
    """1 for each node that a walk from one of `roots` visits, themselves included."""
    seen = bytearray(len(arcs))
    queue = list(dict.fromkeys(roots))
    for node in queue:
        seen[node] = 1
    first, targets = arcs.first, arcs.targets
    for node in queue:  # grows while it is read
        for target in targets[first[node] : first[node + 1]]:
            if not seen[target]:
                seen[target] = 1
                queue.append(target)
    return seen


def distances(arcs: Arcs, goals: Iterable[int], barred: bytes | bytearray) -> list[int]:
    """Fewest steps from each node to one of `goals` past no barred node; `NEVER` where there is no way."""
    steps = [NEVER] * len(arcs)
    queue = [goal for goal in dict.fromkeys(goals) if not barred[goal]]
    for goal in queue:
        steps[goal] = 0
    sources, into_first, into = arcs.sources, arcs.into_first, arcs.into
    for node in queue:  # grows while it is read
        farther = steps[node] + 1
        for arc in into[into_first[node] : into_first[node + 1]]:
            source = sources[arc]
            if steps[source] < 0 and not barred[source]:
                steps[source] = farther
                queue.append(source)
    return steps


def attractor(arcs: Arcs, goals: Iterable[int], barred: bytes | bytearray) -> list[int]:
    """From where you can force one of `goals` past no barred node, whatever the others answer.

    The attractor of a reachability game on a finite graph, as a least fixed point (Grädel, Thomas, Wilke
    (eds.), Automata, Logics, and Infinite Games, 2002, chapter 2): at a decision one arc into it is enough, at
    a question or chance node every arc must lead into it.

    Returns:
        Each node's rank: the most steps that the others can make it take when you always go down in rank;
        `NEVER` outside.
    """
    rank = [NEVER] * len(arcs)
    first, sources, into_first, into = arcs.first, arcs.sources, arcs.into_first, arcs.into
    missing = [
        1 if yours else end - start for yours, start, end in zip(arcs.yours, first, first[1:], strict=False)
    ]
    queue = [goal for goal in dict.fromkeys(goals) if not barred[goal]]
    for goal in queue:
        rank[goal] = 0
    for node in queue:  # grows while it is read, in the order of ranks
        higher = rank[node] + 1
        for arc in into[into_first[node] : into_first[node + 1]]:
            source = sources[arc]
            if rank[source] < 0 and not barred[source]:
                missing[source] -= 1
                if not missing[source]:
                    rank[source] = higher
                    queue.append(source)
    return rank

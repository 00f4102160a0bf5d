"""Run linear passes over a graph: which nodes can be reached, from which nodes, and which you can force.

Each pass visits every node and arc at most once, without recursion; its queue is read while it grows.
"""

from array import array
from collections.abc import Callable, Iterable

from debttree.analysis.flat_graph import INTEGER, FlatGraph, Numbers

NEVER = -1
"""The distance of a node that is not reached."""

_BARRED = -(2**31)
"""The count of a barred node during a pass: so low that no number of increments makes it 0."""

_LOW = _BARRED // 2


def reachable(flat: FlatGraph, roots: Iterable[int]) -> bytearray:
    """Return 1 for each node that can be reached from one of `roots`, the roots included."""
    seen = bytearray(len(flat))
    queue = array(INTEGER, dict.fromkeys(roots))
    for node in queue:
        seen[node] = 1
    first, targets = flat.first, flat.targets
    for node in queue:
        for target in targets[first[node] : first[node + 1]]:
            if not seen[target]:
                seen[target] = 1
                queue.append(target)
    return seen


def leading_to(flat: FlatGraph, goals: Iterable[int], barred: Iterable[int] = ()) -> bytearray:
    """Return 1 for each node that can reach one of `goals` without visiting `barred`, the goals included.

    Args:
        flat: the graph.
        goals: numbers of nodes.
        barred: numbers of nodes that no walk may visit.
    """
    seen = bytearray(len(flat))
    for node in barred:
        seen[node] = 1
    queue = array(INTEGER)
    for goal in goals:
        if not seen[goal]:
            seen[goal] = 1
            queue.append(goal)
    into_first, into = flat.into_first, flat.into
    for node in queue:
        for source in into[into_first[node] : into_first[node + 1]]:
            if not seen[source]:
                seen[source] = 1
                queue.append(source)
    for node in barred:
        seen[node] = 0
    return seen


def distances(flat: FlatGraph, goals: Iterable[int], barred: Iterable[int] = ()) -> Numbers:
    """Return the fewest steps from each node to one of `goals` without visiting `barred`; `NEVER` if there is no way.

    Args:
        flat: the graph.
        goals: numbers of nodes.
        barred: numbers of nodes that no walk may visit.
    """
    steps = array(INTEGER, [NEVER]) * len(flat)
    queue = _begun(steps, goals, barred)
    into_first, into = flat.into_first, flat.into
    for node in queue:
        farther = steps[node] + 1
        for source in into[into_first[node] : into_first[node + 1]]:
            if steps[source] == NEVER:
                steps[source] = farther
                queue.append(source)
    for node in barred:
        steps[node] = NEVER
    return steps


def attractor(flat: FlatGraph, goals: Iterable[int], barred: Iterable[int] = ()) -> Numbers:
    """Return the nodes from which you can force one of `goals` without visiting `barred`, whatever others answer.

    The attractor of a reachability game on a finite graph, as a least fixed point (Grädel, Thomas, Wilke
    (eds.), Automata, Logics, and Infinite Games, 2002, chapter 2): a decision needs one arc into the set, a question or
    chance node needs every arc into it.

    Args:
        flat: the graph.
        goals: numbers of nodes.
        barred: numbers of nodes that no walk may visit.

    Returns:
        The rank of each node: the most steps to a goal that others can cause if you always go down in rank. Negative
        for nodes outside the set.
    """
    rank = flat.required[:]  # arcs still missing, then the rank: one array takes half the memory of two
    queue = _begun(rank, goals, barred)
    into_first, into = flat.into_first, flat.into
    for node in queue:  # in the order of ranks
        higher = rank[node] + 1
        for source in into[into_first[node] : into_first[node + 1]]:
            required = rank[source]
            if required == -1:
                rank[source] = higher
                queue.append(source)
            elif required < 0:
                rank[source] = required + 1
    return rank


def careful_ranks(
    flat: FlatGraph,
    goals: Iterable[int],
    barred: Iterable[int],
    shut: Callable[[int, int], bool],
    any_of: bytes,
    one_answer_off: Iterable[int] = (),
) -> Numbers:
    """Return ranks such that a way with falling ranks takes as few shut arcs as possible.

    Each round extends the set as far as possible without another shut arc; then decisions with only shut arcs join.

    Args:
        flat: the graph.
        goals: numbers of the nodes to reach.
        barred: numbers of nodes that may not be visited.
        shut: given a decision and the target of one of its arcs, whether to avoid that arc.
        any_of: 1 for each chance node or open end that needs one arc only, since others may answer again.
        one_answer_off: numbers of nodes from which one answer of others leads to a goal; they join one round later.

    Returns:
        The rank of each node; negative for nodes outside the set.
    """
    rank = flat.required[:]
    queue = _begun(rank, goals, barred)
    _join(rank, queue, one_answer_off, 1)
    into_first, into = flat.into_first, flat.into
    at = 0
    while True:
        late: dict[int, None] = {}
        while at < len(queue):
            node, at = queue[at], at + 1
            for source in into[into_first[node] : into_first[node + 1]]:
                required = rank[source]
                if required >= 0 or required <= _LOW:
                    continue
                if required < -1 and not any_of[source]:
                    rank[source] = required + 1
                elif shut(source, node):
                    late[source] = None
                else:
                    rank[source] = rank[node] + 1
                    queue.append(source)
        joining = [source for source in late if rank[source] < 0]
        if not joining:
            return rank
        higher = rank[queue[-1]] + 1
        for source in joining:
            rank[source] = higher
            queue.append(source)


def _begun(numbers: Numbers, goals: Iterable[int], barred: Iterable[int]) -> Numbers:
    """Bar some nodes and return a queue of the goals, which get rank 0."""
    for node in barred:
        numbers[node] = _BARRED
    queue = array(INTEGER)
    _join(numbers, queue, goals, 0)
    return queue


def _join(numbers: Numbers, queue: Numbers, nodes: Iterable[int], rank: int) -> None:
    """Append the nodes that are neither barred nor a goal to the queue, with a rank."""
    for node in nodes:
        if numbers[node] != _BARRED and numbers[node]:
            numbers[node] = rank
            queue.append(node)


def greatest_ahead(flat: FlatGraph, heights: bytes) -> bytearray:
    """Return for each node the greatest height of all nodes reachable from it, its own included."""
    found = bytearray(len(flat))
    into_first, into = flat.into_first, flat.into
    for height in sorted(set(heights), reverse=True):
        queue = array(
            INTEGER, (node for node, own in enumerate(heights) if own == height and not found[node])
        )
        for node in queue:
            found[node] = height
        for node in queue:
            for source in into[into_first[node] : into_first[node + 1]]:
                if found[source] < height:
                    found[source] = height
                    queue.append(source)
    return found

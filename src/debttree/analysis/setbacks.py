"""Compute from which nodes some others can be avoided, and how many answers of others against you that survives.

Definitions and proofs: docs/engineer/prospects.md. In short: A(-1) is the set of all nodes; A(k) is the least set that
contains outcomes (an open end only if all that it goes on to is in A(k-1)), decisions with a choice into A(k),
questions with every answer into A(k), and chance nodes with an answer into A(k) and every answer into A(k-1); nodes to
avoid are in none. The sets shrink with k; the setbacks of a node are the number of sets A(0), A(1), ... that contain
it. The limit is their intersection; the attractor is a subset of it.

Cost: one traversal computes the attractor, then A(0), then all nodes with a clear way; after that each level visits
only the nodes that left and those that depended on them (deletion and rederivation, as in Gupta, Mumick,
Subrahmanian, "Maintaining views incrementally", 1993): 1.3-1.4 visits per node over all levels on generated graphs.
"""

from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from operator import not_

from debttree.analysis.flat_graph import INTEGER, FlatGraph, Numbers

MANY = 9
"""Setbacks are counted up to here: 9 stands for 9 or more."""

NEVER = 255
"""The setbacks of a node in all the sets: no number of answers brings the nodes to avoid."""

_VISITS = 8
"""Most visits per node while the limit is computed. A hostile graph could need as many as it has nodes; nodes still in
doubt then count as `MANY`, the careful answer."""

BARRED = -(2**30) - 2**28
_LOW = -(2**30)
"""The count of missing arcs of a barred node stays below this, however often it is incremented."""

_OUT, _IN, _IN_DOUBT = 0, 1, 2

_AT_FIRST = bytes([0]) + bytes([NEVER]) * 255
"""Setbacks while only A(0) is known: 0 for nodes outside it, `NEVER` for the others."""

IS_HELD = bytes(setbacks == NEVER for setbacks in range(256))
"""Translates setbacks to 1 for nodes in the limit, else 0."""


@dataclass(frozen=True, slots=True)
class Hold:
    """From which nodes of a graph some other nodes can be avoided.

    Attributes:
        forced: 1 for each node from which you can force an outcome without them, whatever others answer and the facts
            are.
        clear: 1 for each node from which some walk leads to an outcome without them.
        setbacks: for each node the fewest answers of others that bring one of them: 0 to `MANY`, or `NEVER`.
    """

    forced: bytes
    clear: bytes
    setbacks: bytes


def hold(flat: FlatGraph, barred: Iterable[int], levels: int = MANY - 1) -> Hold:
    """Compute from which nodes some other nodes can be avoided.

    Args:
        flat: the graph, with arcs where others can go on.
        barred: numbers of the nodes to avoid.
        levels: up to how many setbacks are counted; more count as `MANY`.
    """
    owed, forced = attracted(flat, barred)
    via = first_level(flat, owed, forced)
    inside = bytearray(map(not_, owed))
    pay(flat, owed, _partly_paid(flat, owed), any_of=flat.is_others)
    setbacks = Shrinking(flat, forced, inside, via).setbacks(levels)
    return Hold(forced, bytes(map(not_, owed)), setbacks)


def forced_by_facts(flat: FlatGraph, barred: Iterable[int]) -> bytes:
    """Return 1 for each node from which you could force an outcome without `barred` if every fact were for you."""
    owed, _ = attracted(flat, barred)
    pay(flat, owed, _partly_paid(flat, owed), any_of=flat.is_fact)
    return bytes(map(not_, owed))


def attracted(flat: FlatGraph, barred: Iterable[int]) -> tuple[Numbers, bytes]:
    """Return the attractor: the negative number of arcs that each node still lacks, and 1 for each node in the set."""
    owed = flat.required[:]
    for node in barred:
        owed[node] = BARRED
    opened = frozenset(flat.open_ends)
    queue = array(INTEGER, [end for end in flat.ends if end not in opened and owed[end] > _LOW])
    for node in queue:
        owed[node] = 0
    pay(flat, owed, queue)
    return owed, bytes(map(not_, owed))


def pay(flat: FlatGraph, owed: Numbers, queue: Numbers, any_of: bytes | None = None) -> None:
    """Propagate nodes that joined the set: each counts for the nodes before it, which join once they lack no arc.

    Args:
        flat: the graph.
        owed: for each node minus the number of arcs it still lacks; 0 for nodes in the set.
        queue: nodes in the set that are not propagated yet; it grows.
        any_of: 1 for each node that needs only one arc; None: there are none.
    """
    into_first, into = flat.into_first, flat.into
    for node in queue:
        for source in into[into_first[node] : into_first[node + 1]]:
            still = owed[source]
            if still == -1 or (any_of is not None and _LOW < still < 0 and any_of[source]):
                owed[source] = 0
                queue.append(source)
            elif still < 0:
                owed[source] = still + 1


def _partly_paid(flat: FlatGraph, owed: Numbers) -> Numbers:
    """Add the questions that have an answer into the set."""
    required = flat.required
    queue = array(INTEGER, [fact for fact in flat.facts if required[fact] < owed[fact] < 0])
    for fact in queue:
        owed[fact] = 0
    return queue


def first_level(flat: FlatGraph, owed: Numbers, forced: bytes) -> Numbers:
    """Extend the attractor to A(0), where one answer of others is enough and every open end counts as an outcome.

    Args:
        flat: the graph.
        owed: minus the arcs that each node lacks, as `attracted` returns it.
        forced: 1 for each node in the attractor.

    Returns:
        For each decision and chance node that joined, the node in the set through which it did.
    """
    required, first, targets = flat.required, flat.first, flat.targets
    via = array(INTEGER, [-1]) * len(flat)
    queue = array(INTEGER, [node for node in flat.theirs if required[node] < owed[node] < 0])
    for node in queue:
        owed[node] = 0
        via[node] = next(target for target in targets[first[node] : first[node + 1]] if forced[target])
    for end in flat.open_ends:
        if _LOW < owed[end] < 0:
            owed[end] = 0
            queue.append(end)
    into_first, into, is_fact = flat.into_first, flat.into, flat.is_fact
    for node in queue:
        for source in into[into_first[node] : into_first[node + 1]]:
            still = owed[source]
            if still == -1 or (_LOW < still < 0 and not is_fact[source]):
                owed[source] = 0
                via[source] = node
                queue.append(source)
            elif still < 0:
                owed[source] = still + 1
    return via


class Shrinking:
    """The sets A(0), A(1), ... and their limit; each is computed from the one before by removing nodes.

    Args:
        flat: the graph.
        forced: 1 for each node in the attractor; these never leave.
        inside: 1 for each node in A(0); it is changed in place to each next set.
        via: for each decision and chance node in A(0) outside of the attractor, the node through which it joined. A
            node stays while that one stays, so only nodes that depended on one that left have to be visited.
    """

    def __init__(self, flat: FlatGraph, forced: bytes, inside: bytearray, via: Numbers) -> None:
        self._flat = flat
        self._forced = forced
        self._inside = inside
        self._via = via
        self._setbacks = inside.translate(_AT_FIRST)
        self._visits = 0

    def setbacks(self, levels: int) -> bytes:
        """Return the number of sets that contain each node: up to `levels` set by set, then the limit at once."""
        left: Iterable[int] = (node for node, mark in enumerate(self._inside) if not mark)
        for level in range(1, levels + 1):
            left = self._leave(self._unsure(left), level)
            if not left:
                return bytes(self._setbacks)
        self._visits = 0
        most = _VISITS * len(self._flat)
        unsure = self._unsure(left)
        while unsure and self._visits <= most:
            unsure = self._cascade(unsure)
        if unsure:
            for node, mark in enumerate(self._inside):
                if mark and not self._forced[node]:
                    self._setbacks[node] = MANY
        return bytes(self._setbacks)

    def _unsure(self, left: Iterable[int]) -> list[int]:
        """Return the chance nodes and open ends with an arc to a node that left."""
        flat, inside = self._flat, self._inside
        into_first, into, is_yours, is_fact = flat.into_first, flat.into, flat.is_yours, flat.is_fact
        found: dict[int, None] = {}
        for node in left:
            for source in into[into_first[node] : into_first[node + 1]]:
                if inside[source] and not is_yours[source] and not is_fact[source]:
                    found[source] = None
        return [*found]

    def _leave(self, leaving: list[int], setbacks: int) -> list[int]:
        """Remove nodes, and all nodes that cannot stay without them.

        Returns:
            All nodes removed, the given ones included.
        """
        inside = self._inside
        doubted = self._doubt(leaving)
        for node in leaving:
            inside[node] = _OUT
        self._put_back(doubted)
        left = [*leaving, *(node for node in doubted if inside[node] == _IN_DOUBT)]
        for node in left:
            inside[node] = _OUT
            self._setbacks[node] = setbacks
        return left

    def _doubt(self, leaving: list[int]) -> list[int]:
        """Return nodes that depend on leaving ones: questions by any answer, others by the node they joined through."""
        flat, inside, via = self._flat, self._inside, self._via
        into_first, into, is_fact = flat.into_first, flat.into, flat.is_fact
        queue = [*leaving]
        for node in leaving:
            inside[node] = _IN_DOUBT
        for node in queue:  # grows while it is read
            for source in into[into_first[node] : into_first[node + 1]]:
                if inside[source] == _IN and (via[source] == node or is_fact[source]):
                    inside[source] = _IN_DOUBT
                    queue.append(source)
        self._visits += len(queue)
        return queue[len(leaving) :]

    def _put_back(self, doubted: list[int]) -> None:
        """Put back the nodes that have another arc into the set."""
        flat, inside, via = self._flat, self._inside, self._via
        first, targets, is_fact = flat.first, flat.targets, flat.is_fact
        queue = []
        for node in doubted:
            ahead = targets[first[node] : first[node + 1]]
            if is_fact[node]:
                continue  # it depends on a node that is in doubt or left
            for target in ahead:
                if inside[target] == _IN:
                    inside[node], via[node] = _IN, target
                    queue.append(node)
                    break
        into_first, into = flat.into_first, flat.into
        for node in queue:  # grows while it is read
            for source in into[into_first[node] : into_first[node + 1]]:
                if inside[source] != _IN_DOUBT:
                    continue
                if is_fact[source]:
                    if any(inside[target] != _IN for target in targets[first[source] : first[source + 1]]):
                        continue
                else:
                    via[source] = node
                inside[source] = _IN
                queue.append(source)

    def _cascade(self, leaving: list[int]) -> list[int]:
        """Remove chance nodes and all nodes that cannot stay without them, ignoring levels, to compute the limit.

        A chance node or question cannot stay if an answer leads to a removed node, nor a decision if all choices do.
        Only then are the nodes that depended on them visited.

        Returns:
            Chance nodes and open ends that must be removed next.
        """
        flat, inside, via = self._flat, self._inside, self._via
        first, targets, into_first, into = flat.first, flat.targets, flat.into_first, flat.into
        is_yours = flat.is_yours
        hanging: dict[int, None] = {}
        queue = [*leaving]
        for node in queue:
            inside[node] = _OUT
        for node in queue:  # grows while it is read
            self._setbacks[node] = MANY
            for source in into[into_first[node] : into_first[node + 1]]:
                if inside[source] != _IN:
                    continue
                if is_yours[source] and any(
                    inside[target] for target in targets[first[source] : first[source + 1]]
                ):
                    if via[source] == node:
                        hanging[source] = None
                else:
                    inside[source] = _OUT
                    queue.append(source)
        self._visits += len(queue)
        doubted = [node for node in hanging if inside[node] == _IN]
        for node in doubted:
            inside[node] = _IN_DOUBT
        return self._unsure(self._lost(doubted))

    def _lost(self, doubted: list[int]) -> list[int]:
        """Remove the decisions in doubt, and the nodes that depend on them, that have no other arc into the set."""
        inside = self._inside
        doubted = [*doubted, *self._doubt(doubted)]
        self._put_back(doubted)
        lost = [node for node in doubted if inside[node] == _IN_DOUBT]
        for node in lost:
            inside[node] = _OUT
            self._setbacks[node] = MANY
        return lost

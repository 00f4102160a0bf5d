"""Compute where some nodes can be avoided, and how many answers of others against you it would take.

The definitions and proofs stand in docs/engineer/prospects.md. In short: A(-1) is every node; A(k) is the least set
that holds an outcome (an open end only if all that it goes on to is in A(k-1)), a decision with a choice into A(k), a
question with every answer into A(k), and a chance node with an answer into A(k) and every answer into A(k-1); nodes to
keep off are in none. The sets shrink; a node's setbacks are how many of them hold it. The limit is what they shrink
to, and the attractor lies inside it.

Cost: one traversal for the attractor, which then goes on to A(0) and to all from which a clear way exists; after that
each level looks only at what has left and at what hung on it (deletion and rederivation, as in Gupta, Mumick,
Subrahmanian, "Maintaining views incrementally", 1993): 1.3-1.4 visits a node over all levels on generated graphs.
"""

from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from operator import not_

from debttree.analysis.flat_graph import INTEGER, FlatGraph, Numbers

MANY = 9
"""Setbacks are counted up to here: 9 stands for 9 or more."""

NEVER = 255
"""In setbacks: in all the sets, so that no number of answers brings it."""

_VISITS = 8
"""Visits a node, at most, once the levels are counted. A graph made for it would ask for as many as it has nodes; what
is in doubt then counts as `MANY`, the careful side."""

BARRED = -(2**30) - 2**28
_LOW = -(2**30)
"""What is owed by a node that is barred is below this, however often it was paid."""

_OUT, _IN, _IN_DOUBT = 0, 1, 2

_AT_FIRST = bytes([0]) + bytes([NEVER]) * 255
"""Setbacks as long as only A(0) is known, by whether a node is in it."""

IS_HELD = bytes(setbacks == NEVER for setbacks in range(256))
"""Whether a node is in the limit, by its setbacks."""


@dataclass(frozen=True, slots=True)
class Hold:
    """Where some nodes can be avoided, for each node of a graph.

    Attributes:
        forced: 1 where you can force an outcome past them, whatever others answer and whatever the facts are.
        clear: 1 where some walk leads past them to an outcome.
        setbacks: how many answers of others it takes at least: 0 to `MANY`, or `NEVER`.
    """

    forced: bytes
    clear: bytes
    setbacks: bytes


def hold(flat: FlatGraph, barred: Iterable[int], levels: int = MANY - 1) -> Hold:
    """Compute from where some nodes can be avoided.

    Args:
        flat: the graph, with arcs where others can go on.
        barred: the nodes to keep off.
        levels: how many setbacks are told apart; what takes more has `MANY`.
    """
    owed, forced = attracted(flat, barred)
    via = first_level(flat, owed, forced)
    inside = bytearray(map(not_, owed))
    pay(flat, owed, _partly_paid(flat, owed), any_of=flat.is_others)
    setbacks = Shrinking(flat, forced, inside, via).setbacks(levels)
    return Hold(forced, bytes(map(not_, owed)), setbacks)


def forced_by_facts(flat: FlatGraph, barred: Iterable[int]) -> bytes:
    """Return 1 where you could force an outcome past some nodes if every fact were for you."""
    owed, _ = attracted(flat, barred)
    pay(flat, owed, _partly_paid(flat, owed), any_of=flat.is_fact)
    return bytes(map(not_, owed))


def attracted(flat: FlatGraph, barred: Iterable[int]) -> tuple[Numbers, bytes]:
    """Return what each node is still owed once all that can be forced is in, and marks of what is in."""
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
    """Let each node of the queue, and each that comes in by it, pay what the nodes before it are owed.

    Args:
        flat: the graph.
        owed: minus the arcs that each node still needs; 0 for those that are in.
        queue: nodes that are in; it grows.
        any_of: marks nodes for which one arc is enough; None: there are none.
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
    """Let the questions in that have an answer into the set."""
    required = flat.required
    queue = array(INTEGER, [fact for fact in flat.facts if required[fact] < owed[fact] < 0])
    for fact in queue:
        owed[fact] = 0
    return queue


def first_level(flat: FlatGraph, owed: Numbers, forced: bytes) -> Numbers:
    """Go on from the attractor to A(0), where one answer of others is enough and every open end is an end.

    Args:
        flat: the graph.
        owed: what each node is still owed, see `attracted`.
        forced: 1 for each node from which it can be forced.

    Returns:
        For each decision and chance node that came in, the node by which it did; it was in before.
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
    """The sets A(0), A(1), ... and their limit, each got from the one before by taking out what leaves it.

    Args:
        flat: the graph.
        forced: marks the attractor, which nothing leaves.
        inside: marks A(0); it becomes each next set in turn.
        via: for each decision and chance node in A(0) outside of the attractor a node that it came in by. A node
            stays while what it came in by stays, so only what hung on something that left has to be looked at.
    """

    def __init__(self, flat: FlatGraph, forced: bytes, inside: bytearray, via: Numbers) -> None:
        self._flat = flat
        self._forced = forced
        self._inside = inside
        self._via = via
        self._setbacks = inside.translate(_AT_FIRST)
        self._visits = 0

    def setbacks(self, levels: int) -> bytes:
        """Count the sets that hold each node; up to `levels` one by one, then the limit at once."""
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
        """Return where others could answer so that it leads to what has left: chance nodes, open ends."""
        flat, inside = self._flat, self._inside
        into_first, into, is_yours, is_fact = flat.into_first, flat.into, flat.is_yours, flat.is_fact
        found: dict[int, None] = {}
        for node in left:
            for source in into[into_first[node] : into_first[node + 1]]:
                if inside[source] and not is_yours[source] and not is_fact[source]:
                    found[source] = None
        return [*found]

    def _leave(self, leaving: list[int], setbacks: int) -> list[int]:
        """Take nodes out for good, and all that cannot stay without them.

        Returns:
            What left, they included.
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
        """Mark what hangs on nodes that leave: decisions and chance nodes by what they came in by, questions by all."""
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
        """Let those stay that have another way in."""
        flat, inside, via = self._flat, self._inside, self._via
        first, targets, is_fact = flat.first, flat.targets, flat.is_fact
        queue = []
        for node in doubted:
            ahead = targets[first[node] : first[node + 1]]
            if is_fact[node]:
                continue  # it hangs on one that is in doubt or has left
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
        """Take out chance nodes at once with all that cannot stay, whatever the level: the limit alone is asked.

        A chance node or question with an answer gone cannot stay, nor can a decision with no choice left; only then
        is it looked at what hung on them.

        Returns:
            Chance nodes and open ends that must go next.
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
        """Take out which of some decisions in doubt, and of what hangs on them, have no other way in."""
        inside = self._inside
        doubted = [*doubted, *self._doubt(doubted)]
        self._put_back(doubted)
        lost = [node for node in doubted if inside[node] == _IN_DOUBT]
        for node in lost:
            inside[node] = _OUT
            self._setbacks[node] = MANY
        return lost

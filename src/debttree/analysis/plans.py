"""Make plans: what to choose at each decision to avoid some consequences as surely as possible.

Each node has a level: the attractor, else the limit, else the last set A(k) that contains it (see `setbacks`). A plan
stays on its level and goes down in rank there, so that it reaches an outcome unless others go on answering for ever.
After an answer that costs a level the plan of the next level applies.
"""

from collections.abc import Callable, Iterable, Iterator

from debttree.analysis.flat_graph import FlatGraph, Numbers
from debttree.analysis.reachability import careful_ranks
from debttree.analysis.setbacks import MANY, NEVER, Hold

FORCED = 256
"""The level of the attractor; that of the limit is `NEVER`."""


ROUNDS = 400
"""Most answers after which a plan names the next choice: more than anybody reads; a hostile graph has millions."""


class Planner:
    """Plans for one set of consequences to avoid together.

    Args:
        flat: the graph, with arcs for `goes_on`.
        hold: from which nodes the set can be avoided.
        marked: given a node, the nodes that its marked choices lead to; all by number.
    """

    def __init__(self, flat: FlatGraph, hold: Hold, marked: Callable[[int], frozenset[int]]) -> None:
        self._flat = flat
        self.hold = hold
        """From where the set can be kept off."""
        self._marked = marked
        self._ranks: dict[int, Numbers] = {}
        self._theirs = bytes(a and not b for a, b in zip(flat.is_others, flat.is_fact, strict=True))
        """Marks chance nodes and open ends: one good answer is enough, for they may be asked again."""

    def level(self, node: int) -> int:
        """Return `FORCED`, `NEVER` for the limit, k of the last A(k) that contains the node; negative: no plan."""
        return FORCED if self.hold.forced[node] else self._level_below(node)

    def _level_below(self, node: int) -> int:
        setbacks = self.hold.setbacks[node]
        return NEVER if setbacks == NEVER else setbacks - 1

    def ranks(self, level: int) -> Numbers:
        """Return the rank of each node on a level; negative for the others."""
        if level not in self._ranks:
            self._ranks[level] = self._ranked(level)
        return self._ranks[level]

    def _ranked(self, level: int) -> Numbers:
        flat, hold = self._flat, self.hold
        if level == FORCED:
            outside = [node for node, mark in enumerate(hold.forced) if not mark]
            opened = frozenset(flat.open_ends)
            goals = [end for end in flat.ends if end not in opened]
            return careful_ranks(flat, goals, outside, self._shut, bytes(len(flat)))
        outside = [node for node in range(len(flat)) if self._level_below(node) < level]
        opened = frozenset(flat.open_ends)
        goals = [end for end in flat.ends if end not in opened]
        return careful_ranks(flat, goals, outside, self._shut, self._theirs, flat.open_ends)

    def chosen(self, node: int) -> int | None:
        """Return the number of the arc that the plan takes at a decision; None if there is no plan."""
        level = self.level(node)
        if level < 0:
            return None
        ranks, targets = self.ranks(level), self._flat.targets
        down = [arc for arc in self._arcs(node) if 0 <= ranks[targets[arc]] < ranks[node]]
        return min(down, key=lambda arc: (self._shut(node, targets[arc]), ranks[targets[arc]]))

    def _shut(self, node: int, target: int) -> bool:
        return target in self._marked(node)

    def _arcs(self, node: int) -> range:
        return range(self._flat.first[node], self._flat.first[node + 1])

    def plan(self, start: int) -> dict[int, int]:
        """Return by decision the arc to take, for all that can be reached under the plan, the nearest first."""
        plan: dict[int, int] = {}
        queue = [start]
        seen = set(queue)
        for node in queue:  # grows while it is read
            ahead: Iterable[int] = self._flat.next(node)
            if self._flat.is_yours[node]:
                arc = self.chosen(node)
                if arc is None:
                    continue
                plan[node] = arc
                ahead = [self._flat.targets[arc]]
            fresh = [target for target in dict.fromkeys(ahead) if target not in seen]
            seen.update(fresh)
            queue.extend(fresh)
        return plan

    def moves(self, start: int, answers: int) -> Iterator[tuple[tuple[int, ...], int]]:
        """Yield the plan's next choice after each sequence of at most so many answers, the nearest first.

        Yields:
            The arcs of the answers given so far, and the arc that the plan takes at the next decision.
        """
        rounds: list[tuple[tuple[int, ...], int]] = [((), start)]
        for given, place in rounds:  # grows while it is read
            node, first = place, None
            while self._flat.is_yours[node] and (arc := self.chosen(node)) is not None:
                first = arc if first is None else first
                node = self._flat.targets[arc]
            if first is not None:
                yield given, first
            if not self._flat.is_yours[node] and len(given) < answers:
                arcs = self._arcs(node)[: max(ROUNDS - len(rounds), 0)]
                rounds += [((*given, arc), self._flat.targets[arc]) for arc in arcs]

    def unfavourable(self, start: int) -> list[tuple[int, int]]:
        """Return the fewest answers of others that bring a consequence from `start` although you follow the plan.

        Returns:
            For each answer the node where it is given (or an outcome from which others go on), and the arc. None if no
            answer is needed, or no number below `MANY` is enough.
        """
        setbacks = self.hold.setbacks
        found = []
        while 0 < setbacks[start] < MANY:
            node = self._where_it_turns(start)
            arc = next(a for a in self._arcs(node) if setbacks[self._flat.targets[a]] < setbacks[start])
            found.append((node, arc))
            start = self._flat.targets[arc]
        return found

    def _where_it_turns(self, start: int) -> int:
        """Return the nearest node under the plan where an answer costs a level, with every fact against you.

        There is one: of the plan's nodes with this many setbacks, the one of lowest rank can only have got its rank by
        such an answer.
        """
        setbacks, flat = self.hold.setbacks, self._flat
        here = setbacks[start]
        queue = [start]
        seen = set(queue)
        for node in queue:  # grows while it is read
            ahead: Iterable[int] = flat.next(node)
            if flat.is_yours[node]:
                arc = self.chosen(node)
                ahead = [] if arc is None else [flat.targets[arc]]
            elif self._theirs[node] and any(setbacks[target] < here for target in ahead):
                return node
            fresh = [t for t in dict.fromkeys(ahead) if setbacks[t] == here and t not in seen]
            seen.update(fresh)
            queue.extend(fresh)
        raise AssertionError("no answer costs a level")  # noqa: EM101 - the proof stands above

"""Prospects: which doors are still open at each node, exactly, on graphs with loops.

`Prospects.of(tree)` runs a few linear passes for each consequence, once; then every question about one node
is a look into tables. `met` is always what the path before has met; what the node itself brings is added.
The definitions stand in docs/engineer/prospects.md.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Set
from dataclasses import dataclass, field
from typing import Any

from debttree.analysis.closed_doors import ClosedDoors
from debttree.analysis.flat_graph import FlatGraph, Numbers
from debttree.analysis.prospect_status import Status
from debttree.analysis.reachability import (
    attractor,
    careful_attractor,
    greatest_ahead,
    leading_to,
    least_ceiling,
)
from debttree.analysis.trails import as_path, shortest_trail
from debttree.model import Choice, Kind, Path, Step, Tree

_Cost = Callable[[int, int], Any]
"""What going from a decision to a node counts, in comparison."""

Statuses = Mapping[str, Status]
"""Of each consequence, in the order of the tree."""

_STATUS = tuple(Status)


@dataclass(frozen=True, slots=True)
class ChoiceProspects:
    """One choice as if taken.

    Attributes:
        choice: it leads to a node that is there.
        statuses: those of its target, with what is met so far.
        worst: the least severity to which you can then hold the worst case.
        closes: the doors it closes, where a status gets worse, and the status it gets.
    """

    choice: Choice
    statuses: Statuses
    worst: int
    closes: Statuses


@dataclass(frozen=True, slots=True)
class Prospects:
    """What can be said about every node of one tree, with errors or without."""

    tree: Tree
    flat: FlatGraph
    _bringers: Mapping[str, Collection[int]]
    _states: Mapping[str, bytes]
    _worst_case: bytes
    _attractors: dict[frozenset[str], Numbers] = field(default_factory=dict, compare=False)

    @classmethod
    def of(cls, tree: Tree, flat: FlatGraph | None = None) -> "Prospects":
        """Run the passes: linear in nodes and choices for each consequence.

        Args:
            tree: with errors or without.
            flat: those of this tree, where somebody has them already.
        """
        flat = flat or FlatGraph.of(tree)
        bringers = _bringers(tree)
        out = leading_to(flat, flat.ends)
        states = {name: _states(flat, out, nodes) for name, nodes in bringers.items()}
        severities = bytes(tree.severity(node.brings) for node in tree.nodes.values())
        return cls(tree, flat, bringers, states, _least_worst(flat, severities))

    def statuses(self, node: str, met: Collection[str] = ()) -> Statuses:
        """The status of each consequence for somebody who stands on `node`."""
        number = self.flat.numbers[node]
        return {
            name: Status.INCURRED if name in met else _STATUS[states[number]]
            for name, states in self._states.items()
        }

    def worst(self, node: str, met: Collection[str] = ()) -> int:
        """The least severity to which you can hold the worst case; 0: nothing, what is met counted in.

        Where not even an end can be forced, the gravest severity that can be met.
        """
        return max(self._worst_case[self.flat.numbers[node]], self.tree.severity(met))

    def choices(self, node: str, met: Collection[str] = ()) -> list[ChoiceProspects]:
        """Each choice as if taken, in file order; choices to nowhere are left out."""
        now = self.statuses(node, met)
        then = self._met_at(node, met)
        found = []
        for choice in self.flat.choices(self.tree, self.flat.numbers[node]):
            statuses = self.statuses(choice.to, then)
            closes = {name: status for name, status in statuses.items() if status.is_worse_than(now[name])}
            found.append(ChoiceProspects(choice, statuses, self.worst(choice.to, then), closes))
        return found

    def advice(self, node: str, consequence: str, met: Collection[str] = ()) -> list[Choice]:
        """The choices of best status for a consequence, in file order; none where it is not you who decides.

        A choice that only leads round keeps a consequence avoidable too; `plan` says how to come to an end.
        """
        if self.tree.nodes[node].kind is not Kind.DECISION:
            return []
        choices = self.choices(node, met)
        best = min((choice.statuses[consequence].rank for choice in choices), default=0)
        return [choice.choice for choice in choices if choice.statuses[consequence].rank == best]

    def together(self, node: str, avoid: Iterable[str], met: Collection[str] = ()) -> bool:
        """Whether it is in your hands to reach an outcome with none of these consequences met."""
        union = frozenset(avoid)
        if not union.isdisjoint(self._met_at(node, met)):
            return False
        return self._ranks(union)[self.flat.numbers[node]] >= 0

    def plan(self, node: str, avoid: Iterable[str], met: Collection[str] = ()) -> dict[str, str] | None:
        """What to choose at each decision that can still be reached under the plan, nearest first.

        At each it is the choice whose target has the lowest rank in the attractor, ties in file order, so
        that every walk under the plan ends, after at most as many steps as the rank of `node`. None where
        it is not in your hands. People are shown the `careful_plan`.
        """
        union = frozenset(avoid)
        if not self.together(node, union, met):
            return None
        ranks = self._ranks(union)
        return self._planned(node, ranks, lambda source, target: ranks[target])

    def careful_plan(
        self, node: str, avoid: Iterable[str], met: Collection[str] = ()
    ) -> dict[str, str] | None:
        """The plan to show to a person: the shortest way round one harm may lead through another.

        At each decision it is a choice that goes down in rank in the careful attractor and closes no door; only
        where every one that does closes one, whatever it is a door of, it is one of those. Then the lowest rank
        decides, then file order. So it ends as well, and there is one wherever there is a `plan`.
        """
        union = frozenset(avoid)
        if not self.together(node, union, met):
            return None
        shut = self._doors(node, met).closes
        ranks = careful_attractor(self.flat, self.flat.ends, self._barred(union), shut)
        return self._planned(node, ranks, lambda source, target: (shut(source, target), ranks[target]))

    def _planned(self, node: str, ranks: Numbers, cost: _Cost) -> dict[str, str]:
        """At each decision on the way the cheapest of the choices that go down in rank."""
        to = self.flat.numbers
        plan: dict[str, str] = {}
        queue = [to[node]]
        seen = set(queue)
        for number in queue:  # grows while it is read
            ahead: Iterable[int] = self.flat.next(number)
            if self.flat.is_yours[number]:
                choice = self._cheapest(number, ranks, cost)
                plan[self.flat.ids[number]] = choice.id
                ahead = [to[choice.to]]
            fresh = [target for target in dict.fromkeys(ahead) if target not in seen]
            seen.update(fresh)
            queue.extend(fresh)
        return plan

    def _cheapest(self, number: int, ranks: Numbers, cost: _Cost) -> Choice:
        to = self.flat.numbers
        choices = self.flat.choices(self.tree, number)
        down = [choice for choice in choices if 0 <= ranks[to[choice.to]] < ranks[number]]
        return min(down, key=lambda choice: cost(number, to[choice.to]))

    def point_of_no_return(self, path: Path, consequence: str) -> Step | None:
        """The last step of a path taken while a consequence was in your hands, where it no longer is.

        A step from where it was on no way at all (a jump may be one) counts as well. None: it is still
        in your hands, or it never was.
        """
        met: set[str] = set()
        statuses = []
        for node in path.nodes:
            statuses.append(self.statuses(node, met)[consequence])
            met.update(self.tree.nodes[node].brings)
        if not statuses.pop().is_worse_than(Status.AVOIDABLE):
            return None
        open_before = [
            step
            for step, status in zip(path.steps, statuses, strict=True)
            if not status.is_worse_than(Status.AVOIDABLE)
        ]
        return open_before[-1] if open_before else None

    def witness(self, node: str, consequence: str, met: Collection[str] = ()) -> Path | None:
        """A shortest way that shows a status.

        Where it is at risk or certain: to a node that brings it. Where it is avoidable: to an outcome
        without it. Else None: it is met, or there is no way to show.
        """
        number = self.flat.numbers[node]
        bringers = self._bringers[consequence]
        match self.statuses(node, met)[consequence]:
            case Status.AT_RISK | Status.CERTAIN:
                trail = shortest_trail(self.flat, number, bringers)
            case Status.AVOIDABLE:
                trail = shortest_trail(self.flat, number, self.flat.ends, barred=bringers)
            case _:
                trail = None
        return None if trail is None else as_path(self.tree, self.flat, number, trail)

    def example(self, node: str, consequence: str, met: Collection[str] = ()) -> Path | None:
        """The way to show to a person.

        As `witness`; but where the consequence is avoidable, a shortest way on which no choice of yours
        closes a door, or where there is none, not that of this consequence: the shortest way round one harm
        may lead through another, or live on what others happen to answer.
        """
        if self.statuses(node, met)[consequence] is not Status.AVOIDABLE:
            return self.witness(node, consequence, met)
        number, bringers = self.flat.numbers[node], self._bringers[consequence]
        own = ClosedDoors(self.flat, (self._states[consequence],))
        for doors in (self._doors(node, met), own):
            trail = shortest_trail(self.flat, number, self.flat.ends, bringers, doors)
            if trail is not None:
                return as_path(self.tree, self.flat, number, trail)
        return None

    def _doors(self, node: str, met: Collection[str]) -> ClosedDoors:
        """Those of everything that is not met yet."""
        already = self._met_at(node, met)
        return ClosedDoors(
            self.flat, [states for name, states in self._states.items() if name not in already]
        )

    def _met_at(self, node: str, met: Collection[str]) -> Set[str]:
        return {*met, *self.tree.nodes[node].brings}

    def _ranks(self, union: frozenset[str]) -> Numbers:
        """The attractor that avoids all of them; only the last one asked for is kept."""
        ranks = self._attractors.get(union)
        if ranks is None:
            ranks = attractor(self.flat, self.flat.ends, self._barred(union))
            self._attractors.clear()
            self._attractors[union] = ranks
        return ranks

    def _barred(self, union: frozenset[str]) -> set[int]:
        return set[int]().union(*(self._bringers[name] for name in union))


def _bringers(tree: Tree) -> dict[str, list[int]]:
    """The numbers of the nodes that bring each declared consequence."""
    found: dict[str, list[int]] = {name: [] for name in tree.consequences}
    for number, node in enumerate(tree.nodes.values()):
        for name in dict.fromkeys(node.brings):
            if name in found:
                found[name].append(number)
    return found


def _states(flat: FlatGraph, out: bytearray, bringers: Collection[int]) -> bytes:
    """Of one consequence: each node's status for somebody who has met nothing before, by rank.

    Args:
        flat: the graph.
        out: from where an outcome can be reached.
        bringers: the nodes that bring the consequence.
    """
    if not bringers:
        return bytes(len(flat))
    meets = leading_to(flat, bringers)
    clear = leading_to(flat, flat.ends, bringers)
    ranks = attractor(flat, flat.ends, bringers)
    states = bytearray([Status.AT_RISK.rank]) * len(flat)
    impossible, avoidable, certain = (s.rank for s in (Status.IMPOSSIBLE, Status.AVOIDABLE, Status.CERTAIN))
    for node, rank in enumerate(ranks):
        if not meets[node]:
            states[node] = impossible
        elif rank >= 0:
            states[node] = avoidable
        elif out[node] and not clear[node]:
            states[node] = certain
    for node in bringers:
        states[node] = Status.INCURRED.rank
    return bytes(states)


def _least_worst(flat: FlatGraph, severities: bytes) -> bytes:
    """The least severity to which the worst case can be held from each node.

    Minimax over thresholds: the least `s` for which an outcome can be forced past no node that brings
    anything graver than `s`. Where no end can be forced, the gravest severity that can be met.
    """
    gravest = greatest_ahead(flat, severities)
    forced = least_ceiling(flat, flat.ends, severities)
    return bytes(grave if least < 0 else least for grave, least in zip(gravest, forced, strict=True))

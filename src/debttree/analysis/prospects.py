"""Compute which consequences can still be avoided at each node: exactly, also in graphs with loops.

`Prospects.of(tree)` runs a few linear passes for each consequence, once; after that each question about a node is a
table lookup. `met` always holds the ids of the consequences met on the path before; those of the node itself are added.
The definitions stand in docs/engineer/prospects.md.
"""

from collections.abc import Callable, Collection, Container, Iterable, Mapping, Set
from dataclasses import dataclass, field
from functools import cache, partial

from debttree.analysis.choice_prospects import ChoiceProspects, Setbacks, Statuses
from debttree.analysis.elsewhere import guide_at
from debttree.analysis.flat_graph import FlatGraph
from debttree.analysis.marks import EVERY_WAY, NOT_YOURS, NOW, YOURS, Mark, marks
from debttree.analysis.plans import Planner
from debttree.analysis.prospect_status import Standing, Status
from debttree.analysis.reachability import leading_to
from debttree.analysis.setbacks import IS_HELD, NEVER, forced_by_facts, hold
from debttree.analysis.trails import as_path, shortest_trail
from debttree.analysis.unwanted import heed
from debttree.analysis.worst_case import least_worst
from debttree.model import CRISIS, Choice, Kind, Path, Step, Tree

_STATUS = tuple(Status)

_GRADES = {
    Status.IMPOSSIBLE: YOURS,
    Status.AVOIDABLE: YOURS,
    Status.HOLDABLE: NOT_YOURS,
    Status.AT_RISK: NOT_YOURS,
    Status.CERTAIN: EVERY_WAY,
    Status.INCURRED: NOW,
}


@dataclass(frozen=True, slots=True)
class _Outlook:
    """The prospects of one consequence, for somebody who has not met it before.

    Attributes:
        states: the rank of each node's status.
        setbacks: of each node, 0 to `MANY`, or `NEVER`.
    """

    states: bytes
    setbacks: bytes


@dataclass(frozen=True, slots=True)
class Prospects:
    """The prospects at every node of one tree, with errors or without."""

    tree: Tree
    flat: FlatGraph
    _bringers: Mapping[str, Collection[int]]
    _outlooks: Mapping[str, _Outlook]
    _worst_case: bytes
    _by_facts: dict[str, bytes] = field(default_factory=dict, compare=False)
    _planners: dict[tuple[frozenset[str], frozenset[str]], Planner] = field(
        default_factory=dict, compare=False
    )

    @classmethod
    def of(
        cls, tree: Tree, flat: FlatGraph | None = None, is_wanted: Callable[[], bool] = lambda: True
    ) -> "Prospects":
        """Compute the prospects of a tree: for each consequence in time linear in nodes and choices.

        Args:
            tree: with errors or without.
            flat: the flat graph of this tree with arcs for `goes_on`, if the caller has it already.
            is_wanted: called before each consequence, in the thread that runs the passes; false gives up.

        Raises:
            Unwanted: `is_wanted` returned false.
        """
        flat = flat or FlatGraph.of(tree, going_on=True, leaving=False)
        bringers = _bringers(tree)
        out = leading_to(flat, flat.ends)
        outlooks = {}
        for name, nodes in bringers.items():
            heed(is_wanted)
            outlooks[name] = _outlook(flat, out, nodes)
        severities = bytes(tree.severity(node.brings) for node in tree.nodes.values())
        return cls(tree, flat, bringers, outlooks, least_worst(flat, severities))

    def statuses(self, node: str, met: Collection[str] = ()) -> Statuses:
        """Return the status of each consequence for somebody who stands on `node`."""
        number = self.flat.numbers[node]
        return {
            name: Status.INCURRED if name in met else _STATUS[outlook.states[number]]
            for name, outlook in self._outlooks.items()
        }

    def status(self, node: str, consequence: str, met: Collection[str] = ()) -> Status:
        """Return the status of one consequence.

        Args:
            node: id of the node where the person is.
            consequence: its id.
            met: ids of consequences met already.
        """
        outlook = self._outlooks[consequence]
        return Status.INCURRED if consequence in met else _STATUS[outlook.states[self.flat.numbers[node]]]

    def setbacks(self, node: str, met: Collection[str] = ()) -> Setbacks:
        """Return for each consequence the fewest answers of others against you that bring it though you choose well.

        0: your facts alone may bring it, or it is met or on every way. 9: nine or more. None: it is in your hands, or
        on no way.
        """
        number = self.flat.numbers[node]
        return {
            name: None if status.is_yours else self._setbacks(name, status, number)
            for name, status in self.statuses(node, met).items()
        }

    def standings(self, node: str, met: Collection[str] = ()) -> Mapping[str, Standing]:
        """Return status and setbacks of each consequence."""
        setbacks = self.setbacks(node, met)
        return {name: Standing(status, setbacks[name]) for name, status in self.statuses(node, met).items()}

    def _setbacks(self, name: str, status: Status, number: int) -> int:
        return self._outlooks[name].setbacks[number] if status is Status.AT_RISK else 0

    def worst(self, node: str, met: Collection[str] = ()) -> int:
        """Return the severity (0-5) of the worst case if you choose well, consequences met already included.

        Where you cannot even force an outcome it is the gravest severity that can be met.
        """
        return max(self._worst_case[self.flat.numbers[node]], self.tree.severity(met))

    def choices(self, node: str, met: Collection[str] = ()) -> list[ChoiceProspects]:
        """Return the prospects after each choice, in file order; choices to nowhere are left out."""
        then = self._met_at(node, met)
        choices = self._leading(node)
        return [
            ChoiceProspects(
                choice,
                self.statuses(choice.to, then),
                self.setbacks(choice.to, then),
                self.worst(choice.to, then),
                marked,
                tuple(name for name in self.tree.nodes[choice.to].brings if name not in then),
                guide_at(self.tree.nodes[choice.to]),
            )
            for choice, marked in zip(choices, self._marks(node, choices, then), strict=True)
        ]

    def marks(self, node: str, met: Collection[str] = ()) -> dict[str, Mapping[str, Mark]]:
        """Return the marks of each choice of a decision, by the choice's id; empty at other nodes."""
        choices = self._leading(node)
        found = self._marks(node, choices, self._met_at(node, met))
        return {choice.id: marked for choice, marked in zip(choices, found, strict=True)}

    def _marks(self, node: str, choices: list[Choice], met: Set[str]) -> list[dict[str, Mark]]:
        if self.tree.nodes[node].kind is not Kind.DECISION:
            return [{} for _ in choices]
        severities = {
            name: consequence.severity
            for name, consequence in self.tree.consequences.items()
            if name not in met
        }
        graded = {
            choice.to: [self._grades(name, self.flat.numbers[choice.to]) for name in severities]
            for choice in self.flat.choices(self.tree, self.flat.numbers[node])
        }
        found = dict(zip(graded, marks([*graded.values()], severities), strict=True))
        return [
            {} if CRISIS in self.tree.nodes[choice.to].tags else found.get(choice.to, {})
            for choice in choices
        ]

    def _grades(self, name: str, number: int) -> tuple[int, int]:
        """Return the two grades (`marks`) of a consequence at a node: with every fact against you, and for you."""
        against = _GRADES[_STATUS[self._outlooks[name].states[number]]]
        by_facts = YOURS if against == NOT_YOURS and self._forced_by_facts(name)[number] else against
        return against, by_facts

    def prepare_marks(self, is_wanted: Callable[[], bool] = lambda: True) -> None:
        """Compute in advance what marks need, so that no key press waits for it: a pass for each consequence.

        Args:
            is_wanted: called before each consequence; false gives up.

        Raises:
            Unwanted: `is_wanted` returned false.
        """
        for name in self._bringers:
            heed(is_wanted)
            self._forced_by_facts(name)

    def _forced_by_facts(self, name: str) -> bytes:
        """Return 1 for each node from which a consequence could be avoided if every fact were for you."""
        if name not in self._by_facts:
            self._by_facts[name] = forced_by_facts(self.flat, self._bringers[name])
        return self._by_facts[name]

    def advice(self, node: str, met: Collection[str] = ()) -> list[Choice]:
        """Return the choices of a decision that have no mark, in file order; empty at other nodes."""
        if self.tree.nodes[node].kind is not Kind.DECISION:
            return []
        return [taken.choice for taken in self.choices(node, met) if not taken.marks]

    def together(self, node: str, avoid: Iterable[str], met: Collection[str] = ()) -> Status | None:
        """Return whether you can force an outcome without meeting any of these consequences.

        Args:
            node: id of the node where the person is.
            avoid: ids of the consequences.
            met: ids of consequences met already.

        Returns:
            `AVOIDABLE`, `HOLDABLE`, or None: you cannot.
        """
        union = frozenset(avoid)
        if not union.isdisjoint(self._met_at(node, met)):
            return None
        number, kept = self.flat.numbers[node], self.planner(union, frozenset(met)).hold
        if kept.forced[number]:
            return Status.AVOIDABLE
        return Status.HOLDABLE if kept.setbacks[number] == NEVER else None

    def plan(self, node: str, avoid: Iterable[str], met: Collection[str] = ()) -> dict[str, str] | None:
        """Return the choice to take at each decision that can be reached under the plan, the nearest first.

        It is a choice that stays on the node's level and goes down in rank there (`plans`): one without a mark is
        preferred, then the lowest rank, then file order. None if there is no plan: a consequence is met, or depends on
        your facts.

        Args:
            node: id of the node where the person is.
            avoid: ids of the consequences to avoid together.
            met: ids of consequences met already.
        """
        union = frozenset(avoid)
        planner = self.planner(union, frozenset(met))
        number = self.flat.numbers[node]
        if not union.isdisjoint(self._met_at(node, met)) or planner.level(number) < 0:
            return None
        return {
            self.flat.ids[place]: self._choice(place, arc).id for place, arc in planner.plan(number).items()
        }

    def unfavourable(self, node: str, consequence: str, met: Collection[str] = ()) -> list[Step]:
        """Return the fewest answers of others that would bring a consequence although you choose well.

        There are as many as setbacks, if these are fewer than nine; a step out of an outcome where others go on has no
        choice. None if no answer is needed or no number is enough.

        Args:
            node: id of the node where the person is.
            consequence: its id.
            met: ids of consequences met already.
        """
        if self.status(node, consequence, met) is not Status.AT_RISK:
            return []
        planner = self.planner(frozenset([consequence]), frozenset(met))
        return [
            as_path(self.tree, self.flat, place, [arc]).steps[0]
            for place, arc in planner.unfavourable(self.flat.numbers[node])
        ]

    def point_of_no_return(self, path: Path, consequence: str) -> Step | None:
        """Return the last step of a path taken while a consequence was in your hands, if it no longer is.

        A step from a node where it was impossible (a jump may be one) counts too. None if it is still in your hands, or
        never was.
        """
        bringers, met, statuses = {*self._bringers[consequence]}, False, []
        for node in path.nodes:
            statuses.append(self.status(node, consequence, (consequence,) if met else ()))
            met = met or self.flat.numbers[node] in bringers
        if statuses.pop().is_yours:
            return None
        before = [step for step, status in zip(path.steps, statuses, strict=True) if status.is_yours]
        return before[-1] if before else None

    def witness(self, node: str, consequence: str, met: Collection[str] = ()) -> Path | None:
        """Return a shortest way that shows the status of a consequence.

        If it is at risk or certain, the way leads to a node that brings it; if it is in your hands, to an outcome
        without it. None if it is met already, or there is no such way.

        Args:
            node: id of the node where the person is.
            consequence: its id.
            met: ids of consequences met already.
        """
        return self._way(node, consequence, met, used=())

    def example(self, node: str, consequence: str, met: Collection[str] = ()) -> Path | None:
        """Return a way that shows the status of a consequence, as a person should see it.

        As `witness`, but if the consequence is in your hands, a shortest way without a marked choice is preferred: the
        shortest way round one harm may lead through another.

        Args:
            node: id of the node where the person is.
            consequence: its id.
            met: ids of consequences met already.
        """
        if not self.status(node, consequence, met).is_yours:
            return self.witness(node, consequence, met)
        careful = self._way(node, consequence, met, used=_MarkedArcs(self, frozenset(met)))
        return careful or self.witness(node, consequence, met)

    def _way(self, node: str, consequence: str, met: Collection[str], used: Container[int]) -> Path | None:
        flat, bringers = self.flat, self._bringers[consequence]
        number = flat.numbers[node]
        match self.status(node, consequence, met):
            case Status.AT_RISK | Status.CERTAIN:
                trail = shortest_trail(flat, number, bringers)
            case Status.AVOIDABLE | Status.HOLDABLE:
                trail = shortest_trail(flat, number, flat.ends, bringers, used)
            case _:
                trail = None
        return None if trail is None else as_path(self.tree, flat, number, trail)

    def _met_at(self, node: str, met: Collection[str]) -> Set[str]:
        return {*met, *self.tree.nodes[node].brings}

    def _leading(self, node: str) -> list[Choice]:
        """Return the choices whose target exists, those to another guide included; an outcome has none."""
        known = self.tree.nodes[node]
        if known.kind is Kind.OUTCOME:
            return []
        return [choice for choice in known.choices if choice.to in self.tree.nodes]

    def _choice(self, node: int, arc: int) -> Choice:
        return self.flat.choices(self.tree, node)[arc - self.flat.first[node]]

    def planner(self, union: frozenset[str], met: frozenset[str]) -> Planner:
        """Return the plans for avoiding a set of consequences together; only the last set is cached."""
        planner = self._planners.get((union, met))
        if planner is None:
            barred = set[int]().union(*(self._bringers[name] for name in union))
            marked = cache(partial(self.marked_targets, met=met))
            planner = Planner(self.flat, hold(self.flat, barred), marked)
            self._planners.clear()
            self._planners[union, met] = planner
        return planner

    def marked_targets(self, node: int, met: frozenset[str]) -> frozenset[int]:
        """Return the nodes that marked choices of a decision lead to, all by number."""
        if not self.flat.is_yours[node]:
            return frozenset()
        choices = self.flat.choices(self.tree, node)
        marked = self._marks(self.flat.ids[node], choices, self._met_at(self.flat.ids[node], met))
        return frozenset(
            self.flat.numbers[choice.to] for choice, found in zip(choices, marked, strict=True) if found
        )


@dataclass(frozen=True, slots=True)
class _MarkedArcs:
    """The set of arcs of marked choices, each computed when it is looked up."""

    prospects: Prospects
    met: frozenset[str]

    def __contains__(self, arc: object) -> bool:
        if not isinstance(arc, int):
            return False
        source, target = self.prospects.flat.joined(arc)
        return target in self.prospects.marked_targets(source, self.met)


def _bringers(tree: Tree) -> dict[str, list[int]]:
    """Return the numbers of the nodes that bring each declared consequence."""
    found: dict[str, list[int]] = {name: [] for name in tree.consequences}
    for number, node in enumerate(tree.nodes.values()):
        for name in dict.fromkeys(node.brings):
            if name in found:
                found[name].append(number)
    return found


def _outlook(flat: FlatGraph, out: bytearray, bringers: Collection[int]) -> _Outlook:
    """Return the prospects of one consequence at each node.

    Args:
        flat: the graph.
        out: 1 for each node from which an outcome can be reached.
        bringers: numbers of the nodes that bring the consequence.
    """
    if not bringers:
        return _Outlook(bytes(len(flat)), bytes([NEVER]) * len(flat))
    meets = leading_to(flat, bringers)
    kept = hold(flat, bringers)
    states = bytearray(_states(meets, kept.forced, kept.setbacks.translate(IS_HELD), out, kept.clear))
    for node in bringers:
        states[node] = Status.INCURRED.rank
    return _Outlook(bytes(states), kept.setbacks)


def _states(*marks: bytes | bytearray) -> bytes:
    """Return the rank of each node's status, for somebody who has not met the consequence before.

    All nodes at once: flags are 0 or 1, so five of them fit one byte, and adding the arrays as large integers is fifty
    times quicker than a loop over nodes.

    Args:
        marks: five flags of each node: it can meet the consequence; it can force an end without it; it is in the limit;
            it can reach an end; it can reach one without it.
    """
    total = sum(int.from_bytes(mark) << place for place, mark in enumerate(marks))
    return total.to_bytes(len(marks[0])).translate(_RANKS)


def _status(meets: int, forced: int, held: int, out: int, clear: int) -> Status:
    if not meets:
        return Status.IMPOSSIBLE
    if forced or held:
        return Status.AVOIDABLE if forced else Status.HOLDABLE
    return Status.CERTAIN if out and not clear else Status.AT_RISK


_RANKS = bytes(_status(*(byte >> place & 1 for place in range(5))).rank for byte in range(256))

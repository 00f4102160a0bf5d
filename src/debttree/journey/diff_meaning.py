"""Compute what the difference between two versions of a tree means for the people who walk it."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from debttree.analysis import Prospects
from debttree.analysis.flat_graph import FlatGraph
from debttree.analysis.prospect_status import Standing
from debttree.analysis.reachability import reachable
from debttree.journey.diff_deadlines import Postponed, postponed
from debttree.journey.matching import Matching
from debttree.model import Kind, Tree


@dataclass(frozen=True, slots=True)
class Moved:
    """A change of a consequence's status at some nodes, for somebody who has met nothing before.

    Attributes:
        consequence: its new id.
        before: its old status.
        after: its new status.
        nodes: new ids, in file order.
    """

    consequence: str
    before: Standing
    after: Standing
    nodes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Marked:
    """A mark of a choice came or went.

    Attributes:
        node: its new id.
        choice: its new id.
        consequence: its new id.
        came: whether it is there now.
    """

    node: str
    choice: str
    consequence: str
    came: bool


@dataclass
class Meaning:
    """What changed for people, computed on demand.

    Attributes:
        matching: of the two versions.
        today: the day on which sources hold or not.
    """

    matching: Matching
    today: dt.date

    @cached_property
    def moved(self) -> list[Moved]:
        """The changes of status, equal changes together, the gravest consequence first."""
        alike: dict[tuple[str, Standing, Standing], list[str]] = {}
        for node, consequence, before, after in self._standings():
            alike.setdefault((consequence, before, after), []).append(node)
        severities = self.matching.new.consequences
        found = [Moved(*key, tuple(nodes)) for key, nodes in alike.items()]
        return sorted(found, key=lambda one: -severities[one.consequence].severity)

    def _standings(self) -> Iterator[tuple[str, str, Standing, Standing]]:
        pairs = self.matching.declared["consequences"]
        back = {after: before for before, after in self.matching.nodes.items()}
        for node in self.matching.new.nodes:
            if node in back:
                then = self.then.standings(back[node])
                now = self.now.standings(node)
                for before, after in pairs.items():
                    if before in then and after in now and then[before] != now[after]:
                        yield node, after, then[before], now[after]

    @cached_property
    def marks(self) -> list[Marked]:
        """Marks that came or went at choices that are there still, in file order."""
        return [*self._marks()]

    def _marks(self) -> Iterator[Marked]:
        names = self.matching.declared["consequences"]
        for before, node in self.matching.nodes.items():
            then, now = self.then.marks(before), self.now.marks(node)
            for old, choice in self.matching.choices(before).items():
                was = {names[name] for name in then.get(old, {}) if name in names}
                is_now = set(now.get(choice, {}))
                yield from (Marked(node, choice, name, came=True) for name in sorted(is_now - was))
                yield from (Marked(node, choice, name, came=False) for name in sorted(was - is_now))

    @cached_property
    def deadlines(self) -> list[Postponed]:
        """The deadlines that differ, in file order."""
        return [*postponed(self.matching, self.today)]

    @cached_property
    def unreached(self) -> list[str]:
        """Outcomes that could be reached and can no more, by their new ids."""
        then, now = _reached(self.matching.old), _reached(self.matching.new)
        return [
            after
            for before, after in self.matching.nodes.items()
            if self.matching.new.nodes[after].kind is Kind.OUTCOME and before in then and after not in now
        ]

    @cached_property
    def ran_out(self) -> list[str]:
        """Sources valid on this day in the old version and not in the new one, by their new ids."""
        back = {after: before for before, after in self.matching.declared["sources"].items()}
        return [
            source.id
            for source in self.matching.new.sources.values()
            if source.expired(self.today)
            and not (source.id in back and self.matching.old.sources[back[source.id]].expired(self.today))
        ]

    @property
    def is_empty(self) -> bool:
        """Whether nothing changed for people."""
        return not (self.deadlines or self.moved or self.marks or self.unreached or self.ran_out)

    @cached_property
    def then(self) -> Prospects:
        """The prospects of the old version."""
        return Prospects.of(self.matching.old)

    @cached_property
    def now(self) -> Prospects:
        """The prospects of the new version."""
        return Prospects.of(self.matching.new)


def _reached(tree: Tree) -> frozenset[str]:
    """Return the ids of nodes reachable from the root and from urgent entries, by choices and `goes_on`."""
    flat = FlatGraph.of(tree, going_on=True)
    roots = [flat.numbers[name] for name in (tree.root, *(entry.to for entry in tree.urgent))]
    seen = reachable(flat, roots)
    return frozenset(flat.ids[number] for number in range(len(flat)) if seen[number])

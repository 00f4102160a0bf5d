"""Compare two journeys: where they part, where each stands, and what is open from there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from debttree.analysis import Prospects
from debttree.analysis.prospect_status import Standings
from debttree.analysis.wording import EACH_ALONE, status_words
from debttree.cli.table import table
from debttree.journey import Journey
from debttree.locales import Phrases
from debttree.model import Text, Tree


@dataclass(frozen=True, slots=True)
class ComparedJourney:
    """One of the two journeys, and the prospects where it stands."""

    name: str
    journey: Journey
    standings: Standings
    worst: int


class Comparison:
    """Two journeys through one tree."""

    def __init__(self, tree: Tree, journeys: Sequence[tuple[str, Journey]]) -> None:
        self._tree = tree
        prospects = Prospects.of(tree)
        self.sides = [self._side(prospects, name, journey) for name, journey in journeys]
        one, two = (side.journey.path for side in self.sides)
        self.common = one.shared_with(two)
        """Steps that are the same from the beginning on; None where the walks begin at different nodes."""

    def _side(self, prospects: Prospects, name: str, journey: Journey) -> ComparedJourney:
        met = journey.path.met(self._tree)
        standings = prospects.standings(journey.at, met)
        return ComparedJourney(name, journey, standings, prospects.worst(journey.at, met))

    def lines(self, say: Phrases) -> Iterator[str]:
        """Yield a table for people, 80 cells wide."""
        yield from table([("", *(side.name for side in self.sides)), *self._rows(say)])
        if self._tree.consequences:
            yield say.tell(EACH_ALONE)

    def _rows(self, say: Phrases) -> Iterator[tuple[str, ...]]:
        if self.common is not None:
            node = self.sides[0].journey.path.nodes[self.common]
            together = say(
                "{n}: {title}", n=self.common + 1, title=self._line(self._tree.nodes[node].title, say)
            )
            yield say("Together until step"), together, ""
            yield say("Then"), *(self._next(side, self.common, say) for side in self.sides)
        yield say("Stands at"), *(self._standing(side, say) for side in self.sides)
        yield say("Notes"), *(str(len(side.journey.notes)) for side in self.sides)
        for name, consequence in self._tree.consequences.items():
            title = self._line(consequence.title, say)
            yield title, *(say.tell(status_words(side.standings[name])) for side in self.sides)

    def _next(self, side: ComparedJourney, common: int, say: Phrases) -> str:
        if common >= len(side.journey.path.steps):
            return "-"
        choice = side.journey.path.steps[common].taken(self._tree)
        return self._line(choice.label, say) if choice else say("went elsewhere")

    def _standing(self, side: ComparedJourney, say: Phrases) -> str:
        title = self._line(self._tree.nodes[side.journey.at].title, say)
        return say("{n}: {title}", n=len(side.journey.path.steps) + 1, title=title)

    def _line(self, text: Text, say: Phrases) -> str:
        return self._tree.line(text, say.language)

    def data(self) -> dict[str, object]:
        """Return the comparison for scripts."""
        return {
            "common": self.common,
            "journeys": [
                {
                    "name": side.name,
                    "node": side.journey.at,
                    "nodes": list(side.journey.path.nodes),
                    "consequences": {name: found.status.value for name, found in side.standings.items()},
                    "worst": side.worst,
                }
                for side in self.sides
            ],
        }

"""Put the statistics about a tree that a reviewer needs first into sentences."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from debttree.analysis.tree_statistics import Statistics, statistics
from debttree.journey.stale_words import stale_words
from debttree.journey.tree_diff import Difference
from debttree.locales import Phrases
from debttree.model import Tree


@dataclass(frozen=True)
class Figures:
    """The statistics of a tree, and what is needed to put them into words.

    Attributes:
        tree: without errors.
        languages: those that are counted.
        changes: what differs from the version before; None: there is none to compare it with.
        numbers: of the nodes, by their ids.
        say: the language of the sentences.
    """

    tree: Tree
    languages: tuple[str, ...]
    changes: Sequence[Difference] | None
    numbers: Mapping[str, str]
    say: Phrases

    def lines(self, today: dt.date) -> Iterator[str]:
        """Yield the sentences for a day."""
        say, counted = self.say, statistics(self.tree, self.languages, today)
        yield say("{nodes} nodes, {ends} of them ends.", nodes=counted.nodes, ends=counted.ends)
        for language in self.languages:
            yield say(
                "{language}: {words} words (Chinese: characters), about {minutes} minutes to read; "
                "{missing} texts not translated.",
                language=language,
                words=counted.words[language],
                minutes=counted.minutes(language),
                missing=counted.untranslated[language],
            )
        yield from self._stale()
        if counted.shortest is not None and counted.longest is not None:
            yield say(
                "The nearest end is {shortest} answers away, the farthest {longest} by its shortest way.",
                shortest=counted.shortest,
                longest=counted.longest,
            )
        yield from self._lacking(counted)

    def _stale(self) -> Iterator[str]:
        """Yield sentences about translations that may be older than their source."""
        say = self.say
        if self.changes is None and len(self.languages) > 1:
            yield say("Whether a translation is stale shows only beside an older version: --since OLD")
        for language in self.languages if self.changes else ():
            found = stale_words(self.tree, self.changes or (), language)
            if found:
                yield say(
                    "{language}: maybe stale, since another language was changed here and this one was not: {names}",
                    language=language,
                    names="; ".join(map(self._owner, found)),
                )

    def _owner(self, path: Sequence[str]) -> str:
        """Return the place of a text in words: `12 text`, `12 choices pay label`, `sources code title`."""
        kind, name, *rest = path
        return " ".join([self.numbers[name], *rest] if kind == "nodes" else path)

    def _lacking(self, counted: Statistics) -> Iterator[str]:
        say = self.say
        if counted.unsourced:
            names = ", ".join(self.numbers[name] for name in counted.unsourced)
            yield say("Nodes without a source: {names}", names=names)
        for source in counted.running_out:
            yield say("The source {name} holds until {date}.", name=source.id, date=str(source.valid_until))

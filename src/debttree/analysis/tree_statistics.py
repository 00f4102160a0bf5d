"""Count what a reviewer wants to know about a tree first."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

import networkx as nx

from debttree.analysis.graph import decision_graph
from debttree.model import Deadline, Kind, Node, Source, Text, Tree

SOON = dt.timedelta(days=90)
"""Sources that expire within this time are listed."""

_SIGNS = (
    r"\u2e80-\u2fff\u3005-\u3007\u3021-\u3029\u3031-\u30fa\u30fc-\ud7ff\uf900-\ufaff\U00020000-\U0003ffff"
)
_WORD = re.compile(rf"[{_SIGNS}]|[^\W{_SIGNS}]+(?:['’-][^\W{_SIGNS}]+)*")
"""A Chinese, Japanese or Korean character, no punctuation, or a word of another script."""

_A_MINUTE = 220
"""Words, or Chinese characters, read in a minute of texts as difficult as these."""


@dataclass(frozen=True, slots=True)
class Statistics:
    """Numbers about one tree on one day.

    Attributes:
        nodes: number of nodes.
        ends: number of outcomes.
        words: number of words by language; of characters for Chinese.
        shortest: steps from the root to the nearest end; None if none can be reached.
        longest: steps from the root to the farthest end, by its shortest way.
        unsourced: ids of nodes without a source.
        untranslated: number of missing texts by language.
        running_out: sources that have expired, or will within `SOON`.
    """

    nodes: int
    ends: int
    words: dict[str, int]
    shortest: int | None
    longest: int | None
    unsourced: tuple[str, ...]
    untranslated: dict[str, int]
    running_out: tuple[Source, ...]

    def minutes(self, language: str) -> int:
        """Return about how many minutes it takes to read all of the tree in a language."""
        return max(round(self.words[language] / _A_MINUTE), 1)


def statistics(tree: Tree, languages: tuple[str, ...], today: dt.date) -> Statistics:
    """Return the statistics of a tree.

    Args:
        tree: without errors.
        languages: the languages to count.
        today: the day on which sources must hold.
    """
    texts = [*_texts(tree)]
    ends = [node.id for node in tree.nodes.values() if node.kind is Kind.OUTCOME]
    lengths = _steps_to(tree, ends)
    return Statistics(
        nodes=len(tree.nodes),
        ends=len(ends),
        words={language: sum(_words(text, language) for text in texts) for language in languages},
        shortest=min(lengths, default=None),
        longest=max(lengths, default=None),
        unsourced=tuple(node.id for node in tree.nodes.values() if not node.sources),
        untranslated={
            language: sum(text.wording(language).missing for text in texts) for language in languages
        },
        running_out=tuple(
            source
            for source in tree.sources.values()
            if source.valid_until is not None and source.valid_until <= today + SOON
        ),
    )


def _words(text: Text, language: str) -> int:
    wording = text.wording(language)
    return 0 if wording.missing else len(_WORD.findall(wording.text))


def _texts(thing: Any) -> Iterator[Text]:
    """Yield every text of a tree, those of its nodes and of their parts included."""
    if isinstance(thing, Text):
        yield thing
    elif isinstance(thing, dict):
        for one in thing.values():
            yield from _texts(one)
    elif isinstance(thing, tuple):
        for one in thing:
            yield from _texts(one)
    elif is_dataclass(thing) and not isinstance(thing, type):
        for field in fields(thing):
            if not _stands_elsewhere(thing, field.name):
                yield from _texts(getattr(thing, field.name))


def _stands_elsewhere(thing: Any, name: str) -> bool:
    """Return whether a text is the title of an event, which many deadlines share and the file says once."""
    return isinstance(thing, Deadline) and name == "event" and thing.on is not None


def _steps_to(tree: Tree, ends: list[str]) -> list[int]:
    """Return the number of steps from the root to each end that can be reached, by its shortest way."""
    lengths = nx.single_source_shortest_path_length(decision_graph(tree), tree.root)
    return [lengths[end] for end in ends if end in lengths]


def leading_to(tree: Tree) -> dict[str, list[tuple[Node, int]]]:
    """Return for each node the choices that lead to it: the nodes of these choices, and their numbers there from 1."""
    found: dict[str, list[tuple[Node, int]]] = {name: [] for name in tree.nodes}
    for node in tree.nodes.values():
        for number, choice in enumerate(node.choices, 1):
            found[choice.to].append((node, number))
    return found

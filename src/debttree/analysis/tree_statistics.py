"""Numbers about a tree that a reviewer wants to see first."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

import networkx as nx

from debttree.analysis.graph import decision_graph
from debttree.model import Deadline, Kind, Node, Source, Text, Tree

SOON = dt.timedelta(days=90)
"""Sources that run out within this time are named."""

_SIGNS = (
    r"\u2e80-\u2fff\u3005-\u3007\u3021-\u3029\u3031-\u30fa\u30fc-\ud7ff\uf900-\ufaff\U00020000-\U0003ffff"
)
_WORD = re.compile(rf"[{_SIGNS}]|[^\W{_SIGNS}]+(?:['’-][^\W{_SIGNS}]+)*")
"""A Chinese, Japanese or Korean character, no punctuation, or a word of another script."""

_A_MINUTE = 220
"""Words, and Chinese characters, that people read aloud in their heads in a minute, of texts as hard as these."""


@dataclass(frozen=True, slots=True)
class Statistics:
    """Numbers about one tree on one day.

    Attributes:
        nodes: how many.
        ends: outcomes among them.
        words: by language; Chinese by characters.
        shortest: answers from the root to the nearest end; None where none can be reached.
        longest: answers to the end that is farthest, by its shortest way.
        unsourced: ids of nodes that rest on no source.
        untranslated: texts that are not there, by language.
        running_out: sources that have run out, or will within `SOON`.
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
        """Return about how many minutes all of it takes to read in a language."""
        return max(round(self.words[language] / _A_MINUTE), 1)


def statistics(tree: Tree, languages: tuple[str, ...], today: dt.date) -> Statistics:
    """Count.

    Args:
        tree: without errors.
        languages: those that are counted.
        today: the day on which sources hold.
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
    """Yield every text that a tree has written, those of its nodes and of what is in them."""
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
    """Return whether a text is the title of an event, which many deadlines have and the file says once."""
    return isinstance(thing, Deadline) and name == "event" and thing.on is not None


def _steps_to(tree: Tree, ends: list[str]) -> list[int]:
    """Return how many answers each end that can be reached is away from the root, by its shortest way."""
    lengths = nx.single_source_shortest_path_length(decision_graph(tree), tree.root)
    return [lengths[end] for end in ends if end in lengths]


def leading_to(tree: Tree) -> dict[str, list[tuple[Node, int]]]:
    """Return of each node the choices that lead to it: their nodes, and their numbers there from 1."""
    found: dict[str, list[tuple[Node, int]]] = {name: [] for name in tree.nodes}
    for node in tree.nodes.values():
        for number, choice in enumerate(node.choices, 1):
            found[choice.to].append((node, number))
    return found

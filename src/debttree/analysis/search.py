"""Search everything that a tree says in one language, while somebody types."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import partial
from heapq import nsmallest
from itertools import accumulate
from math import log

from debttree.analysis.pinyin import is_chinese, matcher, symbols
from debttree.model import Closeness, Node, Text, Tree, clean_line, closeness_of_folded, folded


class Part(IntEnum):
    """Which part of a node was found, the most telling first."""

    TITLE = 0
    TAG = 1
    CHOICE = 2
    TEXT = 3
    CHECKLIST = 4
    DEADLINE = 5
    CONSEQUENCE = 6
    SOURCE = 7


Span = tuple[int, int]
"""Where a match stands in a text: from, and up to, not including."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A node that was found.

    Attributes:
        node: its number.
        part: where the least telling of the words was found.
        text: what is written there.
        spans: the matches in it, from the left.
        title_spans: those in the title.
    """

    node: int
    part: Part
    text: str
    spans: tuple[Span, ...]
    title_spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found: the best hits, how many nodes in all, and whether they hold only parts of what was typed."""

    hits: tuple[Hit, ...]
    total: int
    is_near: bool = False


_Find = Callable[[str, int, int], int]
"""The first place in a text, between two places, where something is found; -1: nowhere."""

_Place = tuple[int, int]
"""The number of a text, and how far on in it a match stands."""

_FAR = 1_000
"""Places in a text that count; beyond, one match is as good as another."""

NEAR_AT_MOST = 20
"""Nodes that hold parts of what was typed: further on they have little to do with it."""

_LONG = 3
"""Letters of a word that tells anything."""

_RUNS = re.compile(r"[\u4e00-\u9fff]+|[^\W_\u4e00-\u9fff]+")
"""Chinese, or a word of other letters and digits."""

_MARKUP = re.compile(r"\*\*|`|^#+ |^> ", re.MULTILINE)


def unmarked(text: str) -> str:
    """Return a text in Markdown as one line of plain words."""
    return clean_line(_MARKUP.sub("", text))


class _Layer:
    """Texts joined into one, to be searched in one go: much faster than each by itself.

    Args:
        numbers: which texts these are.
        nodes: the node that each belongs to; they do not decrease.
        texts: the texts, without line feeds.
    """

    def __init__(self, numbers: Sequence[int], nodes: Sequence[int], texts: Sequence[str]) -> None:
        self._numbers = numbers
        self._joined = "\n".join(texts)
        self._starts = [0, *accumulate(len(text) + 1 for text in texts)]
        firsts = [at for at, node in enumerate(nodes) if not at or nodes[at - 1] != node]
        self._nodes = [nodes[at] for at in firsts]
        self._node_starts = [*(self._starts[at] for at in firsts), self._starts[-1]]
        self._places = {node: at for at, node in enumerate(self._nodes)}

    def first_in_each(self, find: _Find) -> dict[int, int]:
        """Return for each node in which something is found the first place."""
        found = {}
        end = len(self._joined)
        place = find(self._joined, 0, end)
        while place >= 0:
            at = bisect_right(self._node_starts, place)
            found[self._nodes[at - 1]] = place
            place = find(self._joined, self._node_starts[at], end)
        return found

    def first_in(self, node: int, find: _Find) -> int:
        """Return the first place in one node, or -1."""
        at = self._places.get(node)
        return -1 if at is None else find(self._joined, self._node_starts[at], self._node_starts[at + 1])

    def text_at(self, place: int) -> tuple[int, int]:
        """Return the number of the text in which a place lies, and how far on in it that is."""
        at = bisect_right(self._starts, place) - 1
        return self._numbers[at], place - self._starts[at]


class Index:
    """Everything that a tree says in one language, ready to be searched. Building it takes time in proportion."""

    def __init__(self, tree: Tree, language: str) -> None:
        self._tree = tree
        self._language = language
        self._texts: list[str] = []
        self._parts: list[Part] = []
        self._titles: list[int] = []
        self._names: list[tuple[str, str]] = []
        """The id and title of each node, as they are compared."""
        self._numbers = {folded(name): number for number, name in enumerate(tree.nodes)}
        """The number of each node, by its id."""
        self._tagged = {
            (folded(tag), number) for number, node in enumerate(tree.nodes.values()) for tag in node.tags
        }
        """Each tag, and the number of a node that has it."""
        nodes: list[int] = []
        for number, node in enumerate(tree.nodes.values()):
            self._titles.append(len(self._texts))
            self._names.append((folded(node.id), folded(clean_line(self._words(node.title)))))
            for part, text in self._texts_of(node):
                if text:
                    self._texts.append(unmarked(text))
                    self._parts.append(part)
                    nodes.append(number)
        self._written = _Layer(range(len(nodes)), nodes, [folded(text) for text in self._texts])
        chinese = [number for number, text in enumerate(self._texts) if is_chinese(text)]
        spelt = [symbols(folded(self._texts[number])) for number in chinese]
        self._spelt = _Layer(chinese, [nodes[number] for number in chinese], spelt)

    def find(self, typed: str, limit: int) -> Found:
        """Return the nodes that hold every word typed, the best `limit` of them.

        An id, which no reader knows, finds its node where all of it is typed.

        Best is the node whose id that is, then one whose id begins so, then one that has it as its title or as a tag,
        the author's word for where it leads, then what is found in a more telling part, and then what stands first.
        """
        words = sorted(dict.fromkeys(folded(typed).split()), key=len, reverse=True)
        if not words:
            return Found((), 0)
        places = self._first_word(words[0])
        for word in words[1:]:  # the longest was the rarest, as a rule: few nodes are left to be looked at
            places = self._narrowed(places, word)
        whole = " ".join(folded(typed).split())
        if (named := self._numbers.get(whole)) is not None:
            places.setdefault(named, ((self._titles[named], 0),))
        ranked = (
            (self._closeness(whole, node), sum(map(self._rank, found)), node)
            for node, found in places.items()
        )
        best = nsmallest(limit, ranked)
        return Found(tuple(self._hit(node, words, places[node]) for *_, node in best), len(places))

    def find_near(self, typed: str, limit: int) -> Found:
        """Return the nodes that hold the most telling parts of what was typed: what people type is seldom in the guide.

        Parts are words, and of Chinese, which has no blanks, each two characters side by side. Best is what holds
        them in its title, tags and choices, then what holds them anywhere. The fewer nodes hold a part, the more it
        tells (the inverse document frequency of Spärck Jones, 1972).
        """
        named: Counter[int] = Counter()
        anywhere: Counter[int] = Counter()
        where: dict[int, list[_Place]] = {}
        parts = _parts(typed)
        for part in parts:
            places = self._first_word(part)
            for node, found in places.items():
                told = round(1000 * log(len(self._names) / len(places)))
                anywhere[node] += told
                named[node] += told if self._parts[found[0][0]] <= Part.CHOICE else 0
                where.setdefault(node, []).extend(found)
        ranked = ((-named[node], -anywhere[node], min(map(self._rank, where[node])), node) for node in where)
        best = nsmallest(min(limit, NEAR_AT_MOST), ranked)
        hits = tuple(self._hit(node, parts, where[node], most_telling=True) for *_, node in best)
        return Found(hits, len(hits), is_near=True)

    def _closeness(self, whole: str, node: int) -> Closeness:
        """Return how near a node is to all that was typed."""
        near = closeness_of_folded(whole, *self._names[node])
        return min(near, Closeness.TITLE) if (whole, node) in self._tagged else near

    def _first_word(self, word: str) -> dict[int, tuple[_Place, ...]]:
        """Return where each node holds a word as it is written, else as pinyin initials."""
        found: dict[int, tuple[_Place, ...]] = {}
        pattern = matcher(word)
        if pattern is not None:
            for node, place in self._spelt.first_in_each(partial(_searched, pattern)).items():
                found[node] = (self._spelt.text_at(place),)
        for node, place in self._written.first_in_each(partial(_written, word)).items():
            found[node] = (self._written.text_at(place),)
        return found

    def _narrowed(self, places: Mapping[int, tuple[_Place, ...]], word: str) -> dict[int, tuple[_Place, ...]]:
        """Return those nodes that hold another word too."""
        pattern = matcher(word)
        find, spelt = partial(_written, word), partial(_searched, pattern) if pattern else None
        found = {}
        for node, before in places.items():
            place = self._written.first_in(node, find)
            if place >= 0:
                found[node] = (*before, self._written.text_at(place))
            elif spelt is not None and (place := self._spelt.first_in(node, spelt)) >= 0:
                found[node] = (*before, self._spelt.text_at(place))
        return found

    def _rank(self, place: _Place) -> int:
        """Return how telling the part is, and how far on in it the match stands: the less the better."""
        text, offset = place
        return self._parts[text] * _FAR + min(offset, _FAR - 1)

    def _hit(
        self, node: int, words: list[str], places: Iterable[_Place], *, most_telling: bool = False
    ) -> Hit:
        number = (min if most_telling else max)(text for text, _ in places)
        text, title = self._texts[number], self._texts[self._titles[node]]
        return Hit(node, self._parts[number], text, _spans(text, words), _spans(title, words))

    def _texts_of(self, node: Node) -> Iterator[tuple[Part, str]]:
        """Yield every text of a node; the title always stands first, for it is shown with every hit."""
        tree, words = self._tree, self._words
        yield Part.TITLE, words(node.title) or node.id
        yield from ((Part.TAG, tag) for tag in node.tags)
        yield from ((Part.CHOICE, words(choice.label)) for choice in node.choices)
        yield from ((Part.TEXT, words(text)) for text in (node.actor, node.text))
        for choice in node.choices:
            yield from ((Part.CHOICE, words(text)) for text in (choice.text, choice.caution))
        yield from ((Part.CHECKLIST, words(item.text)) for item in node.checklist)
        for deadline in node.deadlines:
            yield from ((Part.DEADLINE, words(text)) for text in (deadline.text, deadline.event))
        for name in node.brings:
            if name in tree.consequences:
                yield Part.CONSEQUENCE, words(tree.consequences[name].title)
        for name in node.sources:
            if name in tree.sources:
                yield Part.SOURCE, words(tree.sources[name].title)

    def _words(self, text: Text | None) -> str:
        return self._tree.words(text, self._language)


def _parts(typed: str) -> list[str]:
    """Return the parts of what was typed, each once: longer words, and pairs of Chinese characters."""
    parts: list[str] = []
    for run in _RUNS.findall(folded(typed)):
        parts += [run[at : at + 2] for at in range(len(run) - 1)] if is_chinese(run) else [run]
    return [*dict.fromkeys(part for part in parts if is_chinese(part) or len(part) >= _LONG)]


def _written(word: str, text: str, start: int, end: int) -> int:
    return text.find(word, start, end)


def _searched(pattern: re.Pattern[str], text: str, start: int, end: int) -> int:
    match = pattern.search(text, start, end)
    return match.start() if match else -1


def _spans(text: str, words: Iterable[str]) -> tuple[Span, ...]:
    """Return the first match of each word in a text, from the left; of overlapping ones the first."""
    lower = folded(text)
    found = []
    for word in words:
        place = lower.find(word)
        pattern = matcher(word)
        if place < 0 and pattern is not None and is_chinese(text):
            place = _searched(pattern, symbols(lower), 0, len(lower))
        if place >= 0:
            found.append((place, place + len(word)))
    spans: list[Span] = []
    for span in sorted(found):
        if not spans or span[0] >= spans[-1][1]:
            spans.append(span)
    return tuple(spans)

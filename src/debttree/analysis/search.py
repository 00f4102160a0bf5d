"""Search all texts of a tree in one language, fast enough to run at each letter typed."""

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
    """The part of a node in which words were found, from the most to the least relevant."""

    TITLE = 0
    TAG = 1
    CHOICE = 2
    TEXT = 3
    CHECKLIST = 4
    DEADLINE = 5
    CONSEQUENCE = 6
    SOURCE = 7


Span = tuple[int, int]
"""Offsets of a match in a text: its first character, and the one behind its last."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A node that was found.

    Attributes:
        node: number of the node in file order.
        part: the least relevant of the parts in which the words were found.
        text: the text of that part.
        spans: the matches in `text`, from left to right.
        title_spans: the matches in the title.
    """

    node: int
    part: Part
    text: str
    spans: tuple[Span, ...]
    title_spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """The best hits, the number of nodes found in all, and whether they hold only parts of what was typed."""

    hits: tuple[Hit, ...]
    total: int
    is_near: bool = False


_Find = Callable[[str, int, int], int]
"""Returns the first offset of a match in a text, between two offsets; -1 if there is none."""

_Match = tuple[int, int]
"""The number of a text, and the offset of a match in it."""

_FAR = 1_000
"""Offsets from which on all matches rank alike."""

NEAR_AT_MOST = 20
"""Most nodes listed that hold only parts of what was typed; more have little to do with it."""

_LONG = 3
"""Fewest letters of a word that is worth searching by itself."""

_RUNS = re.compile(r"[\u4e00-\u9fff]+|[^\W_\u4e00-\u9fff]+")
"""A run of Chinese characters, or a word of other letters and digits."""

_MARKUP = re.compile(r"\*\*|`|^#+ |^> ", re.MULTILINE)


def unmarked(text: str) -> str:
    """Return a text in Markdown as one line of plain words."""
    return clean_line(_MARKUP.sub("", text))


class _Layer:
    """Texts joined into one string, so that one search covers all of them: much faster than a search in each.

    Args:
        numbers: the numbers of the texts.
        nodes: the number of the node that each text belongs to, in ascending order.
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
        """Return the first match in each node that has one."""
        found = {}
        end = len(self._joined)
        place = find(self._joined, 0, end)
        while place >= 0:
            at = bisect_right(self._node_starts, place)
            found[self._nodes[at - 1]] = place
            place = find(self._joined, self._node_starts[at], end)
        return found

    def first_in(self, node: int, find: _Find) -> int:
        """Return the first match in one node, or -1."""
        at = self._places.get(node)
        return -1 if at is None else find(self._joined, self._node_starts[at], self._node_starts[at + 1])

    def text_at(self, place: int) -> tuple[int, int]:
        """Return the number of the text at a place in the joined string, and the offset in that text."""
        at = bisect_right(self._starts, place) - 1
        return self._numbers[at], place - self._starts[at]


class Index:
    """An index of all texts of a tree in one language. Building it takes time linear in their length."""

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

        An id finds its node only if all of it is typed, since readers do not see ids.

        Order: the node with that id, then nodes whose id begins with what was typed, then nodes that have it as title
        or tag (the author's word for the node), then by relevance of the part, then by file order.
        """
        words = sorted(dict.fromkeys(folded(typed).split()), key=len, reverse=True)
        if not words:
            return Found((), 0)
        places = self._first_word(words[0])
        for word in words[1:]:  # the longest was mostly the rarest: few nodes are left
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
        """Return the nodes that hold the most telling parts of what was typed, for phrases that no text contains.

        Parts are words, and in Chinese, which has no blanks, each pair of neighbouring characters. Nodes that hold them
        in title, tags and choices come before those that hold them anywhere. A part weighs more the fewer nodes hold it
        (the inverse document frequency of Spärck Jones, 1972).
        """
        named: Counter[int] = Counter()
        anywhere: Counter[int] = Counter()
        where: dict[int, list[_Match]] = {}
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

    def _first_word(self, word: str) -> dict[int, tuple[_Match, ...]]:
        """Return the first place of a word in each node: as written, else as pinyin initials."""
        found: dict[int, tuple[_Match, ...]] = {}
        pattern = matcher(word)
        if pattern is not None:
            for node, place in self._spelt.first_in_each(partial(_searched, pattern)).items():
                found[node] = (self._spelt.text_at(place),)
        for node, place in self._written.first_in_each(partial(_written, word)).items():
            found[node] = (self._written.text_at(place),)
        return found

    def _narrowed(self, places: Mapping[int, tuple[_Match, ...]], word: str) -> dict[int, tuple[_Match, ...]]:
        """Return the nodes that hold another word too."""
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

    def _rank(self, place: _Match) -> int:
        """Return the rank of a match: its part, and its offset in it; less is better."""
        text, offset = place
        return self._parts[text] * _FAR + min(offset, _FAR - 1)

    def _hit(
        self, node: int, words: list[str], places: Iterable[_Match], *, most_telling: bool = False
    ) -> Hit:
        number = (min if most_telling else max)(text for text, _ in places)
        text, title = self._texts[number], self._texts[self._titles[node]]
        return Hit(node, self._parts[number], text, _spans(text, words), _spans(title, words))

    def _texts_of(self, node: Node) -> Iterator[tuple[Part, str]]:
        """Yield every text of a node, the title first, since it is shown with every hit."""
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
    """Return the distinct parts of what was typed: longer words, and pairs of Chinese characters."""
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
    """Return the first match of each word in a text, from left to right; of overlapping ones only the first."""
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

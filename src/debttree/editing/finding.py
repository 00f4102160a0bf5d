"""Find words in all strings of a tree file, and compute the strings with the words replaced.

Words are matched literally: a typed regular expression could take for ever on one line.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from debttree.editing.shape import TREE_FILE
from debttree.model import DataPath, Place

EVERY = ""
"""The language of a plain string, which serves every language."""

ADDRESSES = ("url", "phone")
"""Fields other than texts in which words may be replaced. Ids are renamed instead, so that references follow."""

_LETTER = r"[^\W\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
"""A letter or digit of a script with blanks between words. Chinese has none, so any part of it counts as a whole
word."""


@dataclass(frozen=True, slots=True)
class Sought:
    """A search request.

    Attributes:
        words: the words as the file has them.
        case: whether upper and lower case differ.
        whole: whether to find whole words only.
    """

    words: str
    case: bool = False
    whole: bool = False

    def spans(self, text: str) -> tuple[tuple[int, int], ...]:
        """Return the matches in a text, from left to right."""
        return tuple(found.span() for found in self._finder().finditer(text))

    def replaced(self, text: str, by: str) -> str:
        """Return a text with every match replaced."""
        return self._finder().sub(lambda _: by, text)

    def _finder(self) -> re.Pattern[str]:
        words = re.escape(self.words)
        if self.whole:
            before = f"(?<!{_LETTER})" if re.match(_LETTER, self.words[:1]) else ""
            behind = f"(?!{_LETTER})" if re.match(_LETTER, self.words[-1:]) else ""
            words = f"{before}{words}{behind}"
        return re.compile(words, 0 if self.case else re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A string that contains the words.

    Attributes:
        path: its data path; for a declared id the path of the thing it declares.
        text: the whole string.
        spans: the matches in it.
        is_id: whether it is a declared id.
    """

    path: DataPath
    text: str
    spans: tuple[tuple[int, int], ...]
    is_id: bool = False


def find(data: Any, sought: Sought) -> Iterator[Occurrence]:
    """Yield every string of a tree file that contains the words, ids included, in the order of the file."""
    if not sought.words:
        return
    for path, text, is_id in _strings(data):
        spans = sought.spans(text)
        if spans:
            yield Occurrence(path, text, spans, is_id)


def next_place(text: str, sought: Sought, here: Place) -> Place | None:
    """Return the place of the next match, from the top after the last one; None if there is none.

    Args:
        text: whose lines end with a line feed.
        sought: the words.
        here: the place of the cursor; a match that begins at the cursor is the next one.
    """
    starts = [0, *(found.end() for found in re.finditer("\n", text))]
    cursor = starts[min(here.line, len(starts)) - 1] + here.column - 1
    found = [start for start, _ in sought.spans(text)]
    start = next((start for start in found if start >= cursor), next(iter(found), None))
    if start is None:
        return None
    line = bisect_right(starts, start)
    return Place(line, start - starts[line - 1] + 1)


@dataclass(frozen=True, slots=True)
class Replacement:
    """A string that will be changed.

    Attributes:
        found: the string as it is, with the matches in it.
        after: the changed string.
    """

    found: Occurrence
    after: str


@dataclass(frozen=True, slots=True)
class Within:
    """Where words may be replaced.

    Attributes:
        fields: keys of texts, such as title or label.
        languages: of these texts; `EVERY` stands for plain strings.
    """

    fields: frozenset[str]
    languages: frozenset[str]

    def __contains__(self, path: object) -> bool:
        """Return whether the string at a path may be changed."""
        field = field_of(path) if isinstance(path, tuple) else None
        return field is not None and field[0] in self.fields and field[1] in self.languages


def replaceable(data: Any) -> Within:
    """Return all fields and languages of a tree file in which words may be replaced."""
    fields = [field for path, _, is_id in _strings(data) if not is_id and (field := field_of(path))]
    return Within(frozenset(name for name, _ in fields), frozenset(language for _, language in fields))


def changes(data: Any, sought: Sought, by: str, within: Within) -> list[Replacement]:
    """Return the changes that replacing words would make.

    Args:
        data: of the tree file.
        sought: the words to replace.
        by: the words to put in their place.
        within: the fields and languages that may change.
    """
    found = (each for each in find(data, sought) if not each.is_id and each.path in within)
    all_of_them = (Replacement(each, sought.replaced(each.text, by)) for each in found)
    return [change for change in all_of_them if change.after != change.found.text]


def field_of(path: DataPath) -> tuple[str, str] | None:
    """Return the field and language of the string at a path; None if words may not be replaced there."""
    if path[-1] in TREE_FILE.texts or path[-1] in ADDRESSES:
        return str(path[-1]), EVERY
    if len(path) > 1 and path[-2] in TREE_FILE.texts:
        return str(path[-2]), str(path[-1])
    return None


def _strings(data: Any) -> Iterator[tuple[DataPath, str, bool]]:
    """Yield every string with its path, and every declared id, in file order and without recursion."""
    pending: list[tuple[DataPath, Any]] = [((), data)]
    while pending:
        path, value = pending.pop()
        if TREE_FILE.declares(path):
            yield path, str(path[1]), True
        if isinstance(value, str):
            yield path, value, False
        elif isinstance(value, dict):
            pending += [((*path, key), inner) for key, inner in reversed(value.items())]
        elif isinstance(value, list):
            pending += [((*path, index), inner) for index, inner in reversed([*enumerate(value)])]

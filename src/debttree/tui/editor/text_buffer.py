"""Convert a file's text for a text widget, and back without changing lines that were not edited.

The widget has one kind of line end, and breaks lines at more characters than TOML does. So it gets lines that end with
a line feed, with those characters replaced by private-use ones. On the way back every line that still exists is taken
from the file, with its own line end.
"""

from dataclasses import dataclass
from difflib import SequenceMatcher

from debttree.editing.toml.comparing import common_ends
from debttree.reading.pieces import TOP, LineBegin, begin_at, is_header

_BREAKS = "\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
"""Characters at which the widget breaks a line and TOML does not."""

_PRIVATE = 0xF0000
_TO_PRIVATE = {ord(character): _PRIVATE + number for number, character in enumerate(_BREAKS)}
_FROM_PRIVATE = {private: character for character, private in _TO_PRIVATE.items()}

_WHOLE_UP_TO = 500_000
"""Most characters of a text that is shown as a whole: about a thousand nodes."""

_PART = 100_000
"""About how many characters of a larger text are shown."""

_COMPARED_AT_MOST = 4_000
"""Most lines compared one by one; a larger change is taken as a whole."""


def shown(text: str) -> str:
    """Return the text for the widget."""
    return text.replace("\r\n", "\n").translate(_TO_PRIVATE)


def written(text: str, typed: str, newline: str) -> str:
    """Return the file's text with the changes made in the widget.

    Args:
        text: the file's text that was shown.
        typed: the widget's text.
        newline: the line end for new lines.
    """
    before = shown(text)
    if typed == before:
        return text
    old, new, originals = before.split("\n"), typed.split("\n"), text.split("\n")
    lines: list[str] = []
    for start, end, kept_from in _runs(old, new):
        for number in range(start, end):
            source = originals[kept_from + number - start] if kept_from is not None else None
            lines.append(_line(source, new[number], newline, is_last=number == len(new) - 1))
    return "\n".join(lines)


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The part of a text that is shown: whole lines, all of them unless it is large.

    Textual's text area visits all its lines for every line that it draws: with 200,000 lines a key took seconds.

    Attributes:
        text: the whole text.
        start: offset where the part begins.
        end: offset where it ends.
        first: line number of its first line, from 1.
    """

    text: str
    start: int
    end: int
    first: int

    @classmethod
    def around(cls, text: str, line: int) -> "Excerpt":
        """Return an excerpt of the whole text, or of a part around a line if the text is large."""
        if len(text) <= _WHOLE_UP_TO:
            return cls(text, 0, len(text), 1)
        position = 0
        for _ in range(line - 1):
            position = text.find("\n", position) + 1 or position
        start = _header_before(text, max(position - _PART // 2, 0))
        end = text.find("\n", position + _PART // 2) + 1 or len(text)
        return cls(text, start, end, text.count("\n", 0, start) + 1)

    @property
    def is_whole(self) -> bool:
        """Whether it is the whole text."""
        return self.end - self.start == len(self.text)

    @property
    def last(self) -> int:
        """The number of its last line."""
        return self.first + self.text.count("\n", self.start, self.end) - (not self.is_whole)

    @property
    def shown(self) -> str:
        """The part as text for the widget."""
        return shown(self.text[self.start : self.end])

    @property
    def begin(self) -> LineBegin:
        """The scanner's state at its first line, which may be inside a string of several lines."""
        return begin_at(self.text, self.start) if self.start else TOP

    def written(self, typed: str, newline: str) -> str:
        """Return the whole text with the changes made in the part."""
        part = written(self.text[self.start : self.end], typed, newline)
        return self.text[: self.start] + part + self.text[self.end :]

    def after(self, text: str) -> "Excerpt":
        """Return the same part of the text after these changes."""
        return Excerpt(text, self.start, len(text) - (len(self.text) - self.end), self.first)


def _header_before(text: str, position: int) -> int:
    """Return the offset of the nearest header before a position, or of a line that looks like one, or 0."""
    nearest = start = text.rfind("\n[", 0, position) + 1
    while start > nearest - _PART:
        if start == 0 or is_header(text[start : text.find("\n", start)]):
            return start
        start = text.rfind("\n[", 0, start) + 1
    return nearest


def _line(source: str | None, typed: str, newline: str, *, is_last: bool) -> str:
    """Return one line as the file had it, or as it was typed; the last line of a file has no line end."""
    if source is None:
        words = typed.translate(_FROM_PRIVATE)
        return words if is_last or newline == "\n" else words + "\r"
    return source.removesuffix("\r") if is_last else source


def _runs(old: list[str], new: list[str]) -> list[tuple[int, int, int | None]]:
    """Return runs of new lines: start, end, and their place among the old lines."""
    first, last = common_ends(old, new)
    middle = _compared(old[first : len(old) - last], new[first : len(new) - last])
    return [
        (0, first, 0),
        *((first + start, first + end, None if at is None else first + at) for start, end, at in middle),
        (len(new) - last, len(new), len(old) - last),
    ]


def _compared(old: list[str], new: list[str]) -> list[tuple[int, int, int | None]]:
    if len(old) + len(new) > _COMPARED_AT_MOST:
        return [(0, len(new), None)]
    found: list[tuple[int, int, int | None]] = []
    for tag, old_start, _, new_start, new_end in SequenceMatcher(
        None, old, new, autojunk=False
    ).get_opcodes():
        found.append((new_start, new_end, old_start if tag == "equal" else None))
    return found

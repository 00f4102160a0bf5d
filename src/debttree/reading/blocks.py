"""The blocks of a TOML text, the data paths of their headers, and both after a change of the text."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from debttree.model import DataPath
from debttree.reading.spans import Header, KeyPart, Span, header_parts, line_end, scan_blocks

TOP = Header((), is_array=False)


class Splice(NamedTuple):
    """A change of a text: replace the characters from `start` up to `end` by `text`."""

    start: int
    end: int
    text: str


def spliced(text: str, splices: Iterable[Splice]) -> str:
    """Return the text with all splices applied; they are in order and do not overlap.

    >>> spliced("a = 1", [Splice(4, 5, "23"), Splice(5, 5, "\\n")])
    'a = 23\\n'
    """
    parts: list[str] = []
    position = 0
    for start, end, replacement in splices:
        parts += (text[position:start], replacement)
        position = end
    return "".join((*parts, text[position:]))


class Headers:
    """The headers of a text, without offsets: an edit that touches no header keeps them.

    Attributes:
        of_block: what the header of each block says; block 0 is the top.
    """

    def __init__(self, headers: Sequence[Header]) -> None:
        self.of_block = headers

    @cached_property
    def paths(self) -> Sequence[DataPath]:
        """Where in the data the table of each block stands; arrays of tables are counted."""
        counts: dict[DataPath, int] = {}
        found: list[DataPath] = []
        for names, is_array in self.of_block:
            path: DataPath = ()
            for name in names:
                if path in counts:
                    path = (*path, counts[path])
                path = (*path, name)
            if is_array:
                counts[path] = counts.get(path, -1) + 1
                path = (*path, counts[path])
            found.append(path)
        return found

    @cached_property
    def block_of(self) -> dict[DataPath, int]:
        """The block whose header defines exactly this path."""
        return {path: number for number, path in enumerate(self.paths)}

    def first_under(self, path: DataPath) -> int | None:
        """Return the number of the first block whose header begins with this path."""
        return self._first.get(path)

    def blocks_under(self, path: DataPath) -> list[int]:
        """Return every block that defines this path or something in it, in the order of the file."""
        depth = len(path)
        near: Iterable[int] = self._by_unit.get(path[:2], ()) if depth >= 2 else range(len(self.paths))
        return [number for number in near if self.paths[number][:depth] == path]

    def prepare(self) -> None:
        """Compute now what the next edit would otherwise have to compute."""
        self.block_of.get(())
        self._by_unit.get(())

    @cached_property
    def _first(self) -> dict[DataPath, int]:
        first: dict[DataPath, int] = {}
        for number, path in enumerate(self.paths):
            for length in range(len(path), 0, -1):
                if path[:length] in first:
                    break
                first[path[:length]] = number
        return first

    @cached_property
    def _by_unit(self) -> dict[DataPath, list[int]]:
        """The blocks of each node, stage and so on: all that share the first two steps of their paths."""
        units: dict[DataPath, list[int]] = {}
        for number, path in enumerate(self.paths):
            units.setdefault(path[:2], []).append(number)
        return units


@dataclass(frozen=True, slots=True)
class Blocks:
    """A text and where each of its blocks begins; block 0, above all headers, begins at 0."""

    text: str
    starts: Sequence[int]
    headers: Headers

    @classmethod
    def plain(cls, text: str) -> "Blocks":
        """Return a text that is no TOML as one single block."""
        return cls(text, [0], Headers([TOP]))

    def block(self, number: int) -> Span:
        """Return the span from the header's line up to the next header's line."""
        following = number + 1
        end = self.starts[following] if following < len(self.starts) else len(self.text)
        return Span(self.starts[number], end)

    def body(self, number: int) -> Span:
        """Return the span of the block without the line of its header."""
        start, end = self.block(number)
        return Span(line_end(self.text, start, end) if number else start, end)

    def header_parts(self, number: int) -> list[KeyPart]:
        """Return the names in the header of a block, and where they are written."""
        return header_parts(self.text, self.starts[number]) if number else []

    def changed(self, splices: Sequence[Splice]) -> "Blocks":
        """Return the blocks after a change of the text.

        Only blocks that a splice touches are scanned again; the others are shifted.

        Args:
            splices: in order and not overlapping, with as much text as keeps the text valid TOML.
        """
        text = spliced(self.text, splices)
        starts = array("Q")
        headers: list[Header] = []
        old_headers = self.headers.of_block
        known = 0  # blocks before this number are done
        shift = 0
        for first, last, gain in self._touched(splices):
            starts.extend([start + shift for start in self.starts[known:first]])
            headers += old_headers[known:first]
            begin = self.starts[first] + shift
            shift += gain
            found = scan_blocks(text, begin, self.block(last).end + shift)
            if first == 0:
                found.insert(0, (0, TOP))
            starts.extend([start for start, _ in found])
            headers += [header for _, header in found]
            known = last + 1
        starts.extend([start + shift for start in self.starts[known:]])
        headers += old_headers[known:]
        same = len(headers) == len(old_headers) and headers == old_headers
        return Blocks(text, starts, self.headers if same else Headers(headers))

    def _touched(self, splices: Sequence[Splice]) -> list[tuple[int, int, int]]:
        """Return runs of blocks that splices touch: first block, last block, and growth in characters."""
        runs: list[tuple[int, int, int]] = []
        for start, end, replacement in splices:
            first = max(bisect_left(self.starts, start) - 1, 0)  # text inserted before a header may change it
            last = bisect_right(self.starts, end) - 1
            gain = len(replacement) - (end - start)
            if runs and first <= runs[-1][1]:
                earlier = runs.pop()
                first, last, gain = earlier[0], max(earlier[1], last), earlier[2] + gain
            runs.append((first, last, gain))
        return runs


def scan(text: str, found: Sequence[tuple[int, Header]] | None = None) -> Blocks:
    """Return the blocks of a text that `tomli` accepts, without its BOM.

    Args:
        text: the text.
        found: what `scan_blocks` finds in all of it, where somebody has asked already.

    >>> scan("a = 1\\n[[b]]\\n[b.c]\\n").headers.paths
    [(), ('b', 0), ('b', 0, 'c')]
    """
    found = scan_blocks(text, 0, len(text)) if found is None else found
    starts = array("Q", [0, *(start for start, _ in found)])  # each state of a document has its own
    return Blocks(text, starts, Headers([TOP, *(header for _, header in found)]))

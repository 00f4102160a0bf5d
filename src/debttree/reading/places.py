"""From a path in the data to the place in the text where its key or value is written."""

from functools import cached_property
from typing import NamedTuple

from debttree.model import Aim, DataPath, Place
from debttree.reading.lines import Lines
from debttree.reading.spans import Entry, Layout, Span, data_paths, entries, items, key_parts, pairs, scan


class Spot(NamedTuple):
    """Where something stands: its key and its value. What has only one of them has it twice."""

    key: Span
    value: Span


class Places:
    """The places of one text that `tomllib` accepts (without its BOM).

    Nothing is looked at before it is asked for, and what was found is kept: a few places in a big file cost
    little more than one pass over it.
    """

    def __init__(self, text: str, layout: Layout | None = None) -> None:
        self._text = text
        self._lines = Lines(text)
        self._known_layout = layout
        self._bodies: dict[int, _Keys] = {}
        self._tables: dict[Span, _Keys] = {}
        self._arrays: dict[Span, list[Span]] = {}

    def place(self, path: DataPath, aim: Aim) -> Place:
        """The line and column of what stands at `path`, else of its nearest ancestor that is written."""
        return self.at(self.span(path, aim).start)

    def span(self, path: DataPath, aim: Aim) -> Span:
        """The offsets of what stands at `path`; where nothing does, of the nearest ancestor's key.

        A table that only headers define, or only the first parts of dotted keys, is found at the first of
        them, whatever the aim.
        """
        spot = self.spot(path)
        if spot is not None:
            return spot.key if aim is Aim.KEY else spot.value
        for length in range(len(path) - 1, 0, -1):
            spot = self.spot(path[:length])
            if spot is not None:
                return spot.key
        return Span(0, 0)

    def at(self, offset: int) -> Place:
        """The line and column of an offset."""
        return self._lines.at(offset)

    def spot(self, path: DataPath) -> Spot | None:
        """Where exactly this path is written, or None."""
        if not path:
            return None
        for length in range(len(path), -1, -1):
            number = self._block_of.get(path[:length])
            if number is None:
                continue
            spot = self._header(number, path) if length == len(path) else self._inside(number, path[length:])
            if spot is not None:
                return spot
        number = self._first_block_under.get(path)
        return None if number is None else self._header(number, path)

    @cached_property
    def layout(self) -> Layout:
        """The blocks of the text."""
        return self._known_layout or scan(self._text)

    @cached_property
    def _block_of(self) -> dict[DataPath, int]:
        """The block whose header defines exactly this path."""
        return {path: number for number, path in enumerate(data_paths(self.layout.headers))}

    @cached_property
    def _first_block_under(self) -> dict[DataPath, int]:
        """The first block whose header names this path on its way."""
        first: dict[DataPath, int] = {}
        for path, number in self._block_of.items():
            for length in range(len(path) - 1, 0, -1):
                if path[:length] in first:
                    break
                first[path[:length]] = number
        return first

    def _header(self, number: int, path: DataPath) -> Spot:
        """The part of a header that is the last name of `path`; the header's own path begins with `path`."""
        names = sum(isinstance(step, str) for step in path)
        part = self.layout.header_parts(self._text, number)[names - 1]
        return Spot(part.span, part.span)

    def _inside(self, number: int, rest: DataPath) -> Spot | None:
        """What stands at `rest` in the body of a block."""
        keys = self._bodies.get(number)
        if keys is None:
            keys = _Keys(entries(self._text, self.layout.body(self._text, number)))
            self._bodies[number] = keys
        while True:
            found = keys.longest(rest)
            if found is None:
                return None
            entry, length = found
            if length < len(entry.names):
                return self._part(entry, length) if length == len(rest) else None
            if length == len(rest):
                return Spot(self._part(entry, length).key, entry.value)
            value, rest = entry.value, rest[length:]
            while rest and isinstance(rest[0], int):
                within = self._items(value)
                if rest[0] >= len(within):
                    return None
                value, rest = within[rest[0]], rest[1:]
            if not rest:
                return Spot(value, value)
            if self._text[value.start] != "{":
                return None
            keys = self._pairs(value)

    def _part(self, entry: Entry, length: int) -> Spot:
        span = key_parts(self._text, entry.key)[length - 1].span
        return Spot(span, span)

    def _items(self, value: Span) -> list[Span]:
        if value not in self._arrays:
            is_array = self._text[value.start] == "["
            self._arrays[value] = items(self._text, value) if is_array else []
        return self._arrays[value]

    def _pairs(self, value: Span) -> "_Keys":
        if value not in self._tables:
            self._tables[value] = _Keys(pairs(self._text, value))
        return self._tables[value]


class _Keys:
    """The entries of one table, found by their (dotted) names or by the first of these."""

    def __init__(self, found: list[Entry]) -> None:
        self._by_names: dict[DataPath, Entry] = {}
        for entry in found:
            for length in range(1, len(entry.names) + 1):
                self._by_names.setdefault(entry.names[:length], entry)

    def longest(self, path: DataPath) -> tuple[Entry, int] | None:
        """The entry that shares most names with `path`, and how many these are."""
        for length in range(len(path), 0, -1):
            entry = self._by_names.get(path[:length])
            if entry is not None:
                return entry, length
        return None

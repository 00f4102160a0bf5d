"""Find how a table or value is written: by headers, by dotted keys, inline, or in several of these ways."""

from dataclasses import dataclass

from debttree.editing.toml.source import SourceText
from debttree.model import DataPath
from debttree.reading.places import ArrayItem, Host, Keyed
from debttree.reading.spans import KeyValue, Span, key_parts


@dataclass(frozen=True, slots=True)
class Written:
    """All that is written of one path.

    Attributes:
        blocks: numbers of the blocks whose headers define it or something in it, in order.
        inside: its entry, the first of its dotted entries, or its item.
        entries: all entries that belong to it, if it has a key.
    """

    blocks: tuple[int, ...]
    inside: Keyed | ArrayItem | None
    entries: tuple[KeyValue, ...]

    @property
    def value(self) -> Span | None:
        """The span of the value, if it is written as one."""
        if isinstance(self.inside, ArrayItem):
            return self.inside.value
        return self.inside.entry.value if self.inside and self.inside.is_whole else None

    @property
    def dotted(self) -> Keyed | None:
        """The first entry of a table written by dotted keys."""
        return self.inside if isinstance(self.inside, Keyed) and not self.inside.is_whole else None


def written(source: SourceText, path: DataPath) -> Written:
    """Return how the value at a path is written."""
    inside = source.inside(path)
    entries: tuple[KeyValue, ...] = ()
    if isinstance(inside, Keyed):
        names = inside.entry.names[: inside.depth]
        entries = tuple(e for e in source.entries(inside.host) if e.names[: inside.depth] == names)
    return Written(tuple(source.blocks.headers.blocks_under(path)), inside, entries)


def own_host(source: SourceText, path: DataPath) -> Host | None:
    """Return the block or the inline table with the entries of the table at `path`; None if it has neither."""
    number = source.blocks.headers.block_of.get(path)
    if number is not None:
        return number
    value = written(source, path).value
    return value if value is not None and source.text[value.start] == "{" else None


def raw_prefix(source: SourceText, entry: KeyValue, depth: int) -> str:
    """Return the first `depth` names of an entry's key as written, with the dot behind them.

    Args:
        source: the text.
        entry: the entry.
        depth: number of names.
    """
    if depth == 0:
        return ""
    parts = key_parts(source.text, entry.key)
    return source.text[entry.key : parts[depth - 1].span.end] + "."

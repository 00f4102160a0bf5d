"""Rename a key wherever it is written, and copy a table under another key."""

from collections.abc import Iterable

from debttree.editing.toml.brackets import Brackets
from debttree.editing.toml.headers import gap_of
from debttree.editing.toml.lines import content_end, inserted_after, newline_of, runs
from debttree.editing.toml.source import SourceText
from debttree.editing.toml.tokens import key_token
from debttree.editing.toml.written import Written, written
from debttree.model import DataPath
from debttree.reading.blocks import Splice, spliced
from debttree.reading.places import Keyed
from debttree.reading.spans import KeyValue, Span, key_parts


def rename_key(source: SourceText, path: DataPath, new: str) -> list[Splice]:
    """Return the splices that rename the key at `path` in every header and dotted key.

    Args:
        source: the text.
        path: data path of the key.
        new: its new name.
    """
    found = written(source, path)
    token = key_token(new)
    names = sum(isinstance(step, str) for step in path)
    spans = [source.blocks.header_parts(number)[names - 1].span for number in found.blocks]
    if isinstance(found.inside, Keyed):
        spans += _named_parts(source, found.entries, found.inside.depth)
    return [Splice(*span, token) for span in spans]


def _named_parts(source: SourceText, entries: Iterable[KeyValue], depth: int) -> list[Span]:
    return [key_parts(source.text, entry.key)[depth - 1].span for entry in entries]


def copy_table(source: SourceText, path: DataPath, new: str) -> list[Splice] | None:
    """Return the splices that copy a table, as it is written except for its name, directly behind the original.

    The comment above it stays with the original.

    Args:
        source: the text.
        path: data path of the table.
        new: the name of the copy.

    Returns:
        None if it is written partly by headers and partly by other means.
    """
    found = written(source, path)
    if found.inside is None:
        return [_copied_blocks(source, path, found, new)]
    if found.blocks or not isinstance(found.inside, Keyed):
        return None
    host = found.inside.host
    copies = [_copied_entry(source, entry, found.inside.depth, new) for entry in found.entries]
    if isinstance(host, Span):
        members = [Span(pair.key, pair.value.end) for pair in source.entries(host)]
        index = source.entries(host).index(found.entries[-1]) + 1
        return Brackets(source.text, host, members).inserted(index, ", ".join(copies))
    end = found.entries[-1].end
    if not copies[-1].endswith("\n"):
        copies.insert(0, newline_of(source.text))
    return [Splice(end, end, "".join(copies))]


def _copied_blocks(source: SourceText, path: DataPath, found: Written, new: str) -> Splice:
    names = sum(isinstance(step, str) for step in path)
    token = key_token(new)
    gap = gap_of(source, found.blocks[0])
    parts = []
    for first, last in runs(found.blocks):
        start = source.blocks.starts[first]
        text = source.text[start : content_end(source, last)]
        spans = [source.blocks.header_parts(number)[names - 1].span for number in range(first, last + 1)]
        parts.append(spliced(text, [Splice(span.start - start, span.end - start, token) for span in spans]))
    copied = (newline_of(source.text) * (gap + 1)).join(parts)
    return inserted_after(source, runs(found.blocks)[0][1], copied, gap)


def _copied_entry(source: SourceText, entry: KeyValue, depth: int, new: str) -> str:
    """Return the lines of an entry, or a pair, with another name at one depth of its key."""
    text = source.text[entry.line : entry.end]
    part = key_parts(source.text, entry.key)[depth - 1].span
    return spliced(text, [Splice(part.start - entry.line, part.end - entry.line, key_token(new))])

"""Replace a value in the text."""

from debttree.editing.toml.lines import removed_lines
from debttree.editing.toml.removing import removed_members
from debttree.editing.toml.source import SourceText
from debttree.editing.toml.style import style_of
from debttree.editing.toml.tokens import Value, changed_token
from debttree.editing.toml.written import raw_prefix, written
from debttree.model import DataPath
from debttree.reading.blocks import Splice
from debttree.reading.places import Keyed
from debttree.reading.spans import KeyValue, key_parts


def replace_value(source: SourceText, path: DataPath, value: Value) -> list[Splice] | None:
    """Return the splices that replace what is written as a value or by dotted keys.

    Args:
        source: the text.
        path: data path of the value.
        value: the new value.

    Returns:
        None if it is written by headers too: then it must be removed and added again.
    """
    found = written(source, path)
    if found.blocks or found.inside is None:
        return None
    if isinstance(found.inside, Keyed):
        return _entry(source, found.inside, found.entries, value)
    old = found.inside.value
    return [Splice(*old, changed_token(source.text[slice(*old)], value))]


def _entry(source: SourceText, first: Keyed, entries: tuple[KeyValue, ...], value: Value) -> list[Splice]:
    style = style_of(source, first.host)
    in_block = isinstance(first.host, int)
    parts = key_parts(source.text, first.entry.key)
    name_end, value_end = parts[first.depth - 1].span.end, first.entry.value.end
    if first.is_whole and not isinstance(value, dict | list):
        old = first.entry.value
        newline = style.newline if in_block else None
        return [Splice(*old, changed_token(source.text[slice(*old)], value, newline))]
    name = first.entry.names[first.depth - 1]
    if in_block and style.is_dotted(name, value):
        prefix = raw_prefix(source, first.entry, first.depth)
        lines = style.lines(value, prefix)
        begin = first.entry.key
        written_value = style.newline.join(lines)[len(style.indent) :]
    else:
        begin = name_end
        written_value = style.equals + (style.value(value) if in_block else style.member(value))
    return [Splice(begin, value_end, written_value), *_rest(source, first, entries[1:])]


def _rest(source: SourceText, first: Keyed, entries: tuple[KeyValue, ...]) -> list[Splice]:
    """Return the splices that remove all but the first entry of a table written by dotted keys."""
    if isinstance(first.host, int):
        return [removed_lines(source.text, entry.line, entry.end) for entry in entries]
    return removed_members(source, first.host, entries)

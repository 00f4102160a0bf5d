"""Add a key to a table, in the style of its neighbours."""

from collections.abc import Iterator, Sequence
from typing import Any

from debttree.editing.toml.brackets import Brackets
from debttree.editing.toml.data import MISSING, at
from debttree.editing.toml.headers import gap_of, header, new_blocks
from debttree.editing.toml.lines import inserted_at, lead, newline_of
from debttree.editing.toml.refused import Refused
from debttree.editing.toml.source import SourceText
from debttree.editing.toml.style import WritingStyle, style_of
from debttree.editing.toml.tokens import Value, key_token
from debttree.editing.toml.written import Written, own_host, raw_prefix, written
from debttree.model import DataPath, msg
from debttree.reading.blocks import Splice
from debttree.reading.places import Keyed
from debttree.reading.spans import KeyValue, Span


def add(
    source: SourceText, data: Any, path: DataPath, value: Value, after: str | None = None
) -> list[Splice]:
    """Return the splices that add a key to the table `path[:-1]`; that table must exist unless its keys are ids.

    Args:
        source: the text.
        data: the data of the text.
        path: data path of the new key.
        value: its value.
        after: the key of the sibling to put it behind, for a table whose siblings are tables.
    """
    if _is_table(source, path, value):
        return _add_table(source, data, path, value, after)
    if is_array_of_tables(value) and by_headers(source, data, path):
        example_block = example_of_items(source, data, path)
        written_items = list(_items(source, path, value, example_block))
        gap = gap_of(source, example_block)
        newline = style_of(source, example_block).newline
        return [new_blocks(source, path, (newline * (gap + 1)).join(written_items), gap, None)]
    return _entry(source, path, value)


def _add_table(
    source: SourceText, data: Any, path: DataPath, value: Value, after: str | None
) -> list[Splice]:
    is_first = at(data, path[:-1]) is MISSING
    anchor = path[:-1] if is_first else path
    example = _sibling(source, data, anchor, after)
    if example is None and not isinstance(own_host(source, anchor[:-1]), int):
        return _entry(source, path, value)
    shown = None if example is None else written(source, example)
    if shown is not None and not shown.blocks and after is None and not is_first:
        shown = written(source, (*path[:-1], list(at(data, path[:-1]))[-1]))  # behind the last, table or not
    if shown is None or shown.blocks:
        text, gap = _table(source, data, path, value, shown.blocks[0] if shown else None, example or path)
        return [new_blocks(source, anchor, text, gap, after)]
    return _beside(source, shown, str(anchor[-1]), {path[-1]: value} if is_first else value)


def is_array_of_tables(value: Value) -> bool:
    """Return whether a value can be written as `[[...]]`."""
    return isinstance(value, list) and bool(value) and all(isinstance(item, dict) for item in value)


def by_headers(source: SourceText, data: Any, path: DataPath) -> bool:
    """Return whether an array of tables at `path` should be written as `[[...]]`, like others of its kind.

    Args:
        source: the text.
        data: its data.
        path: data path of the array.
    """
    found = written(source, path[:-1])
    if found.inside is not None or (path[:-1] and not found.blocks):
        return False
    return _usually_by_headers(source, data, path)


def example_of_items(source: SourceText, data: Any, path: DataPath) -> int | None:
    """Return the block of an item in the nearest array of the same kind that is written as `[[...]]`.

    Args:
        source: the text.
        data: its data.
        path: data path of the array.
    """
    headers = source.blocks.headers
    numbers = (headers.block_of.get((*other, 0)) for other in _others(source, data, path))
    return next((number for number in numbers if number is not None), None)


def _others(source: SourceText, data: Any, path: DataPath) -> Iterator[DataPath]:
    """Yield arrays of tables of the same kind, the nearest first; then those of other kinds in the same table."""
    declared = at(data, path[:1])
    if len(path) != 3 or not source.conventions.declares(path[:2]) or not isinstance(declared, dict):
        return
    names = list(declared)
    here = names.index(str(path[1])) if path[1] in names else len(names) - 1
    near = (*reversed(names[: here + 1]), *names[here + 1 :])
    alike = ((path[0], name, path[2]) for name in near)
    others = ((*path[:2], other) for other in source.conventions.keys_of(path[:2]))
    yield from (other for other in (*alike, *others) if is_array_of_tables(at(data, other)))


def _is_table(source: SourceText, path: DataPath, value: Value) -> bool:
    return isinstance(value, dict) and not source.conventions.is_text(path)


def _sibling(source: SourceText, data: Any, path: DataPath, after: str | None) -> DataPath | None:
    """Return the neighbour whose style a new table copies."""
    parent = path[:-1]
    if after is not None:
        return (*parent, after)
    tables = [name for name, other in at(data, parent).items() if _is_table(source, (*parent, name), other)]
    return (*parent, tables[-1]) if tables else None


def _table(
    source: SourceText, data: Any, path: DataPath, value: Value, example: int | None, near: DataPath
) -> tuple[str, int]:
    """Return the lines of a new table with its own header and arrays of tables, and the number of empty lines above it.

    Args:
        source: the text.
        data: its data.
        path: data path of the table.
        value: the table.
        example: the block whose style it copies.
        near: path of the neighbour whose arrays show how to write those of the new table.
    """
    newline = newline_of(source.text)
    arrays = {
        name: inner
        for name, inner in value.items()
        if is_array_of_tables(inner) and _usually_by_headers(source, data, (*near, name))
    }
    entries = style_of(source, example).lines({k: v for k, v in value.items() if k not in arrays})
    text = newline.join([header(source, example, path, is_array=False), *entries])
    for name, inner in arrays.items():
        item_example = example_of_items(source, data, (*near, name))
        gap = newline * (gap_of(source, item_example) + 1)
        text += "".join(gap + item for item in _items(source, (*path, name), inner, item_example))
    return text, gap_of(source, example)


def _usually_by_headers(source: SourceText, data: Any, path: DataPath) -> bool:
    """Return whether the nearest array of the same kind, if there is any, is written as `[[...]]`."""
    other = next(_others(source, data, path), None)
    return other is None or (*other, 0) in source.blocks.headers.block_of


def _items(source: SourceText, path: DataPath, value: Value, example: int | None) -> Iterator[str]:
    """Yield the lines of each item of a new array of tables, with its own header."""
    style = style_of(source, example)
    for item in value:
        lines = style.lines(item)
        yield style.newline.join([header(source, example, path, is_array=True), *lines])


def _beside(source: SourceText, shown: Written, name: str, value: Value) -> list[Splice]:
    """Return the splices for a new table behind a neighbour that is inline, dotted, or not a table."""
    if not isinstance(shown.inside, Keyed):
        raise Refused(msg("What stands here has no name of its own."))
    host, last = shown.inside.host, shown.entries[-1]
    prefix = raw_prefix(source, last, shown.inside.depth - 1)
    style = style_of(source, host)
    if shown.value is not None:
        braces = style_of(source, shown.value) if source.text[shown.value.start] == "{" else style
        pairs = [f"{prefix}{key_token(name)}{style.equals}{braces.inline(value)}"]
    else:
        inner = f"{prefix}{key_token(name)}."
        pairs = style.members(value, inner) if isinstance(host, Span) else style.lines(value, inner)
        pairs = pairs or [f"{style.indent if isinstance(host, int) else ''}{inner[:-1]}{style.equals}{{}}"]
    if isinstance(host, Span):
        return _member_after(source, host, last, ", ".join(pairs))
    lines = pairs if shown.value is None else [style.indent + pairs[0]]
    return [_lines_after(source, last, lines, style)]


def _entry(source: SourceText, path: DataPath, value: Value) -> list[Splice]:
    """Return the splices for a new entry in a table, at its place in the order of keys."""
    parent, name = path[:-1], str(path[-1])
    host = own_host(source, parent)
    found = written(source, parent)
    if isinstance(host, int):
        others = _neighbours(source, host)
        style = style_of(source, host, *others)
        return [_into_block(source, host, path, style.lines({name: value}), style)]
    if host is not None:
        return _into_braces(source, host, path, value)
    if found.dotted is not None:
        style = style_of(source, found.dotted.host)
        prefix = raw_prefix(source, found.entries[-1], found.dotted.depth)
        if isinstance(found.dotted.host, int):
            return [_lines_after(source, found.entries[-1], style.lines({name: value}, prefix), style)]
        pairs = ", ".join(style.members({name: value}, prefix))
        return _member_after(source, found.dotted.host, found.entries[-1], pairs)
    if not found.blocks:
        raise Refused(msg("What it belongs to is not there."))
    style = style_of(source, found.blocks[0])
    lines = [header(source, found.blocks[0], parent, is_array=False), *style.lines({name: value})]
    written_block = style.newline.join(lines)
    return [
        inserted_at(source, lead(source, found.blocks[0]), written_block, gap_of(source, found.blocks[0]))
    ]


def _neighbours(source: SourceText, number: int) -> list[int]:
    """Return the blocks before and behind a block, as examples of how texts are written."""
    count = len(source.blocks.starts)
    return [other for other in (number - 1, number + 1, number - 2, number + 2) if 0 <= other < count]


def _into_block(
    source: SourceText, number: int, path: DataPath, lines: Sequence[str], style: WritingStyle
) -> Splice:
    text = source.text
    before = _written_before(source, source.entries(number), path)
    if before:
        return _lines_after(source, before[-1], lines, style)
    if number:
        position = source.blocks.body(number).start
        return _lines_at(text, position, lines, style)
    has_more = len(source.blocks.starts) > 1
    position = lead(source, 1) if has_more else len(text)
    if source.entries(0):
        position = source.entries(0)[0].line
        has_more = False
    return _lines_at(text, position, [*lines, ""] if has_more else lines, style)


def _written_before(source: SourceText, entries: Sequence[KeyValue], path: DataPath) -> list[KeyValue]:
    """Return the entries of a table that come before the one at a path in the order of keys."""
    rank, table = source.conventions.rank, path[:-1]
    return [entry for entry in entries if rank(table, entry.names[0]) <= rank(table, path[-1])]


def _lines_after(source: SourceText, entry: KeyValue, lines: Sequence[str], style: WritingStyle) -> Splice:
    return _lines_at(source.text, entry.end, lines, style)


def _lines_at(text: str, position: int, lines: Sequence[str], style: WritingStyle) -> Splice:
    if position and text[position - 1] != "\n":
        return Splice(position, position, "".join(style.newline + line for line in lines))
    return Splice(position, position, "".join(line + style.newline for line in lines))


def _into_braces(source: SourceText, host: Span, path: DataPath, value: Value) -> list[Splice]:
    pairs = source.entries(host)
    style = style_of(source, host)
    token = ", ".join(style.members({str(path[-1]): value}))
    before = _written_before(source, pairs, path)
    index = pairs.index(before[-1]) + 1 if before else 0
    return _brackets(source, host).inserted(index, token)


def _member_after(source: SourceText, host: Span, entry: KeyValue, token: str) -> list[Splice]:
    return _brackets(source, host).inserted(source.entries(host).index(entry) + 1, token)


def _brackets(source: SourceText, host: Span) -> Brackets:
    return Brackets(source.text, host, [Span(pair.key, pair.value.end) for pair in source.entries(host)])

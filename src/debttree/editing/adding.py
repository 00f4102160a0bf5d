"""A new key in a table, written as its neighbours are."""

from collections.abc import Iterator, Sequence
from typing import Any

from debttree.editing.brackets import Brackets
from debttree.editing.data import MISSING, at
from debttree.editing.headers import gap_of, header, new_blocks
from debttree.editing.lines import inserted_at, lead, newline_of
from debttree.editing.refusal import Refused
from debttree.editing.shape import NAMED, TEXTS, keys_of, rank
from debttree.editing.style import Style, style_of
from debttree.editing.tokens import Value, key_token
from debttree.editing.written import Written, own_host, raw_prefix, written
from debttree.model import DataPath, msg
from debttree.reading.blocks import Splice
from debttree.reading.places import Keyed, Places
from debttree.reading.spans import KeyValue, Span


def add(places: Places, data: Any, path: DataPath, value: Value, after: str | None = None) -> list[Splice]:
    """The splices that add a key to the table `path[:-1]`; only a table of ids need not be there yet.

    Args:
        data: what the text says now.
        after: the sibling that it stands behind, for a table whose siblings are tables.
    """
    if _is_table(path, value):
        return _add_table(places, data, path, value, after)
    if is_array_of_tables(value) and by_headers(places, data, path):
        example_block = example_of_items(places, data, path)
        written_items = list(_items(places, path, value, example_block))
        gap = gap_of(places, example_block)
        newline = style_of(places, example_block).newline
        return [new_blocks(places, path, (newline * (gap + 1)).join(written_items), gap, None)]
    return _entry(places, path, value)


def _add_table(places: Places, data: Any, path: DataPath, value: Value, after: str | None) -> list[Splice]:
    is_first = at(data, path[:-1]) is MISSING
    anchor = path[:-1] if is_first else path
    example = _sibling(data, anchor, after)
    if example is None and not isinstance(own_host(places, anchor[:-1]), int):
        return _entry(places, path, value)
    shown = None if example is None else written(places, example)
    if shown is None or shown.blocks:
        text, gap = _table(places, data, path, value, shown.blocks[0] if shown else None, example or path)
        return [new_blocks(places, anchor, text, gap, after)]
    return _beside(places, shown, str(anchor[-1]), {path[-1]: value} if is_first else value)


def is_array_of_tables(value: Value) -> bool:
    """Whether a value can be written as `[[...]]`."""
    return isinstance(value, list) and bool(value) and all(isinstance(item, dict) for item in value)


def by_headers(places: Places, data: Any, path: DataPath) -> bool:
    """Whether an array of tables at `path` should be written as `[[...]]`, as others of its kind are."""
    found = written(places, path[:-1])
    if found.inside is not None or (path[:-1] and not found.blocks):
        return False
    return _usually_by_headers(places, data, path)


def example_of_items(places: Places, data: Any, path: DataPath) -> int | None:
    """The block of an item in the nearest array of this kind that is written as `[[...]]`."""
    outline = places.layout.outline
    numbers = (outline.block_of.get((*other, 0)) for other in _others(data, path))
    return next((number for number in numbers if number is not None), None)


def _others(data: Any, path: DataPath) -> Iterator[DataPath]:
    """Arrays of tables of the same kind in this node and in others, nearest first; then of other kinds here."""
    match path:
        case ("nodes", str(node), str(kind)) if isinstance(data.get("nodes"), dict):
            names = list(data["nodes"])
            here = names.index(node) if node in names else len(names) - 1
            near = (*reversed(names[: here + 1]), *names[here + 1 :])
            alike = (("nodes", name, kind) for name in near)
            others = ((*path[:2], other) for other in keys_of(path[:2]))
            yield from (other for other in (*alike, *others) if is_array_of_tables(at(data, other)))


def _is_table(path: DataPath, value: Value) -> bool:
    return isinstance(value, dict) and (path[-1] not in TEXTS or (len(path) == 2 and path[0] in NAMED))


def _sibling(data: Any, path: DataPath, after: str | None) -> DataPath | None:
    """The neighbour whose style a new table follows."""
    parent = path[:-1]
    if after is not None:
        return (*parent, after)
    tables = [name for name, other in at(data, parent).items() if _is_table((*parent, name), other)]
    return (*parent, tables[-1]) if tables else None


def _table(
    places: Places, data: Any, path: DataPath, value: Value, example: int | None, near: DataPath
) -> tuple[str, int]:
    """A new table under a header of its own, with its arrays of tables below, and the gap to put above it.

    Args:
        example: the block whose style it follows.
        near: the neighbour whose arrays show how those of the new table are written.
    """
    newline = newline_of(places.text)
    arrays = {
        name: inner
        for name, inner in value.items()
        if is_array_of_tables(inner) and _usually_by_headers(places, data, (*near, name))
    }
    entries = style_of(places, example).lines({k: v for k, v in value.items() if k not in arrays})
    text = newline.join([header(places, example, path, is_array=False), *entries])
    for name, inner in arrays.items():
        item_example = example_of_items(places, data, (*near, name))
        gap = newline * (gap_of(places, item_example) + 1)
        text += "".join(gap + item for item in _items(places, (*path, name), inner, item_example))
    return text, gap_of(places, example)


def _usually_by_headers(places: Places, data: Any, path: DataPath) -> bool:
    """Whether the nearest array of this kind, if there is any, is written as `[[...]]`."""
    other = next(_others(data, path), None)
    return other is None or (*other, 0) in places.layout.outline.block_of


def _items(places: Places, path: DataPath, value: Value, example: int | None) -> Iterator[str]:
    """Each item of a new array of tables, under its own header."""
    style = style_of(places, example)
    for item in value:
        lines = style.lines(item)
        yield style.newline.join([header(places, example, path, is_array=True), *lines])


def _beside(places: Places, shown: Written, name: str, value: Value) -> list[Splice]:
    """A new table behind a neighbour that is written inline or by dotted keys."""
    if not isinstance(shown.inside, Keyed):
        raise Refused(msg("What stands here has no name of its own."))
    host, last = shown.inside.host, shown.entries[-1]
    prefix = raw_prefix(places, last, shown.inside.depth - 1)
    style = style_of(places, host)
    if shown.value is not None:
        braces = style_of(places, shown.value)
        pairs = [f"{prefix}{key_token(name)}{style.equals}{braces.inline(value)}"]
    else:
        inner = f"{prefix}{key_token(name)}."
        pairs = style.members(value, inner) if isinstance(host, Span) else style.lines(value, inner)
        pairs = pairs or [f"{style.indent if isinstance(host, int) else ''}{inner[:-1]}{style.equals}{{}}"]
    if isinstance(host, Span):
        return _member_after(places, host, last, ", ".join(pairs))
    lines = pairs if shown.value is None else [style.indent + pairs[0]]
    return [_lines_after(places, last, lines, style)]


def _entry(places: Places, path: DataPath, value: Value) -> list[Splice]:
    """A new entry in a table, in the order in which authors write them."""
    parent, name = path[:-1], str(path[-1])
    host = own_host(places, parent)
    found = written(places, parent)
    if isinstance(host, int):
        others = _neighbours(places, host)
        style = style_of(places, host, *others)
        return [_into_block(places, host, path, style.lines({name: value}), style)]
    if host is not None:
        return _into_braces(places, host, path, value)
    if found.dotted is not None:
        style = style_of(places, found.dotted.host)
        prefix = raw_prefix(places, found.entries[-1], found.dotted.depth)
        if isinstance(found.dotted.host, int):
            return [_lines_after(places, found.entries[-1], style.lines({name: value}, prefix), style)]
        pairs = ", ".join(style.members({name: value}, prefix))
        return _member_after(places, found.dotted.host, found.entries[-1], pairs)
    if not found.blocks:
        raise Refused(msg("What it belongs to is not there."))
    style = style_of(places, found.blocks[0])
    lines = [header(places, found.blocks[0], parent, is_array=False), *style.lines({name: value})]
    written_block = style.newline.join(lines)
    return [
        inserted_at(places, lead(places, found.blocks[0]), written_block, gap_of(places, found.blocks[0]))
    ]


def _neighbours(places: Places, number: int) -> list[int]:
    """Blocks before and behind this one: they show how texts are written."""
    count = len(places.layout.starts)
    return [other for other in (number - 1, number + 1, number - 2, number + 2) if 0 <= other < count]


def _into_block(places: Places, number: int, path: DataPath, lines: Sequence[str], style: Style) -> Splice:
    text = places.text
    order = keys_of(path[:-1])
    before = [
        e for e in places.entries(number) if not order or rank(order, e.names[0]) <= rank(order, path[-1])
    ]
    if before:
        return _lines_after(places, before[-1], lines, style)
    if number:
        position = places.layout.body(number).start
        return _lines_at(text, position, lines, style)
    has_more = len(places.layout.starts) > 1
    position = lead(places, 1) if has_more else len(text)
    if places.entries(0):
        position = places.entries(0)[0].line
        has_more = False
    return _lines_at(text, position, [*lines, ""] if has_more else lines, style)


def _lines_after(places: Places, entry: KeyValue, lines: Sequence[str], style: Style) -> Splice:
    return _lines_at(places.text, entry.end, lines, style)


def _lines_at(text: str, position: int, lines: Sequence[str], style: Style) -> Splice:
    if position and text[position - 1] != "\n":
        return Splice(position, position, "".join(style.newline + line for line in lines))
    return Splice(position, position, "".join(line + style.newline for line in lines))


def _into_braces(places: Places, host: Span, path: DataPath, value: Value) -> list[Splice]:
    pairs = places.entries(host)
    order = keys_of(path[:-1])
    style = style_of(places, host)
    token = ", ".join(style.members({str(path[-1]): value}))
    before = [e for e in pairs if not order or rank(order, e.names[0]) <= rank(order, path[-1])]
    index = pairs.index(before[-1]) + 1 if before else 0
    return _brackets(places, host).inserted(index, token)


def _member_after(places: Places, host: Span, entry: KeyValue, token: str) -> list[Splice]:
    return _brackets(places, host).inserted(places.entries(host).index(entry) + 1, token)


def _brackets(places: Places, host: Span) -> Brackets:
    return Brackets(places.text, host, [Span(pair.key, pair.value.end) for pair in places.entries(host)])

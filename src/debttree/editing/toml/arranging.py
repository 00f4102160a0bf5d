"""Insert and move items of arrays."""

from collections.abc import Sequence

from debttree.editing.toml.brackets import Brackets
from debttree.editing.toml.headers import gap_of, header
from debttree.editing.toml.lines import content_end, inserted_after, inserted_at, lead, runs
from debttree.editing.toml.refused import Refused
from debttree.editing.toml.source import SourceText
from debttree.editing.toml.style import style_of
from debttree.editing.toml.tokens import Value
from debttree.editing.toml.written import written
from debttree.model import DataPath, msg
from debttree.reading.blocks import Splice
from debttree.reading.spans import Span, line_end


def insert_item(source: SourceText, path: DataPath, index: int, value: Value) -> list[Splice]:
    """Return the splices that insert an item into an array that has items, or is written in brackets.

    Args:
        source: the text.
        path: data path of the array.
        index: index of the new item, from 0.
        value: the item.
    """
    headers = source.blocks.headers
    if (*path, 0) in headers.block_of:
        if not isinstance(value, dict):
            raise Refused(msg("Only a table can stand among these tables."))
        return [_insert_block(source, path, index, value)]
    found = written(source, path).value
    if found is None:
        raise Refused(msg("What it belongs to is not there."))
    items = source.items(found)
    tables = [item for item in items if source.text[item.start] == "{"]
    near = tables[max(index - 1, 0) : index] or tables[:1]
    token = style_of(source, near[0] if near else None, *tables).member(value)
    return Brackets(source.text, found, items).inserted(index, token)


def _insert_block(source: SourceText, path: DataPath, index: int, value: Value) -> Splice:
    headers = source.blocks.headers
    blocks: list[int] = []
    while (*path, len(blocks)) in headers.block_of:
        blocks.append(headers.block_of[*path, len(blocks)])
    example = blocks[max(index - 1, 0)]
    style = style_of(source, example, *blocks)
    lines = [header(source, example, path, is_array=True), *style.lines(value)]
    gap = gap_of(source, example)
    if index < len(blocks):
        return inserted_at(source, lead(source, blocks[index]), style.newline.join(lines), gap)
    last = headers.blocks_under((*path, len(blocks) - 1))[-1]
    return inserted_after(source, last, style.newline.join(lines), gap)


def move_item(source: SourceText, path: DataPath, old: int, new: int) -> list[Splice]:
    """Return the splices that move an item; lines between the items stay where they are.

    Args:
        source: the text.
        path: data path of the array.
        old: index of the item, from 0.
        new: its new index.
    """
    if (*path, 0) in source.blocks.headers.block_of:
        return _move_blocks(source, path, old, new)
    found = written(source, path).value
    if found is None:
        raise Refused(msg("What it belongs to is not there."))
    return Brackets(source.text, found, source.items(found)).moved(old, new)


def move_key(source: SourceText, path: DataPath, names: Sequence[str], index: int) -> list[Splice]:
    """Return the splices that move a table with headers among its siblings, with the comments above it.

    Args:
        source: the text.
        path: data path of the table.
        names: the keys of its parent table, in order.
        index: its new index among them, from 0.
    """
    old = names.index(str(path[-1]))
    first, last = min(old, index), max(old, index)
    paths = [(*path[:-1], name) for name in names[first : last + 1]]
    if any(written(source, each).inside is not None for each in paths):
        raise Refused(msg("This is written in a way that can only be changed in the text."))
    return _rotated(source, paths, old - first, index - first)


def _move_blocks(source: SourceText, path: DataPath, old: int, new: int) -> list[Splice]:
    first, last = min(old, new), max(old, new)
    return _rotated(source, [(*path, index) for index in range(first, last + 1)], old - first, new - first)


def _rotated(source: SourceText, paths: Sequence[DataPath], old: int, new: int) -> list[Splice]:
    """Return the splices that move the blocks of one path among those of others; the ones between move up or down.

    Args:
        source: the text.
        paths: data paths with headers, in the order of the file.
        old: index in `paths` of the one that moves.
        new: its new index.
    """
    spans = [_spans(source, path) for path in paths]
    order = list(spans)
    order.insert(new, order.pop(old))
    splices = []
    for slot, taken in zip(spans, order, strict=True):
        own, *others = slot
        newline = style_of(source, None).newline
        text = (newline * 2).join(source.text[slice(*span)] for span in taken)
        if taken is not slot and _ends_in_comment(text) and _is_crowded(source.text, own.end):
            text += newline  # else the comment would belong to the block below
        splices.append(Splice(*own, text))
        splices += [Splice(*span, "") for span in others]
    return splices


def _ends_in_comment(text: str) -> bool:
    return text[text.rfind("\n") + 1 :].lstrip(" \t").startswith("#")


def _is_crowded(text: str, end: int) -> bool:
    """Return whether the line below the one that ends at `end` is not empty."""
    below = line_end(text, end, len(text))
    return bool(text[below : line_end(text, below, len(text))].strip())


def _spans(source: SourceText, path: DataPath) -> list[Span]:
    """Return the spans of an item's blocks; neighbouring blocks share one span."""
    numbers = source.blocks.headers.blocks_under(path)
    return [Span(lead(source, first), content_end(source, last)) for first, last in runs(numbers)]

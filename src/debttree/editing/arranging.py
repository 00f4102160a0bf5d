"""Items of arrays: new ones put in, old ones moved."""

from debttree.editing.brackets import Brackets
from debttree.editing.headers import gap_of, header
from debttree.editing.lines import content_end, inserted_after, inserted_at, lead, runs
from debttree.editing.refusal import Refused
from debttree.editing.style import style_of
from debttree.editing.tokens import Value
from debttree.editing.written import written
from debttree.model import DataPath, msg
from debttree.reading.blocks import Splice
from debttree.reading.places import Host, Places
from debttree.reading.spans import Span


def insert_item(places: Places, path: DataPath, index: int, value: Value) -> list[Splice]:
    """The splices that put a new item into an array that has items, or is written in brackets."""
    outline = places.layout.outline
    if (*path, 0) in outline.block_of:
        if not isinstance(value, dict):
            raise Refused(msg("Only a table can stand among these tables."))
        return [_insert_block(places, path, index, value)]
    found = written(places, path).value
    if found is None:
        raise Refused(msg("What it belongs to is not there."))
    items = places.items(found)
    tables: list[Host] = [item for item in items if places.text[item.start] == "{"]
    near = tables[max(index - 1, 0) : index] or tables[:1]
    token = style_of(places, *near, *tables).member(value) if near else style_of(places, None).member(value)
    return Brackets(places.text, found, items).inserted(index, token)


def _insert_block(places: Places, path: DataPath, index: int, value: Value) -> Splice:
    outline = places.layout.outline
    blocks: list[int] = []
    while (*path, len(blocks)) in outline.block_of:
        blocks.append(outline.block_of[*path, len(blocks)])
    example = blocks[max(index - 1, 0)]
    style = style_of(places, example, *blocks)
    lines = [header(places, example, path, is_array=True), *style.lines(value)]
    gap = gap_of(places, example)
    if index < len(blocks):
        return inserted_at(places, lead(places, blocks[index]), style.newline.join(lines), gap)
    last = outline.blocks_under((*path, len(blocks) - 1))[-1]
    return inserted_after(places, last, style.newline.join(lines), gap)


def move_item(places: Places, path: DataPath, old: int, new: int) -> list[Splice]:
    """The splices that move an item; what stands between the items stays where it is."""
    if (*path, 0) in places.layout.outline.block_of:
        return _move_blocks(places, path, old, new)
    found = written(places, path).value
    if found is None:
        raise Refused(msg("What it belongs to is not there."))
    return Brackets(places.text, found, places.items(found)).moved(old, new)


def _move_blocks(places: Places, path: DataPath, old: int, new: int) -> list[Splice]:
    first, last = min(old, new), max(old, new)
    spans = {index: _spans(places, (*path, index)) for index in range(first, last + 1)}
    order = list(spans)
    order.insert(new - first, order.pop(old - first))
    splices = []
    for slot, source in zip(spans, order, strict=True):
        texts = [places.text[slice(*span)] for span in spans[source]]
        own, *others = spans[slot]
        splices.append(Splice(*own, (style_of(places, None).newline * 2).join(texts)))
        splices += [Splice(*span, "") for span in others]
    return splices


def _spans(places: Places, path: DataPath) -> list[Span]:
    """The lines of an item's blocks, those of each run of neighbours together."""
    numbers = places.layout.outline.blocks_under(path)
    return [Span(lead(places, first), content_end(places, last)) for first, last in runs(numbers)]

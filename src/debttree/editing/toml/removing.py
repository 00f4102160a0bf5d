"""Remove a key, a table or an item, and headers or brackets that contained nothing else."""

from collections.abc import Sequence

from debttree.editing.toml.brackets import Brackets
from debttree.editing.toml.lines import content_end, lead, newline_of, removed_blocks, removed_lines, runs
from debttree.editing.toml.source import SourceText
from debttree.editing.toml.written import Written, written
from debttree.model import DataPath
from debttree.reading.blocks import Splice
from debttree.reading.places import ArrayItem
from debttree.reading.spans import KeyValue, Span


def vanishing(source: SourceText, path: DataPath) -> DataPath:
    """Return what to remove together with `path`: itself, or the outermost table or array that becomes empty."""
    going = written(source, path)
    while len(path) > 1 and not isinstance(going.inside, ArrayItem):
        above = written(source, path[:-1])
        if above.value is not None or above.blocks != going.blocks or above.entries != going.entries:
            break
        path, going = path[:-1], above
    return path


def delete(source: SourceText, path: DataPath) -> list[Splice]:
    """Return the splices that remove all that is written of `path`."""
    going = written(source, path)
    moved = _first_again(source, path, going)
    blocks = removed_blocks(source, sorted({*going.blocks, *moved}))
    if moved:
        start, end, _ = blocks[0]
        blocks[0] = Splice(start, end, _text_of(source, moved))
    return [*blocks, *_inside(source, going)]


def leaves_a_place(source: SourceText, path: DataPath) -> bool:
    """Return whether removing `path` alone requires other blocks to move to its place."""
    return vanishing(source, path) == path and bool(_first_again(source, path, written(source, path)))


def _first_again(source: SourceText, path: DataPath, going: Written) -> list[int]:
    """Return the blocks to write in the place of removed ones, so that the order of ids stays the same.

    A node's place in the order is where its key is first mentioned, be it in the header of a choice written before it.
    If that block is removed, the node's own block moves there, or else its next block.
    """
    unit = path[:2]
    if (
        len(path) < 3
        or not source.conventions.declares(unit)
        or not going.blocks
        or source.inside(unit) is not None
    ):
        return []
    headers = source.blocks.headers
    mentions = headers.blocks_under(unit)
    left = [number for number in mentions if number not in going.blocks]
    if mentions[0] != going.blocks[0] or not left:
        return []
    between = range(going.blocks[0] + 1, left[0])
    if all(headers.paths[number][:2] == unit or headers.paths[number][:1] != unit[:1] for number in between):
        return []
    own = headers.block_of.get(unit)
    if own is not None:
        return [own]
    first = headers.paths[left[0]]
    item = next((first[: at + 1] for at, step in enumerate(first) if isinstance(step, int)), first)
    return [number for number in headers.blocks_under(item) if number in left]


def _text_of(source: SourceText, numbers: Sequence[int]) -> str:
    """Return the text of blocks, run by run, with an empty line below each run of neighbours."""
    gap = newline_of(source.text) * 2
    texts = (source.text[lead(source, first) : content_end(source, last)] for first, last in runs(numbers))
    return "".join(text + gap for text in texts)


def _inside(source: SourceText, going: Written) -> list[Splice]:
    if going.inside is None:
        return []
    if isinstance(going.inside, ArrayItem):
        array = going.inside.array
        return Brackets(source.text, array, source.items(array)).removed(going.inside.number)
    host = going.inside.host
    if isinstance(host, int):
        return [removed_lines(source.text, entry.line, entry.end) for entry in going.entries]
    return removed_members(source, host, going.entries)


def removed_members(source: SourceText, table: Span, going: Sequence[KeyValue]) -> list[Splice]:
    """Return the splices that remove pairs of an inline table; neighbouring pairs are removed together.

    Args:
        source: the text.
        table: span of the inline table.
        going: the members to remove.
    """
    pairs = source.entries(table)
    members: list[Span] = []
    indices: list[int] = []
    previous_goes = False
    for pair in pairs:
        goes = pair in going
        if goes and previous_goes:
            members[-1] = Span(members[-1].start, pair.value.end)
        else:
            if goes:
                indices.append(len(members))
            members.append(Span(pair.key, pair.value.end))
        previous_goes = goes
    brackets = Brackets(source.text, table, members)
    return [splice for index in indices for splice in brackets.removed(index)]

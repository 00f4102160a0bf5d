"""Write new headers, and the blocks below them, in the style of an example."""

import re

from debttree.editing.toml.lines import gap_before, inserted_after, inserted_at, lead, runs
from debttree.editing.toml.source import SourceText
from debttree.editing.toml.tokens import key_token
from debttree.model import DataPath
from debttree.reading.blocks import Splice

_OPENING = re.compile(r"([ \t]*)\[\[?([ \t]*)")
_USUAL_GAP = 1


def header(source: SourceText, example: int | None, path: DataPath, *, is_array: bool) -> str:
    """Return the header line for the table at `path`, or for an item of the array there.

    Indent and blanks, and the quotes of common names, are copied from the block `example`.

    Args:
        source: the text.
        example: a block whose header is copied, or None.
        path: data path of the table.
        is_array: whether it is an item of an array of tables.
    """
    names = [step for step in path if isinstance(step, str)]
    tokens = [key_token(name) for name in names]
    indent, padding, dot = "", "", "."
    if example:
        text = source.text
        parts = source.blocks.header_parts(example)
        if opening := _OPENING.match(text, source.blocks.starts[example]):
            indent, padding = opening.groups()
        if len(parts) > 1:
            dot = text[parts[0].span.end : parts[1].span.start]
        for index, (part, name) in enumerate(zip(parts, names, strict=False)):
            if part.name == name:
                tokens[index] = text[slice(*part.span)]
    brackets = ("[[", "]]") if is_array else ("[", "]")
    return f"{indent}{brackets[0]}{padding}{dot.join(tokens)}{padding}{brackets[1]}"


def gap_of(source: SourceText, number: int | None) -> int:
    """Return the number of empty lines that the author puts above blocks like this one.

    A first block often follows its parent's header directly; then the block behind it counts.
    """
    if not number:
        return _USUAL_GAP
    gap = gap_before(source, number)
    paths = source.blocks.headers.paths
    if gap or paths[number][: len(paths[number - 1])] != paths[number - 1]:
        return gap
    unit = paths[number]
    behind = next((n for n in range(number + 1, len(paths)) if paths[n][: len(unit)] != unit), None)
    return _USUAL_GAP if behind is None else gap_before(source, behind)


def new_blocks(source: SourceText, path: DataPath, written: str, gap: int, after: str | None) -> Splice:
    """Return the splice that inserts new blocks where authors write the table or array at `path`.

    Args:
        source: the text.
        path: data path of the first new block.
        written: the lines of the blocks.
        gap: number of empty lines above them.
        after: key of the sibling to put them behind; None: behind all that comes before `path` in the order of keys.
    """
    parent = path[:-1]
    headers = source.blocks.headers
    under = headers.blocks_under(parent)
    if after is not None:
        neighbour = headers.blocks_under((*parent, after))
        return inserted_after(source, runs(neighbour)[0][1], written, gap)
    earlier = [number for number in under if _stands_before(source, headers.paths[number], path)]
    if earlier:
        return inserted_after(source, earlier[-1], written, gap)
    return inserted_at(source, lead(source, under[0]), written, gap)


def _stands_before(source: SourceText, other: DataPath, path: DataPath) -> bool:
    """Return whether a block comes before the one at `path` in the same table, by the order of keys."""
    depth = len(path) - 1
    rank, table = source.conventions.rank, path[:-1]
    return len(other) == depth or rank(table, other[depth]) <= rank(table, path[-1])

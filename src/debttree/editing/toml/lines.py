"""Find the lines of a block as an author sees them: with the comment above, without empty lines below.

A comment directly above a header belongs to that header; one directly below the last entry of a block belongs to that
block. Comments between empty lines belong to no block and stay where they are.
"""

import re
from collections.abc import Iterable

from debttree.editing.toml.source import SourceText
from debttree.reading.blocks import Splice
from debttree.reading.spans import NONE, line_end

_COMMENT_LINE = re.compile(r"[ \t]*+#[^\n]*+\n?+")
_LINE_OF_THE_FILE = re.compile(r"#[:!]")
"""The beginning of a comment that is about the whole file: `#:schema` or `#!`."""

_BLANK_LINES = re.compile(rf"(?:(?=[ \t]*+\r?\n)[ \t]*+\r?+\n|{NONE})*+(?:[ \t]++\Z)?")
_INDENT = re.compile(r"[ \t]*+")


def newline_of(text: str) -> str:
    """Return the line end of a text's first line."""
    return "\r\n" if text[: text.find("\n") + 1].endswith("\r\n") else "\n"


def indent_at(text: str, position: int) -> str:
    """Return the indent of the line that begins at `position`."""
    found = _INDENT.match(text, position)
    return found[0] if found else ""


def line_start(text: str, position: int) -> int:
    """Return the offset of the beginning of the line that contains `position`."""
    return text.rfind("\n", 0, position) + 1


def last_entry_end(source: SourceText, number: int) -> int:
    """Return the offset behind the last entry of a block; behind its header if it has none."""
    found = source.entries(number)
    return found[-1].end if found else source.blocks.body(number).start


def lead(source: SourceText, number: int) -> int:
    """Return the offset where a block begins, the comment lines directly above its header included."""
    start = source.blocks.starts[number]
    floor = last_entry_end(source, number - 1)
    while start > floor:
        above = line_start(source.text, start - 1)
        if above < floor or not _COMMENT_LINE.match(source.text, above):
            break
        if above == 0 and _LINE_OF_THE_FILE.match(source.text):
            break
        start = above
    return start


def content_end(source: SourceText, number: int) -> int:
    """Return the offset of the end of a block's last line, before its line end."""
    text, end = source.text, source.blocks.block(number).end
    position = last_entry_end(source, number)
    while position < end and (comment := _COMMENT_LINE.match(text, position)):
        position = comment.end()
    if position == end and number + 1 < len(source.blocks.starts):
        position = lead(source, number + 1)
    return without_line_end(text, position)


def without_line_end(text: str, position: int) -> int:
    """Return the end of the line before the one that begins at `position`; `position` if none begins there."""
    if text[position - 1 : position] == "\n":
        position -= 1
        if text[position - 1 : position] == "\r":
            position -= 1
    return position


def past_blank_lines(text: str, position: int) -> int:
    """Return the offset behind the empty lines that begin at `position`."""
    found = _BLANK_LINES.match(text, position)
    return found.end() if found else position


def before_blank_lines(text: str, position: int) -> int:
    """Return the offset where the empty lines begin that end at `position`, the beginning of a line."""
    while position > 0:
        above = line_start(text, position - 1)
        if text[above:position].strip():
            break
        position = above
    return position


def gap_before(source: SourceText, number: int) -> int:
    """Return the number of empty lines above a block and its comment."""
    start = lead(source, number)
    return source.text.count("\n", before_blank_lines(source.text, start), start)


def inserted_after(source: SourceText, number: int, written: str, gap: int) -> Splice:
    """Return the splice that inserts new blocks below a block.

    Args:
        source: the text.
        number: of the block.
        written: the lines of the new blocks, without the last line end.
        gap: number of empty lines between.
    """
    position = content_end(source, number)
    newline = newline_of(source.text)
    if position == 0:
        return inserted_at(source, 0, written, gap)
    return Splice(position, position, newline * (gap + 1) + written)


def inserted_at(source: SourceText, position: int, written: str, gap: int) -> Splice:
    """Return the splice that inserts new blocks above the line that begins at `position`.

    Args:
        source: the text.
        position: offset of the beginning of a line.
        written: the lines of the blocks.
        gap: number of empty lines below them.
    """
    newline = newline_of(source.text)
    follows = bool(source.text[position:].strip()) if position else bool(source.text.strip())
    return Splice(position, position, written + newline * (gap + 1 if follows else 1))


def removed_blocks(source: SourceText, numbers: Iterable[int]) -> list[Splice]:
    """Return the splices that remove blocks, with the comment above and the empty lines below each run of them."""
    return [_removed_run(source, first, last) for first, last in runs(numbers)]


def runs(numbers: Iterable[int]) -> list[tuple[int, int]]:
    """Return the first and last number of each run of consecutive numbers, given in order."""
    found: list[tuple[int, int]] = []
    for number in numbers:
        if found and number == found[-1][1] + 1:
            found[-1] = (found[-1][0], number)
        else:
            found.append((number, number))
    return found


def _removed_run(source: SourceText, first: int, last: int) -> Splice:
    text = source.text
    start = lead(source, first)
    end = past_blank_lines(text, line_end(text, content_end(source, last)))
    if end == len(text):
        start = before_blank_lines(text, start)
    return Splice(start, end, "")


def removed_lines(text: str, start: int, end: int) -> Splice:
    """Return the splice that removes whole lines; empty lines below go too if there are some above.

    Args:
        text: the whole text.
        start: offset of the beginning of the first line.
        end: offset behind the last line.
    """
    above = before_blank_lines(text, start)
    below = past_blank_lines(text, end)
    if above < start and below > end:
        end = below
    return Splice(start, end, "")

"""Write a summary as plain text: no marks but words and dashes, for a printer, a chat or a screen reader."""

from collections.abc import Iterator

from debttree.export.page import Group, Line, Section, SummaryPage
from debttree.export.prose_blocks import BlockForm, ProseBlock, blocks
from debttree.export.wrapping import cells, wrapped
from debttree.locales import Phrases

WIDTH = 76
"""Cells of a line: fits an 80-column terminal, a mail and a printed page."""

_INDENT = "    "


def text(page: SummaryPage, say: Phrases, width: int = WIDTH) -> str:
    """Return the whole page in lines of at most `width` cells.

    Args:
        page: the summary, laid out.
        say: the language.
        width: cells of a line at most.
    """
    return "\n".join(text_lines(page, say, width)) + "\n"


def text_lines(page: SummaryPage, say: Phrases, width: int = WIDTH) -> Iterator[str]:
    """Yield the whole page line by line.

    Args:
        page: the summary, laid out.
        say: the language.
        width: cells of a line at most.
    """
    yield from wrapped(page.title, width)
    yield from wrapped(page.subtitle, width)
    for number, section in enumerate(page.sections, 1):
        yield ""
        yield ""
        heading = list(wrapped(f"{number}. {section.heading}", width))
        yield from heading
        yield "-" * min(max(map(cells, heading)), width)
        yield from _section(section, say, width)


def _section(section: Section, say: Phrases, width: int) -> Iterator[str]:
    for sentence in section.intro:
        yield from wrapped(sentence, width)
    if section.prose:
        if section.intro:
            yield ""
        yield from prose_lines(section.prose, width)
    for group in section.groups:
        yield from _group(group, say, width, after=bool(section.intro or section.prose))


def _group(group: Group, say: Phrases, width: int, *, after: bool) -> Iterator[str]:
    if group.heading:
        yield ""
        yield from wrapped(say("{heading}:", heading=group.heading), width)
    elif after and group.lines:
        yield ""
    for line in group.lines:
        yield from _line(line, width)


def _line(line: Line, width: int) -> Iterator[str]:
    yield from wrapped(line.text, width, _INDENT, marker(line))
    for under in line.under:
        yield from wrapped(under, width, _INDENT)
    if line.prose:
        yield from prose_lines(line.prose, width, _INDENT)


def marker(line: Line) -> str:
    """Return what begins an entry: its number, a box to tick, or a dash."""
    if line.number is not None:
        return f"{line.number}.".ljust(4) if line.number < 100 else f"{line.number}. "
    if line.tick is not None:
        return "[x] " if line.tick else "[ ] "
    return "-   "


def prose_lines(markdown: str, width: int, indent: str = "") -> Iterator[str]:
    """Yield Markdown as plain lines, a blank line between paragraphs.

    Args:
        markdown: a text of the tree.
        width: cells of a line at most, indent included.
        indent: what begins each line.
    """
    previous: ProseBlock | None = None
    for block in blocks(markdown):
        if previous is not None and not (previous.form is BlockForm.ITEM and block.form is BlockForm.ITEM):
            yield ""
        yield from _block(block, width, indent)
        previous = block


def _block(block: ProseBlock, width: int, indent: str) -> Iterator[str]:
    deeper = indent + "  " * max(block.depth - 1, 0)
    if block.form is BlockForm.TABLE:
        yield from _table(block, width, indent)
    elif block.form is BlockForm.CODE:
        for line in block.text.split("\n"):
            yield from wrapped(line, width, indent + "  ")
    elif block.form is BlockForm.ITEM:
        hanging = deeper + " " * (len(block.marker) + 1 if block.marker else 2)
        yield from wrapped(block.text, width, hanging, f"{deeper}{block.marker} " if block.marker else None)
    elif block.form is BlockForm.QUOTE:
        yield from wrapped(block.text, width, deeper + "  ")
    else:
        yield from wrapped(block.text, width, indent)


def _table(block: ProseBlock, width: int, indent: str) -> Iterator[str]:
    """Yield each row as a list below its first cell: it can be read aloud, and in 40 columns."""
    heading, *rows = block.rows
    for row in rows:
        yield from wrapped(row[0], width, indent + "  ", f"{indent}- ")
        for name, value in zip(heading[1:], row[1:], strict=False):
            yield from wrapped(f"{name}: {value}" if name else value, width, indent + "    ", f"{indent}  - ")

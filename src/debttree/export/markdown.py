"""Write a summary as Markdown in which every word of the tree is escaped."""

import re
from collections.abc import Iterator

from debttree.export.emphasis import bold
from debttree.export.page import Group, Line, Section, SummaryPage
from debttree.export.prose_blocks import BlockForm, ProseBlock, blocks

_SPECIAL = re.compile(r"[\\`*\[\]<>~$]|&(?=[#\w])|(?<![^\W_])_|_(?![^\W_])")
_AT_START = re.compile(r"^(\d*)([-+#.)])")
_ADDRESS = re.compile(r"(https?://[!-;=?-\[\]_a-z~]*[/=\w])", re.ASCII)


def escaped(text: str) -> str:
    """Escape one line of words for Markdown and HTML; addresses of pages become links.

    >>> print(escaped("*see* https://example.org/a_b"))
    \\*see\\* <https://example.org/a_b>
    """
    parts = _ADDRESS.split(text)
    parts[::2] = [_SPECIAL.sub(r"\\\g<0>", words) for words in parts[::2]]
    parts[1::2] = [f"<{address}>" for address in parts[1::2]]
    return _AT_START.sub(r"\1\\\2", "".join(parts))


def markdown(page: SummaryPage) -> str:
    """Return the whole page as Markdown."""
    return "\n".join(_page(page)) + "\n"


def _page(page: SummaryPage) -> Iterator[str]:
    yield f"# {escaped(page.title)}"
    yield ""
    yield escaped(page.subtitle)
    for section in page.sections:
        yield ""
        yield f"## {escaped(section.heading)}"
        yield from _section(section)


def _section(section: Section) -> Iterator[str]:
    for sentence in section.intro:
        yield ""
        yield escaped(sentence)
    if section.prose:
        yield from prose_in_markdown(section.prose)
    for group in section.groups:
        yield from _group(group)


def _group(group: Group) -> Iterator[str]:
    if group.heading:
        yield ""
        yield f"### {escaped(group.heading)}"
    if group.lines:
        yield ""
    for line in group.lines:
        yield from _line(line)


def _line(line: Line) -> Iterator[str]:
    marker = "- " if line.number is None else f"{line.number}. "
    box = "" if line.tick is None else "[x] " if line.tick else "[ ] "
    yield marker + box + escaped(line.text)
    indent = " " * len(marker)
    for under in line.under:
        yield f"{indent}- {escaped(under)}"
    if line.prose:
        yield from prose_in_markdown(line.prose, indent)
        yield ""


def prose_in_markdown(text: str, indent: str = "") -> Iterator[str]:
    """Yield a tree's Markdown, parsed and written again, so that only known elements remain."""
    previous: ProseBlock | None = None
    for block in blocks(text):
        if previous is None or not (previous.form is BlockForm.ITEM and block.marker):
            yield ""
        yield from _block(block, indent)
        previous = block


def _block(block: ProseBlock, indent: str) -> Iterator[str]:
    deeper = indent + "    " * max(block.depth - 1, 0)
    if block.form is BlockForm.TABLE:
        yield from _table(block, indent)
    elif block.form is BlockForm.CODE:
        fence = "`" * max(3, 1 + max((len(run) for run in re.findall("`+", block.text)), default=0))
        yield from (indent + line for line in (fence, *block.text.split("\n"), fence))
    elif block.form is BlockForm.ITEM:
        yield deeper + (f"{block.marker} " if block.marker else "    ") + _words(block)
    elif block.form is BlockForm.QUOTE:
        yield f"{deeper}> {_words(block)}"
    elif block.form is BlockForm.HEADING:
        yield f"{indent}**{escaped(block.text)}**"
    else:
        yield indent + _words(block)


def _words(block: ProseBlock) -> str:
    plain = ["", *(escaped(text) for text, _ in block.spans), ""]
    return "".join(
        bold(text, before, after, escaped) if strong else here
        for (text, strong), before, here, after in zip(block.spans, plain, plain[1:], plain[2:], strict=False)
    )


def _table(block: ProseBlock, indent: str) -> Iterator[str]:
    heading, *rows = block.rows
    yield _row(heading, indent)
    yield f"{indent}|{' --- |' * len(heading)}"
    for row in rows:
        yield _row(row, indent)


def _row(row: tuple[str, ...], indent: str) -> str:
    cells = [escaped(cell).replace("|", "\\|") for cell in row]
    return f"{indent}| {' | '.join(cells)} |"

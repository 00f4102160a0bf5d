"""Write a tree's Markdown as HTML: a few tags of our own, no attributes of the tree's, every word escaped."""

from collections.abc import Iterator
from html import escape

from debttree.export.prose_blocks import BlockForm, ProseBlock, blocks


def prose(markdown: str) -> Iterator[str]:
    """Yield a tree's Markdown as HTML that holds only tags of our own."""
    lists: list[str] = []
    for block in blocks(markdown):
        wanted = block.depth if block.form is BlockForm.ITEM else 0
        while len(lists) > wanted:
            yield f"</li></{lists.pop()}>"
        if block.form is BlockForm.ITEM:
            yield from _item(block, lists)
        else:
            yield from _block(block)
    while lists:
        yield f"</li></{lists.pop()}>"


def _item(block: ProseBlock, lists: list[str]) -> Iterator[str]:
    """Yield an entry of a list at its depth: open what is missing, close the entry before it."""
    tag = "ul" if block.marker in ("-", "") else "ol"
    if block.marker and len(lists) == block.depth:
        yield "</li>"
        if lists[-1] == tag:
            yield "<li>"
        else:
            yield f"</{lists.pop()}>"
    while len(lists) < block.depth:
        lists.append(tag)
        start = f' start="{int(block.marker[:-1])}"' if tag == "ol" else ""
        yield f"<{tag}{start}><li>"
    yield _words(block) if block.marker else f"<p>{_words(block)}</p>"


def _block(block: ProseBlock) -> Iterator[str]:
    if block.form is BlockForm.TABLE:
        yield from _table(block)
    elif block.form is BlockForm.CODE:
        yield f"<pre>{escape(block.text)}</pre>"
    elif block.form is BlockForm.QUOTE:
        yield f"<blockquote>{_words(block)}</blockquote>"
    elif block.form is BlockForm.HEADING:
        yield f"<p><strong>{escape(block.text)}</strong></p>"
    else:
        yield f"<p>{_words(block)}</p>"


def _words(block: ProseBlock) -> str:
    return "".join(
        f"<strong>{escape(text)}</strong>" if strong else escape(text) for text, strong in block.spans
    )


def _table(block: ProseBlock) -> Iterator[str]:
    heading, *rows = block.rows
    yield "<table>"
    yield "<tr>" + "".join(f"<th>{escape(cell)}</th>" for cell in heading) + "</tr>"
    for row in rows:
        yield "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>"
    yield "</table>"

"""The blocks of a Markdown outline, as markdown-it reads them: headings, lists, and all else as it stands."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from markdown_it import MarkdownIt
from markdown_it.token import Token

from debttree.incoming.found import Finding
from debttree.model import msg
from debttree.reading.limits import NESTING

_PARSER_LEVELS = 2 * NESTING + 8
"""A list in a list is two levels for the parser; what is deeper it drops without a word."""


@dataclass(slots=True)
class OutlineBlock:
    """A block: `heading`, `list`, `item`, or `other` (a paragraph, a table, code, a quotation).

    Attributes:
        kind: which of them.
        line: its first line, from 1.
        last: the line behind it.
        level: of a heading, from 1.
        words: of a heading or a paragraph, as pieces: each is plain words, or code in which an arrow is no sign.
        children: of a list its items, of an item its blocks.
        info: of a fence, its language.
    """

    kind: str
    line: int
    last: int
    level: int = 0
    words: tuple[tuple[str, bool], ...] = ()
    children: list["OutlineBlock"] = field(default_factory=list)
    info: str = ""

    @property
    def text(self) -> str:
        """All words on one line."""
        return "".join(words for words, _ in self.words)


def outline_blocks(text: str, finding: Finding) -> list[OutlineBlock]:
    """Return the blocks of a text; what is nested too deep is said to be lost."""
    parser = MarkdownIt("commonmark", {"maxNesting": _PARSER_LEVELS}).enable("table")
    top: list[OutlineBlock] = []
    stack: list[tuple[str, OutlineBlock | None, list[OutlineBlock]]] = [("", None, top)]
    for token in parser.parse(text):
        if token.level >= _PARSER_LEVELS - 2 and token.map:
            finding.lost(
                token.map[0] + 1, msg("Lists stand more than {limit} deep within each other.", limit=NESTING)
            )
        if token.nesting < 0:
            stack.pop()
        elif token.type == "inline":
            owner = stack[-1][1]
            if owner is not None and owner.kind in ("heading", "other") and not owner.words:
                owner.words = tuple(_pieces(token))
        else:
            block = _block(token)
            stack[-1][2].append(block)
            if token.nesting > 0:
                holds = block.kind in ("list", "item")
                stack.append((token.type, block, block.children if holds else []))
    return top


def _block(token: Token) -> OutlineBlock:
    first, last = token.map or (0, 0)
    kinds = {
        "heading_open": "heading",
        "bullet_list_open": "list",
        "ordered_list_open": "list",
        "list_item_open": "item",
    }
    kind = kinds.get(token.type, "other")
    level = int(token.tag[1]) if kind == "heading" else 0
    return OutlineBlock(kind, first + 1, last + 1, level, info=token.info.strip().split(" ")[0])


def _pieces(token: Token) -> Iterator[tuple[str, bool]]:
    """Yield the words of a line; the address of a link elsewhere stands behind its words, as text."""
    address = ""
    for child in token.children or ():
        if child.type in ("softbreak", "hardbreak"):
            yield " ", False
        elif child.type == "image":
            yield child.content, True
        elif child.type == "link_open":
            href = str(child.attrGet("href") or "")
            address = "" if href.startswith("#") or child.markup == "autolink" else href
        elif child.type == "link_close":
            if address:
                yield f" ({address})", True
        elif child.content:
            yield child.content, child.type != "text"

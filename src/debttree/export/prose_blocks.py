"""Parse the Markdown of a tree into blocks of clean words, from which every format is made.

A tree's text may hold raw HTML, pictures that call an outside address, links that hide theirs, and character
references to control characters. None of it gets through: HTML is text, a picture is its description, a link
shows its address in words.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, Any

from debttree.export.emphasis import read_beside_cjk
from debttree.model import clean, clean_line

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

PARSED_AT_MOST = 50_000
"""Characters of one text that are read as Markdown; a longer one is shown as plain paragraphs, since crafted
Markdown can cost the square of its length."""

LINES_AT_MOST = 3_000
"""Lines and cells of tables of such a text together, all of which are found before the first one can be shown."""

MARKS_AT_ONCE = 1_000
"""Most characters of a paragraph that may be marks of Markdown and are parsed at a time; a longer paragraph is parsed
in pieces, so that the first lines are there at once."""

_SIGNS = frozenset("\\`*_[]<>&|\t\r\v\f\0\x1c\x1d\x1e\x85\u2028\u2029")
"""Characters that may be Markdown wherever they stand, and line ends other than the common one."""

_AT_BEGINNING = ("-", "+", "#", "~", "=", ":")
"""Characters that may be Markdown at the beginning of a line."""

_DIGITS = "0123456789"

_MARK = re.compile(r"\\[!-/:-@\[-`{-~]|[*_~]+|`+|[\[\]<>]|[\n!#$%&+:=@\\^{}-]")

_LIST_ENDS = {"bullet_list_close", "ordered_list_close"}
_EMPHASIS = {"strong_open": 1, "em_open": 1, "strong_close": -1, "em_close": -1}

_CHINESE = "[\u2e80-\ua4cf\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef]"


class BlockForm(Enum):
    """What a block is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"
    QUOTE = "quote"
    CODE = "code"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class ProseBlock:
    """A piece of prose.

    Attributes:
        form: what it is.
        spans: its words in pieces, each with whether it is emphasised; several lines only in code.
        depth: how many lists and quotes it stands in.
        marker: what begins an item, `-` or `1.`; empty for the later paragraphs of one.
        rows: of a table, the heading first; else empty.
    """

    form: BlockForm
    spans: tuple[tuple[str, bool], ...]
    depth: int = 0
    marker: str = ""
    rows: tuple[tuple[str, ...], ...] = ()

    @property
    def text(self) -> str:
        """Its words alone."""
        return "".join(text for text, _ in self.spans)


@cache
def _markdown() -> "MarkdownIt":
    from markdown_it import MarkdownIt  # 20 ms, needed only here

    return MarkdownIt("commonmark", {"html": False}).enable("table").use(read_beside_cjk)


@cache
def _structure() -> "MarkdownIt":
    """Return a parser of paragraphs, lists and tables that leaves their words as they are."""
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": False}).enable("table").disable(["inline", "text_join"])


def blocks(markdown: str) -> Iterator[ProseBlock]:
    """Yield the blocks of a text in order; the words of each are parsed when it is reached."""
    if len(markdown) > PARSED_AT_MOST or markdown.count("\n") + markdown.count("|") > LINES_AT_MOST:
        for part in markdown.split("\n\n"):
            if part.strip():
                yield ProseBlock(BlockForm.PARAGRAPH, ((clean_line(part), False),))
        return
    if _is_plain(markdown):
        for part in filter(None, (part.strip("\n") for part in markdown.split("\n\n"))):
            yield ProseBlock(BlockForm.PARAGRAPH, ((clean_line(_without_breaks(part)), False),))
        return
    names: dict[str, Any] = {}
    yield from _Reader(_structure().parse(markdown, names), names).read()


def _is_plain(markdown: str) -> bool:
    """Return whether a short text has nothing that Markdown knows but paragraphs; False: it may have, or is long.

    So most first pages need no parser, whose modules take a tenth of a start to load.
    """
    return (
        len(markdown) < MARKS_AT_ONCE
        and _SIGNS.isdisjoint(markdown)
        and not any(_may_be_markdown(line) for line in markdown.split("\n"))
    )


def _may_be_markdown(line: str) -> bool:
    if line != line.strip() or line.startswith(_AT_BEGINNING):
        return True
    after_number = line.lstrip(_DIGITS)
    return after_number != line and after_number[:1] in (".", ")")


def prepare_parser() -> None:
    """Load the parser of Markdown, so that no key waits for it."""
    _markdown()
    _structure()


def in_pieces(words: str) -> Iterator[str]:
    """Yield the words of a paragraph in pieces of `MARKS_AT_ONCE` at most."""
    start = 0
    while (end := _piece_end(words, start)) < len(words):
        yield words[start:end]
        start = end
    yield words[start:]


def _piece_end(words: str, start: int) -> int:
    """Return where a piece ends: at a line end where nothing is open, else at another mark."""
    is_open: set[str] = set()
    line_end = closed = 0
    for number, mark in enumerate(_MARK.finditer(words, start), 1):
        _turn(is_open, mark[0])
        if not is_open and number >= MARKS_AT_ONCE // 2:
            closed = mark.end()
            line_end = closed if mark[0] == "\n" else line_end
        if number == MARKS_AT_ONCE:
            return line_end or closed or mark.end()
    return len(words)


def _turn(is_open: set[str], mark: str) -> None:
    """Open or close what a mark opens or closes."""
    if mark in ("[", "<"):
        is_open.add(mark)
    elif mark in ("]", ">"):
        is_open.discard("[" if mark == "]" else "<")
    elif mark[0] in "*_~`":
        is_open ^= {mark}


class _Reader:
    """Turns the flat list of tokens into blocks."""

    def __init__(self, tokens: "Sequence[Token]", names: dict[str, Any]) -> None:
        self._tokens = tokens
        self._names = names
        """What links refer to, wherever in the text it stands."""
        self._lists: list[int | None] = []
        """The lists around: the next number of a numbered one, None for bullets."""
        self._quotes = 0
        self._marker = ""
        self._heading = False
        self._rows: list[list[str]] | None = None

    def read(self) -> Iterator[ProseBlock]:
        for token in self._tokens:
            if token.type == "table_close" and self._rows is not None:
                yield ProseBlock(BlockForm.TABLE, (), self._depth, rows=tuple(map(tuple, self._rows)))
                self._rows = None
            elif token.type in ("fence", "code_block"):
                code = ((clean(token.content.rstrip("\n")), False),)
                yield ProseBlock(BlockForm.CODE, code, self._depth, self._take_marker())
            elif token.type == "inline":
                yield from self._inline(token)
            else:
                self._note(token)

    @property
    def _depth(self) -> int:
        return len(self._lists) + self._quotes

    def _take_marker(self) -> str:
        marker, self._marker = self._marker, ""
        return marker

    def _note(self, token: "Token") -> None:
        """Record the list or quote that following blocks are in."""
        if token.type == "bullet_list_open":
            self._lists.append(None)
        elif token.type == "ordered_list_open":
            self._lists.append(int(token.attrGet("start") or 1))
        elif token.type in _LIST_ENDS:
            self._lists.pop()
        elif token.type == "list_item_open":
            self._marker = self._next_marker()
        elif token.type in ("blockquote_open", "blockquote_close"):
            self._quotes += token.nesting
        elif token.type in ("heading_open", "heading_close"):
            self._heading = token.nesting == 1
        elif token.type == "table_open":
            self._rows = []
        elif token.type == "tr_open" and self._rows is not None:
            self._rows.append([])

    def _next_marker(self) -> str:
        number = self._lists[-1]
        if number is None:
            return "-"
        self._lists[-1] = number + 1
        return f"{number}."

    def _inline(self, token: "Token") -> Iterator[ProseBlock]:
        pieces = (_spans(self._read_words(piece)) for piece in in_pieces(token.content))
        if self._rows is not None:
            self._rows[-1].append("".join(text for spans in pieces for text, _ in spans))
            return
        for spans in pieces:
            if spans:
                yield ProseBlock(self._form(), spans, self._depth, self._take_marker())

    def _read_words(self, words: str) -> "Sequence[Token]":
        (token,) = _markdown().parseInline(words, self._names)
        return token.children or ()

    def _form(self) -> BlockForm:
        if self._heading:
            return BlockForm.HEADING
        if self._lists:
            return BlockForm.ITEM
        return BlockForm.QUOTE if self._quotes else BlockForm.PARAGRAPH


def _spans(tokens: "Sequence[Token]") -> tuple[tuple[str, bool], ...]:
    """Return the words of inline Markdown; a link's address follows where the words do not show it."""
    spans: list[tuple[str, bool]] = []
    links: list[tuple[str, int]] = []
    emphasis = 0
    for token in tokens:
        emphasis += _EMPHASIS.get(token.type, 0)
        if token.type == "link_open":
            links.append((str(token.attrGet("href") or ""), len(spans)))
        elif token.type == "link_close":
            address, start = links.pop()
            if address not in "".join(text for text, _ in spans[start:]):
                spans.append((f" ({address})", False))
        elif token.type in ("softbreak", "hardbreak"):
            spans.append(("\n", emphasis > 0))
        elif token.content:
            spans.append((token.content, emphasis > 0))
    return _joined(spans)


def _joined(spans: Sequence[tuple[str, bool]]) -> tuple[tuple[str, bool], ...]:
    """Join neighbours of one emphasis on one line: a line end between Chinese characters is no space."""
    joined: list[tuple[str, bool]] = []
    for text, strong in spans:
        if joined and joined[-1][1] == strong:
            joined[-1] = (joined[-1][0] + text, strong)
        else:
            joined.append((text, strong))
    return tuple((clean_line(_without_breaks(text)), strong) for text, strong in joined)


def _without_breaks(text: str) -> str:
    """Return a text without the line ends between Chinese characters; re keeps an expression that some texts need."""
    return re.sub(f"(?<={_CHINESE})\n(?={_CHINESE})", "", text) if "\n" in text else text

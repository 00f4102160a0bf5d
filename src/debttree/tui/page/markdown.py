"""Markdown to blocks: paragraphs, headings, lists, quotes, code, tables, emphasis and links.

Textual's own Markdown widget makes about two widgets a block and opens links by itself; this makes values. HTML
is no markup here, it is shown as it was written. Links show their address.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from debttree.tui.page.blocks import Block, Grid, Para, blank
from debttree.tui.page.runs import Line, Run

SHOWN_AT_MOST = 60_000
"""Characters of one text that are laid out: about forty screens, so that no text can hold up a key."""

_BULLETS = "•◦▪"
_INLINE_ROLES = {"strong": "strong", "em": "em", "s": "strike", "link": "link"}
_WIDE_FROM = "\u2e80"
_WIDE_MARKS = "”’…—"
"""Marks that Chinese shares with Latin text; after them, too, a line feed stands for nothing."""


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False, "maxNesting": 20}).enable(["table", "strikethrough"])


@dataclass(frozen=True, slots=True)
class Written:
    """A Markdown text as blocks, and the addresses that it links to, in order."""

    blocks: tuple[Block, ...]
    links: tuple[str, ...]


@lru_cache(maxsize=256)
def markdown(source: str) -> Written:
    """Lay a clean Markdown text out as blocks, with an empty line between two of them."""
    tokens = _parser().parse(source[:SHOWN_AT_MOST])
    reader = _Reader(tokens)
    blocks = reader.read()
    if len(source) > SHOWN_AT_MOST:
        blocks += [blank(), Para((Run("…", "dim"),))]
    return Written(tuple(blocks), tuple(dict.fromkeys(reader.links)))


@dataclass
class _Reader:
    """Goes over the flat list of tokens once; what is open stands on stacks, so that depth costs no recursion."""

    tokens: Sequence[Token]
    links: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    leads: list[list[str]] = field(default_factory=list)
    """For each list item or quote that is open: what stands before its first line, and before the others."""
    lists: list[int | None] = field(default_factory=list)
    """For each list that is open: the next number, or None for bullets."""
    tight: bool = True
    apart: bool = False
    """A list has just ended: whatever follows stands apart from it."""

    def read(self) -> list[Block]:
        position = 0
        while position < len(self.tokens):
            token = self.tokens[position]
            if token.type == "table_open":
                position = self._table(position)
                continue
            self._one(token, self.tokens[position - 1] if position else None)
            position += 1
        return self.blocks

    def _one(self, token: Token, before: Token | None) -> None:
        match token.type:
            case "bullet_list_open":
                self.lists.append(None)
            case "ordered_list_open":
                self.lists.append(int(token.attrGet("start") or 1))
            case "bullet_list_close" | "ordered_list_close":
                self.lists.pop()
                self.apart = not self.lists
            case "list_item_open":
                self._open_item()
            case "blockquote_open":
                self.leads.append(["▏ ", "▏ "])
            case "list_item_close" | "blockquote_close":
                self.leads.pop()
            case "inline":
                self._words(token, before)
            case "fence" | "code_block":
                self._code(token)
            case "hr":
                self._add([(Run("─" * 12, "dim"),)])

    def _open_item(self) -> None:
        number = self.lists[-1]
        if number is None:
            lead = _BULLETS[min(len(self.lists), len(_BULLETS)) - 1] + " "
        else:
            lead = f"{number}. "
            self.lists[-1] = number + 1
        self.leads.append([lead, " " * len(lead)])

    def _words(self, token: Token, before: Token | None) -> None:
        role = "heading" if before is not None and before.type == "heading_open" else ""
        self.tight = before is not None and before.hidden
        self._add(self._lines(token.children or (), role))

    def _code(self, token: Token) -> None:
        self.tight = False
        self._add([(Run(line, "code"),) for line in token.content.rstrip("\n").split("\n")])

    def _add(self, lines: list[Line]) -> None:
        first = tuple(Run(lead, "dim") for lead, _ in self.leads)
        rest = tuple(Run(rest, "dim") for _, rest in self.leads)
        begins_item = any(lead != rest for lead, rest in self.leads)
        follows = self.tight and bool(self.lists) and begins_item and self._in_list() and not self.apart
        if self.blocks and not follows:
            self.blocks.append(blank())
        self.apart = False
        for number, words in enumerate(lines):
            self.blocks.append(Para(words, first if number == 0 else rest, rest))
        for lead in self.leads:
            lead[0] = lead[1]

    def _in_list(self) -> bool:
        last = self.blocks[-1]
        return isinstance(last, Para) and bool(last.first)

    def _lines(self, children: Sequence[Token], role: str) -> list[Line]:
        """The words of one inline token; a hard break begins a new line."""
        lines: list[list[Run]] = [[]]
        roles = [role] if role else []
        hrefs: list[str] = []
        for token in children:
            name = token.type.removesuffix("_open").removesuffix("_close")
            if token.type.endswith("_open") and name in _INLINE_ROLES:
                roles.append(_INLINE_ROLES[name])
                if name == "link":
                    hrefs.append(str(token.attrGet("href") or ""))
            elif token.type.endswith("_close") and name in _INLINE_ROLES:
                roles.pop()
                if name == "link":
                    self._address(hrefs.pop(), lines[-1])
            elif token.type == "hardbreak":
                lines.append([])
            else:
                lines[-1] += self._runs(token, " ".join(roles), lines[-1])
        return [tuple(line) for line in _without_stray_spaces(lines)]

    def _runs(self, token: Token, role: str, so_far: list[Run]) -> list[Run]:
        if token.type == "softbreak":
            last = so_far[-1].text[-1:] if so_far else ""
            return [] if last >= _WIDE_FROM or (last and last in _WIDE_MARKS) else [Run(" ", role)]
        if token.type == "code_inline":
            return [Run(token.content, f"{role} code".strip())]
        if token.type == "image":
            runs = [Run(token.content, role)]
            self._address(str(token.attrGet("src") or ""), runs)
            return runs
        return [Run(token.content, role)] if token.content else []

    def _address(self, href: str, line: list[Run]) -> None:
        """The address after a link's words, unless it is what they say."""
        if not href:
            return
        self.links.append(href)
        if not line or line[-1].text != href:
            line.append(Run(f" <{href}>", "dim"))

    def _table(self, position: int) -> int:
        rows: list[list[Line]] = []
        while self.tokens[position].type != "table_close":
            token = self.tokens[position]
            if token.type == "tr_open":
                rows.append([])
            elif token.type == "inline":
                role = "strong" if len(rows) == 1 else ""
                rows[-1].append(next(iter(self._lines(token.children or (), role)), ()))
            position += 1
        if self.blocks:
            self.blocks.append(blank())
        self.blocks.append(Grid(tuple(rows[0]), tuple(tuple(row) for row in rows[1:])))
        return position + 1


def _without_stray_spaces(lines: list[list[Run]]) -> Iterator[list[Run]]:
    """A line that a hard break began has no space before its words."""
    for line in lines:
        if line and line[0].text.isspace():
            yield line[1:]
        else:
            yield line

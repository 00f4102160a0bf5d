"""Read a Markdown outline: headings with a sign are nodes, their lists with arrows the choices.

Where no heading has a sign, every heading is a node below the heading above it, and that is a guess.
"""

import re
from collections import defaultdict, deque
from dataclasses import dataclass, replace

from debttree.incoming.found import Finding, FoundArrow, FoundTree, one_line
from debttree.incoming.outline_blocks import OutlineBlock, outline_blocks
from debttree.incoming.outline_signs import ARROW, CAUTION, TICK, SignedHeading, is_urgent, sign_of
from debttree.model import Kind, Message, msg

_FRONT = re.compile(r"\A---[ \t]*\n.*?^(?:---|\.\.\.)[ \t]*\n", re.M | re.S)

_BETWEEN_LISTS = "<!-- -->"
"""What pandoc writes between two lists, so that they stay two."""


def read_outline(text: str, name: str) -> FoundTree:
    """Read an outline.

    Args:
        text: Markdown.
        name: of its file, for a beginning that stands under no heading.

    Raises:
        NotReadable: it has no node.
    """
    return _Reader(text, name).found()


@dataclass(frozen=True, slots=True)
class _Wanted:
    """An arrow whose target is words still: those of a heading or of a node that is made at the end."""

    source: str
    label: str
    target: str
    line: int
    text: str = ""
    caution: str = ""
    guesses: tuple[Message, ...] = ()
    children: tuple[OutlineBlock, ...] = ()


class _Reader:
    def __init__(self, text: str, name: str) -> None:
        self.finding = Finding()
        if front := _FRONT.match(text):
            self.finding.lost(1, msg("What stands between --- at the top is not read."))
            text = "\n" * front[0].count("\n") + text[front.end() :]
        self.lines = text.split("\n")
        self.blocks = outline_blocks(text, self.finding)
        self.name = name
        self.titles: dict[str, str] = {}
        self.urgent: list[_Wanted] = []
        self.wanted: deque[_Wanted] = deque()
        self.entered: set[str] = set()
        self.texts: defaultdict[str, list[str]] = defaultdict(list)
        self.items: defaultdict[str, list[str]] = defaultdict(list)
        self.title = self.stage = ""
        self.summary: list[str] = []
        self.at: str | None = None
        self.is_urgent = False
        self.above: list[tuple[int, str]] = []

    def found(self) -> FoundTree:
        headings = [sign_of(block) for block in self.blocks if block.kind == "heading"]
        self.is_signed = any(heading.kind for heading in headings)
        for block in self.blocks:
            if block.kind == "heading":
                self._heading(block, sign_of(block))
            elif block.kind == "list":
                self._list(block)
            else:
                self._other(block)
        while self.wanted:
            self._join(self.wanted.popleft())
        for key, texts in self.texts.items():
            self.finding.node(key, text="\n\n".join(texts))
        for key, items in self.items.items():
            self.finding.node(key, items=tuple(items))
        urgent = tuple(self._arrow(one) for one in self.urgent)
        root = next(iter(self.finding.nodes), "") if self.is_signed else ""
        summary = "\n\n".join(self.summary)
        return self.finding.found(title=self.title, summary=summary, root=root, urgent=urgent)

    def _heading(self, block: OutlineBlock, heading: SignedHeading) -> None:
        self.is_urgent = False
        if self.is_signed and heading.kind is None:
            self.at = None
            self.is_urgent = is_urgent(heading.title)
            if not self.title and block.level == 1:
                self.title = heading.title
            elif not self.is_urgent:
                self.stage = heading.title
            return
        key = self._new(heading.title, block.line, kind=heading.kind, actor=heading.actor, name=heading.name)
        self.at = key
        if not self.is_signed:
            self.title = self.title or heading.title
            self._below(block, key, heading.title)

    def _below(self, block: OutlineBlock, key: str, title: str) -> None:
        """Join a heading without a sign to the one that it stands under."""
        while self.above and self.above[-1][0] >= block.level:
            self.above.pop()
        if self.above:
            guess = msg("Guessed: this heading stands under that one.")
            self.finding.arrow(self.above[-1][1], key, label=title, line=block.line, guesses=(guess,))
            self.entered.add(key)
        self.above.append((block.level, key))

    def _new(self, title: str, line: int, **fields: object) -> str:
        key = f"{line}:{len(self.finding.nodes)}"
        words, name = one_line(title), str(fields.get("name") or "")
        known = self.titles.get(_folded(words))
        if known is not None:
            self.finding.lost(line, msg('There are two "{title}": arrows lead to the first.', title=words))
        self.titles.setdefault(_folded(words), key)
        if name:
            self.titles.setdefault(_folded(name), key)
        self.finding.node(key, title=words, stage=self.stage, line=line, **fields)
        return key

    def _other(self, block: OutlineBlock) -> None:
        source = self._source(block)
        if source.strip() == _BETWEEN_LISTS:
            return
        if block.info.strip("{}") == "mermaid":
            hint = msg("A Mermaid drawing: put it into a file of its own, NAME.mmd, and give that.")
            self.finding.lost(block.line, hint)
        elif self.at is not None:
            self._add_text(self.at, source)
        elif self.title and not self.stage and self.is_signed and not self.is_urgent:
            self.summary.append(source)
        elif source.strip():
            self.finding.lost(
                block.line, msg('No node stands above these words: "{words}"', words=source[:80])
            )

    def _source(self, block: OutlineBlock) -> str:
        return "\n".join(self.lines[block.line - 1 : block.last - 1]).strip("\n")

    def _add_text(self, key: str, words: str) -> None:
        self.texts[key].append(words)

    def _list(self, block: OutlineBlock) -> None:
        if self.is_urgent:
            self._urgent_list(block)
        elif self.at is None and (self.is_signed or not _is_structured(block)):
            for item in block.children:
                reason = msg('No node stands above these words: "{words}"', words=self._source(item)[:80])
                self.finding.lost(item.line, reason)
        elif any(TICK.match(_words(item)) for item in block.children):
            self._ticks(block)
        elif _is_structured(block):
            self._choices(self.at or self._beginning(block), block)
        elif self.at is not None:
            self._add_text(self.at, self._source(block))

    def _beginning(self, block: OutlineBlock) -> str:
        """Make a node for lists that stand under no heading."""
        self.at = self._new(self.name, block.line)
        guess = msg("Guessed: no heading stands above the first list; this node is called like the file.")
        self.finding.node(self.at, guesses=(guess,))
        return self.at

    def _ticks(self, block: OutlineBlock) -> None:
        """Read a list with items to tick; choices may stand among them, as where Word put two lists together."""
        key = self.at
        for item in block.children:
            matched = TICK.match(_words(item))
            if key is not None and matched:
                words = one_line(_words(item)[matched.end() :])
                self.items[key].append(words)
            elif key is not None and _parted(item)[1]:
                self._choice(key, item)
            else:
                words = _words(item)[:80]
                self.finding.lost(
                    item.line, msg('Beside items to tick, this is none: "{words}"', words=words)
                )

    def _urgent_list(self, block: OutlineBlock) -> None:
        for item in block.children:
            label, target, _ = _parted(item)
            if target:
                self.urgent.append(_Wanted("", label, target, item.line))
            else:
                self.finding.lost(
                    item.line, msg('What is urgent needs an arrow: "{words}"', words=label[:80])
                )

    def _choices(self, source: str, block: OutlineBlock) -> None:
        for item in block.children:
            self._choice(source, item)

    def _choice(self, source: str, item: OutlineBlock) -> None:
        label, target, has_more = _parted(item)
        lists = tuple(child for child in item.children if child.kind == "list")
        others = [child for child in item.children[1:] if child.kind != "list"]
        if not label and not target:
            self.finding.lost(item.line, msg("A list item without words."))
            return
        if has_more:
            self.finding.lost(item.line, msg('A second arrow is kept as words: "{words}"', words=target[:80]))
        cautions = [child.text[found.end() :] for child in others if (found := CAUTION.match(child.text))]
        texts = [self._source(child).strip() for child in others if not CAUTION.match(child.text)]
        guess = (
            ()
            if target
            else (msg("Guessed: no arrow is there; the words are the choice and the node as well."),)
        )
        wanted = _Wanted(
            source,
            label or target,
            target or label,
            item.line,
            "\n\n".join(texts),
            " ".join(cautions),
            guess,
            lists,
        )
        self.wanted.append(wanted)

    def _join(self, wanted: _Wanted) -> None:
        arrow = self._arrow(wanted)
        if (
            not self.is_signed
            and not ARROW.search(wanted.target)
            and wanted.guesses
            and arrow.target in self.entered
        ):
            arrow = replace(arrow, target=self._new(wanted.target, wanted.line))
        self.finding.arrows.append(arrow)
        self.entered.add(arrow.target)
        for block in wanted.children:
            if _is_structured(block) or not self.is_signed:
                self._choices(arrow.target, block)
            else:
                self._add_text(arrow.target, self._source(block))

    def _arrow(self, wanted: _Wanted) -> FoundArrow:
        key = self.titles.get(_folded(wanted.target))
        if key is None:
            key = self._new(wanted.target, wanted.line)
            if self.is_signed:
                guess = msg(
                    "Guessed: no heading is called so; an end was made of the words behind the arrow."
                )
                self.finding.node(key, guesses=(guess,), kind=Kind.OUTCOME if not wanted.children else None)
        return FoundArrow(
            wanted.source, key, wanted.label, "", wanted.text, wanted.caution, wanted.line, wanted.guesses
        )


def _is_structured(block: OutlineBlock) -> bool:
    """Return whether a list holds choices: an arrow in one of its items, or a list in one of them."""
    return any(
        _parted(item)[1] or any(child.kind == "list" for child in item.children) for item in block.children
    )


def _words(item: OutlineBlock) -> str:
    first = item.children[0] if item.children else None
    return first.text if first is not None and first.kind != "list" else ""


def _parted(item: OutlineBlock) -> tuple[str, str, bool]:
    """Return an item's words before and behind its first arrow, and whether another follows."""
    first = item.children[0] if item.children else None
    before = ""
    pieces = first.words if first is not None and first.kind == "other" else ()
    for number, (words, is_code) in enumerate(pieces):
        found = None if is_code else ARROW.search(words)
        if found:
            rest = words[found.end() :] + "".join(more for more, _ in pieces[number + 1 :])
            return one_line(before + words[: found.start()]), one_line(rest), bool(ARROW.search(rest))
        before += words
    return one_line(before), "", False


def _folded(words: str) -> str:
    return one_line(words).casefold().strip(" .。#")

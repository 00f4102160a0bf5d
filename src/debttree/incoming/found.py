"""The result of reading a source of any format: nodes, arrows, and lines that could not be placed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from debttree.model import Kind, Message, Trouble, clean_line, msg
from debttree.reading.limits import NODES

HEADLESS = msg("Guessed: the line has no arrowhead; it is read from left to right.")
"""A guess about an arrow."""

_HARM = "▲ "
"""The prefix of a consequence in a label that this program wrote."""

ARROWS = 500_000
"""Arrows of a source: a line such as `a & b --> c & d` makes many out of few characters."""

NO_LINE = 0
"""The line number for formats whose parser gives none."""


class NotReadable(Trouble):
    """The source is no file of its form.

    Args:
        reason: what is wrong.
        line: where, from 1.
        hint: what to do about it.
    """

    exit_status = 1

    def __init__(self, reason: Message, line: int = NO_LINE, hint: Message | None = None) -> None:
        said = msg("Line {line}: {reason}", line=line, reason=reason) if line else reason
        super().__init__(said, hint)


@dataclass(frozen=True, slots=True)
class FoundNode:
    """A node as the source has it; all words are raw.

    Attributes:
        key: what the source calls it.
        title: its words; empty where it has none.
        name: an id that it wishes for.
        kind: who decides, as far as the source says it.
        is_sure: whether the kind is stated, not just that of an ordinary box of this format.
        text: Markdown.
        stage: words of the stage it stands in.
        actor: who answers.
        brings: names of consequences.
        items: what to have in hand.
        line: where it stands, from 1.
        guesses: what was guessed of it.
    """

    key: str
    title: str = ""
    name: str = ""
    kind: Kind | None = None
    is_sure: bool = True
    text: str = ""
    stage: str = ""
    actor: str = ""
    brings: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    line: int = NO_LINE
    guesses: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class FoundArrow:
    """A choice as the source has it, from key to key; all words are raw."""

    source: str
    target: str
    label: str = ""
    name: str = ""
    text: str = ""
    caution: str = ""
    line: int = NO_LINE
    guesses: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class Unplaced:
    """Something in the source that is not in the tree, with the reason."""

    line: int
    reason: Message


def gathered(unplaced: Iterable[Unplaced]) -> list[Unplaced]:
    """Return what has no place with each reason once, where it came first, with how often and in which lines."""
    alike: dict[str, list[Unplaced]] = {}
    for one in unplaced:
        alike.setdefault(str(one.reason), []).append(one)
    return [every[0] if len(every) == 1 else _often(every) for every in alike.values()]


def _often(every: Sequence[Unplaced]) -> Unplaced:
    first, lines = every[0], [*dict.fromkeys(one.line for one in every)]
    said = msg("{reason} ({n} times)", reason=first.reason, n=len(every))
    if len(lines) > 1:
        places = ", ".join(map(str, lines))
        said = msg("{reason} ({n} times: lines {lines})", reason=first.reason, n=len(every), lines=places)
    return Unplaced(first.line, said)


@dataclass(frozen=True, slots=True)
class FoundTree:
    """A whole source.

    Attributes:
        nodes: by key, in the source's order.
        arrows: in the source's order; an end may be no node.
        title: of the tree.
        summary: of the tree.
        root: key of the node where it begins; empty where the source does not say it.
        urgent: arrows without a source.
        harms: severity of consequences, where the source tells it.
        unplaced: in the source's order.
    """

    nodes: Mapping[str, FoundNode]
    arrows: tuple[FoundArrow, ...]
    title: str = ""
    summary: str = ""
    root: str = ""
    urgent: tuple[FoundArrow, ...] = ()
    harms: Mapping[str, int] = field(default_factory=dict)
    unplaced: tuple[Unplaced, ...] = ()


class Finding:
    """Collects what a reader finds, within the limits of a tree."""

    def __init__(self) -> None:
        self.nodes: dict[str, FoundNode] = {}
        self.arrows: list[FoundArrow] = []
        self.unplaced: list[Unplaced] = []

    def node(self, key: str, **fields: Any) -> None:
        """Add a node, or what is said anew of one that is there: an empty value takes nothing away."""
        known = self.nodes.get(key)
        if known is None:
            if len(self.nodes) >= NODES:
                raise NotReadable(msg("A tree may have {limit} nodes at most.", limit=NODES))
            self.nodes[key] = FoundNode(key, **fields)
        elif given := {
            name: value for name, value in fields.items() if name == "is_sure" or (value and name != "line")
        }:
            self.nodes[key] = replace(known, **given)

    def arrow(self, source: str, target: str, **fields: Any) -> None:
        """Add an arrow."""
        if len(self.arrows) >= ARROWS:
            raise NotReadable(msg("A source may have {limit} arrows at most.", limit=ARROWS))
        self.arrows.append(FoundArrow(source, target, **fields))

    def join(self, sources: Iterable[str], targets: Sequence[str], **fields: Any) -> None:
        """Add an arrow from each of some nodes to each of others."""
        for source in sources:
            for target in targets:
                self.arrow(source, target, **fields)

    def lost(self, line: int, reason: Message) -> None:
        """Record that a line has no place in the tree."""
        self.unplaced.append(Unplaced(line, reason))

    def call_by_their_keys(self) -> None:
        """Give each node without words its key as its title, as a drawing program shows it."""
        for key, node in self.nodes.items():
            if not node.title.strip():
                self.nodes[key] = replace(node, title=key)

    def found(self, **about: Any) -> FoundTree:
        """Return the whole.

        Raises:
            NotReadable: it has no node.
        """
        if not self.nodes:
            raise NotReadable(msg("There is no node in it: nothing that a tree could be made of."))
        unplaced = tuple(sorted(self.unplaced, key=lambda one: one.line))
        return FoundTree(self.nodes, tuple(self.arrows), unplaced=unplaced, **about)


def label_fields(lines: Iterable[str]) -> dict[str, Any]:
    """Return the title of a node, which comes first, and what it brings, out of the lines of its label."""
    first, *more = lines
    title = one_line(" ".join([first, *(line for line in more if not line.startswith(_HARM))]))
    return {"title": title, "brings": tuple(line[len(_HARM) :] for line in more if line.startswith(_HARM))}


def one_line(words: str) -> str:
    """Return words clean, on one line and with single spaces.

    >>> one_line("  two\\n words ")
    'two words'
    """
    return " ".join(clean_line(words).split())

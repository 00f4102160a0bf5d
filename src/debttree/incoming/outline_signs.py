"""The signs of an outline: what says the kind of a heading, an arrow, an item to tick, a caution."""

import re
from typing import NamedTuple

from debttree.incoming.found import one_line
from debttree.incoming.outline_blocks import OutlineBlock
from debttree.model import Kind

WORDS = {
    Kind.DECISION: ("decision", "决定", "您来决定"),
    Kind.QUESTION: ("question", "问题", "看事实"),
    Kind.CHANCE: ("chance", "answer", "别人决定", "由别人决定"),
    Kind.OUTCOME: ("outcome", "end", "结局"),
}
"""What stands before the colon of a heading, by the kind that it says."""

SHAPES = {"□": Kind.DECISION, "◇": Kind.QUESTION, "○": Kind.CHANCE, "△": Kind.OUTCOME}
"""The signs that `graph --format text` draws; they need no colon."""

ARROW = re.compile(r"-{1,2}>|=>|→|⇒|➜|⟶|➔")
TICK = re.compile(r"\s*(?:\[[ xX]?\]|☐|☑|☒)\s+")
CAUTION = re.compile(r"\s*(?:caution|warning|注意|小心)\s*[:：]\s*", re.I)

_KINDS = {word: kind for kind, words in WORDS.items() for word in words}
_WORD = "|".join(sorted(_KINDS, key=len, reverse=True))
_SIGN = re.compile(rf"\s*(?:({_WORD})\s*(?:[(（]([^()（）]*)[)）])?\s*[:：]|([{''.join(SHAPES)}]))\s*", re.I)
_NAME = re.compile(r"\{#([^{}\s]+)\}$")
_URGENT = frozenset(("urgent", "紧急", "急事"))


class SignedHeading(NamedTuple):
    """A heading: its kind where it has a sign, who answers, its title, the id it wishes for."""

    kind: Kind | None
    actor: str
    title: str
    name: str


def sign_of(block: OutlineBlock) -> SignedHeading:
    """Return what a heading says."""
    words = block.text.rstrip()
    name = _NAME.search(words)
    if name:
        words = words[: name.start()]
    sign = _SIGN.match(words)
    kind = None if sign is None else _KINDS[sign[1].casefold()] if sign[1] else SHAPES[sign[3]]
    actor = one_line(sign[2] or "") if sign else ""
    return SignedHeading(
        kind, actor, one_line(words[sign.end() :] if sign else words), name[1] if name else ""
    )


def is_urgent(title: str) -> bool:
    """Return whether a heading without a sign stands over what is urgent."""
    return title.casefold().strip(" :：") in _URGENT

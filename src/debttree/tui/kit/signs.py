"""Signs and words for kinds of nodes, statuses and the like: a glyph is never without its word."""

from collections.abc import Mapping

from debttree.analysis import Status
from debttree.locales import Phrases
from debttree.model import Kind, Message, msg
from debttree.tui.kit.page import Line, Run

GLYPHS: Mapping[Kind, str] = {
    Kind.DECISION: "■",
    Kind.QUESTION: "◆",
    Kind.CHANCE: "●",
    Kind.OUTCOME: "▲",
}

KINDS: Mapping[Kind, Message] = {
    Kind.DECISION: msg("decision"),
    Kind.QUESTION: msg("question"),
    Kind.CHANCE: msg("their answer"),
    Kind.OUTCOME: msg("end"),
}

KINDS_EXPLAINED: Mapping[Kind, Message] = {
    Kind.DECISION: msg("you choose"),
    Kind.QUESTION: msg("a fact decides; you know it, you do not choose it"),
    Kind.CHANCE: msg("somebody else answers"),
    Kind.OUTCOME: msg("a way ends here"),
}

ASKED: Mapping[Kind, Message] = {
    Kind.DECISION: msg("What do you do?"),
    Kind.QUESTION: msg("Which is true?"),
    Kind.CHANCE: msg("What do they answer?"),
    Kind.OUTCOME: msg("This way ends here."),
}


STATUS_SIGNS: Mapping[Status, tuple[str, str]] = {
    Status.INCURRED: ("!", "bad"),
    Status.CERTAIN: ("▼", "bad"),
    Status.AT_RISK: ("~", "warn"),
    Status.HOLDABLE: ("◌", "good"),
    Status.AVOIDABLE: ("○", "good"),
    Status.IMPOSSIBLE: ("-", "dim"),
}
"""The sign of a status, and its role."""

ELSEWHERE = "↩"
"""Stands before the name of a node whose own box stands elsewhere: a loop, or ways that come together."""


def kind_mark(say: Phrases, kind: Kind) -> Line:
    """The glyph of a kind, and its word."""
    return (Run(f"{GLYPHS[kind]} ", kind.value), Run(say.tell(KINDS[kind]), kind.value))


def glyph(kind: Kind) -> Run:
    """The glyph alone, where the word stands near."""
    return Run(f"{GLYPHS[kind]} ", kind.value)

"""Signs and words for kinds of nodes, statuses and the like: a glyph is never without its word."""

from collections.abc import Mapping
from typing import NamedTuple

from debttree.analysis import Status
from debttree.analysis.prospect_status import Standing
from debttree.analysis.setbacks import MANY
from debttree.locales import Phrases
from debttree.model import Kind, Message, msg
from debttree.tui.kit.page import Line, Run


class KindSigns(NamedTuple):
    """How a kind of node is shown: its glyph, its word, what it means, and what is asked at such a node."""

    glyph: str
    word: Message
    explained: Message
    asked: Message


KINDS: Mapping[Kind, KindSigns] = {
    Kind.DECISION: KindSigns("■", msg("decision"), msg("you choose"), msg("What do you do?")),
    Kind.QUESTION: KindSigns(
        "◆", msg("question"), msg("a fact decides; you know it, you do not choose it"), msg("Which is true?")
    ),
    Kind.CHANCE: KindSigns(
        "●", msg("their answer"), msg("somebody else answers"), msg("What do they answer?")
    ),
    Kind.OUTCOME: KindSigns("▲", msg("end"), msg("a way ends here"), msg("This way ends here.")),
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

SETBACK = "▮"
"""Stands once for each answer of others that would still have to go against you."""

ELSEWHERE = "↩"
"""Stands before the name of a node whose own box stands elsewhere: a loop, or ways that come together."""


def kind_mark(say: Phrases, kind: Kind) -> Line:
    """The glyph of a kind, and its word."""
    return (glyph(kind), Run(say.tell(KINDS[kind].word), kind.value))


def glyph(kind: Kind) -> Run:
    """The glyph alone, where the word stands near."""
    return Run(f"{KINDS[kind].glyph} ", kind.value)


def distance_sign(standing: Standing) -> Run:
    """How far off it is, as a picture: one sign for each setback, else the sign of the status."""
    sign, role = STATUS_SIGNS[standing.status]
    count = standing.setbacks or 0
    return Run(SETBACK * count + ("+" if count == MANY else "") or sign, role)

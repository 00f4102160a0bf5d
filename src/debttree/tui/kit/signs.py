"""Signs and words for kinds of nodes, statuses and the like: a glyph is never without its word."""

from collections.abc import Mapping

from debttree.analysis import Status
from debttree.analysis.elsewhere import guide_at
from debttree.analysis.prospect_status import Standing
from debttree.analysis.setbacks import MANY
from debttree.locales import Phrases
from debttree.locales.words import KINDS
from debttree.model import Kind, Node
from debttree.tui.kit.page import Line, Run

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

ONWARD = "⇢"
"""Stands where a way through this guide ends and the story goes on in another one."""

ELSEWHERE = "↩"
"""Stands before the name of a node whose own box stands elsewhere: a loop, or ways that come together."""


def kind_mark(say: Phrases, kind: Kind) -> Line:
    """Return the glyph of a kind, and its word."""
    return (glyph(kind), Run(say.tell(KINDS[kind].word), kind.value))


def end_mark(say: Phrases, node: Node) -> Line:
    """Return that a way ends there, or goes on in another guide; empty for the other kinds, the author's concern."""
    words = say("another guide") if guide_at(node) else say("ends here")
    return (*end_sign(node), Run(words, node.kind.value)) if node.kind is Kind.OUTCOME else ()


def end_sign(node: Node) -> Line:
    """Return the sign of that alone, where there is no room for the words."""
    if node.kind is not Kind.OUTCOME:
        return ()
    return (Run(f"{ONWARD} ", node.kind.value) if guide_at(node) else glyph(node.kind),)


def glyph(kind: Kind) -> Run:
    """Return the glyph alone, where the word stands near."""
    return Run(f"{KINDS[kind].glyph} ", kind.value)


def distance_sign(standing: Standing) -> Run:
    """Return how far off it is, as a picture: one sign for each setback, else the sign of the status."""
    sign, role = STATUS_SIGNS[standing.status]
    count = standing.setbacks or 0
    return Run(SETBACK * count + ("+" if count == MANY else "") or sign, role)

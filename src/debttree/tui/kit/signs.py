"""Glyphs with their words for kinds of nodes, statuses and the like; a glyph is never shown without words near it."""

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
"""The glyph of each status, and its role."""

SETBACK = "▮"
"""Shown once for each setback: an answer of others that would have to go against you."""

ONWARD = "⇢"
"""Shown where a way through this guide ends and the story goes on in another one."""

ELSEWHERE = "↩"
"""Shown before the name of a node whose own box is elsewhere, in a loop or where ways join."""


def kind_mark(say: Phrases, kind: Kind) -> Line:
    """Return the glyph and word of a kind."""
    return (glyph(kind), Run(say.tell(KINDS[kind].word), kind.value))


def end_mark(say: Phrases, node: Node) -> Line:
    """Return the words that a way ends at a node, or goes on in another guide; empty for other kinds."""
    words = say("another guide") if guide_at(node) else say("ends here")
    return (*end_sign(node), Run(words, node.kind.value)) if node.kind is Kind.OUTCOME else ()


def end_sign(node: Node) -> Line:
    """Return the glyph of `end_mark` alone, for when there is no room for the words."""
    if node.kind is not Kind.OUTCOME:
        return ()
    return (Run(f"{ONWARD} ", node.kind.value) if guide_at(node) else glyph(node.kind),)


def glyph(kind: Kind) -> Run:
    """Return the glyph of a kind alone, for when the word is near."""
    return Run(f"{KINDS[kind].glyph} ", kind.value)


def distance_sign(standing: Standing) -> Run:
    """Return a picture of a consequence's distance: one sign per setback, else the glyph of its status."""
    sign, role = STATUS_SIGNS[standing.status]
    count = standing.setbacks or 0
    return Run(SETBACK * count + ("+" if count == MANY else "") or sign, role)

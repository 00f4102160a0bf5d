"""Signs and words for kinds of nodes, statuses and the like: a glyph is never without its word."""

from collections.abc import Mapping

from debttree.analysis import Status
from debttree.locales import Phrases
from debttree.locales.words import KINDS
from debttree.model import Kind
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

ELSEWHERE = "↩"
"""Stands before the name of a node whose own box stands elsewhere: a loop, or ways that come together."""


def kind_mark(say: Phrases, kind: Kind) -> Line:
    """Return the glyph of a kind, and its word."""
    return (glyph(kind), Run(say.tell(KINDS[kind].word), kind.value))


def glyph(kind: Kind) -> Run:
    """Return the glyph alone, where the word stands near."""
    return Run(f"{KINDS[kind].glyph} ", kind.value)

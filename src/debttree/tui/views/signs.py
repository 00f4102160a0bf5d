"""Signs and words for kinds of nodes: a glyph is never without its word."""

from collections.abc import Mapping

from debttree.model import Kind, Message, msg
from debttree.tui.page import Line, Run
from debttree.tui.views.scene import Scene

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


def kind_mark(scene: Scene, kind: Kind) -> Line:
    """The glyph of a kind, and its word."""
    return (Run(f"{GLYPHS[kind]} ", kind.value), Run(scene.say.tell(KINDS[kind]), kind.value))


def glyph(kind: Kind) -> Run:
    """The glyph alone, where the word stands near."""
    return Run(f"{GLYPHS[kind]} ", kind.value)

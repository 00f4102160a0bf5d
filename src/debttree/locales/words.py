"""Words for values of the model that every front end and every export says alike: kinds of nodes, and periods."""

from collections.abc import Mapping
from dataclasses import dataclass

from debttree.locales.phrases import Phrases
from debttree.model import Kind, Message, Text, Tree, Unit, msg


@dataclass(frozen=True, slots=True)
class KindWords:
    """How one kind of node is shown and named.

    Attributes:
        glyph: its shape, filled: one cell on a screen.
        outline: its shape in texts: decision square, question diamond, chance circle, outcome triangle.
        word: its name for people who walk a tree.
        term: its name for people who draw one; the word of the field.
        decides: who decides there, in a few words.
        explained: who decides there, for the help.
        asked: the question over its choices.
    """

    glyph: str
    outline: str
    word: Message
    term: Message
    decides: Message
    explained: Message
    asked: Message


KINDS: Mapping[Kind, KindWords] = {
    Kind.DECISION: KindWords(
        "■",
        "□",
        word=msg("decision"),
        term=msg("decision"),
        decides=msg("you choose"),
        explained=msg("you choose"),
        asked=msg("What do you do?"),
    ),
    Kind.QUESTION: KindWords(
        "◆",
        "◇",
        word=msg("question"),
        term=msg("question"),
        decides=msg("a fact decides"),
        explained=msg("a fact decides; you know it, you do not choose it"),
        asked=msg("Which is true?"),
    ),
    Kind.CHANCE: KindWords(
        "●",
        "○",
        word=msg("their answer"),
        term=msg("chance"),
        decides=msg("somebody else answers"),
        explained=msg("somebody else answers"),
        asked=msg("What do they answer?"),
    ),
    Kind.OUTCOME: KindWords(
        "▲",
        "△",
        word=msg("end"),
        term=msg("outcome"),
        decides=msg("an end"),
        explained=msg("a way ends here"),
        asked=msg("This way ends here."),
    ),
}


def period(say: Phrases, amount: object, unit: Unit) -> str:
    """Return a period in words: "15 working days".

    Args:
        say: the language.
        amount: how many of `unit`; in a file that is being edited it may be anything.
        unit: days, working days, months or years.
    """
    count = amount if isinstance(amount, int) else 2
    match unit:
        case Unit.DAYS:
            return say.plural("{n} day", "{n} days", count, n=amount)
        case Unit.WORKING_DAYS:
            return say.plural("{n} working day", "{n} working days", count, n=amount)
        case Unit.MONTHS:
            return say.plural("{n} month", "{n} months", count, n=amount)
        case Unit.YEARS:
            return say.plural("{n} year", "{n} years", count, n=amount)


def line_of(tree: Tree, text: Text | None, say: Phrases) -> str:
    """Return words of a tree on one line; where they are in another language than asked for, that is said.

    Args:
        tree: the tree.
        text: the words; None: there are none.
        say: the language asked for, and that of the mark.
    """
    words = tree.line(text, say.language)
    missing = text is not None and tree.wording(text, say.language).missing
    return f"{words} {say('[not translated]')}" if missing else words


ELSE_SAID = msg("Whatever else they said")
"""Where the answers of a call stand that belong to nothing that the guide asks."""

REMINDER = msg("Don't agree on the phone: have it sent to you, and read it first.")
"""What somebody on the phone must not forget, in a guide that has no words of its own for that."""

"""The mark before a note, which says for whom it is."""

from debttree.journey import Note
from debttree.locales import Phrases
from debttree.tui.kit.page import Line, Run


def desk_mark(say: Phrases, note: Note) -> Line:
    """Return the mark of a note that is for the adviser alone; else empty."""
    return (Run(say("[desk alone]") + " ", "warn"),) if note.desk else ()

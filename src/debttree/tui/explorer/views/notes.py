"""Somebody's own words: for whom a note is, and each line of a text below the other."""

from collections.abc import Hashable, Iterator

from debttree.journey import Note
from debttree.locales import Phrases
from debttree.model import clean
from debttree.tui.kit.page import Line, Para, Run

INDENT: Line = (Run("  "),)


def desk_mark(say: Phrases, note: Note) -> Line:
    """Return the mark of a note that is for the adviser alone; else empty."""
    return (Run(say("[desk alone]") + " ", "warn"),) if note.desk else ()


def own_words(
    head: Line, text: str, first: Line = (), rest: Line = (), more: Line = INDENT, item: Hashable = None
) -> Iterator[Para]:
    """Yield a text, each of its lines on its own.

    Args:
        head: what is said before its first line.
        text: the words as they were typed.
        first: what stands before the first line.
        rest: what stands where the first line is broken.
        more: what stands before every other line.
        item: what all of it is.
    """
    begin, *others = clean(text).split("\n")
    yield Para((*head, Run(begin, "em")), first, rest, item=item)
    yield from (Para((Run(line, "em"),), more, more, item=item) for line in others)

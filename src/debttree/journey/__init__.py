"""One person's walk: steps back and forward, notes, ticks, dates."""

from debttree.journey.journey import Journey, Note, begin

__all__ = ["Journey", "Note", "begin"]

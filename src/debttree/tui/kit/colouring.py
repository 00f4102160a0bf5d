"""The pieces of a TOML text while it is typed in: after a change only what it reached is read again."""

from collections.abc import Sequence

from debttree.editing.toml.comparing import common_ends
from debttree.reading.pieces import TOP, LineBegin, Piece, after, pieces


class Colouring:
    """Knows how each line begins, as far as somebody asked.

    Args:
        begin: how the first line begins.
    """

    def __init__(self, begin: LineBegin = TOP) -> None:
        self._lines: list[str] = []
        self._begins = [begin]

    def follow(self, lines: Sequence[str]) -> None:
        """Take these lines as the text; cheap where nothing changed."""
        if self._lines == lines:
            return
        old, self._lines = self._lines, list(lines)
        first, last = common_ends(old, self._lines)
        known = self._begins
        self._begins = known[: first + 1]
        rest = len(old) - last
        if last and rest < len(known) and self._begin(len(self._lines) - last) == known[rest]:
            self._begins += known[rest + 1 :]

    def pieces(self, index: int) -> list[Piece]:
        """Return the pieces of the line of this number, from 0."""
        return pieces(self._lines[index], self._begin(index))

    def _begin(self, index: int) -> LineBegin:
        """Return how a line begins; reads on to it from the last one known."""
        begins = self._begins
        for line in self._lines[len(begins) - 1 : index]:
            begins.append(after(line, begins[-1]))
        return begins[index]

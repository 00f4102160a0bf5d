"""Colour a TOML text while it is edited: after a change only the lines it affects are scanned again."""

from collections.abc import Sequence

from debttree.editing.toml.comparing import common_ends
from debttree.reading.pieces import TOP, LineBegin, Piece, after, pieces


class Colouring:
    """Caches the scanner's state at the beginning of each line, as far as lines were asked for.

    Args:
        begin: the scanner's state at the first line.
    """

    def __init__(self, begin: LineBegin = TOP) -> None:
        self._lines: list[str] = []
        self._begins = [begin]

    def follow(self, lines: Sequence[str]) -> None:
        """Set the lines of the text; cheap if nothing changed."""
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
        """Return the coloured pieces of a line, numbered from 0."""
        return pieces(self._lines[index], self._begin(index))

    def _begin(self, index: int) -> LineBegin:
        """Return the scanner's state at a line, scanning on from the last line known."""
        begins = self._begins
        for line in self._lines[len(begins) - 1 : index]:
            begins.append(after(line, begins[-1]))
        return begins[index]

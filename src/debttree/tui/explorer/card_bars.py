"""The rows of the card on the main screen, as many as it has."""

from collections.abc import Sequence

from textual.app import ComposeResult

from debttree.tui.explorer.views.card import CardRow
from debttree.tui.kit.widgets.bar import Bar
from debttree.tui.kit.widgets.kept import Down

CARD = 3
"""Rows of the card at most."""


class CardBars(Down):
    """The card: a bar for each row; a click on one does what its key does."""

    DEFAULT_CSS = """
    CardBars { height: auto; }
    CardBars Bar { background: $raised; }
    """

    def __init__(self) -> None:
        super().__init__(id="card")
        self._rows: Sequence[CardRow] = ()

    def compose(self) -> ComposeResult:
        """Compose a bar for each row that there may be."""
        for _ in range(CARD):
            yield Bar()

    def show(self, rows: Sequence[CardRow]) -> None:
        """Show rows; bars without one take no room."""
        self._rows = rows
        for number, bar in enumerate(self.query(Bar)):
            bar.display = number < len(rows)
            if bar.display:
                bar.show(rows[number].left, *rows[number].right)

    def action_of(self, bar: Bar) -> str:
        """Return the id of what a click on a bar of the card does; empty where it is none of them."""
        bars = [*self.query(Bar)]
        return self._rows[bars.index(bar)].action if bar in bars[: len(self._rows)] else ""

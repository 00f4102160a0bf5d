"""The widget of the card on the main screen."""

from collections.abc import Sequence

from textual.app import ComposeResult

from debttree.tui.explorer.views.card import CardRow
from debttree.tui.kit.widgets.bar import Bar
from debttree.tui.kit.widgets.kept import Down

CARD = 3
"""Most rows of the card."""


class CardBars(Down):
    """The card, with one bar per row; a click on a bar does what its key does."""

    DEFAULT_CSS = """
    CardBars { height: auto; }
    CardBars Bar { background: $raised; }
    """

    def __init__(self) -> None:
        super().__init__(id="card")
        self._rows: Sequence[CardRow] = ()

    def compose(self) -> ComposeResult:
        """Compose as many bars as there can be rows."""
        for _ in range(CARD):
            yield Bar()

    def show(self, rows: Sequence[CardRow]) -> None:
        """Show rows; bars without a row are hidden."""
        self._rows = rows
        for number, bar in enumerate(self.query(Bar)):
            bar.display = number < len(rows)
            if bar.display:
                bar.show(rows[number].left, *rows[number].right)

    def action_of(self, bar: Bar) -> str:
        """Return the id of the action of a clicked bar; empty if it is not a bar of the card."""
        bars = [*self.query(Bar)]
        return self._rows[bars.index(bar)].action if bar in bars[: len(self._rows)] else ""

"""Share the rows of the main screen between text, choices and bars."""

from collections.abc import Sequence
from dataclasses import dataclass

from debttree.tui.explorer.views.choices import Choices


@dataclass(frozen=True, slots=True)
class Sharing:
    """The rows to share.

    Attributes:
        text: number of lines of the text.
        choices: the choices, shown below it.
        width: of both, in cells.
    """

    text: int
    choices: Choices
    width: int

    def shares(self, room: int) -> tuple[int, bool]:
        """Return the rows of the text, and whether the choices must be folded.

        Args:
            room: number of rows for both.
        """
        text, unfolded = self.text + 1, self.choices.length(self.width)
        share = max(room * 3 // 5, 4)
        folded = unfolded > room - max(min(text, room - min(unfolded, share)), 1)
        choosing = min(self.choices.length_folded(self.width) if folded else unfolded, share)
        return max(min(text, room - choosing), 1), folded

    def given_up(self, room: int, bars: Sequence[str]) -> Sequence[str]:
        """Return the fewest bars to hide so that the whole text is visible; none if hiding all were not enough.

        Args:
            room: number of rows for text and choices while all bars are shown.
            bars: names of bars of one row each, the least useful first.
        """
        for count in range(len(bars) + 1):
            if self.shares(room + count)[0] >= self.text:
                return bars[:count]
        return ()

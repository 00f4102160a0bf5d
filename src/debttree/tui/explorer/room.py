"""How the lines of the main screen are shared between the text and the choices, and which bars give theirs up."""

from collections.abc import Sequence
from dataclasses import dataclass

from debttree.tui.explorer.views.choices import Choices


@dataclass(frozen=True, slots=True)
class Sharing:
    """What there is to share.

    Attributes:
        text: lines of the text.
        choices: below it.
        width: cells of both.
    """

    text: int
    choices: Choices
    width: int

    def shares(self, room: int) -> tuple[int, bool]:
        """Return the lines of the text, and whether the choices fold below it.

        Args:
            room: lines of both.
        """
        text, unfolded = self.text + 1, self.choices.length(self.width)
        share = max(room * 3 // 5, 4)
        folded = unfolded > room - max(min(text, room - min(unfolded, share)), 1)
        choosing = min(self.choices.length_folded(self.width) if folded else unfolded, share)
        return max(min(text, room - choosing), 1), folded

    def given_up(self, room: int, bars: Sequence[str]) -> Sequence[str]:
        """Return the first bars without which all of the text is in sight; none where even all would not do.

        Args:
            room: lines of both while the bars are there.
            bars: bars of a line each, the least needed first.
        """
        for count in range(len(bars) + 1):
            if self.shares(room + count)[0] >= self.text:
                return bars[:count]
        return ()

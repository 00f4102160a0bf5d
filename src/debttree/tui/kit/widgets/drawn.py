"""The base of widgets that draw lines of runs with the theme's styles."""

from collections.abc import Iterable

from rich.style import Style
from textual.strip import Strip

from debttree.tui.kit import safe
from debttree.tui.kit.page import Run
from debttree.tui.kit.themes import style_of
from debttree.tui.kit.widgets.kept import Kept


class Drawn(Kept):
    """A widget that draws its own lines."""

    def strip_of(self, line: Iterable[Run], width: int, *, pointed: bool = False) -> Strip:
        """Return a line as a strip of exactly `width` cells.

        Args:
            line: the runs.
            width: cells to fill.
            pointed: whether the cursor is on it.
        """
        ground, theme = self.visual_style.rich_style, self.app.theme
        over = style_of(theme, "cursor") if pointed else Style.null()
        return safe.strip(line, lambda role: ground + style_of(theme, role) + over, width)

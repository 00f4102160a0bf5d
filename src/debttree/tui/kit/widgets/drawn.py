"""The base of widgets that draw lines of runs with the theme's styles."""

from collections.abc import Iterable
from functools import lru_cache

from rich.style import Style
from textual.strip import Strip

from debttree.tui.kit import safe
from debttree.tui.kit.page import Line, Run
from debttree.tui.kit.themes import style_of
from debttree.tui.kit.widgets.kept import Kept

_KEPT = 512
"""Drawn lines that are kept: some screens full. Textual keeps in each what it has made of it, down to the bytes."""


class Drawn(Kept):
    """A widget that draws its own lines."""

    def strip_of(self, line: Iterable[Run], width: int, *, pointed: bool = False) -> Strip:
        """Return a line as a strip of exactly `width` cells.

        Args:
            line: the runs.
            width: cells to fill.
            pointed: whether the cursor is on it.
        """
        return _strip(tuple(line), width, self.visual_style.rich_style, self.app.theme, pointed)


@lru_cache(maxsize=_KEPT)
def _strip(line: Line, width: int, ground: Style, theme: str, pointed: bool) -> Strip:
    over = style_of(theme, "cursor") if pointed else Style.null()
    return safe.strip(line, lambda role: ground + style_of(theme, role) + over, width)

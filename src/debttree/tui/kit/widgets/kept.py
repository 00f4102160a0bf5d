"""What is not drawn anew at each paint: a screen asks all its widgets for all their lines, however little differs."""

from typing import Self

from textual.containers import Horizontal, Vertical
from textual.geometry import Offset, Region, Size
from textual.reactive import Reactive
from textual.strip import Strip
from textual.widget import Widget


class Kept(Widget):
    """A widget whose lines stay as they were drawn last until something asks for others."""

    _kept: list[Strip] | None = None
    """The lines that were drawn last; None: they are to be drawn anew."""
    _kept_for: tuple[Region, Size, Offset] | None = None
    """What they were drawn for: the region asked for, the size and how far it was scrolled."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the lines of a region of this widget."""
        asked = crop, self.size, self.scroll_offset
        if self._kept is None or asked != self._kept_for:
            self._kept, self._kept_for = super().render_lines(crop), asked
        return self._kept

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> Self:
        """Draw anew.

        Args:
            regions: what to draw anew; all where none is named.
            repaint: whether to draw at all.
            layout: whether to lay out as well.
            recompose: whether to make the widgets in it anew.
        """
        self._kept = None
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)


class Unscrolled(Kept):
    """A widget that never scrolls: textual lays out a second time for nothing where what is in it takes more room."""

    virtual_size: Reactive[Size] = Reactive(Size(0, 0), repaint=False)


class _Holder(Unscrolled):
    """Holds widgets, and has neither border nor padding: all lines of its own are alike, and one is drawn for all."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the lines of a region of this widget."""
        return super().render_lines(crop.crop_size((crop.width, min(crop.height, 1)))) * crop.height


class Across(Horizontal, _Holder):
    """Holds widgets beside each other."""


class Down(Vertical, _Holder):
    """Holds widgets below each other."""

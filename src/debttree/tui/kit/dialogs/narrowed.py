"""An input line with a list below: letters filter the list, arrows move its cursor."""

from collections.abc import Iterable
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.screen import Screen
from textual.widgets import Input

from debttree.tui.kit import safe
from debttree.tui.kit.dialogs.frame import NOT_WHILE_TYPING, Framed
from debttree.tui.kit.page import Block, Line, Run
from debttree.tui.kit.widgets.cursor_list import CursorList
from debttree.tui.kit.widgets.filter_input import FilterInput
from debttree.tui.kit.widgets.listing import Entries, Listing
from debttree.tui.kit.widgets.pane import Pane


class Narrowed(Screen[Any]):
    """A screen whose list is filtered by the typed letters; the input line keeps the focus.

    Name it after the other base class: textual takes styles and bindings from the first base alone.
    """

    typed_at_most: ClassVar[int] = 80
    """Most characters of the input line that are used."""

    line_stays: ClassVar[bool] = True
    """Whether the input line is always there, and gets the focus back after a click outside of the list."""

    @property
    def listed(self) -> CursorList:
        """The list."""
        raise NotImplementedError

    @property
    def typed(self) -> str:
        """The typed text."""
        return safe.typed(self.query_one(FilterInput).value, self.typed_at_most)

    def narrow(self) -> None:
        """Filter the list by the typed text."""
        raise NotImplementedError

    def entered(self) -> None:
        """Choose the entry under the cursor, when Enter is pressed in the line."""
        self.listed.action_choose()

    def keep_typing(self) -> None:
        """Focus the input line."""
        self.query_one(FilterInput).focus(scroll_visible=False)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Filter the list by the typed text."""
        event.stop()
        self.narrow()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Handle Enter in the line."""
        event.stop()
        self.entered()

    def on_filter_input_moved(self, event: FilterInput.Moved) -> None:
        """Move the cursor of the list while the line keeps the focus."""
        event.stop()
        self.listed.action_move(event.by)

    def on_click(self) -> None:
        """Focus the input line again after a click outside of the list."""
        if self.line_stays:
            self.keep_typing()


class Finder(Framed, Narrowed):
    """A screen that searches for the typed text and lists the results; Enter chooses one as soon as there are any."""

    DEFAULT_CSS = """
    Finder > FilterInput { margin: 0 0 1 0; }
    Finder > #list { padding: 0 1; }
    Finder > #hint { padding: 0 2; height: 1fr; }
    """
    AUTO_FOCUS = "FilterInput"
    ranks: ClassVar = NOT_WHILE_TYPING

    looked_for = ""
    """The initial text of the input line."""

    _takes_once_found = False
    """Whether Enter was pressed before the search was done."""

    @property
    def is_looking(self) -> bool:
        """Whether the search is still running."""
        raise NotImplementedError

    def body(self) -> ComposeResult:
        """Compose the input line, the results, and a hint for when there are none."""
        yield FilterInput(self.looked_for, limit=self.typed_at_most)
        yield Listing(id="list", focusable=False)
        yield Pane(id="hint", focusable=False)

    @property
    def listed(self) -> Listing:
        """The list of results."""
        return self.query_one(Listing)

    def fill(self, found: Entries, hint: Iterable[Block], heading: str, count: str) -> None:
        """Show the results.

        Args:
            found: the results, as entries of the list.
            hint: shown if there are no results.
            heading: words of the head.
            count: the number of results, in words; shown if something is typed.
        """
        below = self.query_one("#hint", Pane)
        self.listed.display, below.display = bool(len(found)), not len(found)
        self.listed.show(found)
        below.show(hint)
        right: Line = (Run(count, "dim"),) if self.typed else ()
        self.head((Run(heading, "title"),), right)
        if self.is_looking:
            self.listed.expect()
        else:
            self.listed.arrived()
        if self._takes_once_found:
            self.entered()

    def entered(self) -> None:
        """Choose the result under the cursor, once the search is done."""
        self._takes_once_found = self.is_looking
        if not self.is_looking:
            super().entered()

    def action_take_found(self) -> None:
        """Choose the result under the cursor."""
        self.entered()

    def action_move(self, by: int) -> None:
        """Move the cursor of the list while the line keeps the focus."""
        self.listed.action_move(by)

"""A line to type in and a list below it: what both need so that letters narrow the list and arrows move in it."""

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
    """A screen whose list holds what goes with the letters that are typed; the line keeps the focus.

    It stands behind the other base of a class: textual takes styles and keys from the first one alone.
    """

    typed_at_most: ClassVar[int] = 80
    """Characters that are read of the line."""

    line_stays: ClassVar[bool] = True
    """Whether the line is always there, and has the focus back after a click beside the list."""

    @property
    def listed(self) -> CursorList:
        """The list."""
        raise NotImplementedError

    @property
    def typed(self) -> str:
        """What is typed so far."""
        return safe.typed(self.query_one(FilterInput).value, self.typed_at_most)

    def narrow(self) -> None:
        """Show what goes with what is typed now."""
        raise NotImplementedError

    def entered(self) -> None:
        """Do what Enter does in the line: choose what the cursor rests on."""
        self.listed.action_choose()

    def keep_typing(self) -> None:
        """Give the line the focus."""
        self.query_one(FilterInput).focus(scroll_visible=False)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show what goes with what is typed now."""
        event.stop()
        self.narrow()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter was pressed in the line."""
        event.stop()
        self.entered()

    def on_filter_input_moved(self, event: FilterInput.Moved) -> None:
        """Move the cursor of the list while the line keeps the focus."""
        event.stop()
        self.listed.action_move(event.by)

    def on_click(self) -> None:
        """Keep the focus on the line after a click beside the list."""
        if self.line_stays:
            self.keep_typing()


class Finder(Framed, Narrowed):
    """A screen that looks for what is typed, and lists what was found; Enter takes it as soon as there is something."""

    DEFAULT_CSS = """
    Finder > FilterInput { margin: 0 0 1 0; }
    Finder > #list { padding: 0 1; }
    Finder > #hint { padding: 0 2; height: 1fr; }
    """
    AUTO_FOCUS = "FilterInput"
    ranks: ClassVar = NOT_WHILE_TYPING

    looked_for = ""
    """What stands in the line at first."""

    _takes_once_found = False
    """Whether Enter was pressed while there was still something to find."""

    @property
    def is_looking(self) -> bool:
        """Whether what was found is not known yet."""
        raise NotImplementedError

    def body(self) -> ComposeResult:
        """Compose the line, what was found, and what to do where that is nothing."""
        yield FilterInput(self.looked_for, limit=self.typed_at_most)
        yield Listing(id="list", focusable=False)
        yield Pane(id="hint", focusable=False)

    @property
    def listed(self) -> Listing:
        """What was found."""
        return self.query_one(Listing)

    def fill(self, found: Entries, hint: Iterable[Block], heading: str, count: str) -> None:
        """Show what was found.

        Args:
            found: as entries of the list.
            hint: what to do where that is nothing.
            heading: at the head.
            count: how much was found, in words; said where something is typed.
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
        """Take what the cursor rests on, as soon as there can be something."""
        self._takes_once_found = self.is_looking
        if not self.is_looking:
            super().entered()

    def action_take_found(self) -> None:
        """Take what the cursor rests on."""
        self.entered()

    def action_move(self, by: int) -> None:
        """Move the cursor of the list while the line keeps the focus."""
        self.listed.action_move(by)

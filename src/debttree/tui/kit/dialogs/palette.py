"""The command palette: type a few letters, press Enter, and the best match is done or gone to."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import ClassVar

from textual.app import ComposeResult

from debttree.tui.kit.dialogs.frame import NOT_WHILE_TYPING, Framed, Host
from debttree.tui.kit.dialogs.narrowed import Narrowed
from debttree.tui.kit.entries import Entry, matching
from debttree.tui.kit.key_names import key_name
from debttree.tui.kit.page import Block, Para, Run
from debttree.tui.kit.widgets.filter_input import FilterInput
from debttree.tui.kit.widgets.foot import Hint
from debttree.tui.kit.widgets.pane import Pane


class Palette(Framed, Narrowed):
    """An input line with the matching entries below.

    Args:
        entries: returns all entries, the most relevant first.
        take: called with the item of the chosen entry.
        otherwise: returns the entries offered if nothing matches the typed text.
    """

    AUTO_FOCUS = "FilterInput"
    ranks: ClassVar = NOT_WHILE_TYPING

    def __init__(
        self,
        mode: Host,
        entries: Callable[[], Iterable[Entry]],
        take: Callable[[Hashable], None],
        otherwise: Callable[[str], Iterable[Entry]],
    ) -> None:
        super().__init__(mode)
        self._entries = entries
        self._take = take
        self._otherwise = otherwise

    def body(self) -> ComposeResult:
        """Compose the line and the list."""
        yield FilterInput()
        yield from self.one_pane(typed=True)

    def hints(self) -> Sequence[Hint]:
        """Return the hints of the foot, that of Enter first."""
        return [Hint(key_name("enter"), self.say("choose"), "choose"), *super().hints()]

    @property
    def listed(self) -> Pane:
        """The list."""
        return self.query_one("#pane", Pane)

    def action_choose(self) -> None:
        """Choose the entry under the cursor."""
        self.entered()

    def show(self) -> None:
        """Show the matching entries."""
        self.head((Run(self.say("What do you want to do?"), "title"),))
        self.narrow()

    def narrow(self) -> None:
        """Show the entries that match the typed letters."""
        self.listed.show(self._matching(self.typed))

    def _matching(self, typed: str) -> list[Block]:
        """Return the entries that contain every typed word."""
        if found := matching(self._entries(), typed):
            return [_block(entry) for entry in found]
        nothing = Para((Run(self.say("Nothing is called like that."), "dim"),))
        return [nothing, *(_block(entry) for entry in self._otherwise(typed))]

    def choose(self, item: Hashable) -> None:
        """Act on a chosen entry."""
        self._take(item)


def _block(entry: Entry) -> Block:
    return Para(entry.words, (Run(" "),), (Run("   "),), entry.right, entry.item)

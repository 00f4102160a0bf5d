"""The palette: type a few letters, press Enter, and what is called like that is done or gone to."""

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
    """A line to type in, and below it what matches.

    Args:
        entries: makes everything on offer, what is nearest first.
        take: takes the item of the entry that was chosen.
        otherwise: makes what is on offer where nothing is called like what was typed.
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
        """Return the hints of the foot, what Enter does first; letters are typed."""
        return [Hint(key_name("enter"), self.say("choose"), "choose"), *super().hints()]

    @property
    def listed(self) -> Pane:
        """The list."""
        return self.query_one("#pane", Pane)

    def action_choose(self) -> None:
        """Do what the cursor rests on."""
        self.entered()

    def show(self) -> None:
        """Show the question, and what matches."""
        self.head((Run(self.say("What do you want to do?"), "title"),))
        self.narrow()

    def narrow(self) -> None:
        """Show what matches the letters typed so far."""
        self.listed.show(self._matching(self.typed))

    def _matching(self, typed: str) -> list[Block]:
        """Return the entries that hold every word typed."""
        if found := matching(self._entries(), typed):
            return [_block(entry) for entry in found]
        nothing = Para((Run(self.say("Nothing is called like that."), "dim"),))
        return [nothing, *(_block(entry) for entry in self._otherwise(typed))]

    def choose(self, item: Hashable) -> None:
        """Do what an entry stands for."""
        self._take(item)


def _block(entry: Entry) -> Block:
    return Para(entry.words, (Run(" "),), (Run("   "),), entry.right, entry.item)

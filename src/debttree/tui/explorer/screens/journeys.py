"""Journeys: those that are kept, to go on with another one or to give one another name."""

from collections.abc import Hashable, Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType

from debttree.model import Trouble
from debttree.tui.explorer.items import KeptJourney
from debttree.tui.explorer.screens.sheet import NumberedSheet, Walking
from debttree.tui.explorer.views.journeys import journey_name, kept
from debttree.tui.kit.actions import Scope, bindings
from debttree.tui.kit.page import Block, Para, Run
from debttree.tui.kit.widgets.pane import Pane

if TYPE_CHECKING:
    from debttree.journey.store import StoredJourney


class Journeys(NumberedSheet):
    """Every journey through this tree that is kept; the one that is walked is marked."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Scope.JOURNEYS)]
    scopes = (Scope.JOURNEYS, Scope.LIST)
    ranks: ClassVar = dict.fromkeys(("journeys",), 0)

    def __init__(self, explorer: Walking) -> None:
        super().__init__(explorer)
        self._entries: tuple[StoredJourney, ...] = ()

    def on_mount(self) -> None:
        """Read the list of journeys."""
        self._look()

    def _look(self) -> None:
        shelf = self.explorer.shelf
        self._entries = shelf.journeys() if shelf is not None and shelf.keeps else ()

    def heading(self) -> str:
        """Return what Enter does here."""
        return self.scene.say("Journeys: Enter goes on, N begins one")

    def blocks(self) -> Iterable[Block]:
        """Return the list."""
        shelf = self.explorer.shelf
        walked = shelf.keeper.name if shelf is not None else None
        empty = self.scene.say("No journey is kept yet. Each is kept from its first step on.")
        return kept(self.scene, self._entries, walked) or [Para((Run(empty, "dim"),))]

    def choose(self, item: Hashable) -> None:
        """Go on with a journey."""
        shelf = self.explorer.shelf
        if shelf is None or not isinstance(item, KeptJourney):
            return
        name = item.name
        if name == shelf.keeper.name:
            self.explorer.close_all()
            return
        try:
            self.explorer.turn(shelf, lambda shelf: shelf.open(name))
        except Trouble as trouble:
            self.warn(trouble.message)
        else:
            self.explorer.close_all()

    def action_rename(self) -> None:
        """Rename the journey under the cursor."""
        shelf, item, say = self.explorer.shelf, self.query_one("#pane", Pane).item, self.scene.say
        if shelf is None or not isinstance(item, KeptJourney):
            return
        old = item.name

        def take(text: str) -> None:
            new = journey_name(text)
            if new != old:
                self.explorer.rename(shelf, old, new)
                self._look()
                self.show()

        self.ask((Run(say("Its name: "), "strong"),), take, value=old)

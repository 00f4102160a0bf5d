"""Journeys: those that are kept, to go on with another one or to give one another name."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType

from debttree.model import Trouble
from debttree.tui.explorer.items import JOURNEY
from debttree.tui.explorer.scene import Scene
from debttree.tui.explorer.screens.numbered import Numbered
from debttree.tui.explorer.views.journeys import journey_name, kept
from debttree.tui.kit.actions import Where, bindings
from debttree.tui.kit.dialogs.ask import Ask
from debttree.tui.kit.page import Block, Para, Run
from debttree.tui.kit.widgets.pane import Pane

if TYPE_CHECKING:
    from debttree.journey.store import StoredJourney


class Journeys(Numbered):
    """Every journey through this tree that is kept; the one that is walked is marked."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.JOURNEYS)]
    where = (Where.JOURNEYS, Where.LIST, Where.EVERYWHERE)
    unhinted = frozenset({"journeys"})

    def __init__(self) -> None:
        super().__init__()
        self._entries: tuple[StoredJourney, ...] = ()

    def on_mount(self) -> None:
        """Look which there are."""
        self._look()

    def _look(self) -> None:
        shelf = self.explorer.shelf
        self._entries = shelf.journeys() if shelf is not None and shelf.keeps else ()

    def heading(self, scene: Scene) -> str:
        """What Enter does here."""
        return scene.say("Journeys: Enter goes on, N begins one")

    def blocks(self, scene: Scene) -> Iterable[Block]:
        """The list."""
        shelf = self.explorer.shelf
        walked = shelf.keeper.name if shelf is not None else None
        empty = scene.say("No journey is kept yet. Each is kept from its first step on.")
        return kept(scene, self._entries, walked) or [Para((Run(empty, "dim"),))]

    def choose(self, item: str) -> None:
        """Go on with a journey."""
        shelf, name = self.explorer.shelf, item.removeprefix(JOURNEY)
        if shelf is None or not item.startswith(JOURNEY):
            return
        if name == shelf.keeper.name:
            self.explorer.close_all()
            return
        try:
            self.explorer.turn(shelf, lambda shelf: shelf.open(name))
        except Trouble as trouble:
            self.tell(self.scene.say.tell(trouble.message), "warn")
        else:
            self.explorer.close_all()

    def action_rename(self) -> None:
        """Another name for the journey that the cursor rests on."""
        shelf, item, say = self.explorer.shelf, self.query_one("#pane", Pane).item, self.scene.say
        if shelf is None or item is None:
            return
        old = item.removeprefix(JOURNEY)

        def take(text: str) -> None:
            new = journey_name(text)
            if new != old:
                self.explorer.rename(shelf, old, new)
                self._look()
                self.show(self.scene)

        self.app.push_screen(Ask(say, (Run(say("Its name: "), "strong"),), take, value=old))

"""Help: every key of the screen it was opened from, then every other, and what the signs mean."""

from textual.app import ComposeResult

from debttree.tui.actions import Where
from debttree.tui.screens.sheet import Sheet
from debttree.tui.views.help import help_blocks
from debttree.tui.views.scene import Scene
from debttree.tui.widgets.bar import Bar
from debttree.tui.widgets.pane import Pane
from debttree.tui.page import Run


class Help(Sheet):
    """Made from the table of actions."""

    def __init__(self, opened_from: tuple[Where, ...]) -> None:
        super().__init__()
        self._opened_from = opened_from

    def body(self) -> ComposeResult:
        """One text."""
        yield Pane()

    def show(self, scene: Scene) -> None:
        """The help in the reader's language and with the reader's keys."""
        self.query_one("#head", Bar).show((Run(scene.say("Help"), "title"),))
        self.query_one(Pane).show(help_blocks(scene, self.explorer.keymap, self._opened_from))

"""The explorer: the app that holds the scene, keeps the journey, and opens screens."""

import os
from collections.abc import Callable
from dataclasses import replace
from typing import ClassVar

from textual.app import App
from textual.binding import BindingType
from textual.reactive import reactive

from debttree.journey import Journey
from debttree.tui.actions import Keymap, Where, bindings
from debttree.tui.page import Run
from debttree.tui.screens.ask import Ask
from debttree.tui.screens.help import Help
from debttree.tui.screens.in_hand import InHand
from debttree.tui.screens.main import Main
from debttree.tui.screens.sheet import Sheet
from debttree.tui.screens.sources import Sources
from debttree.tui.screens.summary import SummarySheet
from debttree.tui.screens.urgent import Urgent
from debttree.tui.themes import DEFAULT, PLAIN, themes
from debttree.tui.views.items import TICK
from debttree.tui.views.scene import Scene
from debttree.tui.widgets.pane import Pane

Keep = Callable[[Journey], None]
"""Keeps a journey; called after each change, must return at once."""


class Explorer(App[None]):
    """Shows one tree and one journey in it."""

    CSS = """
    Sheet { background: $ground; color: $words; }
    ModalScreen { background: $ground 60%; color: $words; }
    Bar { padding: 0 1; }
    Bar#top, Bar#asked, Bar#bottom { padding: 0; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.EVERYWHERE)]
    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False
    TITLE = "debttree"

    scene: reactive[Scene] = reactive[Scene](lambda: None, repaint=False)  # type: ignore[arg-type,return-value]

    def __init__(
        self, scene: Scene, keep: Keep, *, theme: str = DEFAULT, keymap: Keymap | None = None
    ) -> None:
        no_colour = "NO_COLOR" in os.environ
        super().__init__(ansi_color=no_colour)
        for known in themes():
            self.register_theme(known)
        self.theme = PLAIN if no_colour else theme
        self.keymap: Keymap = keymap or {}
        self.set_keymap({action: ",".join(keys) for action, keys in self.keymap.items()})
        self.set_reactive(Explorer.scene, scene)
        self._keep = keep

    def get_default_screen(self) -> Sheet:
        """The main screen is there from the start."""
        return Main()

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """What our own colours are in a theme that does not have them."""
        return dict.fromkeys(("ground", "words", "raised", "rule", "cursor"), "ansi_default")

    def on_sheet_walked(self, event: Sheet.Walked) -> None:
        """A screen changed the journey."""
        event.stop()
        self.walked(event.journey)

    def walked(self, journey: Journey) -> None:
        """Show the journey where it stands now, and keep it."""
        if journey is not self.scene.journey:
            self.scene = replace(self.scene, journey=journey, before=self.scene.journey)
            self._keep(journey)

    def open(self, sheet: Sheet) -> None:
        """Show a screen above the main one, in place of another that is there."""
        if isinstance(self.screen, Main):
            self.push_screen(sheet)
        elif isinstance(self.screen, Sheet):
            self.switch_screen(sheet)

    def action_close(self) -> None:
        """Close what is on top; the main screen stays."""
        if len(self.screen_stack) > 1:
            self.pop_screen()

    def action_help(self) -> None:
        """Help for the screen that is open."""
        screen = self.screen
        if isinstance(screen, Help):
            self.action_close()
        elif isinstance(screen, Sheet):
            self.open(Help(screen.where))

    def action_in_hand(self) -> None:
        """What to have in hand here."""
        self.open(InHand())

    def action_sources(self) -> None:
        """What this rests on."""
        self.open(Sources())

    def action_urgent(self) -> None:
        """What comes before all else."""
        self.open(Urgent())

    def action_summary(self) -> None:
        """The summary of the way."""
        self.open(SummarySheet())

    def action_tick(self) -> None:
        """Tick what the cursor rests on, else show the checklist."""
        pane = self.focused
        if isinstance(pane, Pane) and (pane.item or "").startswith(TICK):
            pane.action_choose()
        else:
            self.action_in_hand()

    def action_note(self) -> None:
        """Write a note about where I stand."""
        scene, say = self.scene, self.scene.say

        def take(text: str) -> None:
            if text:
                self.walked(scene.journey.noted(text, scene.today))

        question = (Run(say("Your note: "), "strong"), *scene.line(scene.node.title))
        self.push_screen(Ask(say, question, take))

    def action_language(self) -> None:
        """Chinese to English and back; the place stays."""
        self.scene = replace(self.scene, language="en" if self.scene.language == "zh" else "zh")

    def action_help_quit(self) -> None:
        """Ctrl-C leaves as in every program of a terminal; the journey has been kept."""
        self.exit(return_code=130)

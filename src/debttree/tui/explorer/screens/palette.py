"""The palette: type a few letters, press Enter, and what is called like that is done."""

from textual import events
from textual.app import ComposeResult
from textual.widgets import Input

from debttree.tui.explorer.items import CHOICE
from debttree.tui.explorer.scene import Scene
from debttree.tui.explorer.screens.sheet import NOT_WHILE_TYPING, Sheet
from debttree.tui.explorer.views.palette import palette
from debttree.tui.kit import safe
from debttree.tui.kit.entries import LANGUAGE, RUN, THEME
from debttree.tui.kit.key_names import key_name
from debttree.tui.kit.page import Run
from debttree.tui.kit.widgets.bar import Bar
from debttree.tui.kit.widgets.filter_input import Typing
from debttree.tui.kit.widgets.foot import Hint
from debttree.tui.kit.widgets.pane import Pane


class Palette(Sheet):
    """A line to type in, and below it what matches."""

    DEFAULT_CSS = """
    Palette > #pane { padding: 0 1; }
    """
    AUTO_FOCUS = "Typing"
    unhinted = NOT_WHILE_TYPING

    def body(self) -> ComposeResult:
        """The line and the list."""
        yield Typing()
        yield from self.one_pane(typed=True)

    def hints(self) -> list[Hint]:
        """What Enter does comes first; letters are typed."""
        return [Hint(key_name("enter"), self.say("choose"), "choose"), *super().hints()]

    def action_choose(self) -> None:
        """Do what the cursor rests on."""
        self.query_one("#pane", Pane).action_choose()

    def show(self, scene: Scene) -> None:
        """What matches the letters typed so far."""
        self.query_one("#head", Bar).show((Run(scene.say("What do you want to do?"), "title"),))
        self._filter(self.query_one(Typing).value)

    def _filter(self, typed: str) -> None:
        pane = self.query_one("#pane", Pane)
        pane.show(palette(self.scene, self.explorer.keymap, safe.typed(typed, 80)))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Another letter."""
        event.stop()
        self._filter(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Do what the cursor rests on."""
        event.stop()
        self.action_choose()

    def on_typing_moved(self, event: Typing.Moved) -> None:
        """Move the cursor of the list while the line keeps the focus."""
        event.stop()
        self.query_one("#pane", Pane).action_move(event.by)

    def choose(self, item: str) -> None:
        """Do what an entry stands for; a node is gone to after a yes."""
        app = self.explorer
        if item.startswith(RUN):
            app.action_close()
            app.call_later(app.run_on_main, item.removeprefix(RUN))
        elif item.startswith(CHOICE):
            app.action_close()
            app.call_later(app.main.choose, item.removeprefix(CHOICE))
        elif item.startswith(LANGUAGE):
            app.speak(item.removeprefix(LANGUAGE))
            app.action_close()
        elif item.startswith(THEME):
            app.theme = item.removeprefix(THEME)
            app.action_close()
        else:
            super().choose(item)

    def on_click(self, event: events.Click) -> None:
        """A click beside the list leaves the line its focus."""
        self.query_one(Typing).focus(scroll_visible=False)

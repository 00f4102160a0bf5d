"""Every problem of the tree; Enter goes to the place of one. And the help of the editor."""

from collections.abc import Iterable, Sequence

from textual.app import ComposeResult

from debttree.tui.editor.items import path_of
from debttree.tui.editor.screens.page import Page
from debttree.tui.editor.view import View
from debttree.tui.editor.views.side import all_problems
from debttree.tui.kit.actions import EXPLORER_ONLY, Where
from debttree.tui.kit.help import help_blocks
from debttree.tui.kit.page import Block, Run
from debttree.tui.kit.widgets.bar import Bar
from debttree.tui.kit.widgets.foot import Hint
from debttree.tui.kit.widgets.pane import Pane


class OneList(Page):
    """A page that is one list."""

    DEFAULT_CSS = """
    OneList > #pane { padding: 0 1; }
    """

    def body(self) -> ComposeResult:
        """The list."""
        yield from self.one_pane()

    def heading(self, view: View) -> str:
        """What stands at the head."""
        raise NotImplementedError

    def blocks(self, view: View) -> Iterable[Block]:
        """What the list holds."""
        raise NotImplementedError

    def show(self, view: View) -> None:
        """The heading and the list; the place in view stays."""
        self.query_one("#head", Bar).show((Run(self.heading(view), "title"),))
        pane = self.query_one("#pane", Pane)
        pane.update(self.blocks(view))
        pane.focus(scroll_visible=False)


class Problems(OneList):
    """All problems, live."""

    def heading(self, view: View) -> str:
        """How many there are."""
        n = len(view.assessed.problems) if view.assessed else 0
        return view.say.plural("{n} problem", "{n} problems", n)

    def blocks(self, view: View) -> Iterable[Block]:
        """The problems."""
        return all_problems(view)

    def hints(self) -> Sequence[Hint]:
        """Enter goes to the place of one."""
        return [self.choosing(self.say("go there")), *super().hints()]

    def on_pane_chosen(self, event: Pane.Chosen) -> None:
        """Go to the place."""
        event.stop()
        path = path_of(event.item)
        self.dismiss()
        self.editor.go_to(path or ())


class Help(OneList):
    """Every key of the screen it was opened from, then every other of the editor."""

    def __init__(self, opened_from: tuple[Where, ...]) -> None:
        super().__init__()
        self._opened_from = opened_from

    def heading(self, view: View) -> str:
        """Help."""
        return view.say("Help")

    def blocks(self, view: View) -> Iterable[Block]:
        """Every action with its keys."""
        return help_blocks(view.say, self.keymap, self._opened_from, EXPLORER_ONLY)

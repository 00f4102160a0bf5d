"""What the screens of the editor have in common: they show the view that the app holds."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar, cast

from debttree.locales import Phrases
from debttree.model import Trouble
from debttree.tui.editor.view import View
from debttree.tui.kit.actions import Keymap, Where, actions_in, keys_of, with_keys
from debttree.tui.kit.dialogs.frame import Framed
from debttree.tui.kit.entries import Entry
from debttree.tui.kit.widgets.foot import Hint

if TYPE_CHECKING:
    from debttree.tui.editor.app import Editor


class Page(Framed):
    """A whole screen of the editor; it is shown anew when the view changes."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-normal"), (104, "-wide"), (150, "-vast")]  # noqa: RUF012 - as textual has it
    VERTICAL_BREAKPOINTS = [(0, "-short"), (20, "-tall")]  # noqa: RUF012 - the same

    where: ClassVar[tuple[Where, ...]] = (Where.LIST, Where.EDITOR_EVERYWHERE)

    @property
    def editor(self) -> "Editor":
        """The app."""
        return cast("Editor", self.app)

    @property
    def view(self) -> View:
        """What there is to show."""
        return self.editor.view

    @property
    def say(self) -> Phrases:
        """Sentences in the language of the view."""
        return self.view.say

    @property
    def keymap(self) -> Keymap:
        """The person's own keys."""
        return self.editor.keymap

    @property
    def moment(self) -> object:
        """What was said stays until the draft changes."""
        return self.view.document

    def on_mount(self) -> None:
        """Show the view now and whenever it changes."""
        self.tell("")
        self.watch(self.app, "view", self._view_changed)

    def _view_changed(self, view: View) -> None:
        self.forget_told()
        self.show(view)
        self.show_foot()

    def show(self, view: View) -> None:
        """Show a view."""
        raise NotImplementedError

    def choosing(self, label: str) -> Hint:
        """The hint of what Enter does here."""
        choose = next(
            action for action in with_keys(actions_in(Where.LIST), self.keymap) if action.id == "choose"
        )
        return Hint(keys_of(choose, 1), label, choose.run)

    def entries(self) -> Iterable[Entry]:
        """What the palette offers here beside actions."""
        return ()

    def settles(self) -> bool:
        """Whether leaving now loses nothing that was typed here; else it is asked about first."""
        return True

    def complain(self, trouble: Trouble) -> None:
        """Say what could not be done, and what to do about it."""
        words = self.say.tell(trouble.message)
        self.tell(f"{words} {self.say.tell(trouble.hint)}" if trouble.hint else words, "warn")

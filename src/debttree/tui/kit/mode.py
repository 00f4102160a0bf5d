"""A mode of the app: the explorer or the editor, with its screens, their data, and actions on all of them."""

import datetime as dt
from collections.abc import Hashable, Iterator, Mapping
from pkgutil import resolve_name
from typing import TYPE_CHECKING, ClassVar

from debttree.locales import Phrases, Speech, next_language
from debttree.tui.kit.actions import Keymap, Scope, actions_in
from debttree.tui.kit.dialogs.frame import Framed
from debttree.tui.kit.program import Program
from debttree.tui.kit.scopes import MODES

if TYPE_CHECKING:
    from debttree.tui.kit.entries import Entry

UNOFFERED = frozenset({"palette", "close", "take", "read-on", "read-back"})
"""Actions that the palette does not offer: it does them itself, or they make sense only on the screen."""


class Mode:
    """The base class of a mode.

    Attributes:
        name: textual's name of the mode.
    """

    scope: ClassVar[Scope]
    """The scope of this mode's own actions."""

    scopes: ClassVar[tuple[Scope, ...]] = (Scope.EVERYWHERE,)
    """The scopes whose actions work on all its screens."""

    ranks: ClassVar[Mapping[str, int]] = {}
    """Other ranks in the foot for some actions; 0: the foot does not show it."""

    name: str

    def __init__(self, app: Program) -> None:
        self.app = app
        self._own: str | None = None
        """The language of the program, to begin with, beside one of the guide that it does not speak."""

    def main_screen(self) -> Framed:
        """Return a new main screen, the one that is always open."""
        raise NotImplementedError

    def begin(self) -> None:
        """Continue after the main screen has been shown."""

    @property
    def is_whole(self) -> bool:
        """Whether all data that the keys of this mode need has been read."""
        return True

    async def until_whole(self) -> None:
        """Wait until all data has been read, with a message."""

    def clear_up(self) -> None:
        """Delete temporary files after this mode has been left, or the program has ended in it."""

    @property
    def language(self) -> str:
        """The language of the guide."""
        return self.say.language

    @property
    def say(self) -> Phrases:
        """Sentences in the reader's language."""
        raise NotImplementedError

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that the tree promises."""
        raise NotImplementedError

    @property
    def speech(self) -> Speech:
        """The languages of the guide and of the program."""
        return Speech(self.say.language, self.say.interface)

    @property
    def moment(self) -> object:
        """A message above the foot stays until this is another object."""
        raise NotImplementedError

    @property
    def keymap(self) -> Keymap:
        """The person's own keys."""
        return self.app.keymap

    @property
    def page(self) -> Framed:
        """The topmost whole screen."""
        return self.pages[-1]

    @property
    def pages(self) -> list[Framed]:
        """The whole screens that are open, the main one first."""
        try:
            stack = self.app.get_screen_stack(self.name)
        except KeyError:  # the mode has been left
            return []
        return [screen for screen in stack if isinstance(screen, Framed)]

    def show(self) -> None:
        """Show all open screens anew."""
        for page in self.pages:
            page.show_anew()

    def speak(self, language: str) -> None:
        """Switch to a language: the guide if it has it, and the program if it speaks it."""
        if self._own is None:
            self._own = self.say.interface
        self.speak_in(self.speech.asked_for(language, self.languages, self._own))

    def speak_in(self, speech: Speech) -> None:
        """Show everything in these languages."""
        raise NotImplementedError

    def dawn(self, today: dt.date) -> None:
        """Show everything for another day."""
        raise NotImplementedError

    def near(self) -> Iterator["Entry"]:
        """Yield the entries that the palette shows first."""
        yield from ()

    def far(self) -> Iterator["Entry"]:
        """Yield the entries that the palette shows last."""
        yield from ()

    def otherwise(self, typed: str) -> Iterator["Entry"]:
        """Yield the entries that the palette shows if nothing matches the typed text."""
        yield from ()

    def go_to_entry(self, item: Hashable) -> None:
        """Act on one of these entries."""

    def open(self, screen: Framed) -> None:
        """Show a screen above the others."""
        self.app.push_screen(screen)

    def close_all(self) -> None:
        """Close everything above the main screen."""
        while len(self.app.screen_stack) > 1:
            self.app.pop_screen()

    def action_open(self, target: str, *given: str) -> None:
        """Import and open a screen of this mode, given as `module:Class` below `debttree.tui`, with arguments.

        Keys of the other mode arrive here too if no screen handles them: they open nothing.
        """
        if target.partition(".")[0] != self.scope:
            return
        screen: type[Framed] = resolve_name(f"debttree.tui.{target}")
        self.open(screen.opened_from(self.page, *given))

    def action_close(self) -> None:
        """Close the topmost screen, unless it is the main screen."""
        if len(self.app.screen_stack) > 1:
            self.app.pop_screen()

    def action_help(self) -> None:
        """Open the help for the present screen."""
        from debttree.tui.kit.dialogs.help import Help

        if isinstance(self.page, Help):
            self.action_close()
        else:
            self.open(Help(self, self.page.works, self.scope))

    def action_language(self) -> None:
        """Switch to the next language of the tree, at the same node."""
        self.speak(next_language(self.speech, self.languages))

    def action_palette(self) -> None:
        """Open the palette."""
        from debttree.tui.kit.dialogs.palette import Palette  # the first paint needs no dialog

        page = self.palette_page
        self.open(Palette(self, lambda: self._entries(page), self._take_entry, self.otherwise))

    @property
    def palette_page(self) -> Framed:
        """The screen whose actions the palette offers."""
        return self.page

    def _entries(self, page: Framed) -> Iterator["Entry"]:
        """Yield all entries of the palette."""
        from debttree.tui.kit.entries import action_entries, look_entries, told_entries  # nor its entries

        here = [scope for scope in page.works if scope in (*MODES[self.scope], Scope.EVERYWHERE)]
        offered = [action for action in actions_in(*here) if action.id not in UNOFFERED]
        yield from self.near()
        yield from action_entries(self.say, self.keymap, offered)
        yield from look_entries(self.say, self.languages)
        yield from told_entries(self.say)
        yield from self.far()

    def _take_entry(self, item: Hashable) -> None:
        """Act on an entry, on the screen below the palette."""
        from debttree.tui.kit.entries import Paint, Perform, Speak, Tell

        self.action_close()
        match item:
            case Perform(action):
                self.app.call_later(self.app.run_action, action, self.page)
            case Speak(language):
                self.speak(language)
            case Paint(theme):
                self.app.theme = theme
            case Tell(words):
                self.page.tell(self.say.tell(words))
            case _:
                self.app.call_later(self.go_to_entry, item)

    async def action_quit(self) -> None:
        """Leave the mode."""
        self.page.take_typed()
        self.app.leave()

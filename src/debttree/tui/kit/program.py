"""What the explorer and the editor have in common as programs: themes, the person's keys, how they end."""

import datetime as dt
import os
import unicodedata
from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import App, ScreenStackError
from textual.binding import BindingType
from textual.driver import Driver

from debttree.model import Clock, Message, half_width, msg
from debttree.reading.gc_pause import collect_again
from debttree.system.terminal import KEYS_ARE_BYTES, can_be_woken
from debttree.tui.kit.dialogs.ask import too_much
from debttree.tui.kit.dialogs.empty import Empty
from debttree.tui.kit.dialogs.frame import Framed
from debttree.tui.kit.dialogs.modal import Modal
from debttree.tui.kit.key_names import key_of
from debttree.tui.kit.key_queue import KeyQueue
from debttree.tui.kit.settings import THEME_NAMES, Settings
from debttree.tui.kit.themes import PLAIN, UNCOLOURED, themes
from debttree.tui.kit.widgets.line_input import LineInput

if TYPE_CHECKING:
    from debttree.tui.kit.actions import Keymap


LOOKS_AT_THE_DAY_EVERY = 10.0
"""Seconds between two looks at the calendar, beside the one at each key.

A timer set for midnight would ring late after the machine has slept, and never where its clock was put right.
"""


def _own_driver() -> type[Driver] | None:
    """Return the driver with a guard at the keyboard, or None for textual's own where keys are no bytes."""
    if not KEYS_ARE_BYTES:
        return None
    from debttree.tui.kit.driver import GuardedDriver  # it cannot be imported elsewhere

    return GuardedDriver


class Program(App[None]):
    """A full-screen program in the person's theme and with the person's keys."""

    CSS = """
    Framed { background: $ground; color: $words; }
    ModalScreen { background: $ground 60%; color: $words; }
    Empty { background: $ground; }
    Bar { padding: 0 1; }
    Bar#top, Bar#asked, Bar#bottom, Bar#more { padding: 0; }
    """
    BINDINGS: ClassVar[list[BindingType]] = []
    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False
    TITLE = "debttree"

    def __init__(self, settings: Settings, clock: Clock) -> None:
        no_colour = "NO_COLOR" in os.environ
        super().__init__(driver_class=_own_driver(), ansi_color=no_colour)
        self.clock = clock
        self._day = clock.today
        """The day that the screens show."""
        self._handed = 0
        """Keys and pastes handed on so far."""
        self._asked_to_empty = -1
        """Which of them asked to empty the screen last."""
        self._ends = False
        """Whether it was asked to end at once."""
        self._key_queue = KeyQueue(self, self._hand)
        for known in themes():
            self.register_theme(known)
        self.theme = PLAIN if no_colour else settings.theme
        self.keymap: Keymap = settings.keymap
        self.set_keymap({action: ",".join(keys) for action, keys in self.keymap.items()})

    def leave(self) -> None:
        """Leave the mode; the program ends with the first one."""
        self.exit()

    async def on_event(self, event: events.Event) -> None:
        """Take what comes from the keyboard in turn, and everything else as it comes."""
        if isinstance(event, (events.Key, events.Paste)) and not event.is_forwarded:
            self.look_at_the_day()
            if isinstance(event, events.Key) and event.key.startswith("alt+"):
                event.character = (
                    None  # it types nothing: it may be Esc and a key, which a terminal writes alike
                )
            self._key_queue.put(event)
        elif isinstance(event, (events.MouseDown, events.MouseUp)) and self.must_wait(event):
            self._key_queue.put(event)
        else:
            await super().on_event(event)

    def must_wait(self, event: events.Event) -> bool:
        """Return whether what a key or a click does cannot be done yet."""
        return False

    async def until_ready(self) -> None:
        """Wait until everything can be done."""

    async def _hand(self, event: events.Event) -> None:
        """Hand on what comes from the keyboard, as what it means where it arrives; a click that had to wait too."""
        if isinstance(self.screen, Empty):
            self.pop_screen()  # whatever came did that, and does nothing else
            return
        self._handed += 1
        if isinstance(event, events.Key) and event.character:
            event = self._meant(event, event.character)
        if self.must_wait(event):
            await self.until_ready()
        if isinstance(event, events.Paste) and not self._is_typing:
            self._tell_on_top(msg("What you pasted was not taken: there is nothing to type in here."))
            return
        await super().on_event(event)

    def _meant(self, event: events.Key, character: str) -> events.Event:
        """Return a key as it is meant: an input method may have been left on."""
        if not self._is_typing:
            plain = half_width(character)
            if plain != character:
                event.key, event.character = key_of(plain), plain
        elif unicodedata.category(character[0]) == "Zs" and character != " ":
            return events.Paste(character)  # textual takes a wide space for no character: it would be lost
        return event

    @property
    def _is_typing(self) -> bool:
        """Whether the keyboard types, as in a line or a text; else it commands."""
        return self.focused is not None and self.focused.check_consume_key("a", "a")

    def on_line_input_pasted(self, event: LineInput.Pasted) -> None:
        """Say what did not fit, where the screen with the line has no place for it."""
        if event.cut:
            screen = self._framed
            screen.tell(too_much(screen.say, event.cut), "warn")

    def _tell_on_top(self, message: Message) -> None:
        self._framed.tell(self._framed.say.tell(message), "warn")

    def open_url(self, url: str, *, new_tab: bool = True) -> None:
        """Open an address in the person's browser: textual's own way lets it print over the screen."""
        from debttree.tui.kit.opening import open_address  # few follow a link

        screen = self._framed
        open_address(self, screen.say, screen.tell, url)

    @property
    def _framed(self) -> Framed:
        """The topmost whole screen."""
        return next(screen for screen in reversed(self.screen_stack) if isinstance(screen, Framed))

    def on_mount(self) -> None:
        """Let the collector work again, if it was asked to wait for the first paint; mind the day."""
        self.call_after_refresh(collect_again)
        self.set_interval(LOOKS_AT_THE_DAY_EVERY, self.look_at_the_day)

    def look_at_the_day(self) -> None:
        """Show the day that it is now, where it is another one than is shown."""
        if (today := self.clock.today) != self._day:
            self._day = today
            self.dawn(today)

    def dawn(self, today: dt.date) -> None:
        """Show everything as of another day."""
        raise NotImplementedError

    def on_resize(self, event: events.Resize) -> None:
        """Paint everything anew where the size is as it was.

        Textual sees no reason to. But the terminal was smaller in between and cut lines off, or a shell has just
        woken the program and the screen is empty.
        """
        if event.size == self.size:
            self.refresh(layout=True)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Return what our own colours are in a theme that does not have them."""
        return {**UNCOLOURED}

    def action_empty(self) -> None:
        """Say what pressing it once more does; the second time in a row empty the screen."""
        if self._handed == self._asked_to_empty + 1:
            self.push_screen(Empty())
        else:
            self._asked_to_empty = self._handed
            self._tell_on_top(msg("Once more empties the screen; any key brings it back."))

    def action_colours(self) -> None:
        """Switch to the next theme."""
        if self.theme in THEME_NAMES:
            self.theme = THEME_NAMES[(THEME_NAMES.index(self.theme) + 1) % len(THEME_NAMES)]

    def action_suspend_process(self) -> None:
        """Sleep until the shell wakes it. A program that no shell looks after is its own session: nobody could."""
        if can_be_woken():
            super().action_suspend_process()

    def action_help_quit(self) -> None:
        """Ctrl-C leaves as in every program of a terminal."""
        self.end_at_once(130)

    def end_at_once(self, status: int) -> None:
        """End without a question, as a signal wants it; what is being typed is kept as it stands.

        Args:
            status: with which the program exits.
        """
        if self._ends:
            return
        self._ends = True
        try:
            with suppress(ScreenStackError):  # nothing is shown yet
                for screen in reversed(self.screen_stack):
                    if isinstance(screen, (Framed, Modal)):
                        screen.take_typed()
        finally:
            self.exit(return_code=status)

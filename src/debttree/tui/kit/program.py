"""The base of the app: themes, the person's keys, the queue of keys, the end of the program."""

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
from debttree.reading.gc_pause import collect_again, collect_in_pauses
from debttree.system.terminal import KEYS_ARE_BYTES, can_be_woken
from debttree.tui.kit.dialogs.empty import Empty
from debttree.tui.kit.dialogs.frame import Framed
from debttree.tui.kit.key_names import key_of
from debttree.tui.kit.key_queue import KeyQueue
from debttree.tui.kit.one_frame import until_asked_for_a_paint
from debttree.tui.kit.settings import THEME_NAMES, Settings
from debttree.tui.kit.themes import PLAIN, UNCOLOURED, themes

if TYPE_CHECKING:
    from debttree.tui.kit.actions import Keymap
    from debttree.tui.kit.widgets.line_input import LineInput


LOOKS_AT_THE_DAY_EVERY = 10.0
"""Seconds between checks of the calendar, besides one at each key.

A timer for midnight would be late after the machine has slept, and would miss a clock that is set.
"""


def _own_driver() -> type[Driver] | None:
    """Return the driver that filters input, or None (textual's own driver) where input is not bytes."""
    if not KEYS_ARE_BYTES:
        return None
    from debttree.tui.kit.driver import GuardedDriver  # it cannot be imported on other systems

    return GuardedDriver


class Program(App[None]):
    """A full-screen app with the person's theme and keys."""

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
        self._key_queue = KeyQueue(self, self._hand, lambda: self.is_whole)
        for known in themes():
            self.register_theme(known)
        self.theme = PLAIN if no_colour else settings.theme
        self.keymap: Keymap = settings.keymap
        self.set_keymap({action: ",".join(keys) for action, keys in self.keymap.items()})

    def leave(self) -> None:
        """Leave the mode; the program ends with the first one."""
        self.exit()

    async def on_event(self, event: events.Event) -> None:
        """Put keyboard events into the queue, and handle all others at once."""
        if isinstance(event, (events.Key, events.Paste)) and not event.is_forwarded:
            self.look_at_the_day()
            if isinstance(event, events.Key) and event.key.startswith("alt+"):
                event.character = None  # no character: Alt and a key look like Esc and that key
            await self._key_queue.put(event)
        elif isinstance(event, (events.MouseDown, events.MouseUp)) and self.must_wait(event):
            await self._key_queue.put(event)
        else:
            await super().on_event(event)

    @property
    def is_whole(self) -> bool:
        """Whether all data that keys need has been read."""
        return True

    def must_wait(self, event: events.Event) -> bool:
        """Return whether a key or click must wait until data has been read."""
        return False

    async def until_ready(self) -> None:
        """Wait until all data has been read."""

    async def _hand(self, event: events.Event) -> None:
        """Pass on a keyboard event, translated for where it arrives, or a click that had to wait."""
        if isinstance(self.screen, Empty):
            self.pop_screen()  # any key closes the empty screen, and does nothing else
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
        """Return a key as it is probably meant: an input method may have been left on and send wide characters."""
        if not self._is_typing:
            plain = half_width(character)
            if plain != character:
                event.key, event.character = key_of(plain), plain
        elif unicodedata.category(character[0]) == "Zs" and character != " ":
            return events.Paste(character)  # textual would drop a wide space
        return event

    @property
    def _is_typing(self) -> bool:
        """Whether keys type text into a field; else they are commands."""
        return self.focused is not None and self.focused.check_consume_key("a", "a")

    def on_line_input_pasted(self, event: "LineInput.Pasted") -> None:
        """Say how much of a paste did not fit, if the screen with the line does not show it itself."""
        from debttree.tui.kit.dialogs.ask import too_much  # the first paint needs no dialog

        if event.cut:
            screen = self._framed
            screen.tell(too_much(screen.say, event.cut), "warn")

    def _tell_on_top(self, message: Message) -> None:
        self._framed.tell(self._framed.say.tell(message), "warn")

    def open_url(self, url: str, *, new_tab: bool = True) -> None:
        """Open an address in the person's browser; textual's own method lets a browser print over the screen."""
        from debttree.tui.kit.opening import open_address  # few people follow a link

        screen = self._framed
        open_address(self, screen.say, screen.tell, url)

    @property
    def _framed(self) -> Framed:
        """The topmost full screen."""
        return next(screen for screen in reversed(self.screen_stack) if isinstance(screen, Framed))

    def on_mount(self) -> None:
        """Turn the garbage collector on again, if it was off until the first paint, and start to watch the day."""
        self.call_after_refresh(collect_again)
        collect_in_pauses()
        self.set_interval(LOOKS_AT_THE_DAY_EVERY, self.look_at_the_day)

    async def on_ready(self) -> None:
        """Paint at once: what textual drew while the app was beginning is lost, and its next frame is 16 ms off."""
        self.screen.refresh()
        await until_asked_for_a_paint()
        self.screen.post_message(events.Resize(self.size, self.size))

    def look_at_the_day(self) -> None:
        """Show everything for the present day, if that has changed."""
        if (today := self.clock.today) != self._day:
            self._day = today
            self.dawn(today)

    def dawn(self, today: dt.date) -> None:
        """Show everything for another day."""
        raise NotImplementedError

    def on_resize(self, event: events.Resize) -> None:
        """Paint everything anew if the size is unchanged.

        Textual would not. But the terminal may have been smaller in between and cut lines off, or a shell has just
        resumed the program and the screen is empty.
        """
        if event.size == self.size:
            self.refresh(layout=True)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Return defaults of this program's colours for themes that do not define them."""
        return {**UNCOLOURED}

    def action_empty(self) -> None:
        """Say what pressing the key again does; the second time in a row, empty the screen."""
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
        """Suspend the program until the shell resumes it; not a session leader, which no shell could resume."""
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
        from debttree.tui.kit.dialogs.modal import Modal  # the first paint needs no dialog

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

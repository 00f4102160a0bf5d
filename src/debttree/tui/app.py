"""The app: a stack of modes (explorers and editors), of which the topmost is on the screen."""

import datetime as dt
from collections.abc import Callable
from inspect import isawaitable
from itertools import count
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.binding import BindingType

from debttree.model import Clock
from debttree.tui.kit.actions import Scope, actions_in, bindings
from debttree.tui.kit.mode import Mode
from debttree.tui.kit.program import Program
from debttree.tui.kit.settings import Settings

if TYPE_CHECKING:
    from debttree.tui.editor.mode import Editor
    from debttree.tui.explorer.mode import Explorer

_NEED_NO_TREE = frozenset(
    action.run
    for action in (*actions_in(Scope.LIST, Scope.EVERYWHERE), *actions_in(Scope.MAIN))
    if action.id not in ("choose", "palette")
    and (action.scope is not Scope.MAIN or action.id in ("more", "read-on", "read-back"))
)
"""Action strings that work while only the first page of a tree has been read."""


class App(Program):
    """A stack of modes, of which the last one is on the screen; each is one of textual's modes."""

    DEFAULT_MODE = "mode-0"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Scope.EXPLORER, Scope.EVERYWHERE)]

    def __init__(self, settings: Settings | None = None, clock: Clock | None = None) -> None:
        super().__init__(settings or Settings(), clock or Clock())
        self._numbers = count()
        self._open: list[tuple[Mode, Callable[[], None]]] = []
        """Each mode that is open, and what is done when it has been left."""

    @property
    def mode(self) -> Mode:
        """The mode that is on the screen."""
        return self._open[-1][0]

    @property
    def explorer(self) -> "Explorer":
        """The explorer that was opened last."""
        from debttree.tui.explorer.mode import Explorer  # the editor starts without it

        return next(mode for mode, _ in reversed(self._open) if isinstance(mode, Explorer))

    @property
    def editor(self) -> "Editor":
        """The editor that was opened last."""
        from debttree.tui.editor.mode import Editor  # the explorer starts without it

        return next(mode for mode, _ in reversed(self._open) if isinstance(mode, Editor))

    def start_with(self, mode: Mode) -> None:
        """Set the first mode; the program ends when it is left."""
        self._add(mode, self.exit)

    def _add(self, mode: Mode, then: Callable[[], None]) -> None:
        mode.name = f"mode-{next(self._numbers)}"
        self.add_mode(mode.name, mode.main_screen)
        self._open.append((mode, then))

    def on_mount(self) -> None:
        """Begin with the first mode."""
        self.mode.begin()

    async def enter(self, mode: Mode, then: Callable[[], None]) -> None:
        """Open a mode above the one that is on the screen.

        Args:
            mode: the mode to show.
            then: called when it has been left.
        """
        self._add(mode, then)
        await self.switch_mode(mode.name)
        mode.begin()

    async def turn_over(self, mode: Mode) -> None:
        """Replace all open modes by another one; the program ends when it is left."""
        left = [mode for mode, _ in self._open]
        self._open.clear()
        self._add(mode, self.exit)
        await self.switch_mode(mode.name)
        for one in reversed(left):
            one.clear_up()
            await self.remove_mode(one.name)
        mode.begin()

    def leave(self) -> None:
        """Leave the mode and return to the one below; the program ends with the first one."""
        left, then = self._open[-1]
        left.clear_up()
        if len(self._open) > 1:
            self._open.pop()
            self.switch_mode(self.mode.name)
            self.remove_mode(left.name)
        then()

    def clear_up(self) -> None:
        """Delete temporary files of the modes that were open when the program ended, for example by a signal."""
        for mode, _ in reversed(self._open):
            mode.clear_up()

    @property
    def is_whole(self) -> bool:
        """Whether all data that the keys of the mode need has been read."""
        return self.mode.is_whole

    def must_wait(self, event: events.Event) -> bool:
        """Return whether an event must wait for the rest of the tree: all but moves of the cursor and help."""
        if self.is_whole or isinstance(event, events.Paste):
            return False
        if isinstance(event, events.Key):
            bound = self.screen.active_bindings.get(event.key)
            return bound is not None and bound.binding.action not in _NEED_NO_TREE
        return True

    async def until_ready(self) -> None:
        """Wait until the whole tree has been read."""
        await self.mode.until_whole()

    def dawn(self, today: dt.date) -> None:
        """Show everything for another day."""
        for mode, _ in self._open:
            mode.dawn(today)

    async def action_in_mode(self, action: str, *arguments: object) -> None:
        """Run an action of the mode."""
        method = getattr(self.mode, f"action_{action}", None)
        done = method(*arguments) if method is not None else None
        if isawaitable(done):
            await done

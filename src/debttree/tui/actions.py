"""The one table of actions: it feeds bindings, the foot of each screen, the palette, the help and the docs.

An action runs the method `action_<run>` of the screen or pane it belongs to. A key appears here with its function,
not before. People can give actions other keys by their ids.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from textual.binding import Binding

from debttree.model import Message, msg


class Where(StrEnum):
    """Where an action works: on one screen, in every list, or on all screens."""

    MAIN = "main"
    LIST = "list"
    SUMMARY = "summary"
    EVERYWHERE = "everywhere"


WHERE: Mapping[Where, Message] = {
    Where.MAIN: msg("Where you stand"),
    Where.SUMMARY: msg("In the summary"),
    Where.LIST: msg("In every text and list"),
    Where.EVERYWHERE: msg("Everywhere"),
}


@dataclass(frozen=True, slots=True)
class Action:
    """Something a person can do.

    Attributes:
        id: names it in the keymap.
        keys: what does it, as textual names keys; the first is the one shown.
        label: one or two words for the foot of the screen.
        help: one sentence.
        where: the screen it belongs to.
        run: the action as textual's bindings name it.
        foot: its rank at the foot of the screen, the lowest first; 0: not there.
        keys_shown: how the keys are shown in place of their names; empty where another action shows them too.
    """

    id: str
    keys: tuple[str, ...]
    label: Message
    help: Message
    where: Where
    run: str
    foot: int = 0
    keys_shown: str | None = None

    def binding(self) -> Binding:
        """What textual needs to know of it."""
        return Binding(",".join(self.keys), self.run, show=False, id=self.id)


def _number(digit: int) -> Action:
    return Action(
        f"choice-{digit}",
        (str(digit),),
        msg("choose"),
        msg("Take the choice of that number."),
        Where.MAIN,
        f"choose_number({digit})",
        foot=1 if digit == 1 else 0,
        keys_shown="1-9" if digit == 1 else "",
    )


ACTIONS: tuple[Action, ...] = (
    *(_number(digit) for digit in range(1, 10)),
    Action("more", ("0",), msg("next nine"), msg("Show the next nine choices."), Where.MAIN, "more"),
    Action("take", ("right", "l"), msg("take"), msg("Take the choice under the cursor."), Where.MAIN, "take"),
    Action("back", ("left", "backspace", "h"), msg("back"), msg("Go back one step."), Where.MAIN, "back", 2),
    Action("forward", ("f",), msg("forward"), msg("Go forward again where you went back."), Where.MAIN, "forward"),
    Action(
        "restart", ("R",), msg("start again"),
        msg("Go back to the beginning; `f` takes your steps again."), Where.MAIN, "restart",
    ),
    Action(
        "text-down", ("pagedown", "ctrl+d"), msg("read on"), msg("Read on, a page."), Where.MAIN, "read(1)",
    ),
    Action("text-up", ("pageup", "ctrl+u"), msg("read back"), msg("Read back, a page."), Where.MAIN, "read(-1)"),
    Action("up", ("up", "k"), msg("up"), msg("One up."), Where.LIST, "move(-1)"),
    Action("down", ("down", "j"), msg("down"), msg("One down."), Where.LIST, "move(1)"),
    Action("top", ("home", "g"), msg("top"), msg("To the top."), Where.LIST, "move_to_end(-1)"),
    Action("bottom", ("end", "G"), msg("bottom"), msg("To the bottom."), Where.LIST, "move_to_end(1)"),
    Action("page-up", ("pageup", "ctrl+u"), msg("page up"), msg("A page up."), Where.LIST, "page(-1)"),
    Action("page-down", ("pagedown", "ctrl+d"), msg("page down"), msg("A page down."), Where.LIST, "page(1)"),
    Action("choose", ("enter",), msg("choose"), msg("Choose what is under the cursor."), Where.LIST, "choose"),
    Action("next-part", ("tab",), msg("next part"), msg("To the next part of the screen."), Where.LIST, "app.focus_next"),
    Action("last-part", ("shift+tab",), msg("last part"), msg("To the part before."), Where.LIST, "app.focus_previous"),
    Action("language", ("L",), msg("language"), msg("Switch between Chinese and English."), Where.EVERYWHERE, "language", 7),
    Action("help", ("question_mark", "f1"), msg("help"), msg("Every key, and what it does."), Where.EVERYWHERE, "help", 3),
    Action("close", ("escape",), msg("close"), msg("Close what is on top; a step is never undone by it."), Where.EVERYWHERE, "close"),
    Action("quit", ("q", "ctrl+q"), msg("quit"), msg("Leave; your way is kept."), Where.EVERYWHERE, "quit", 4),
)  # fmt: skip


def actions_in(*where: Where) -> list[Action]:
    """The actions that work there, in the order of the table."""
    return [action for action in ACTIONS if action.where in where]


def bindings(*where: Where) -> list[Binding]:
    """Bindings for a class that offers those actions."""
    return [action.binding() for action in actions_in(*where)]


Keymap = Mapping[str, tuple[str, ...]]
"""Other keys for some actions, by the actions' ids."""


def with_keys(actions: Iterable[Action], keymap: Keymap) -> list[Action]:
    """The actions with the keys that the person gave them."""
    return [
        replace(action, keys=keymap[action.id], keys_shown=None) if action.id in keymap else action
        for action in actions
    ]


_NAMES = {
    "left": "←", "right": "→", "up": "↑", "down": "↓", "enter": "Enter", "escape": "Esc", "space": "Space",
    "backspace": "Backspace", "tab": "Tab", "shift+tab": "Shift+Tab", "pageup": "PgUp", "pagedown": "PgDn",
    "home": "Home", "end": "End", "question_mark": "?", "exclamation_mark": "!", "slash": "/", "f1": "F1",
    "left_square_bracket": "[", "right_square_bracket": "]",
}  # fmt: skip


def key_name(key: str) -> str:
    """How a key is written for a person."""
    if key in _NAMES:
        return _NAMES[key]
    modifier, plus, rest = key.partition("+")
    return f"{modifier.capitalize()}+{key_name(rest).upper() if len(rest) == 1 else key_name(rest)}" if plus else key


def keys_of(action: Action, limit: int | None = None) -> str:
    """The keys of an action as they are shown; empty where another action shows them too."""
    if action.keys_shown is not None:
        return action.keys_shown
    return " ".join(key_name(key) for key in action.keys[:limit])

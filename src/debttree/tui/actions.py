"""The one table of actions: it feeds bindings, the foot of each screen, the palette, the help and the docs.

An action of a screen is its method `action_<id>`. A key appears here with its function, not before.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from textual.binding import Binding

from debttree.model import Message, msg


class Where(StrEnum):
    """Where an action works: one screen, or all that show the tree."""

    EVERYWHERE = "everywhere"
    MAIN = "main"
    LIST = "list"
    SUMMARY = "summary"


WHERE_LABELS: Mapping[Where, Message] = {
    Where.EVERYWHERE: msg("Everywhere"),
    Where.MAIN: msg("Where you stand"),
    Where.LIST: msg("In every list and text"),
    Where.SUMMARY: msg("The summary"),
}


@dataclass(frozen=True, slots=True)
class Action:
    """Something a person can do.

    Attributes:
        id: names it in the keymap; what runs is `action_<id>`, hyphens as underscores.
        keys: what does it, as textual names keys; the first is shown.
        label: one or two words for the foot of the screen.
        help: one sentence.
        where: the screen it belongs to.
        foot: its rank at the foot of the screen, 0: not there.
        palette: whether the palette offers it.
    """

    id: str
    keys: tuple[str, ...]
    label: Message
    help: Message
    where: Where
    foot: int = 0
    palette: bool = True
    run: str = field(default="")

    @property
    def action(self) -> str:
        """The action as textual's bindings name it."""
        return self.run or self.id.replace("-", "_")


_DIGITS = tuple("123456789")

ACTIONS: tuple[Action, ...] = (
    Action("choose-number", _DIGITS, msg("choose"), msg("Take the choice of that number."), Where.MAIN, 1, False),
    Action("more-choices", ("0",), msg("next nine"), msg("Show the next nine choices."), Where.MAIN, 0, False),
    Action("take", ("right", "l"), msg("take"), msg("Take the choice that the cursor rests on."), Where.MAIN, 0, False),
    Action("back", ("backspace", "left", "h"), msg("back"), msg("Go back one step."), Where.MAIN, 2),
    Action("forward", ("f",), msg("forward"), msg("Take the step again that you went back."), Where.MAIN),
    Action("restart", ("R",), msg("start again"), msg("Go back to the beginning; your steps stay ahead."), Where.MAIN),
    Action("urgent", ("!",), msg("urgent"), msg("Urgent: what comes first, before everything else."), Where.EVERYWHERE, 6),
    Action("export", ("x",), msg("summary"), msg("See the summary of your way, and save it."), Where.EVERYWHERE, 5),
    Action("help", ("question_mark", "f1"), msg("help"), msg("Every key, and what it does."), Where.EVERYWHERE, 3),
    Action("language", ("L",), "中文/EN" and msg("Chinese/English"), msg("Switch between Chinese and English."), Where.EVERYWHERE, 7),
    Action("quit", ("q",), msg("quit"), msg("Leave; your way is kept."), Where.EVERYWHERE, 4),
)  # fmt: skip

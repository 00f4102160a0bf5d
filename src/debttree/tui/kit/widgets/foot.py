"""The foot, the last line of a screen: the most useful keys. Clicking one does what the key does."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from textual import events
from textual.message import Message
from textual.strip import Strip

from debttree.tui.kit.page import Run, cells
from debttree.tui.kit.widgets.drawn import Drawn

_GAP = 2


@dataclass(frozen=True, slots=True)
class Hint:
    """A key in the foot, with a word for what it does, and its action.

    Attributes:
        stays: whether it is shown, without its label, even if there is no room.
    """

    key: str
    label: str
    run: str
    stays: bool = False

    @property
    def width(self) -> int:
        """Its width in cells."""
        return cells(self.key) + (1 + cells(self.label) if self.label else 0)


class Foot(Drawn):
    """Shows as many hints as fit, in order."""

    DEFAULT_CSS = """
    Foot { height: 1; width: 1fr; padding: 0 1; }
    """

    @dataclass
    class Pressed(Message):
        """A hint was clicked."""

        run: str

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._hints: tuple[Hint, ...] = ()

    def show(self, hints: Sequence[Hint]) -> None:
        """Set the hints, the most useful first."""
        if tuple(hints) != self._hints:
            self._hints = tuple(hints)
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return the line."""
        runs: list[Run] = []
        for hint in self._fitting():
            label = f" {hint.label}" if hint.label else ""
            runs += [Run(hint.key, "key"), Run(label, "dim"), Run(" " * _GAP)]
        return self.strip_of(runs, self.size.width)

    def _fitting(self) -> list[Hint]:
        """Return the hints that stay, if needed the last of them without labels, and the others that fit."""
        found = [hint for hint in self._hints if hint.stays]
        for number in reversed(range(len(found))):
            if _width(found) <= self.size.width:
                break
            found[number] = replace(found[number], label="")
        for hint in self._hints:
            if not hint.stays:
                if _width([*found, hint]) > self.size.width:
                    break
                found.append(hint)
        return found

    def on_click(self, event: events.Click) -> None:
        """Post a message about the clicked hint."""
        start = 0
        x = event.get_content_offset(self)
        if x is None:
            return
        for hint in self._fitting():
            if start <= x.x < start + hint.width:
                self.post_message(self.Pressed(hint.run))
                return
            start += hint.width + _GAP


def _width(hints: Sequence[Hint]) -> int:
    """Return the width of hints in cells, gaps included."""
    return sum(hint.width for hint in hints) + _GAP * (len(hints) - 1)

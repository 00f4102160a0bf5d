"""The last line of a screen: the few keys that matter here. Clicking one does what the key does."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.message import Message
from textual.strip import Strip

from debttree.tui.kit.page import Run, cells
from debttree.tui.kit.widgets.drawn import Drawn

_GAP = 2


@dataclass(frozen=True, slots=True)
class Hint:
    """A key, what it does in a word, and the action it runs."""

    key: str
    label: str
    run: str

    @property
    def width(self) -> int:
        """Cells that it takes."""
        return cells(self.key) + 1 + cells(self.label)


class Foot(Drawn):
    """Shows as many hints as there is room for, the first ones first."""

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
        """Show other hints, the most needed first."""
        if tuple(hints) != self._hints:
            self._hints = tuple(hints)
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return the line."""
        runs: list[Run] = []
        for hint in self._fitting():
            runs += [Run(hint.key, "key"), Run(f" {hint.label}", "dim"), Run(" " * _GAP)]
        return self.strip_of(runs, self.size.width)

    def _fitting(self) -> list[Hint]:
        left = self.size.width
        found = []
        for hint in self._hints:
            if hint.width > left:
                break
            found.append(hint)
            left -= hint.width + _GAP
        return found

    def on_click(self, event: events.Click) -> None:
        """Do what the key does."""
        start = 0
        x = event.get_content_offset(self)
        if x is None:
            return
        for hint in self._fitting():
            if start <= x.x < start + hint.width:
                self.post_message(self.Pressed(hint.run))
                return
            start += hint.width + _GAP

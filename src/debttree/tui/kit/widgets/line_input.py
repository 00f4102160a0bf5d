"""An input line that handles any paste, and reports characters that do not fit."""

from dataclasses import dataclass

from textual import events
from textual.message import Message
from textual.widgets import Input

from debttree.model import clean_line

NEW_LINE = "↵"
"""Shown in the line in place of a line break."""


class LineInput(Input):
    """An input line that joins the lines of pasted text, and reports what did not fit.

    Args:
        value: the initial text.
        limit: most characters.
        lines: whether line breaks of a paste are kept, as signs; else they become spaces.
        id: names it in style sheets.
    """

    @dataclass
    class Pasted(Message):
        """A paste had more than one line, or did not fit.

        Attributes:
            lines: number of its lines.
            cut: number of characters that did not fit.
        """

        lines: int
        cut: int

    def __init__(self, value: str = "", *, limit: int, lines: bool = False, id: str | None = None) -> None:
        self._between = f" {NEW_LINE} " if lines else " "
        super().__init__(self._in_line(value), max_length=limit, select_on_focus=False, id=id)

    def _in_line(self, value: str) -> str:
        return self._between.join(value.split("\n"))

    def put(self, value: str) -> None:
        """Set the value, with the cursor at its end."""
        self.value = self._in_line(value)
        self.cursor_position = len(self.value)

    def on_paste(self, event: events.Paste) -> None:
        """Replace the selection by the pasted text as one line."""
        event.stop()
        event.prevent_default()
        lines = event.text.strip("\r\n").splitlines()
        text = self._between.join(clean_line(line) for line in lines)
        start, end = sorted(self.selection)
        room = max((self.max_length or 0) - len(self.value) + end - start, 0)
        self.replace(text[:room], start, end)
        if len(lines) > 1 or len(text) > room:
            self.post_message(self.Pasted(len(lines), max(len(text) - room, 0)))


def lines_of(typed: str) -> str:
    """Return typed text with its line breaks restored."""
    return "\n".join(line.strip() for line in typed.split(NEW_LINE))

"""A line to type in, into which anything may be pasted: nothing of it is lost unsaid."""

from dataclasses import dataclass

from textual import events
from textual.message import Message
from textual.widgets import Input

from debttree.model import clean_line

NEW_LINE = "↵"
"""Stands in the line where a new one begins."""


class LineInput(Input):
    """An input that joins the lines of what is pasted, and says what did not fit.

    Args:
        value: what stands in it at first.
        limit: characters that it takes.
        lines: whether what is typed may have several lines; else a space stands between them.
        id: names it in style sheets.
    """

    @dataclass
    class Pasted(Message):
        """Something was pasted that was more than one line, or more than fits.

        Attributes:
            lines: how many lines it had.
            cut: how many characters did not fit.
        """

        lines: int
        cut: int

    def __init__(self, value: str = "", *, limit: int, lines: bool = False, id: str | None = None) -> None:
        self._between = f" {NEW_LINE} " if lines else " "
        super().__init__(self._in_line(value), max_length=limit, select_on_focus=False, id=id)

    def _in_line(self, value: str) -> str:
        return self._between.join(value.split("\n"))

    def put(self, value: str) -> None:
        """Show another value, with the cursor behind it."""
        self.value = self._in_line(value)
        self.cursor_position = len(self.value)

    def on_paste(self, event: events.Paste) -> None:
        """Put it in, as one line, in place of what is selected."""
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
    """Return what was typed in an entry of several lines, with its lines."""
    return "\n".join(line.strip() for line in typed.split(NEW_LINE))

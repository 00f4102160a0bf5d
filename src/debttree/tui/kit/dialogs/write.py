"""A dialog for some lines, such as a note. Enter begins a new line; Ctrl+S and Esc close it, and both keep the text."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message

from debttree.locales import Phrases
from debttree.model import clean
from debttree.tui.kit.dialogs.ask import NOTED_AT_MOST, too_much
from debttree.tui.kit.dialogs.modal import Modal
from debttree.tui.kit.note_text import NOTHING, NoteText
from debttree.tui.kit.page import Line, Run
from debttree.tui.kit.widgets.bar import Bar
from debttree.tui.kit.widgets.foot import Hint
from debttree.tui.kit.widgets.pane import Pane
from debttree.tui.kit.widgets.text_editor import TextEditor


class NoteArea(TextEditor):
    """A text area that takes pasted text whole, up to the limit of a note."""

    @dataclass
    class Cut(Message):
        """So many characters of a paste did not fit."""

        cut: int

    def on_paste(self, event: events.Paste) -> None:
        """Insert the pasted text with all its lines."""
        event.stop()
        event.prevent_default()
        text = event.text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
        room = max(NOTED_AT_MOST - len(self.text) + len(self.selected_text), 0)
        self.replace(text[:room], *self.selection)
        if len(text) > room:
            self.post_message(self.Cut(len(text) - room))


class Write(Modal[None]):
    """Asks for some lines. However it is closed, the text is kept without a question.

    Args:
        say: the language.
        question: says what to write about.
        take: called with the text; raises Trouble if it cannot be used, and the person may correct it.
        value: the initial text.
        hint: says what the text is used for.
    """

    DEFAULT_CSS = """
    Write > Vertical { width: 88; max-width: 98%; }
    Write Bar, Write Pane { padding: 0 1; }
    Write NoteArea, Write NoteArea:focus { background: $ground; height: 9; margin: 0 1; }
    Write Pane { max-height: 4; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "done", show=False),
        Binding("ctrl+o,f2", "whom", show=False),
    ]
    AUTO_FOCUS = "NoteArea"

    def __init__(
        self,
        say: Phrases,
        question: Line,
        take: Callable[[NoteText], None],
        value: NoteText = NOTHING,
        hint: str = "",
    ) -> None:
        super().__init__(say)
        self._question = question
        self._take = take
        self._value = value
        self._desk = value.desk
        self._hint = hint

    def body(self) -> ComposeResult:
        """Compose the question, the text area, and the line that says who will read the note."""
        yield Bar(id="question")
        yield NoteArea(self._value.text)
        yield Bar(id="whom")
        yield Pane(id="reply", focusable=False)

    def on_mount(self) -> None:
        """Show the question, with the cursor at the end of the text."""
        self.query_one("#question", Bar).show(self._question)
        area = self.query_one(NoteArea)
        area.move_cursor(area.document.end)
        self.reply(self._hint, "dim")
        self._show_whom()

    def _show_whom(self) -> None:
        say = self._say
        whom = (
            say("for the desk alone: in no summary") if self._desk else say("for the person: in the summary")
        )
        role = "warn" if self._desk else "dim"
        self.query_one("#whom", Bar).show((Run(say("This note is "), "dim"), Run(whom, role)))
        other = say("for the person") if self._desk else say("for the desk alone")
        self.show_keys(
            Hint("Ctrl+S", say("save"), "done"),
            Hint("Ctrl+O", other, "whom"),
            Hint("Esc", say("save and close"), "done"),
        )

    def on_note_area_cut(self, event: NoteArea.Cut) -> None:
        """Say how much of a paste did not fit."""
        event.stop()
        self.reply(too_much(self._say, event.cut))

    def action_whom(self) -> None:
        """Switch the note between one for the adviser alone and one for the client too."""
        self._desk = not self._desk
        self._show_whom()

    def action_done(self) -> None:
        """Keep the text, and close."""
        if self._is_taken():
            self.give(None)

    def _is_taken(self) -> bool:
        text = "\n".join(line.rstrip() for line in clean(self.query_one(NoteArea).text).split("\n"))
        return self.takes(self._take, NoteText(text.strip("\n ")[:NOTED_AT_MOST], self._desk))

    def action_give_up(self) -> None:
        """Keep the text as it is, and close."""
        self.action_done()

    def action_leave(self) -> None:
        """Keep the text as it is, and leave."""
        if self._is_taken():
            self.give(None)
            self.app.call_later(self.app.run_action, "app.in_mode('quit')")

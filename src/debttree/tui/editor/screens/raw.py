"""The file as text, with colours and problems at their lines. Closing the screen makes one edit of what was typed."""

from collections.abc import Hashable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import TextArea

from debttree.editing.document import Document, open_document
from debttree.editing.edits import Edit, ReplaceText
from debttree.editing.finding import Sought, next_place
from debttree.model import Place, Severity, Trouble, clean_line, msg
from debttree.reading.gc_pause import in_background
from debttree.tui.editor.assessment import Assessment, assess
from debttree.tui.editor.items import AtLine
from debttree.tui.editor.screens.draft_page import DraftPage
from debttree.tui.editor.screens.page import Editing
from debttree.tui.editor.text_buffer import Excerpt, shown
from debttree.tui.editor.views.side import problem_blocks
from debttree.tui.editor.views.signs import SIGNS
from debttree.tui.kit.actions import Scope, bindings
from debttree.tui.kit.in_thread import in_thread
from debttree.tui.kit.latest import Latest
from debttree.tui.kit.page import Block, Para, Run
from debttree.tui.kit.widgets.pane import Pane
from debttree.tui.kit.widgets.text_editor import TextEditor


class Raw(DraftPage):
    """The text, with its problems below.

    Args:
        line: the line to put the cursor on, from 1.
    """

    DEFAULT_CSS = """
    Raw #found { height: auto; max-height: 30%; border-top: solid $rule; padding: 0 1; }
    Raw.-short #found { max-height: 3; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Scope.RAW)]
    AUTO_FOCUS = "TextEditor"
    scopes = (Scope.RAW,)

    def __init__(self, editor: Editing, line: int) -> None:
        super().__init__(editor)
        self._line = line
        self._part = Excerpt("", 0, 0, 1)
        self._shown = ""
        self._looking: Latest[Document, None] = Latest(self._find)
        self._found: Assessment | None = None

    def body(self) -> ComposeResult:
        """Compose the text and its problems."""
        self._part = Excerpt.around(self.view.document.text, self._line)
        self._shown = self._part.shown
        part = self._part
        yield TextEditor(self._shown, id="text", is_toml=True, first=part.first, begin=part.begin)
        yield Pane(id="found", pages=False)

    def on_mount(self) -> None:
        """Go to the line, and find problems."""
        self._area.read_only = self.view.document.undecodable is not None
        self._point(self._line)

    def _point(self, line: int) -> None:
        """Put the cursor on a line, which is in the part shown."""
        row = min(line - self._part.first, self._area.document.line_count - 1)
        self._area.move_cursor((max(row, 0), 0), center=True)

    @property
    def _here(self) -> int:
        """The line of the cursor, from 1."""
        return self._part.first + self._area.cursor_location[0]

    @property
    def _area(self) -> TextEditor:
        return self.query_one("#text", TextEditor)

    @property
    def _text(self) -> str:
        """The file's text with the typed changes."""
        if self._area.text == self._shown:
            return self._part.text
        return self._part.written(self._area.text, self.view.document.newline)

    def show(self) -> None:
        """Replace the text if the draft was changed elsewhere; the line stays."""
        if self.view.document.text != self._part.text:
            self._open_at(self._here)
        self._head()
        self._look()

    def _open_at(self, line: int) -> None:
        """Show the draft again, with the cursor on a line."""
        self._part = Excerpt.around(self.view.document.text, line)
        self._shown = self._part.shown
        self._area.put(self._shown, self._part.first, self._part.begin)
        self._point(line)

    def _head(self) -> None:
        view = self.view
        is_changed = view.is_dirty or self._area.text != self._shown
        name = Run(clean_line(self.editor.session.file.name), "title")
        mark = Run(" " + view.say("* not saved"), "warn") if is_changed else Run("")
        part = self._part
        lines = (
            "" if part.is_whole else " " + view.say("lines {first}-{last}", first=part.first, last=part.last)
        )
        self.head((name, mark, Run(lines, "dim")), self._counted())

    def _counted(self) -> tuple[Run, ...]:
        n = len(self._found.problems) if self._found else 0
        return (Run(self.say.plural("{n} problem", "{n} problems", n), "warn" if n else "good"),)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Find the problems anew."""
        event.stop()
        self._head()
        self._look()
        self.hold_soon()

    def typed(self) -> Edit | None:
        """Return the edit that replaces the whole text."""
        return ReplaceText(self._text)

    def _look(self) -> None:
        if self._looking.put(self.view.document):
            in_thread(self, "raw", self._looking.work)

    def _find(self, document: Document) -> None:
        """Find the problems of the present text, in the background."""
        with in_background(len(document.text)):
            if self._area.text != self._shown:
                content = self._text.encode(errors="replace")
                document = open_document(content, document.name)
            found = assess(document, self.editor.session.today, is_guide=self.editor.session.is_guide)
        self.hand_back(self._know, found)

    def _know(self, found: Assessment) -> None:
        self._found = found
        if not self.is_attached:
            return
        blocks: list[Block] = []
        lines: dict[int, str] = {}
        for problem in found.problems:
            line = problem.place.line if problem.place else 1
            blocks.append(Para((Run(self.say("Line {n}", n=line), "key"),), (Run(" "),), item=AtLine(line)))
            blocks += problem_blocks(self.view, problem, AtLine(line))
            if problem.severity is Severity.ERROR or line not in lines:
                lines[line] = SIGNS[problem.severity][1]
        pane = self.query_one("#found", Pane)
        pane.update(blocks)
        pane.display = bool(blocks)
        self._area.mark(lines)
        self._head()

    def choose(self, item: Hashable) -> None:
        """Go to the line of a problem."""
        if isinstance(item, AtLine):
            self._go(item.number)

    def _go(self, line: int) -> None:
        """Go to a line, in the part shown or outside of it."""
        if not self._part.first <= line <= self._part.last:
            if not self._take():
                return
            self._open_at(line)
        self._point(line)
        self._area.focus()

    def action_next_problem(self) -> None:
        """Go to the next line with a problem; after the last one to the first."""
        here, lines = self._here, sorted(self._area.marked)
        if lines:
            self._go(next((line for line in lines if line > here), lines[0]))

    def action_find_in_text(self) -> None:
        """Ask for words, and go to their next occurrence behind the cursor, or from the top."""

        def take(words: str) -> None:
            if words:
                self.editor.session.sought = words
                self.app.call_later(self._find_words, words)

        question = (Run(self.say("Find in the text"), "strong"),)
        self.ask(question, take, value=self.editor.session.sought, is_past=True)

    def _find_words(self, words: str) -> None:
        text = shown(self._text)
        found = next_place(text, Sought(words), Place(self._here, self._area.cursor_location[1] + 1))
        if found is None:
            self.tell(self.say("Nothing is found. Try fewer letters, or another word."), "warn")
            return
        self._go(found.line)
        row, column = found.line - self._part.first, found.column - 1
        self._area.move_cursor((row, column), center=True)
        self._area.move_cursor((row, column + len(words)), select=True)

    def action_next_part(self, by: int) -> None:
        """Move the focus from the text to the problems and back."""
        (self.query_one("#found", Pane) if self._area.has_focus else self._area).focus()

    def settles(self) -> bool:
        """Make one edit of what was typed; return whether that worked."""
        return self._take()

    def _take(self) -> bool:
        text = self._text
        if text == self.view.document.text:
            return True
        if self.editor.session.is_bundled:
            self.complain(Trouble(msg("This tree comes with the program and is not changed.")))
            return False
        self._part = self._part.after(text)
        self._shown = self._part.shown
        return self.editor.do(ReplaceText(text))

    def action_leave(self) -> None:
        """Return to the forms with what was typed, be it TOML or not."""
        if self._take():
            self.leave()

    def action_save(self) -> None:
        """Make one edit of what was typed, and save."""
        if self._take():
            self.editor.action_save()

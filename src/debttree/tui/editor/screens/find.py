"""Find words anywhere in the draft: type, and every text and id that holds them is listed; Enter goes there."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Input

from debttree.editing.document import Document
from debttree.editing.finding import Occurrence, Sought, find
from debttree.reading.gc_pause import in_background
from debttree.tui.editor.screens.page import Editing, Page
from debttree.tui.editor.views.finding import FoundEntries
from debttree.tui.kit import safe
from debttree.tui.kit.actions import Scope, bindings
from debttree.tui.kit.dialogs.frame import NOT_WHILE_TYPING
from debttree.tui.kit.latest import Latest
from debttree.tui.kit.page import Para, Run
from debttree.tui.kit.widgets.filter_input import FilterInput
from debttree.tui.kit.widgets.listing import Listing
from debttree.tui.kit.widgets.pane import Pane

TYPED_AT_MOST = 200
"""Characters that are looked for."""

_NAMES = ("title", "label")
"""Texts that come before others: what somebody looks for is most often a thing by its name."""


class Find(Page):
    """A line to type in, and below it what was found."""

    DEFAULT_CSS = """
    Find > FilterInput { margin: 0 0 1 0; }
    Find > #list { padding: 0 1; }
    Find > #hint { padding: 0 2; height: 1fr; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Scope.FINDING)]
    AUTO_FOCUS = "FilterInput"
    scopes = (Scope.FINDING,)
    ranks = NOT_WHILE_TYPING

    def __init__(self, editor: Editing) -> None:
        super().__init__(editor)
        self._found: tuple[Occurrence, ...] = ()
        self._finding: Latest[tuple[Document, str], None] = Latest(self._find)
        self._is_finding = False
        self._goes_once_found = False
        """Whether Enter was pressed while there was still something to find."""

    def body(self) -> ComposeResult:
        """Compose the line, what was found, and what to do where that is nothing."""
        yield FilterInput(self.editor.session.sought, limit=TYPED_AT_MOST)
        yield Listing(id="list", focusable=False)
        yield Pane(id="hint", focusable=False)

    def on_mount(self) -> None:
        """Let the next letter take the place of the words that were looked for last."""
        line = self.query_one(FilterInput)
        line.select_all()

    @property
    def _typed(self) -> str:
        return safe.typed(self.query_one(FilterInput).value, TYPED_AT_MOST)

    def show(self) -> None:
        """Find what has been typed so far, in the draft as it is."""
        self.editor.session.sought = self._typed
        self._is_finding = True
        self.query_one(Listing).expect()
        if self._finding.put((self.view.document, self._typed)):
            self.run_worker(self._finding.work, thread=True, group="find")

    def _find(self, wanted: tuple[Document, str]) -> None:
        document, words = wanted
        with in_background(len(document.text)):
            found = sorted(find(document.data or {}, Sought(words)), key=lambda each: _rank(each, words))
        self.app.call_from_thread(self._know, words, tuple(found))

    def _know(self, words: str, found: tuple[Occurrence, ...]) -> None:
        if not self.is_attached or words != self._typed:
            return
        self._found, self._is_finding = found, False
        listing, hint = self.query_one(Listing), self.query_one("#hint", Pane)
        listing.display, hint.display = bool(found), not found
        listing.show(FoundEntries(self.view, found))
        listing.arrived()
        hint.show([Para((Run(self._hint(words), "warn" if words else "dim"),))])
        say = self.say
        right = (Run(say.plural("{n} place", "{n} places", len(found)), "dim"),) if words else ()
        self.head((Run(say("Find in the tree"), "title"),), right)
        if self._goes_once_found:
            self.action_go_to_found()

    def _hint(self, words: str) -> str:
        if words:
            return self.say("Nothing is found. Try fewer letters, or another word.")
        return self.say(
            "Every title, text, caution, item, label, address and id is searched, in every language."
        )

    def on_input_changed(self, event: Input.Changed) -> None:
        """Find what is typed now."""
        event.stop()
        self.show()

    def action_go_to_found(self) -> None:
        """Go to what the cursor rests on, as soon as there can be something."""
        self._goes_once_found = self._is_finding
        if not self._is_finding:
            self.query_one(Listing).action_choose()

    def action_move(self, by: int) -> None:
        """Move the cursor of the list while the line keeps the focus."""
        self.query_one(Listing).action_move(by)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter was pressed in the line."""
        event.stop()
        self.action_go_to_found()

    def on_filter_input_moved(self, event: FilterInput.Moved) -> None:
        """Move the cursor of the list."""
        event.stop()
        self.action_move(event.by)

    def on_listing_chosen(self, event: Listing.Chosen) -> None:
        """Go to where the words stand."""
        event.stop()
        path = self._found[event.number].path
        self.dismiss()
        self.editor.go_to(path)

    def on_click(self, event: events.Click) -> None:
        """Keep the focus on the line after a click beside the list."""
        self.query_one(FilterInput).focus(scroll_visible=False)


def _rank(found: Occurrence, words: str) -> int:
    """Return where something stands in the list: the thing of that very id, ids, names, the rest as in the file."""
    if found.is_id:
        return 0 if found.text == words else 1
    return 2 if {*_NAMES} & {*found.path[-2:]} else 3

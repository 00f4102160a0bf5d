"""Search the draft: every text and id that contains the typed words is listed; Enter goes there."""

from typing import ClassVar

from textual.binding import BindingType

from debttree.editing.document import Document
from debttree.editing.finding import Occurrence, Sought, find
from debttree.reading.gc_pause import in_background
from debttree.tui.editor.screens.page import Editing, Page
from debttree.tui.editor.views.finding import FoundEntries
from debttree.tui.kit.actions import Scope, bindings
from debttree.tui.kit.dialogs.narrowed import Finder
from debttree.tui.kit.in_thread import in_thread
from debttree.tui.kit.latest import Latest
from debttree.tui.kit.page import Para, Run
from debttree.tui.kit.widgets.filter_input import FilterInput
from debttree.tui.kit.widgets.listing import Listing

TYPED_AT_MOST = 200
"""Most characters of a search."""

_NAMES = ("title", "label")
"""Keys of texts that are listed first, since people mostly search for a thing by its name."""


class Find(Finder, Page):
    """An input line, and below it the results."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Scope.FINDING)]
    scopes = (Scope.FINDING,)
    typed_at_most = TYPED_AT_MOST
    is_looking = False

    def __init__(self, editor: Editing) -> None:
        super().__init__(editor)
        self.looked_for = editor.session.sought
        self._found: tuple[Occurrence, ...] = ()
        self._finding: Latest[tuple[Document, str], None] = Latest(self._find)

    def on_mount(self) -> None:
        """Select the words of the last search, so that the next letter replaces them."""
        self.query_one(FilterInput).select_all()

    def show(self) -> None:
        """Search the present draft for the typed words."""
        self.editor.session.sought = self.typed
        self.is_looking = True
        self.listed.expect()
        if self._finding.put((self.view.document, self.typed)):
            in_thread(self, "find", self._finding.work)

    def narrow(self) -> None:
        """Search for the typed words."""
        self.show()

    def _find(self, wanted: tuple[Document, str]) -> None:
        document, words = wanted
        with in_background(len(document.text)):
            found = sorted(find(document.data or {}, Sought(words)), key=lambda each: _rank(each, words))
        self.hand_back(self._know, words, tuple(found))

    def _know(self, words: str, found: tuple[Occurrence, ...]) -> None:
        if not self.is_attached or words != self.typed:
            return
        self._found, self.is_looking = found, False
        hint = Para((Run(self._hint(words), "warn" if words else "dim"),))
        count = self.say.plural("{n} place", "{n} places", len(found))
        self.fill(FoundEntries(self.view, found), [hint], self.say("Find in the tree"), count)

    def _hint(self, words: str) -> str:
        if words:
            return self.say("Nothing is found. Try fewer letters, or another word.")
        return self.say(
            "Every title, text, caution, item, label, address and id is searched, in every language."
        )

    def on_listing_chosen(self, event: Listing.Chosen) -> None:
        """Go to the place of a result."""
        event.stop()
        path = self._found[event.number].path
        self.dismiss()
        self.editor.go_to(path)


def _rank(found: Occurrence, words: str) -> int:
    """Return a sort key: first the thing with exactly that id, then ids, then names, then the rest in file order."""
    if found.is_id:
        return 0 if found.text == words else 1
    return 2 if {*_NAMES} & {*found.path[-2:]} else 3

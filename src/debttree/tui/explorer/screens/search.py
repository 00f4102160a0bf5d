"""Search: every node that contains the typed words is listed; Enter opens a look at one, with the way there."""

from typing import ClassVar

from textual.binding import BindingType

from debttree.analysis.search import Found, Index
from debttree.reading.gc_pause import without_collector
from debttree.tui.explorer.scene import Scene
from debttree.tui.explorer.screens.look import Look
from debttree.tui.explorer.screens.sheet import Sheet, Walking
from debttree.tui.explorer.views.search import HitEntries
from debttree.tui.kit.actions import Scope, bindings
from debttree.tui.kit.dialogs.narrowed import Finder
from debttree.tui.kit.in_thread import in_thread
from debttree.tui.kit.page import Para, Run, blank
from debttree.tui.kit.widgets.listing import Listing

SHOWN_AT_MOST = 200
"""Most hits listed; with more, people type another letter."""


class Search(Finder, Sheet):
    """An input line, and below it the hits."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Scope.SEARCH)]
    scopes = (Scope.SEARCH,)

    def __init__(self, explorer: Walking, words: str = "") -> None:
        super().__init__(explorer)
        self.looked_for = words
        self._index: Index | None = None
        self._found = Found((), 0)

    @property
    def is_looking(self) -> bool:
        """Whether the index is still being made."""
        return self._index is None

    def show(self) -> None:
        """Search in the texts of this language; the index is made in the background."""
        self._index = self.explorer.tree_index.known_index(self.scene.language)
        if self._index is None:
            in_thread(self, "search", self._make_index, self.scene, exclusive=True)
        self.narrow()

    def _make_index(self, scene: Scene) -> None:
        with without_collector():
            index = self.explorer.tree_index.index(scene.language)
        self.hand_back(self._index_ready, scene.language, index)

    def _index_ready(self, language: str, index: Index) -> None:
        if language == self.scene.language:
            self._index = index
            self.narrow()

    def narrow(self) -> None:
        """Search for the typed words."""
        say, typed = self.scene.say, self.typed
        self._found = self._find(typed)
        entries = HitEntries(self.scene, self.explorer.tree_index.ids, self._found.hits)
        total = self._found.total
        count = say.plural("{n} step found", "{n} steps found", total)
        if self._found.is_near and total:
            count = say.plural(
                "nowhere all of it; {n} step near it", "nowhere all of it; {n} steps near it", total
            )
        self.fill(entries, self._hint(typed), say("Search the guide"), count)

    def _find(self, typed: str) -> Found:
        """Return the nodes that contain all words; if there are none, those that contain parts of them."""
        if self._index is None:
            return Found((), 0)
        found = self._index.find(typed, SHOWN_AT_MOST)
        return found if found.hits else self._index.find_near(typed, SHOWN_AT_MOST)

    def _hint(self, typed: str) -> list[Para]:
        say = self.scene.say
        if self._index is None:
            return [Para((Run(say("A moment: the guide is being read."), "dim"),))]
        if typed:
            return [Para((Run(say("Nothing is found. Try fewer letters, or another word."), "warn"),))]
        return [
            Para(
                (Run(say("Titles, texts, choices, checklists, deadlines and sources are searched."), "dim"),)
            ),
            blank(),
            Para((Run(say("The first letters of pinyin do as well: zfl finds 支付令."), "dim"),)),
        ]

    def on_listing_chosen(self, event: Listing.Chosen) -> None:
        """Open a look at the node, with the way there."""
        event.stop()
        hit = self._found.hits[event.number]
        self.app.push_screen(Look(self.explorer, self.explorer.tree_index.ids[hit.node]))

"""Search: type, and every node that says it is listed; Enter looks at one, with the way there."""

from typing import ClassVar

from textual import events, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Input

from debttree.analysis.search import Found, Index
from debttree.reading.gc_pause import without_collector
from debttree.tui.explorer.scene import Scene
from debttree.tui.explorer.screens.look import Look
from debttree.tui.explorer.screens.sheet import Sheet, Walking
from debttree.tui.explorer.views.search import HitEntries
from debttree.tui.kit import safe
from debttree.tui.kit.actions import Scope, bindings
from debttree.tui.kit.dialogs.frame import NOT_WHILE_TYPING
from debttree.tui.kit.page import Line, Para, Run, blank
from debttree.tui.kit.widgets.filter_input import FilterInput
from debttree.tui.kit.widgets.listing import Listing
from debttree.tui.kit.widgets.pane import Pane

SHOWN_AT_MOST = 200
"""Hits listed: nobody reads further, they type another letter."""

TYPED_AT_MOST = 80
"""Letters of a search."""


class Search(Sheet):
    """A line to type in, and below it what was found."""

    DEFAULT_CSS = """
    Search > FilterInput { margin: 0 0 1 0; }
    Search > #list { padding: 0 1; }
    Search > #hint { padding: 0 2; height: 1fr; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Scope.SEARCH)]
    AUTO_FOCUS = "FilterInput"
    scopes = (Scope.SEARCH,)
    ranks = NOT_WHILE_TYPING

    def __init__(self, explorer: Walking, words: str = "") -> None:
        super().__init__(explorer)
        self._words = words
        """What the line begins with."""
        self._index: Index | None = None
        self._found = Found((), 0)
        self._looks_once_ready = False
        """Whether Enter was pressed while the guide was still being read."""

    def body(self) -> ComposeResult:
        """Compose the line, the hits, and what to do where there are none."""
        yield FilterInput(self._words, limit=TYPED_AT_MOST)
        yield Listing(id="list", focusable=False)
        yield Pane(id="hint", focusable=False)

    def show(self) -> None:
        """Search in the words of this language; the index is made beside the keys."""
        self._index = self.explorer.atlas.known_index(self.scene.language)
        if self._index is None:
            self._make_index(self.scene)
        self._search()

    @work(thread=True, exclusive=True, group="search")
    def _make_index(self, scene: Scene) -> None:
        with without_collector():
            index = self.explorer.atlas.index(scene.language)
        self.app.call_from_thread(self._index_ready, scene.language, index)

    def _index_ready(self, language: str, index: Index) -> None:
        if language == self.scene.language:
            self._index = index
            self._search()
            if self._looks_once_ready:
                self.action_look_at_hit()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search for what is typed now."""
        event.stop()
        self._search()

    def _search(self) -> None:
        """Find what has been typed so far."""
        typed = safe.typed(self.query_one(FilterInput).value, TYPED_AT_MOST)
        self._found = self._find(typed)
        listing, hint = self.query_one(Listing), self.query_one("#hint", Pane)
        listing.display = bool(self._found.hits)
        hint.display = not self._found.hits
        listing.show(HitEntries(self.scene, self.explorer.atlas.ids, self._found.hits))
        self._show_head(typed)
        hint.show(self._hint(typed))

    def _find(self, typed: str) -> Found:
        """Return what holds all words; where nothing does, what holds parts of them."""
        if self._index is None:
            return Found((), 0)
        found = self._index.find(typed, SHOWN_AT_MOST)
        return found if found.hits else self._index.find_near(typed, SHOWN_AT_MOST)

    def _show_head(self, typed: str) -> None:
        say, total = self.scene.say, self._found.total
        found = say.plural("{n} step found", "{n} steps found", total)
        if self._found.is_near and total:
            found = say.plural(
                "nowhere all of it; {n} step near it", "nowhere all of it; {n} steps near it", total
            )
        right: Line = (Run(found, "dim"),) if typed else ()
        self.head((Run(say("Search the guide"), "title"),), right)

    def _hint(self, typed: str) -> list[Para]:
        say = self.scene.say
        if self._index is None:
            return [Para((Run(say("A moment: the guide is being read."), "dim"),))]
        if typed:
            return [
                Para((Run(say("Nothing is found. Try fewer letters, or another word."), "warn"),)),
            ]
        return [
            Para((Run(say("Titles, texts, choices, checklists, sources and tags are searched."), "dim"),)),
            blank(),
            Para((Run(say("The first letters of pinyin do as well: zfl finds 支付令."), "dim"),)),
        ]

    def action_look_at_hit(self) -> None:
        """Look at the hit under the cursor, as soon as there can be one."""
        self._looks_once_ready = self._index is None
        self.query_one(Listing).action_choose()

    def action_move(self, by: int) -> None:
        """Move the cursor of the list while the line keeps the focus."""
        self.query_one(Listing).action_move(by)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter was pressed in the line."""
        event.stop()
        self.action_look_at_hit()

    def on_filter_input_moved(self, event: FilterInput.Moved) -> None:
        """Move the cursor of the list."""
        event.stop()
        self.action_move(event.by)

    def on_listing_chosen(self, event: Listing.Chosen) -> None:
        """Look at the node, with the way there."""
        event.stop()
        hit = self._found.hits[event.number]
        self.app.push_screen(Look(self.explorer, self.explorer.atlas.ids[hit.node]))

    def on_click(self, event: events.Click) -> None:
        """Keep the focus on the line after a click beside the list."""
        self.query_one(FilterInput).focus(scroll_visible=False)

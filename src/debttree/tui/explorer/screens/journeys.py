"""The list of people at an adviser's desk: all stored journeys, the nearest last day first, with actions for them."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical

from debttree.journey import desk, store
from debttree.journey.desk import Guides, Order, Person, everybody, holding, ordered, person
from debttree.model import Trouble, msg
from debttree.storage.stamp import Stamp
from debttree.tui.explorer.screens.people_acts import PeopleActs
from debttree.tui.explorer.screens.sheet import Walking
from debttree.tui.explorer.views.people import (
    NO_SUCH,
    NOBODY,
    NOTHING_KEPT,
    PeopleEntries,
    beside,
    glance,
    headings,
    name_of,
)
from debttree.tui.kit.actions import Scope, bindings
from debttree.tui.kit.dialogs.narrowed import Narrowed
from debttree.tui.kit.in_thread import in_thread
from debttree.tui.kit.one_frame import until_asked_for_a_paint
from debttree.tui.kit.page import Para, Run
from debttree.tui.kit.wanted import is_wanted_here
from debttree.tui.kit.widgets.bar import Bar
from debttree.tui.kit.widgets.filter_input import FilterInput
from debttree.tui.kit.widgets.foot import Hint
from debttree.tui.kit.widgets.listing import Listing
from debttree.tui.kit.widgets.pane import Pane

_PIECE = 25
"""People that are read before they are shown, while the others are still being read."""

_LOOKS_EVERY = 2.0
"""Seconds between checks whether another program has written a journey."""


class Journeys(PeopleActs, Narrowed):
    """A table whose rows are read in the background after the first paint."""

    DEFAULT_CSS = """
    Journeys #body { height: 1fr; layout: horizontal; }
    Journeys #table { width: 1fr; height: 1fr; }
    Journeys #people, Journeys #nobody { padding: 0 1; }
    Journeys #beside { display: none; }
    Journeys #beside { height: 1fr; padding: 0 1; width: 44; border-left: solid $rule; }
    Journeys.-wide #beside, Journeys.-vast #beside { display: block; }
    Journeys.-vast #beside { width: 60; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(Scope.JOURNEYS),
        Binding("escape", "unfilter", show=False),
    ]
    AUTO_FOCUS = "Listing"
    line_stays = False
    scopes = (Scope.JOURNEYS, Scope.LIST)
    ranks: ClassVar = {
        **dict.fromkeys(("journeys", "in-hand", "prospects", "urgent", "map", "outline", "search", "way"), 0),
        **dict.fromkeys(("compare", "summary", "note", "sources", "save-summary"), 0),
        "next-journey": 2,
        "palette": 0,
    }

    def __init__(self, explorer: Walking) -> None:
        super().__init__(explorer)
        self._found: dict[str, Person] = {}
        self._order = Order.DAY
        self._is_read = False
        self._stamps: dict[str, Stamp] = {}
        """Of the files as they were read."""
        self._taken = 0
        """How often a row was changed by what was done here."""

    def body(self) -> ComposeResult:
        """Compose the filter, the table, and the description of the person under the cursor."""
        with Container(id="body"):
            with Vertical(id="table"):
                yield FilterInput()
                yield Bar(id="columns")
                yield Listing(id="people")
                yield Pane(id="nobody", focusable=False)
            yield Pane(id="beside", focusable=False, rest=self._rest)
        yield Bar(id="more", fill="─")

    def on_mount(self) -> None:
        """Read the stored journeys, once the empty table has been painted."""
        self.query_one(FilterInput).display = False
        super().on_mount()
        self.call_after_refresh(self.read_anew)
        self.set_interval(_LOOKS_EVERY, self.look_outside)

    def read_anew(self) -> None:
        """Read all people from disk, in the background."""
        shelf = self.explorer.shelf
        self._is_read = shelf is None or not shelf.keeps
        if not self._is_read:
            if not self._found:
                self.query_one(Listing).expect()
            in_thread(self, "people", self._read, self.explorer.guides, self.scene.today, exclusive=True)
        self.show()

    def _read(self, guides: Guides, today: dt.date) -> None:
        """Pass on the people piece by piece; rows whose file is gone are removed at the end."""
        is_wanted = is_wanted_here()
        found: list[Person] = []
        stamps = store.stamps()
        seen: set[str] = set()
        for row in everybody(guides, today):
            if not is_wanted():
                return
            seen.add(row.file)
            found.append(row)
            if len(found) == _PIECE:
                self.hand_back(self._add, found)
                found = []
        self.hand_back(self._add, found, seen, stamps)

    def _add(
        self,
        rows: Iterable[Person],
        seen: set[str] | None = None,
        stamps: Mapping[str, Stamp] | None = None,
    ) -> None:
        """Add people who were read; with the last piece come the files of all people, and the stamps of these files."""
        if not self.is_attached:
            return
        listing = self.listed
        is_at_top = not self._is_read and listing.cursor == 0
        self._found |= {row.file: row for row in rows}
        if seen is not None:
            self._is_read, self._stamps = True, dict(stamps or {})
            self._found = {file: row for file, row in self._found.items() if file in seen}
            self.marked &= seen
        self.show()
        if is_at_top:  # not moved yet: it stays on the most urgent person
            listing.cursor = 0
        listing.arrived()

    def look_outside(self) -> None:
        """Reload journeys that another program has written, renamed or deleted."""
        if self._is_read and self.is_current:
            given = self.explorer.guides, self.scene.today, dict(self._stamps), self._taken
            in_thread(self, "people", self._read_changes, *given, exclusive=True)

    def _read_changes(self, guides: Guides, today: dt.date, known: Mapping[str, Stamp], taken: int) -> None:
        """Hand over the people whose files differ from what was read.

        Args:
            guides: finds their guides.
            today: the day that is asked about.
            known: the stamps of the files as they were read.
            taken: how often a row was changed by what was done here; once more meanwhile: it is looked at again later.
        """
        stamps = store.stamps()
        if stamps != known:
            rows = [person(name, guides, today) for name, stamp in stamps.items() if known.get(name) != stamp]
            self.hand_back(self._take_changes, rows, stamps, taken)

    def _take_changes(self, rows: Iterable[Person], stamps: Mapping[str, Stamp], taken: int) -> None:
        if not self.is_attached or taken != self._taken:
            return
        gone = [name_of(self.say, row) for file, row in self._found.items() if file not in stamps]
        self._add(rows, set(stamps), stamps)
        if gone:
            self.tell(self.say("No longer here, or called otherwise: {names}", names=", ".join(gone)), "warn")

    def take_in(self, gone: str, row: Person | None = None) -> None:
        """Replace a row by another one, or remove it."""
        self._taken += 1
        self._found.pop(gone, None)
        if row is not None:
            self._found[row.file] = row
        if gone in self.marked:
            self.marked = (self.marked - {gone}) | ({row.file} if row is not None else set())
        self.show()

    @property
    def everybody(self) -> list[Person]:
        """All people, in the chosen order."""
        return ordered(self._found.values(), self._order)

    @property
    def rows(self) -> list[Person]:
        """The people who match the filter."""
        return holding(self.everybody, self.typed, self.scene.language)

    @property
    def pointed(self) -> Person | None:
        """The person under the cursor, or None."""
        rows = self._shown
        cursor = self.listed.cursor
        return rows[cursor] if cursor < len(rows) else None

    _shown: Sequence[Person] = ()

    @property
    def listed(self) -> Listing:
        """The table."""
        return self.query_one(Listing)

    def narrow(self) -> None:
        """Filter the rows by the typed text."""
        self.show()

    def show(self) -> None:
        """Show the table; the cursor stays on the same person."""
        say, scene, listing = self.scene.say, self.scene, self.listed
        at = self.pointed
        self._shown = self.rows
        place = next((n for n, row in enumerate(self._shown) if at is not None and row.file == at.file), None)
        shelf = self.explorer.shelf
        here = shelf.keeper.name if shelf is not None else None
        alike = desk.of_one_name(self._found.values())
        listing.display = bool(self._shown)
        entries = PeopleEntries(scene, self._shown, self.marked, alike, here)
        listing.show(
            entries,
            listing.cursor if place is None else place,
        )
        nobody = self.query_one("#nobody", Pane)
        nobody.display = not self._shown
        nobody.show([Para((Run(self._nobody(), "dim"),))])
        self._show_head()
        self.query_one("#columns", Bar).show(headings(say, self._width, entries.longest))
        self._show_beside()

    @property
    def _width(self) -> int:
        """Return the width of the table in cells; textual lays it out later than the line above it."""
        beside = 60 if self.has_class("-vast") else 44 if self.has_class("-wide") else 0
        return self.room.width - 2 - beside

    def _nobody(self) -> str:
        shelf = self.explorer.shelf
        if shelf is None or not shelf.keeps:
            return self.say.tell(NOTHING_KEPT)
        if not self._is_read:
            return self.say("Reading who is kept ...")
        return self.say.tell(NO_SUCH if self._found else NOBODY)

    def _show_head(self) -> None:
        say, n = self.say, len(self._found)
        words = say.plural("{n} person", "{n} people", n) if self._is_read else say("{n} so far ...", n=n)
        marked = say("{n} marked", n=len(self.marked)) if self.marked else ""
        right = " · ".join(filter(None, (marked, words, say.tell(self._order.words))))
        self.head(
            (Run(say("People: Enter goes on, N begins"), "title"),),
            (Run(right, "dim"),),
            (Run(words, "dim"),),
        )

    def _rest(self, lines: int) -> tuple[Run, ...]:
        return (Run(" "), Run(self.say("{n} more lines", n=lines), "dim"))

    def _show_beside(self) -> None:
        """Describe the person under the cursor, if there is room."""
        if self.is_wide:
            row = self.pointed
            self.query_one("#beside", Pane).show(beside(self.scene, row) if row is not None else [])
        place = f"{self.listed.cursor + 1}/{len(self._shown)}" if self._shown else ""
        at = self.pointed
        told = (Run("── ", "rule"), *glance(self.scene, at), Run(" ")) if at and not self.is_wide else ()
        self.query_one("#more", Bar).show(
            told, (Run(f" {place} ", "dim"), Run("──", "rule")) if place else ()
        )

    def resized(self) -> None:
        """Set the new widths of the columns."""
        self.show()

    async def on_listing_moved(self, event: Listing.Moved) -> None:
        """Describe the person under the cursor."""
        event.stop()
        self._show_beside()
        await until_asked_for_a_paint()

    def on_listing_chosen(self, event: Listing.Chosen) -> None:
        """Continue with a person."""
        event.stop()
        if self.is_current and event.number < len(self._shown):
            self._go_on(self._shown[event.number])

    def action_choose_number(self, digit: int) -> None:
        """Continue with the person with that number."""
        if digit <= len(self._shown):
            self._go_on(self._shown[digit - 1])

    def _go_on(self, row: Person) -> None:
        """Continue with a person, in their guide."""
        shelf = self.explorer.shelf
        if shelf is None:
            return
        if row.file == shelf.keeper.name:
            self.explorer.close_all()
            return
        if row.problem is not None:
            self.warn(row.problem)
            return
        if row.tree is None and row.saved is not None:
            self.warn(
                msg("Their guide is not at hand: {title}.", title=row.saved.tree_title),
                msg("It was {name}; opened by its path, the guide is at hand.", name=row.saved.tree_name),
            )
            return
        if row.tree is not None and row.tree.version != self.scene.tree.version:
            self.app.call_later(self.explorer.turn_over, row)
            return
        try:
            self.explorer.turn(shelf, lambda shelf: shelf.open(row.file))
        except Trouble as trouble:
            self.warn(trouble.message)
        else:
            self.explorer.close_all()

    def action_order(self) -> None:
        """Sort by the next criterion, and name it in a message, since a narrow head has no room for it."""
        self._order = self._order.next
        self.show()
        self.tell(self.say("Order: {order}.", order=self._order.words))

    def action_mark(self) -> None:
        """Mark or unmark the person under the cursor, and move to the next one."""
        if (row := self.pointed) is not None:
            self.marked ^= {row.file}
            self.show()
            self.listed.action_move(1)

    def action_filter(self) -> None:
        """Focus the filter."""
        line = self.query_one(FilterInput)
        line.placeholder = self.say("a name, a place, what a last day is for")
        line.display = True
        line.focus()

    def hints(self) -> Sequence[Hint]:
        """Return the hints of the foot; in the filter only keys that type no letter."""
        if not self.query_one(FilterInput).has_focus:
            return super().hints()
        say = self.say
        return [
            Hint("Enter", say("to the rows"), "filtered"),
            Hint("Esc", say("show all"), "unfilter"),
            Hint("Ctrl+Q", say("quit"), "app.in_mode('quit')"),
        ]

    def on_descendant_focus(self) -> None:
        """Show the keys of the widget that has the focus."""
        self.show_foot()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Return False for Esc if there is no filter to remove, so that the mode handles it."""
        return action != "unfilter" or self.query_one(FilterInput).display

    def action_unfilter(self) -> None:
        """Remove the filter."""
        line = self.query_one(FilterInput)
        line.value = ""
        line.display = False
        self.listed.focus()
        self.show()

    def entered(self) -> None:
        """Move the focus from the filter to the rows."""
        self.action_filtered()

    def action_filtered(self) -> None:
        """Move the focus to the rows; the filter stays until Esc."""
        if not self.typed:
            self.action_unfilter()
        self.listed.focus()

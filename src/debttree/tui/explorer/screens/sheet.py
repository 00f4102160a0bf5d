"""The base of the explorer's screens: head and foot, the scene, and the actions of items."""

import datetime as dt
from collections.abc import Callable, Hashable, Sequence
from typing import TYPE_CHECKING, Protocol

from debttree.export import Format
from debttree.journey import Due, Item, Journey, Opened, Shelf, dues, kept
from debttree.journey.calls import script
from debttree.journey.events import happened, may_lie_ahead
from debttree.locales import Phrases
from debttree.model import Clock, Message
from debttree.tui.explorer.items import AtNote, GoTo, Happened, Link, Ring, Seek, Tick
from debttree.tui.explorer.scene import Scene
from debttree.tui.explorer.views.contacts import reached_by
from debttree.tui.kit.actions import Scope, action_called
from debttree.tui.kit.dialogs.frame import Framed, Host, Numbered, OnePane
from debttree.tui.kit.in_thread import in_thread
from debttree.tui.kit.page import Para, Run, blank
from debttree.tui.kit.widgets.foot import Hint

if TYPE_CHECKING:
    from debttree.analysis.tree_index import TreeIndex
    from debttree.export import Redaction
    from debttree.journey.desk import Guides, Person


class Walking(Host, Protocol):
    """The part of the explorer that its screens use."""

    shelf: Shelf | None
    summary_format: Format
    left_out: frozenset["Redaction"]

    @property
    def scene(self) -> Scene:
        """What there is to show."""

    @property
    def clock(self) -> Clock:
        """The clock that the program was started with."""

    @property
    def tree_index(self) -> "TreeIndex":
        """The tree's index for map, outline and search."""

    def walked(self, journey: Journey, *said: Message) -> None:
        """Save a journey after a step, show it, and show messages."""

    def jump(self, to: str) -> None:
        """Jump to a node, show it, and say how to return."""

    async def go_on_elsewhere(self, guide: str) -> None:
        """Continue in another guide; this one stays open below it."""

    @property
    def guides(self) -> "Guides":
        """Finds the guides of all stored journeys."""

    async def turn_over(self, row: "Person") -> None:
        """Continue with another person in their guide."""

    def begin_anew(self) -> None:
        """Leave the saved journey as it is, and begin another."""

    def turn(self, shelf: Shelf, to: Callable[[Shelf], Opened]) -> None:
        """Switch to another journey; raise Trouble if that is not possible."""

    def give_name(self, shelf: Shelf, name: str, whose: str) -> str:
        """Rename a person, and return the name of their file; raise Trouble if that is not possible.

        Args:
            shelf: keeps the journeys.
            name: of the journey's file.
            whose: the name of the person, as typed; not empty.
        """

    def delete(self, shelf: Shelf, name: str, expected: bytes) -> None:
        """Delete a journey; raise Trouble if that is not possible.

        Args:
            shelf: keeps the journeys.
            name: of the journey's file.
            expected: the journey when the person confirmed; a changed one is not deleted.
        """

    @property
    def page(self) -> Framed:
        """The topmost full screen."""

    def change_note(self, number: int) -> None:
        """Ask for a new text of a note, given its number from 0."""

    def open(self, screen: Framed) -> None:
        """Show a screen above the main one, in place of another one unless that one `lasts`."""

    def close_all(self) -> None:
        """Close everything above the main screen."""

    def action_open(self, target: str, *given: str) -> None:
        """Open a screen given as `module:Class`, with arguments."""

    def action_close(self) -> None:
        """Close the topmost screen."""


class Sheet(Framed):
    """A full screen of the explorer."""

    def __init__(self, explorer: Walking) -> None:
        super().__init__(explorer)
        self.explorer = explorer

    @property
    def scene(self) -> Scene:
        """What there is to show."""
        return self.explorer.scene

    def choose(self, item: Hashable) -> None:
        """Act on an item: tick, set a date, open or go to it."""
        match item:
            case Tick(entry):
                self.change(self.scene.journey.ticked(entry))
            case Happened(deadline):
                self._ask_day(deadline)
            case Ring(contact):
                self.copy(reached_by(self.scene.tree.contacts[contact]))
            case Link(address):
                self._ask_link(address)
            case AtNote(number):
                self.explorer.change_note(number)
            case GoTo(node):
                self.explorer.jump(node)
            case Seek(words):
                self.explorer.action_open("explorer.screens.search:Search", words)

    def index_with_graph(self) -> "TreeIndex | None":
        """Return the tree's index if its graph has been made; else None, and the screen is shown again once it is."""
        tree_index = self.explorer.tree_index
        if tree_index.is_ready:
            return tree_index
        in_thread(self, "graph", self._prepare_graph, exclusive=True)
        return None

    def _prepare_graph(self) -> None:
        """Make the graph, or wait for the thread that makes it, while keys are handled."""
        self.explorer.tree_index.prepare()
        self.hand_back(self.show_anew)

    @property
    def pointed_choice(self) -> str | None:
        """The choice of the present node under the cursor, or None."""
        return None

    def hints(self) -> Sequence[Hint]:
        """Return the hints of the foot; the call is offered only if there is something to say or ask."""
        offered = super().hints()
        calls = action_called(Scope.EXPLORER, "call").run
        return offered if script(self.scene.node) else [hint for hint in offered if hint.run != calls]

    @property
    def noted_node(self) -> str:
        """The id of the node that a note written here is about."""
        return self.scene.journey.at

    def change(self, journey: Journey, *said: Message) -> None:
        """Pass a changed journey to the explorer, with messages."""
        self.explorer.walked(journey, *said)

    def copy(self, words: str) -> None:
        """Copy words to the clipboard, and say what to do if the terminal does not allow it."""
        self.app.copy_to_clipboard(words)
        first, *more = words.split("\n")
        copied = self.say("Copied: {words}", words=f"{first} ..." if more else first)
        sure = self.say(
            "If it is not there, your terminal does not allow it: select with the mouse while you hold Shift, or save "
            "the summary with {key}.",
            key=self.key(Scope.EXPLORER, "summary"),
        )
        self.tell(f"{copied} {sure}")

    def _ask_day(self, item: Item) -> None:
        """Ask for the date of a deadline's event; if the deadline is done, for the date when it was done."""
        scene = self.scene
        due = next(due for due in dues(scene.tree, scene.journey) if (due.node, due.deadline.id) == item)
        if due.done is not None:
            self._ask_done(due, due.done)
        else:
            self._ask_date(due)

    def _ask_date(self, due: Due) -> None:
        from debttree.journey.dating import event_date  # the first paint needs none of it

        scene, say, journey = self.scene, self.scene.say, self.scene.journey
        item = (due.node, due.deadline.id)
        ahead = may_lie_ahead(scene.tree, item)

        def take(text: str) -> None:
            day = event_date(text, self.scene.today, ahead=ahead) if text else None
            self.change(happened(scene.tree, journey, item, day))

        when = say("When is it? ") if ahead else say("When was it? ")
        question = (Run(when, "strong"), *scene.line(due.deadline.event))
        hint = _date_hint(say, scene.today, ahead=ahead)
        self.ask(question, take, hint=hint, value=due.event_date.isoformat() if due.event_date else "")

    def _ask_done(self, due: Due, known: dt.date) -> None:
        from debttree.journey.dating import event_date  # the first paint needs none of it

        scene, say, journey = self.scene, self.scene.say, self.scene.journey

        def take(text: str) -> None:
            day = event_date(text, self.scene.today) if text else None
            self.change(kept(scene.tree, journey, (due.node, due.deadline.id), day))

        question = (Run(say("When did you do it? "), "strong"), *scene.line(due.deadline.text))
        hint = say(
            "Like {date}, 20 Nov, the day of the month alone, or 8 days ago; empty: it is not done.",
            date=scene.today.isoformat(),
        )
        self.ask(question, take, hint=hint, value=known.isoformat())

    def _ask_link(self, written: str) -> None:
        from debttree.tui.kit.browser import web_address  # nor this

        say, address = self.scene.say, web_address(written)
        if address is None:
            self.tell(say("This is no web address: {address}", address=written), "warn")
            return
        question = [
            Para((Run(say("Open this address in your browser?"), "title"),)),
            blank(),
            Para((Run(address, "link"),)),
            blank(),
            Para((Run(say("The site then sees your visit; nothing else leaves this machine."), "dim"),)),
        ]

        self.confirm(question, say("Yes, open it"), say("No"), lambda: self.app.open_url(address))


def _date_hint(say: Phrases, today: dt.date, *, ahead: bool) -> str:
    """Return a hint how to write a date; for an event that may lie ahead, a short date is the next such day."""
    if ahead:
        return say(
            "Like {date}, 20 Nov, or the day of the month alone for the next one; empty: not known.",
            date=today.isoformat(),
        )
    return say(
        "Like {date}, 20 Nov, the day of the month alone, or 8 days ago; empty: not known.",
        date=today.isoformat(),
    )


class SheetPane(Sheet, OnePane):
    """A screen of the explorer with one pane, which holds a text or a list."""

    top = (blank(),)


class NumberedSheet(SheetPane, Numbered):
    """A list of the explorer whose entries can be chosen by a digit."""

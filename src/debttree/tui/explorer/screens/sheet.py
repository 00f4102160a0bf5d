"""What every screen that shows the tree has in common: head and foot, the scene, and what choosing an item does."""

from collections.abc import Callable, Hashable
from typing import TYPE_CHECKING, Protocol

from debttree.export import Format
from debttree.journey import Item, Journey, Opened, Shelf
from debttree.journey.dating import event_date, happened
from debttree.model import Clock, Message
from debttree.tui.explorer.items import AtNote, GoTo, Happened, Link, Tick
from debttree.tui.explorer.scene import Scene
from debttree.tui.kit.dialogs.frame import Framed, Host, Numbered, OnePane
from debttree.tui.kit.page import Para, Run, blank

if TYPE_CHECKING:
    from debttree.analysis.tree_index import TreeIndex


class Walking(Host, Protocol):
    """What a screen uses of the explorer."""

    shelf: Shelf | None
    summary_format: Format

    @property
    def scene(self) -> Scene:
        """What there is to show."""

    @property
    def clock(self) -> Clock:
        """Says when it is."""

    @property
    def atlas(self) -> "TreeIndex":
        """What map, outline and search know about the tree."""

    def walked(self, journey: Journey, *said: Message) -> None:
        """Show the journey where it stands now, keep it, and say what there is to say."""

    def jump(self, to: str) -> None:
        """Go to a node that no choice leads to from here, show it, and say how to come back."""

    def begin_anew(self) -> None:
        """Leave the saved journey as it is and begin another."""

    def turn(self, shelf: Shelf, to: Callable[[Shelf], Opened]) -> None:
        """Leave the journey for another one; raises Trouble where that cannot be."""

    def give_name(self, shelf: Shelf, name: str, whose: str) -> str:
        """Call somebody otherwise, and return the name of their file; raises Trouble where that cannot be.

        Args:
            shelf: keeps the journeys.
            name: of the journey's file.
            whose: the name as typed; not empty.
        """

    def delete(self, shelf: Shelf, name: str, expected: bytes) -> None:
        """Delete a journey; raises Trouble where that cannot be.

        Args:
            shelf: keeps the journeys.
            name: of the journey's file.
            expected: what it held when somebody agreed to that.
        """

    @property
    def page(self) -> Framed:
        """The topmost whole screen."""

    def open(self, screen: Framed) -> None:
        """Show a screen above the main one, in place of another that is there."""

    def close_all(self) -> None:
        """Close everything above the main screen."""

    def action_open(self, target: str) -> None:
        """Open a screen by its name."""

    def action_close(self) -> None:
        """Close what is on top."""


class Sheet(Framed):
    """A whole screen of the explorer."""

    def __init__(self, explorer: Walking) -> None:
        super().__init__(explorer)
        self.explorer = explorer

    @property
    def scene(self) -> Scene:
        """What there is to show."""
        return self.explorer.scene

    def choose(self, item: Hashable) -> None:
        """Tick, date, open or go to what an item stands for."""
        match item:
            case Tick(entry):
                self.change(self.scene.journey.ticked(entry))
            case Happened(deadline):
                self._ask_date(deadline)
            case Link(address):
                self._ask_link(address)
            case AtNote(number):
                self._change_note(number)
            case GoTo(node):
                self.explorer.jump(node)

    @property
    def noted_node(self) -> str:
        """The node that a note is about which is written here."""
        return self.scene.journey.at

    def change(self, journey: Journey, *said: Message) -> None:
        """Hand a changed journey up, and what is to be said of that."""
        self.explorer.walked(journey, *said)

    def _ask_date(self, item: Item) -> None:
        scene, say, journey = self.scene, self.scene.say, self.scene.journey
        node, name = item
        deadline = next(d for d in scene.tree.nodes[node].deadlines if d.id == name)
        known = journey.dates.get(item)

        def take(text: str) -> None:
            day = event_date(text, self.scene.today) if text else None
            self.change(happened(scene.tree, journey, item, day))

        question = (Run(say("When was it? "), "strong"), *scene.line(deadline.event))
        hint = say(
            "Like {date}, or the day of the month alone, or yesterday; empty: not known.",
            date=scene.today.isoformat(),
        )
        self.ask(question, take, hint=hint, value=known.isoformat() if known else "")

    def _change_note(self, number: int) -> None:
        from debttree.tui.explorer.noting import change_note  # with a text area, which few need at once

        change_note(self.explorer, number)

    def _ask_link(self, address: str) -> None:
        say = self.scene.say
        if not address.startswith(("https://", "http://")):
            self.tell(say("This is no web address: {address}", address=address), "warn")
            return
        question = [
            Para((Run(say("Open this address in your browser?"), "title"),)),
            blank(),
            Para((Run(address, "link"),)),
            blank(),
            Para((Run(say("The site then sees your visit; nothing else leaves this machine."), "dim"),)),
        ]

        self.confirm(question, say("Yes, open it"), say("No"), lambda: self.app.open_url(address))


class SheetPane(Sheet, OnePane):
    """A screen of the explorer that is one text or list."""

    top = (blank(),)


class NumberedSheet(SheetPane, Numbered):
    """One list of the explorer; a digit takes the entry of that number."""

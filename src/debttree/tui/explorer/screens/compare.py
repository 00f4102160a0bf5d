"""Compare two choices, the present node, or another stored journey, side by side."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from typing import ClassVar

from textual.binding import BindingType

from debttree.journey import Journey, find
from debttree.journey.store import list_journeys
from debttree.model import Trouble
from debttree.tui.explorer.scene import Scene
from debttree.tui.explorer.screens.sheet import SheetPane, Walking
from debttree.tui.explorer.views.compare import Side, choice_side, compared, journey_side
from debttree.tui.kit.actions import Scope, bindings
from debttree.tui.kit.in_thread import in_thread
from debttree.tui.kit.page import Block


class Compare(SheetPane):
    """Two sides, each of which can be changed by keys."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Scope.COMPARE)]
    scopes = (Scope.COMPARE, Scope.LIST)

    def __init__(
        self, explorer: Walking, what_if: Side | None = None, people: Sequence[tuple[str, Journey]] = ()
    ) -> None:
        """Make a screen; by default it compares two choices here.

        Args:
            explorer: the mode.
            what_if: a side to compare with the present node instead.
            people: names and journeys of two people to compare instead.
        """
        super().__init__(explorer)
        here = len(self.scene.node.choices)
        self._left, self._right = (here, here + 1) if what_if else (0, 1)
        self._people = [journey_side(name, journey) for name, journey in people]
        self._others = [what_if] if what_if else []

    def on_mount(self) -> None:
        """Read in the background which other journeys are stored; none in a private session."""
        if not self.scene.private and not self._people:
            in_thread(self, "compared", self._read, self.scene)

    def _read(self, scene: Scene) -> None:
        self.hand_back(self._know, list(_kept_sides(scene)))

    def _know(self, others: list[Side]) -> None:
        self._others += others

    def heading(self) -> str:
        """Return the heading, with the title of the node or the names of the people."""
        scene = self.scene
        if self._people:
            return scene.say("Compare two people")
        return scene.say("Compare: {title}", title=scene.title(scene.journey.at))

    def blocks(self) -> Iterable[Block]:
        """Return both sides."""
        return compared(self.scene, self._side(self._left), self._side(self._right), self.index_with_graph())

    @property
    def _count(self) -> int:
        """The number of sides: two people; else the choices, the present node and the other journeys."""
        return len(self._people) or len(self.scene.node.choices) + 1 + len(self._others)

    def _side(self, number: int) -> Side:
        here, number = len(self.scene.node.choices) + 1, number % self._count
        if self._people:
            return self._people[number]
        return choice_side(self.scene, number) if number < here else self._others[number - here]

    def action_other(self, side: str, by: int) -> None:
        """Show the next or previous side in the left or right column."""
        count = self._count
        steps = range(by, by * count, by)
        if side == "left":
            self._left = next(
                (n for n in (self._left + step for step in steps) if (n - self._right) % count), self._left
            )
        else:
            self._right = next(
                (n for n in (self._right + step for step in steps) if (n - self._left) % count), self._right
            )
        self.show()


def _kept_sides(scene: Scene) -> Iterator[Side]:
    """Yield the stored journeys through this tree that are at another node."""
    for entry in list_journeys():
        with suppress(Trouble):
            journey = find(scene.tree, entry.name).journey
            if journey.path != scene.journey.path:
                yield journey_side(journey.whose or scene.say("(no name yet)"), journey)

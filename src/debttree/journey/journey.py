"""A journey as a value: each move gives a new journey, and none of them loses what was typed."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from debttree.model import JUMP, Path, Step, Tree

Item = tuple[str, str]
"""A checklist item or deadline: the id of its node and its own."""


@dataclass(frozen=True, slots=True)
class Note:
    """What somebody wrote down at a node, and on which day."""

    node: str
    text: str
    made: dt.date


@dataclass(frozen=True, slots=True)
class Journey:
    """Where somebody walked in a tree, and what they noted there.

    Attributes:
        path: from where they began to where they stand.
        ahead: steps that they went back over, nearest first; `forward` takes them again.
        notes: in the order in which they were made.
        ticks: checklist items that are done.
        dates: when the event of a deadline happened.
    """

    path: Path
    ahead: tuple[Step, ...] = ()
    notes: tuple[Note, ...] = ()
    ticks: frozenset[Item] = frozenset()
    dates: Mapping[Item, dt.date] = field(default_factory=dict)

    @property
    def at(self) -> str:
        """The id of the node that they stand on."""
        return self.path.end

    def take(self, tree: Tree, choice_id: str) -> "Journey":
        """Take a choice of this node. Steps ahead stay where the same way is taken again."""
        choice = tree.nodes[self.at].choice(choice_id)
        if choice is None:
            raise KeyError(choice_id)
        return self._walk(Step(self.at, choice_id, choice.to))

    def jump(self, to: str) -> "Journey":
        """Go elsewhere without taking a choice; what was met stays met."""
        return self._walk(Step(self.at, JUMP, to))

    def back(self) -> "Journey":
        """One step back; at the beginning the same journey."""
        if not self.path.steps:
            return self
        *earlier, last = self.path.steps
        return replace(self, path=Path(self.path.start, tuple(earlier)), ahead=(last, *self.ahead))

    def forward(self) -> "Journey":
        """Take the next step ahead again; where there is none the same journey."""
        return self._walk(self.ahead[0]) if self.ahead else self

    def noted(self, text: str, made: dt.date) -> "Journey":
        """With a note at this node."""
        return replace(self, notes=(*self.notes, Note(self.at, text, made)))

    def ticked(self, item: Item) -> "Journey":
        """With an item ticked, or not ticked any more."""
        return replace(self, ticks=self.ticks ^ {item})

    def dated(self, item: Item, day: dt.date | None) -> "Journey":
        """With the date of a deadline's event, or without it."""
        dates = {known: when for known, when in self.dates.items() if known != item}
        return replace(self, dates=dates if day is None else {**dates, item: day})

    def _walk(self, step: Step) -> "Journey":
        same = bool(self.ahead) and self.ahead[0] == step
        return replace(self, path=self.path.then(step), ahead=self.ahead[1:] if same else ())


def begin(tree: Tree) -> Journey:
    """A journey that stands at the root."""
    return Journey(Path(tree.root))

"""The ways out of the explorer: to the editor, to another guide, to a person who walks another guide."""

import datetime as dt
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from debttree.model import Tree

if TYPE_CHECKING:
    from debttree.journey.desk import Guides, Person


@dataclass(frozen=True, slots=True)
class Exits:
    """Functions that open something in place of the explorer; None if that is not possible.

    Attributes:
        edit: opens the editor at the node where the person is.
        go_on: opens the guide with a name, in which the story goes on; raises Trouble if it cannot.
        turn_over: continues with another person in their guide; raises Trouble if it cannot.
        files: of the guides that were opened, since one opened by its path cannot be found by name.
    """

    edit: Callable[[], Awaitable[None]] | None = None
    go_on: Callable[[str], Awaitable[None]] | None = None
    turn_over: "Callable[[Person], Awaitable[None]] | None" = None
    files: tuple[Path, ...] = ()

    def guides(self, tree: Tree, today: dt.date) -> "Guides":
        """Return what finds the guides of everybody, beginning with one that is open."""
        from debttree.journey.desk import Guides  # the first paint needs none of it

        return Guides(tree, today, self.files)

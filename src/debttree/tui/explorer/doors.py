"""What leads out of the explorer: to the editor, to another guide, to somebody who walks in another one."""

import datetime as dt
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from debttree.model import Tree

if TYPE_CHECKING:
    from debttree.journey.desk import Guides, Person


@dataclass(frozen=True, slots=True)
class Doors:
    """Functions that open something in the place of the explorer; None where nothing is opened.

    Attributes:
        edit: opens the editor where somebody stands.
        go_on: opens the guide of a name, in which the story goes on; raises Trouble where it cannot.
        turn_over: goes on with somebody in their guide; raises Trouble where it cannot.
        files: of the guides that were opened; one that was named by its path is found by no name.
    """

    edit: Callable[[], Awaitable[None]] | None = None
    go_on: Callable[[str], Awaitable[None]] | None = None
    turn_over: "Callable[[Person], Awaitable[None]] | None" = None
    files: tuple[Path, ...] = ()

    def guides(self, tree: Tree, today: dt.date) -> "Guides":
        """Return what finds the guides of everybody, beginning with one that is open."""
        from debttree.journey.desk import Guides  # the first paint needs none of it

        return Guides(tree, today, self.files)

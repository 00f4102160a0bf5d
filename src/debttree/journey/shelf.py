"""The stored journeys through one tree, and which of them is being walked."""

import datetime as dt
import os
from dataclasses import dataclass

from debttree.journey import store
from debttree.journey.journey import Journey, begin
from debttree.journey.keeper import Keeper, Opened, open_or_begin
from debttree.journey.resume import belongs
from debttree.model import Message, Tree


@dataclass
class Shelf:
    """Switches between the journeys of one tree, as an adviser does all day.

    Attributes:
        tree: that they lead through.
        keeper: of the journey that is being walked.
    """

    tree: Tree
    keeper: Keeper

    @property
    def keeps(self) -> bool:
        """Whether anything is kept."""
        return self.keeper.name is not None

    @property
    def own_name(self) -> str:
        """The name of the journey that is walked; empty for the one that the tree has by itself."""
        return store.own_name(self.keeper.name, self.tree.name)

    def save(self, journey: Journey, language: str, today: dt.date) -> Message | None:
        """Store the journey that is walked; what it returns must be shown.

        Args:
            journey: the walk as it is now.
            language: of the tree's words.
            today: the day to write into the file.
        """
        return self.keeper.save(self.tree, journey, language, today)

    def journeys(self) -> tuple[store.StoredJourney, ...]:
        """Return the journeys stored for this tree, the one saved last first."""
        return tuple(
            entry
            for entry in store.list_journeys()
            if entry.saved is not None and belongs(self.tree, entry.saved)
        )

    def open(self, name: str) -> Opened:
        """Switch to another journey.

        Raises:
            Trouble: it leads through another tree by now, or cannot be read.
        """
        opened = open_or_begin(self.tree, name=name)
        self.keeper = opened.keeper
        return opened

    def begin(self, name: str = "") -> Opened:
        """Switch to a new journey; without a name it gets the tree's own and a number.

        Raises:
            Trouble: the name is taken or cannot be one.
        """
        if name:
            store.refuse_taken(name)
        else:
            names = store.numbered(store.name_for(self.tree.name))
            name = next(free for free in names if not os.path.lexists(store.file_of(free)))
        self.keeper = Keeper(name)
        return Opened(begin(self.tree), self.keeper)

    def rename(self, old: str, new: str) -> None:
        """Give a journey another name, the one that is walked too.

        Raises:
            Trouble: the name is taken or cannot be one, or the disk refuses.
        """
        if old == self.keeper.name:
            self.keeper.rename(new)
        else:
            store.rename(old, new)

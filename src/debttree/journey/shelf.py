"""The stored journeys through one tree, and which of them is being walked."""

import datetime as dt
from dataclasses import dataclass, replace

from debttree.journey import people, store
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
            Trouble: there is none of that name any more, it leads through another tree by now, or cannot be read.
        """
        store.existing(name)
        opened = open_or_begin(self.tree, name=name)
        self.keeper = opened.keeper
        return opened

    def begin(self, whose: str = "") -> Opened:
        """Switch to a new journey.

        Args:
            whose: the name of the person as typed; empty where there is but one, who needs none.

        Raises:
            Trouble: there is one of that name, or another one without a name.
        """
        if whose:
            people.refuse_known(whose)
        else:
            people.refuse_second_unnamed(self.tree.name)
        self._switch_to_new(whose)
        return Opened(replace(begin(self.tree), whose=whose), self.keeper)

    def _switch_to_new(self, whose: str) -> None:
        self.keeper = Keeper(people.free_file(whose or self.tree.name))

    def give_name(self, name: str, whose: str) -> str:
        """Rename a person, be it the present one, and return the new name of the file.

        Args:
            name: of the journey's file.
            whose: the name of the person, as typed; not empty.

        Raises:
            Trouble: another person has this name, or the file cannot be renamed.
        """
        if name == self.keeper.name:
            return self.keeper.give_name(whose)
        return people.give_name(name, whose)[0]

    def delete(self, name: str, expected: bytes) -> Opened | None:
        """Delete a journey; after the one that is walked another one begins, without a name.

        Args:
            name: of the journey's file.
            expected: the bytes when the person confirmed; a changed file is not deleted.

        Raises:
            Trouble: it has been changed since, or cannot be deleted.
        """
        if name != self.keeper.name:
            store.delete_as_seen(name, expected)
            return None
        self.keeper.delete()
        self._switch_to_new("")
        return Opened(begin(self.tree), self.keeper)

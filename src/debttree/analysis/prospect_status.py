"""The status of a consequence with regard to what lies ahead: six, exclusive, in order."""

from collections.abc import Mapping
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple


class Status(StrEnum):
    """The status of one consequence at one place, from the best to the worst. Scripts know the values.

    They speak of the tree, not of the world; people read `debttree.analysis.wording` instead.
    """

    IMPOSSIBLE = "impossible"
    """No walk from here meets it."""
    AVOIDABLE = "avoidable"
    """With the right choices an outcome is reached without it, whatever the others answer."""
    HOLDABLE = "holdable"
    """As avoidable, unless others went on for ever to answer so that no end is reached."""
    AT_RISK = "at-risk"
    """Everything else: some way avoids it, but it is not in your hands alone; setbacks say how far off it is."""
    CERTAIN = "certain"
    """An outcome can be reached, and every walk to one meets it."""
    INCURRED = "incurred"
    """Met already; standing on a node that brings it counts."""

    @cached_property
    def rank(self) -> int:
        """Its place in the order: 0 is the best."""
        return list(Status).index(self)

    def is_worse_than(self, other: "Status") -> bool:
        """Return whether it stands later in the order."""
        return self.rank > other.rank

    @cached_property
    def is_yours(self) -> bool:
        """Whether you can keep clear of it yourself: it is avoidable, holdable, or on no way at all."""
        return not self.is_worse_than(Status.HOLDABLE)


class Standing(NamedTuple):
    """The status of one consequence at one place, with the setbacks that it would take.

    Attributes:
        status: which of the six holds.
        setbacks: answers of others that would have to go against you at least, from 0 to 9 (nine or more); None
            where no number brings it.
    """

    status: Status
    setbacks: int | None

    @property
    def distance(self) -> tuple[int, int]:
        """Its place in the order of distance: what is met comes first, what is not ahead last."""
        return -self.status.rank, self.setbacks or 0


Standings = Mapping[str, Standing]
"""Of each consequence, in the order of the tree."""


def by_distance(standings: Standings) -> list[tuple[Standing, list[str]]]:
    """Return the consequences by how far off they are, the nearest first; what is alike stands together."""
    found: dict[Standing, list[str]] = {}
    for name, standing in standings.items():
        found.setdefault(standing, []).append(name)
    return sorted(found.items(), key=lambda pair: pair[0].distance)

"""The status of a consequence at a node: one of six, in order from the best to the worst."""

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
    """As avoidable, except that others could answer for ever so that no outcome is reached."""
    AT_RISK = "at-risk"
    """Everything else: some way avoids it, but not by your choices alone; setbacks say how far off it is."""
    CERTAIN = "certain"
    """An outcome can be reached, and every walk to one meets it."""
    INCURRED = "incurred"
    """Met already, be it on this node."""

    @cached_property
    def rank(self) -> int:
        """Its place in the order, from 0 for the best."""
        return list(Status).index(self)

    def is_worse_than(self, other: "Status") -> bool:
        """Return whether it comes later in the order."""
        return self.rank > other.rank

    @cached_property
    def is_yours(self) -> bool:
        """Whether you can avoid the consequence yourself: it is avoidable, holdable or impossible."""
        return not self.is_worse_than(Status.HOLDABLE)


class Standing(NamedTuple):
    """The status of one consequence at one node, with its setbacks.

    Attributes:
        status: one of the six.
        setbacks: the fewest answers of others against you that bring it, 0 to 9 (nine or more); None if no number does.
    """

    status: Status
    setbacks: int | None

    @property
    def distance(self) -> tuple[int, int]:
        """A sort key, the nearest first: met consequences come first, impossible ones last."""
        return -self.status.rank, self.setbacks or 0


Standings = Mapping[str, Standing]
"""Of each consequence, in the order of the tree."""


def by_distance(standings: Standings) -> list[tuple[Standing, list[str]]]:
    """Return the consequences grouped by distance, the nearest first; each group has one standing."""
    found: dict[Standing, list[str]] = {}
    for name, standing in standings.items():
        found.setdefault(standing, []).append(name)
    return sorted(found.items(), key=lambda pair: pair[0].distance)

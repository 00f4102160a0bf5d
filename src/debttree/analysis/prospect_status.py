"""What a consequence has to do with what lies ahead: six statuses, exclusive, in order."""

from enum import StrEnum
from functools import cached_property


class Status(StrEnum):
    """Of one consequence at one place, from the best to the worst. Scripts know the values.

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
        """Whether it stands later in the order."""
        return self.rank > other.rank

    @property
    def is_yours(self) -> bool:
        """Whether you can keep clear of it yourself: it is avoidable, holdable, or on no way at all."""
        return not self.is_worse_than(Status.HOLDABLE)

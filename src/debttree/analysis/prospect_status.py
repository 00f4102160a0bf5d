"""What a consequence has to do with what lies ahead: five statuses, exclusive, in order."""

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
    AT_RISK = "at-risk"
    """Everything else: some way avoids it, but it is not in your hands alone."""
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

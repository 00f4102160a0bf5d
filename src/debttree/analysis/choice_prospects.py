"""The values that prospects return: the status of each consequence, and the prospects after one choice."""

from collections.abc import Mapping
from dataclasses import dataclass

from debttree.analysis.marks import Mark
from debttree.analysis.prospect_status import Standing, Status
from debttree.model import Choice

Statuses = Mapping[str, Status]
"""The status of each consequence, in the order of the tree."""

Setbacks = Mapping[str, int | None]
"""For each consequence the fewest unfavourable answers of others that bring it; None if no number of them does."""


@dataclass(frozen=True, slots=True)
class ChoiceProspects:
    """The prospects after one choice.

    Attributes:
        choice: the choice; its target exists.
        statuses: at its target, given the consequences met so far.
        setbacks: at its target, given the consequences met so far.
        worst: severity (0-5) of the worst case if you choose well from its target on.
        marks: how it is worse than another choice of the same decision; empty at other kinds of node.
        brings: ids of consequences that its target brings and that were not met before. An answer to a question causes
            nothing: if it is true, these are there already.
        guide: name of the guide in which the story goes on at its target, or None. With a guide nothing is known of
            what lies ahead.
    """

    choice: Choice
    statuses: Statuses
    setbacks: Setbacks
    worst: int
    marks: Mapping[str, Mark]
    brings: tuple[str, ...]
    guide: str | None = None

    @property
    def standings(self) -> Mapping[str, Standing]:
        """Status and setbacks of each consequence."""
        return {name: Standing(status, self.setbacks[name]) for name, status in self.statuses.items()}

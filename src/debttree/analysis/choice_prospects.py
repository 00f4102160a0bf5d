"""What prospects say: of each consequence, and after one choice."""

from collections.abc import Mapping
from dataclasses import dataclass

from debttree.analysis.marks import Mark
from debttree.analysis.prospect_status import Standing, Status
from debttree.model import Choice

Statuses = Mapping[str, Status]
"""Of each consequence, in the order of the tree."""

Setbacks = Mapping[str, int | None]
"""Of each consequence how many answers of others against you it takes at least; None where no number brings it."""


@dataclass(frozen=True, slots=True)
class ChoiceProspects:
    """The prospects after one choice.

    Attributes:
        choice: it leads to a node that is there.
        statuses: those of its target, with what is met so far.
        setbacks: those of its target, with what is met so far.
        worst: the least severity to which you can then hold the worst case.
        marks: in what it is worse than another choice, at decisions alone.
        brings: what its target brings that was not met before: at a question it is there already, if so.
        guide: the guide in which the story goes on at its target; nothing is known then of what lies ahead.
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

"""What the items of the editor's panes stand for."""

from dataclasses import dataclass

from debttree.model import DataPath


@dataclass(frozen=True, slots=True)
class AtPath:
    """Something at a path in the data: a field to fill in, the place of a problem."""

    path: DataPath


@dataclass(frozen=True, slots=True)
class AtLine:
    """A line of the text, by its number from 1."""

    number: int


def path_of(item: object) -> DataPath | None:
    """Return the path that an item stands for; None where it stands for something else."""
    return item.path if isinstance(item, AtPath) else None

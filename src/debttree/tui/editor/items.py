"""The items of the editor's panes, as strings."""

from dataclasses import dataclass

from debttree.model import DataPath


@dataclass(frozen=True, slots=True)
class AtPath:
    """The item for a data path: a field to fill in, the place of a problem."""

    path: DataPath


@dataclass(frozen=True, slots=True)
class AtLine:
    """The prefix of an item for a line of the text, whose number from 1 follows."""

    number: int


def path_of(item: object) -> DataPath | None:
    """Return the data path of an item; None if it stands for something else."""
    return item.path if isinstance(item, AtPath) else None

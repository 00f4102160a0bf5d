"""The small changes of which every edit is made: one value, key, item or table at a path of the data.

`editing.steps` says which operations an edit of a tree is made of, and `planning` how each is written into a text.
"""

from dataclasses import dataclass

from debttree.editing.toml.tokens import Value
from debttree.model import DataPath


@dataclass(frozen=True, slots=True)
class Put:
    """Change a value, or add a key to a table.

    Attributes:
        path: where; the table of a new key is there already.
        value: what.
        after: the key that a new one stands behind; by default it goes where authors write it.
    """

    path: DataPath
    value: Value
    after: str | None = None


@dataclass(frozen=True, slots=True)
class Delete:
    """Take out a key or an item. What was written only to hold it goes with it."""

    path: DataPath


@dataclass(frozen=True, slots=True)
class Insert:
    """Put a new item into an array, before the one at `index`, or as its last."""

    path: DataPath
    index: int
    value: Value


@dataclass(frozen=True, slots=True)
class Move:
    """Move an item of an array to another index."""

    path: DataPath
    old: int
    new: int


@dataclass(frozen=True, slots=True)
class MoveKey:
    """Move a key of a table that is written by headers to another place among the keys of its table.

    Attributes:
        path: of the key.
        index: where it shall be, from 0.
    """

    path: DataPath
    index: int


@dataclass(frozen=True, slots=True)
class RenameKey:
    """Rename a key, wherever it is written."""

    path: DataPath
    new: str


@dataclass(frozen=True, slots=True)
class Copy:
    """Copy a table, directly behind itself, under another key."""

    path: DataPath
    new: str


Operation = Put | Delete | Insert | Move | MoveKey | RenameKey | Copy

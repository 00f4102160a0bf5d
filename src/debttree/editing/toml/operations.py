"""Operations, the small changes that make up an edit: of one value, key, item or table at a data path.

`editing.steps` translates edits of a tree into operations, and `planning` operations into splices of the text.
"""

from dataclasses import dataclass

from debttree.editing.toml.tokens import Value
from debttree.model import DataPath


@dataclass(frozen=True, slots=True)
class Put:
    """Set a value, or add a key to a table.

    Attributes:
        path: data path of the key; its table exists.
        value: its value.
        after: the key before a new one; by default its place follows the order of keys.
    """

    path: DataPath
    value: Value
    after: str | None = None


@dataclass(frozen=True, slots=True)
class Delete:
    """Remove a key or an item, and headers or brackets that contain nothing else."""

    path: DataPath


@dataclass(frozen=True, slots=True)
class Insert:
    """Insert a new item into an array, before the one at `index`, or at the end."""

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
    """Move a table that has headers to another place among the keys of its parent table.

    Attributes:
        path: data path of the key.
        index: its new place among these keys, from 0.
    """

    path: DataPath
    index: int


@dataclass(frozen=True, slots=True)
class RenameKey:
    """Rename a key in every header and dotted key that contains it."""

    path: DataPath
    new: str


@dataclass(frozen=True, slots=True)
class Copy:
    """Copy a table under another key, directly behind the original."""

    path: DataPath
    new: str


Operation = Put | Delete | Insert | Move | MoveKey | RenameKey | Copy

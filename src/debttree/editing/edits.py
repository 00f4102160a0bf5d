"""The edits of a tree file, as values.

Things are named by their paths in the data: ("nodes", "overdue"), ("tree", "title"), ("urgent", 0),
("nodes", "overdue", "choices", 1, "to"). Applying an edit gives its exact inverse, a `Patch`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from debttree.editing.toml.tokens import Value
from debttree.model import DataPath
from debttree.reading.blocks import Splice


@dataclass(frozen=True, slots=True)
class Set:
    """Give a field this value, whether it was there or not: any field of anything in the tree.

    Of a table or list only what differs is written.
    """

    path: DataPath
    value: Value


@dataclass(frozen=True, slots=True)
class SetEach:
    """Give many fields that are there already other values, in one go."""

    values: tuple[tuple[DataPath, Value], ...]


@dataclass(frozen=True, slots=True)
class Unset:
    """Take out a field, or an item of a list: a choice, an urgent way, a checklist item, a tag ..."""

    path: DataPath


@dataclass(frozen=True, slots=True)
class InsertItem:
    """Put a new item into a list before the one at `index`; None: as its last. The list is made if need be."""

    path: DataPath
    value: Value
    index: int | None = None


@dataclass(frozen=True, slots=True)
class MoveItem:
    """Move the item at `path` of a list, or what is declared there by its id, to another index among its like."""

    path: DataPath
    index: int


@dataclass(frozen=True, slots=True)
class Add:
    """Declare a node, stage, consequence, contact, event or source, at `path`, as in ("nodes", "plan").

    Attributes:
        after: the id of the one that it stands behind; None: it is the last one.
    """

    path: DataPath
    fields: Mapping[str, Value] = field(default_factory=dict)
    after: str | None = None


@dataclass(frozen=True, slots=True)
class Duplicate:
    """Write what is declared by an id once more, directly behind itself, under another id."""

    path: DataPath
    new: str


@dataclass(frozen=True, slots=True)
class Redirect:
    """What named something that goes shall name this instead."""

    to: str


@dataclass(frozen=True, slots=True)
class Drop:
    """What named something that goes shall go too: choices and urgent ways to it, entries in lists.

    A deadline that hung on an event stays, and says it in words of its own.
    """


@dataclass(frozen=True, slots=True)
class Remove:
    """Take out what is declared by an id: a node, stage, consequence, contact, event or source.

    Attributes:
        references: what becomes of those that name it; None: the edit is refused if there are any.
    """

    path: DataPath
    references: Redirect | Drop | None = None


@dataclass(frozen=True, slots=True)
class Rename:
    """Give what is declared by an id, or a choice, checklist item or deadline, another id.

    Whatever names it in this file names it so from then on.
    """

    path: DataPath
    new: str


@dataclass(frozen=True, slots=True)
class SetRoot:
    """Let the tree begin at this node."""

    node: str


@dataclass(frozen=True, slots=True)
class Together:
    """Several edits, one after the other, done and undone as one."""

    edits: tuple["Edit", ...]


@dataclass(frozen=True, slots=True)
class ReplaceText:
    """The whole text as somebody wrote it, without BOM; only what differs is changed. It may be no TOML."""

    text: str


@dataclass(frozen=True, slots=True)
class Patch:
    """Changes of the text, one round after another: what an edit did, or what undoes it.

    Attributes:
        rounds: splices of the text as the round before left it.
        data: what the text says afterwards; None where it is no TOML.
        is_free: somebody wrote the text freely, so a splice may change what the lines around it mean.
    """

    rounds: tuple[tuple[Splice, ...], ...]
    data: dict[str, Any] | None
    is_free: bool = False


TreeEdit = Set | SetEach | Unset | InsertItem | MoveItem | Add | Duplicate | Remove | Rename | SetRoot
Edit = TreeEdit | Together | ReplaceText | Patch

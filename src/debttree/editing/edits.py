"""The edits of a tree file, as values.

An edit names its subject by a path in the data: ("nodes", "overdue"), ("tree", "title"), ("urgent", 0),
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
    """Set a field of anything in the tree to a value, whether it was there or not.

    Only the parts of a table or list that differ are written.
    """

    path: DataPath
    value: Value


@dataclass(frozen=True, slots=True)
class SetEach:
    """Set many existing fields to other values, as one edit."""

    values: tuple[tuple[DataPath, Value], ...]


@dataclass(frozen=True, slots=True)
class Unset:
    """Remove a field, or an item of a list: a choice, an urgent entry, a checklist item, a tag ..."""

    path: DataPath


@dataclass(frozen=True, slots=True)
class InsertItem:
    """Insert a new item into a list before the one at `index`; None: at its end. A missing list is made."""

    path: DataPath
    value: Value
    index: int | None = None


@dataclass(frozen=True, slots=True)
class MoveItem:
    """Move a list item, or a declared thing such as a node, to another index among its siblings."""

    path: DataPath
    index: int


@dataclass(frozen=True, slots=True)
class Add:
    """Declare a node, stage, consequence, contact, event or source at `path`, as in ("nodes", "plan").

    Attributes:
        after: the id of the sibling before it; None: it becomes the last one.
    """

    path: DataPath
    fields: Mapping[str, Value] = field(default_factory=dict)
    after: str | None = None


@dataclass(frozen=True, slots=True)
class Duplicate:
    """Copy a declared thing under another id, directly behind the original."""

    path: DataPath
    new: str


@dataclass(frozen=True, slots=True)
class Redirect:
    """References to a removed thing shall name this id instead."""

    to: str


@dataclass(frozen=True, slots=True)
class Drop:
    """References to a removed thing shall be removed too: choices and urgent entries that lead to it, entries in lists.

    A deadline counted from a removed event stays; it gets the event's title as its own text.
    """


@dataclass(frozen=True, slots=True)
class Remove:
    """Remove a declared thing: a node, stage, consequence, contact, event or source.

    Attributes:
        references: what happens to references to it; None: the edit is refused if there are any.
    """

    path: DataPath
    references: Redirect | Drop | None = None


@dataclass(frozen=True, slots=True)
class Rename:
    """Give a declared thing, a choice, a checklist item or a deadline another id.

    All references in this file are changed too.
    """

    path: DataPath
    new: str


@dataclass(frozen=True, slots=True)
class SetRoot:
    """Make this node the root of the tree."""

    node: str


@dataclass(frozen=True, slots=True)
class Together:
    """Several edits in order, done and undone as one."""

    edits: tuple["Edit", ...]


@dataclass(frozen=True, slots=True)
class ReplaceText:
    """Replace the whole text, without BOM, by one that may be no TOML. Only parts that differ are changed."""

    text: str


@dataclass(frozen=True, slots=True)
class Patch:
    """Changes of the text, round by round: what an edit did, or what undoes it.

    Attributes:
        rounds: lists of splices; each applies to the text that the round before left.
        data: the TOML data of the text afterwards; None if it is no TOML.
        is_free: whether somebody typed the text freely, so that a splice may change the meaning of lines around it.
    """

    rounds: tuple[tuple[Splice, ...], ...]
    data: dict[str, Any] | None
    is_free: bool = False


TreeEdit = Set | SetEach | Unset | InsertItem | MoveItem | Add | Duplicate | Remove | Rename | SetRoot
Edit = TreeEdit | Together | ReplaceText | Patch

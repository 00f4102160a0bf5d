"""What `check` finds in a tree file, and where."""

from dataclasses import dataclass
from enum import StrEnum

from debttree.model.message import Message, msg
from debttree.model.worded import WordedEnum

DataPath = tuple[str | int, ...]
"""Where something stands in the data: keys of tables and indices of arrays, from the top of the file."""


class Severity(WordedEnum):
    """The severity of a problem: an error prevents walking the tree, a warning does not."""

    ERROR = "error", msg("error")
    WARNING = "warning", msg("warning")


class Aim(StrEnum):
    """The part of the entry at a data path that a problem points to."""

    KEY = "key"
    VALUE = "value"


@dataclass(frozen=True, slots=True)
class Place:
    """A position in a file: 1-based line and column; columns count code points, a BOM is not counted."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, or looks wrong, in a tree file.

    Attributes:
        code: stable name of this kind of problem, as docs and scripts know it.
        severity: error or warning.
        message: what is wrong.
        hint: how to mend it.
        path: where in the data; empty: the whole file.
        aim: whether the key or the value at `path` is meant.
        node: the node it belongs to, if any.
        place: known from the start only if the file is no TOML; else it is computed from `path` on demand, since most
            trees have no problems.
    """

    code: str
    severity: Severity
    message: Message
    hint: Message | None = None
    path: DataPath = ()
    aim: Aim = Aim.VALUE
    node: str | None = None
    place: Place | None = None

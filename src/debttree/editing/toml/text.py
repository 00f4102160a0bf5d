"""A TOML text that can be changed without touching other bytes.

Each change is made twice, independently: as splices of the text, and as a change of its data. `differs` parses the text
and compares both; call it before the text is written to a file.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from typing import Any, NamedTuple, Self

from debttree.editing.toml.checks import existing, insertion, movement
from debttree.editing.toml.conventions import PLAIN_TOML, Conventions
from debttree.editing.toml.data import MISSING, at, difference
from debttree.editing.toml.operations import Copy, Delete, Operation, Put, RenameKey
from debttree.editing.toml.planning import plan
from debttree.editing.toml.refused import Refused
from debttree.editing.toml.removing import leaves_a_place
from debttree.editing.toml.source import SourceText
from debttree.editing.toml.tokens import Value
from debttree.model import DataPath, msg
from debttree.reading.blocks import Blocks, Splice, scan
from debttree.reading.toml import parse


@dataclass(frozen=True)
class TomlText:
    """A TOML text with its data. A change returns another one, which shares the unchanged parts.

    Attributes:
        blocks: the text, without BOM, and the offsets of its blocks.
        data: the data that the text says, or is meant to say. Never changed in place.
        conventions: of this kind of file.

    >>> text = TomlText.read('[tree]  # mine\\nroot = "a"\\n')
    >>> print(text.set(("tree", "root"), "b").text.text, end="")
    [tree]  # mine
    root = "b"
    """

    blocks: Blocks
    data: dict[str, Any]
    conventions: Conventions = PLAIN_TOML

    @classmethod
    def read(cls, text: str, conventions: Conventions = PLAIN_TOML) -> Self:
        """Parse a text, without BOM.

        Raises:
            Refused: it is no TOML.
        """
        data = parse(text.encode()).data
        if data is None:
            raise Refused(msg("The file is no TOML; mend it in the text first."))
        return cls(scan(text), data, conventions)

    @property
    def text(self) -> str:
        """The whole text, with its own line ends."""
        return self.blocks.text

    @cached_property
    def source(self) -> SourceText:
        """The text with the offsets of everything in it."""
        return SourceText(self.text, self.blocks, self.conventions)

    def differs(self) -> DataPath | None:
        """Return the path of the first difference between text and data; () if it is no TOML; None if there is none.

        Takes about as long as parsing the text.
        """
        said = parse(self.text.encode()).data
        return () if said is None else difference(said, self.data, self.conventions)

    def set(self, path: DataPath, value: Value, after: str | None = None) -> "Change":
        """Set the value at a path, or add a key to a table.

        Args:
            path: data path; the table of a new key must exist, unless its keys are ids.
            value: the value, of a type that tomli returns.
            after: the key that a new one stands behind; by default it goes where authors write it.

        Raises:
            Refused: it cannot be written here; so for every other change.
        """
        if at(self.data, path) is MISSING and not isinstance(at(self.data, path[:-1]), dict):
            existing(self.data, path[:-1])
        return self.apply([Put(path, value, after)])

    def unset(self, path: DataPath) -> "Change":
        """Remove a key, and headers or brackets that contain nothing else."""
        existing(self.data, path)
        return self.apply([Delete(path)])

    def add(self, path: DataPath, value: Value, index: int | None = None) -> "Change":
        """Insert a new item into the array at a path, before the one at `index`, or at the end.

        Args:
            path: data path of the array.
            value: the new item.
            index: index of the new item, from 0; None: at the end.
        """
        return self.apply([insertion(self.data, path, value, index)])

    def remove(self, path: DataPath) -> "Change":
        """Remove an item from its array."""
        return self.unset(path)

    def move(self, path: DataPath, index: int) -> "Change":
        """Move the item at a path to another index of its array."""
        return self.apply(movement(self.data, path, index))

    def rename(self, path: DataPath, new: str) -> "Change":
        """Rename a key wherever it is written."""
        existing(self.data, path)
        self._expect_free(path, new)
        return self.apply([RenameKey(path, new)])

    def copy(self, path: DataPath, new: str) -> "Change":
        """Copy a table under another key, directly behind the original."""
        existing(self.data, path)
        self._expect_free(path, new)
        return self.apply([Copy(path, new)])

    def _expect_free(self, path: DataPath, new: str) -> None:
        if not isinstance(path[-1], str):
            raise Refused(msg("What stands here has no name of its own."))
        if at(self.data, (*path[:-1], new)) is not MISSING:
            raise Refused(msg('The id "{name}" is there already.', name=new))

    def apply(self, operations: Sequence[Operation]) -> "Change":
        """Make several changes that touch different things, together on one text if possible.

        Raises:
            Refused: one of them cannot be written here.
        """
        try:
            return Change(self, tuple(self._steps(operations)))
        except RecursionError:  # a value nested hundreds of times, which the reader refuses anyway
            raise Refused(msg("Tables or arrays are nested too deeply.")) from None

    def _steps(self, operations: Sequence[Operation]) -> "list[Splicing]":
        if len(operations) == 1 and self._goes_first(operations[0]):
            return self._one_by_one([Delete(operations[0].path), operations[0]])
        splices: list[Splice] = []
        data = self.data
        for operation in operations:
            planned = plan(operation, self.source, data)
            splices += planned.splices
            data = planned.data
        splices.sort(key=lambda splice: splice[:2])
        if not _overlap(splices):
            after = replace(self, blocks=self.blocks.changed(splices), data=data)
            return [Splicing(tuple(splices), after)]
        if len(operations) > 1:
            return self._one_by_one(operations)
        raise Refused(msg("This is written in a way that can only be changed in the text."))

    def _one_by_one(self, operations: Sequence[Operation]) -> "list[Splicing]":
        steps: list[Splicing] = []
        text = self
        for operation in operations:
            steps += text._steps([operation])
            text = steps[-1].after
        return steps

    def _goes_first(self, operation: Operation) -> bool:
        """Return whether an operation must remove something first because other blocks take its place."""
        if not isinstance(operation, Put) or at(self.data, operation.path) is MISSING:
            return False
        return leaves_a_place(self.source, operation.path)


class Splicing(NamedTuple):
    """One round of a change.

    Attributes:
        splices: of the text before it, in order.
        after: the text after it.
    """

    splices: tuple[Splice, ...]
    after: TomlText


class Change(NamedTuple):
    """The result of a change.

    Attributes:
        before: the text before it.
        steps: its rounds in order; mostly there is one.
    """

    before: TomlText
    steps: tuple[Splicing, ...]

    @property
    def text(self) -> TomlText:
        """The text after all steps."""
        return self.steps[-1].after if self.steps else self.before


def _overlap(splices: Sequence[Splice]) -> bool:
    return any(following.start < splice.end for splice, following in pairwise(splices))

"""Refusals of edits that leave others' references open."""

from collections.abc import Sequence

from debttree.editing.toml.refused import Refused
from debttree.model import DataPath, msg


class InUse(Refused):
    """Something is to be removed that others name: what becomes of those must be said.

    Attributes:
        references: where it is named.
    """

    def __init__(self, name: str, references: Sequence[DataPath]) -> None:
        super().__init__(
            msg('"{name}" is named elsewhere in the tree ({n} times).', name=name, n=len(references)),
            msg("Say whether those shall name something else or go too."),
        )
        self.references = tuple(references)

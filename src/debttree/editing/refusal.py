"""The refusal of an edit that would leave references to nowhere."""

from collections.abc import Sequence

from debttree.editing.toml.refused import Refused
from debttree.model import DataPath, msg


class InUse(Refused):
    """A thing to remove is still referred to, and the edit does not say what happens to the references.

    Attributes:
        references: data paths of the references.
    """

    def __init__(self, name: str, references: Sequence[DataPath]) -> None:
        super().__init__(
            msg('"{name}" is named elsewhere in the tree ({n} times).', name=name, n=len(references)),
            msg("Say whether those shall name something else or go too."),
        )
        self.references = tuple(references)

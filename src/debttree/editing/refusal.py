"""An edit that cannot be made."""

from collections.abc import Sequence

from debttree.model import DataPath, Message, Trouble, msg


class Refused(Trouble):
    """An edit that cannot be made here. The document is as it was."""

    def __init__(self, message: Message, hint: Message | None = None) -> None:
        super().__init__(message, hint or msg("Nothing was changed."))


class InUse(Refused):
    """Something shall go that others name: what becomes of those must be said.

    Attributes:
        references: where it is named.
    """

    def __init__(self, name: str, references: Sequence[DataPath]) -> None:
        super().__init__(
            msg('"{name}" is named elsewhere in the tree ({n} times).', name=name, n=len(references)),
            msg("Say whether those shall name something else or go too."),
        )
        self.references = tuple(references)

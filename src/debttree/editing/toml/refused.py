"""The exception for a change that cannot be made."""

from debttree.model import Message, Trouble, msg


class Refused(Trouble):
    """A change cannot be made here. The text is unchanged."""

    def __init__(self, message: Message, hint: Message | None = None) -> None:
        super().__init__(message, hint or msg("Nothing was changed."))

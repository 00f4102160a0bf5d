"""The error of a change that cannot be made."""

from debttree.model import Message, Trouble, msg


class Refused(Trouble):
    """A change that cannot be made here. The text is as it was."""

    def __init__(self, message: Message, hint: Message | None = None) -> None:
        super().__init__(message, hint or msg("Nothing was changed."))

"""Exceptions for requests that cannot be met: a message, a hint, and the exit status that scripts rely on."""

from typing import ClassVar

from debttree.model.message import Message


class Trouble(Exception):
    """A request that cannot be met: bad usage, an unknown name, something unreadable or unwritable.

    Attributes:
        message: what is wrong and where.
        hint: what to do about it, where there is something to do.
        exit_status: what the command line ends with.
    """

    exit_status: ClassVar[int] = 2

    def __init__(self, message: Message, hint: Message | None = None) -> None:
        super().__init__(str(message))
        self.message = message
        self.hint = hint


class DoesNotFollow(Trouble):
    """The tree has errors, or a path does not follow it."""

    exit_status = 1

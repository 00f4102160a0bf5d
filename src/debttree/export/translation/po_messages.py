"""Every message of a PO file, two for the same text too: babel's own catalogue keeps the first one and says nothing."""

from io import StringIO
from typing import Self

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileParser


class PoMessages(Catalog):
    """A catalogue that lists its messages in the order of their file; obsolete ones are none.

    Attributes:
        messages: all but the header.
    """

    def __init__(self) -> None:
        super().__init__()
        self.messages: list[Message] = []

    @classmethod
    def read(cls, text: str) -> Self:
        """Return what a PO file holds.

        Raises:
            PoFileError: it is none.
        """
        found = cls()
        PoFileParser(found, ignore_obsolete=True, abort_invalid=True).parse(StringIO(text))
        return found

    def __setitem__(self, id: object, message: Message) -> None:
        """Take a message, or the header: it alone has neither words nor place."""
        if message.id or message.context:
            self.messages.append(message)
        else:
            super().__setitem__("", message)

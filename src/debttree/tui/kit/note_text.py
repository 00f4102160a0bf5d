"""The text of a note, and its readers, as a value independent of the dialog."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NoteText:
    """The text of a note, and whether it is for the adviser's desk alone or for the client too."""

    text: str
    desk: bool = False


NOTHING = NoteText("")

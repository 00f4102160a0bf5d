"""What somebody wrote in a field of several lines, and for whom: a value, without the field."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NoteText:
    """What was written, and for whom: the desk alone, or the person as well."""

    text: str
    desk: bool = False


NOTHING = NoteText("")

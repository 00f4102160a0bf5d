"""How a file is written: beside the old one, or into it."""

from enum import StrEnum


class WriteMode(StrEnum):
    """How a file is written."""

    IN_PLACE = "in-place"
    REPLACE = "replace"

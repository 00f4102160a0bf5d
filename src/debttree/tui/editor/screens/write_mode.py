"""How a file is saved: by replacing it, or by overwriting its bytes."""

from enum import StrEnum


class WriteMode(StrEnum):
    """How a file is saved."""

    IN_PLACE = "in-place"
    REPLACE = "replace"

"""Change the expectations of stories to the actual results, without touching other bytes of their file."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from debttree.editing.toml.refused import Refused
from debttree.editing.toml.text import TomlText
from debttree.model import msg
from debttree.reading.toml import BOM

Correction = tuple[int, tuple[str, ...], str | int | dt.date | tuple[str, ...]]
"""The number of a story in its file, the keys of an expectation below it, and the actual value."""


def updated(content: bytes, found: Sequence[Correction]) -> bytes:
    """Return the bytes of the file with the values corrected, proved to say just that.

    Args:
        content: the file's bytes.
        found: the corrections.

    Raises:
        Refused: a correction cannot be written.
    """
    said = content.decode("utf-8")
    text = TomlText.read(said.removeprefix(BOM))
    for number, key, value in found:
        written: Any = list(value) if isinstance(value, tuple) else value
        text = text.set(("story", number, *key), written).text
    if text.differs() is not None:
        raise Refused(msg("The file would not say what it should; nothing was written."))
    return ((BOM if said.startswith(BOM) else "") + text.text).encode()

"""How near something is to what was typed: one order for searches, for lists narrowed down, and for hints."""

import re
from enum import IntEnum

from debttree.model.half_width import FULL_WIDTH


class Closeness(IntEnum):
    """The nearer the smaller."""

    ID = 0
    ID_BEGINS = 1
    TITLE = 2
    TITLE_BEGINS = 3
    ELSE = 4


def closeness(typed: str, name: str, title: str = "") -> Closeness:
    """How near an id and a title are to what was typed, whatever the case and width of letters.

    >>> closeness("plan", "plan", "A plan is agreed"), closeness("plan", "talk", "The payment plan")
    (<Closeness.ID: 0>, <Closeness.ELSE: 4>)

    Args:
        typed: what somebody typed.
        name: an id.
        title: its title.
    """
    return closeness_of_folded(folded(typed).strip(), folded(name), folded(title))


def closeness_of_folded(typed: str, name: str, title: str) -> Closeness:
    """Return the closeness of texts that are folded already, as where ten thousand are compared.

    Args:
        typed: what somebody typed, folded.
        name: an id, folded.
        title: its title, folded.
    """
    if not typed:
        return Closeness.ELSE
    if name.startswith(typed):
        return Closeness.ID if name == typed else Closeness.ID_BEGINS
    if title.startswith(typed):
        return Closeness.TITLE if title == typed else Closeness.TITLE_BEGINS
    return Closeness.ELSE


def folded(text: str) -> str:
    """Text as it is compared: lower case, full-width letters as plain ones; every character stays in its place."""
    lower = text.lower()
    if len(lower) != len(text):  # a few letters grow in lower case
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return lower.translate(_NARROW) if _WIDE.search(lower) else lower


_WIDE = re.compile("[\u3000\uff01-\uff5e]")

_NARROW = {0x3000: 0x20, **FULL_WIDTH}

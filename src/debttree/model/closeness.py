"""How well an id or title matches typed text: the order for searches, filtered lists and hints."""

import re
import unicodedata
from enum import IntEnum

from debttree.model.half_width import FULL_WIDTH


class Closeness(IntEnum):
    """The degrees of closeness; less is nearer."""

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
        typed: the typed text.
        name: an id.
        title: its title.
    """
    return closeness_of_folded(folded(typed).strip(), folded(name), folded(title))


def closeness_of_folded(typed: str, name: str, title: str) -> Closeness:
    """Return the closeness of texts that are folded already, as where ten thousand are compared.

    Args:
        typed: the typed text, folded.
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
    """Text as it is compared: lower case, without accents, full-width letters as plain ones; each stays in its place.

    >>> folded("Échéancier überfällig")
    'echeancier uberfallig'
    """
    lower = text.lower()
    if len(lower) != len(text):  # a few letters grow in lower case
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return lower.translate(_PLAIN) if _NOT_PLAIN.search(lower) else lower


_ACCENTED = "\u00e0-\u024f\u1e00-\u1eff"

_NOT_PLAIN = re.compile(f"[\u3000\uff01-\uff5e{_ACCENTED}]")


def _without_accents() -> dict[int, str]:
    """Return the Latin letters that are another one with marks."""
    found = {}
    for code in (*range(0xE0, 0x250), *range(0x1E00, 0x1F00)):
        base = unicodedata.normalize("NFD", chr(code))[0]
        if base.isascii():
            found[code] = base.lower()
    return found


_PLAIN: dict[int, int | str] = {0x3000: 0x20, **FULL_WIDTH, **_without_accents()}

"""The one place where text becomes what is drawn: never markup, never a control byte.

Everything on the screen is made of runs that pass through here as plain segments, so that no string can carry an
action, a link or an escape sequence. The model has cleaned its texts already; cleaning again costs one look at
each string and also covers what was typed or pasted.
"""

from collections.abc import Callable, Iterable

from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from textual.strip import Strip

from debttree.model import clean_line
from debttree.model.text import signed
from debttree.tui.kit.page import Run

StyleOf = Callable[[str], Style]
"""The style of a role."""


def segments(line: Iterable[Run], style_of: StyleOf) -> list[Segment]:
    """Return a line as segments, in their roles' styles."""
    styles: dict[str, Style] = {}
    made = []
    for text, role in line:
        if role not in styles:
            styles[role] = style_of(role)
        made.append(Segment(clean_line(text), styles[role]))
    return made


def strip(line: Iterable[Run], style_of: StyleOf, width: int) -> Strip:
    """Return a line as a strip of exactly `width` cells.

    Args:
        line: the runs.
        style_of: from a role to its style.
        width: cells to fill.
    """
    made = Strip(segments(line, style_of))
    return made.adjust_cell_length(width, style_of(""))


def typed(text: str, limit: int) -> str:
    """Return what somebody typed or pasted, on one line and no longer than `limit` characters."""
    return clean_line(text).strip()[:limit]


def in_place(text: str) -> Text:
    """Return a line of a text that is typed in, with one sign for each harmful character, so that columns stay."""
    return Text(signed(text, _sign), end="", no_wrap=True)


def _sign(character: str) -> str:
    code = ord(character)
    return chr(0x2400 + code) if code < 0x20 else "¤"  # the control pictures: ␛ for escape

"""Turn text into what textual draws: never as markup, never with control bytes. No other module does this.

Everything on the screen consists of runs that become plain segments here, so that no string can carry an action, a link
or an escape sequence. Texts of the model are clean already; cleaning again is cheap and also covers typed and pasted
text.
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
"""Returns the style of a role."""


def segments(line: Iterable[Run], style_of: StyleOf) -> list[Segment]:
    """Return a line as segments, with the styles of their roles."""
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
        style_of: returns the style of a role.
        width: cells to fill.
    """
    made = Strip(segments(line, style_of))
    return made.adjust_cell_length(width, style_of(""))


def typed(text: str, limit: int) -> str:
    """Return typed or pasted text cleaned, on one line, with at most `limit` characters."""
    return clean_line(text).strip()[:limit]


def in_place(text: str) -> Text:
    """Return a line of a text being edited with each harmful character as one sign, so that columns stay."""
    return Text(signed(text, _sign), end="", no_wrap=True)


def _sign(character: str) -> str:
    code = ord(character)
    return chr(0x2400 + code) if code < 0x20 else "¤"  # the control pictures: ␛ for escape

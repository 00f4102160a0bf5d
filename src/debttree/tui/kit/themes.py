"""The themes: dark, light, high contrast, and one for readers who confuse red and green.

Every meaning is also shown by a glyph or a word. The `safe` theme takes its hues from Okabe and Ito, "Color Universal
Design" (2008). `plain` has no colours, only bold, underline and reverse; it is used under NO_COLOR.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from functools import cache

from rich.style import Style
from textual.theme import BUILTIN_THEMES, Theme


@dataclass(frozen=True, slots=True)
class ThemeColours:
    """The colours of a theme, each named after its meaning."""

    name: str
    dark: bool
    ground: str
    words: str
    raised: str
    dim: str
    accent: str
    good: str
    warn: str
    bad: str
    question: str
    rule: str
    cursor: str


PALETTES = (
    ThemeColours(
        "dark", True, "#16181d", "#d8dbe2", "#20242c",
        dim="#9aa1ae", accent="#8ab4e8", good="#8fc49a", warn="#e2b866", bad="#ec9a92", question="#c3a6e0",
        rule="#4a5263", cursor="#2c3a52",
    ),
    ThemeColours(
        "light", False, "#fbfaf7", "#23262d", "#efede6",
        dim="#5c626e", accent="#1f5a9e", good="#2b6b3f", warn="#875900", bad="#a8322a", question="#6d3f9e",
        rule="#b9bdc6", cursor="#d6e3f4",
    ),
    ThemeColours(
        "high-contrast", True, "#000000", "#ffffff", "#000000",
        dim="#e6e6e6", accent="#66d9ff", good="#7dff9b", warn="#ffe34d", bad="#ffa8a0", question="#e9c2ff",
        rule="#ffffff", cursor="#004a94",
    ),
    ThemeColours(
        "colour-blind", True, "#14161a", "#dcdfe4", "#1f232a",
        dim="#a3a8b0", accent="#56b4e9", good="#56b4e9", warn="#e69f00", bad="#f0e442", question="#cc79a7",
        rule="#4a505c", cursor="#23405a",
    ),
)  # fmt: skip

PLAIN = "plain"
"""The theme without colours."""

DEFAULT = "dark"

_OWN = ("ground", "words", "raised", "rule", "cursor")
"""Colours that this program's widgets use and textual's own themes lack."""

UNCOLOURED: Mapping[str, str] = dict.fromkeys(_OWN, "ansi_default")
"""The values of these colours in themes that lack them."""

_ROLES: Mapping[str, tuple[str, str]] = {
    "title": ("bold", "bold"),
    "heading": ("bold", "bold {accent}"),
    "strong": ("bold", "bold"),
    "em": ("italic", "italic"),
    "code": ("", "{warn}"),
    "link": ("underline", "underline"),
    "dim": ("", "{dim}"),
    "accent": ("bold", "{accent}"),
    "good": ("", "{good}"),
    "warn": ("bold", "{warn}"),
    "bad": ("bold", "{bad}"),
    "key": ("bold", "bold {accent}"),
    "decision": ("bold", "{accent}"),
    "question": ("bold", "{question}"),
    "chance": ("bold", "{warn}"),
    "outcome": ("bold", "{good}"),
    "rule": ("", "{rule}"),
    "cursor": ("reverse", "on {cursor}"),
    "walked": ("bold", "bold {accent}"),
}
"""How each role looks: without colours, and in the colours of a palette."""


@cache
def role_styles(theme: str) -> Mapping[str, Style]:
    """Return the style of each role in a theme; in a theme of textual's own as in `plain`."""
    palette = next((palette for palette in PALETTES if palette.name == theme), None)
    colours = asdict(palette) if palette is not None else {}
    looks = {role: coloured if colours else plain for role, (plain, coloured) in _ROLES.items()}
    return {role: Style.parse(look.format_map(colours)) for role, look in looks.items()}


@cache
def style_of(theme: str, roles: str) -> Style:
    """Return the combined style of some roles, separated by spaces, in a theme."""
    known = role_styles(theme)
    return sum((known[role] for role in roles.split()), Style.null())


def themes() -> tuple[Theme, ...]:
    """Return the themes as textual's `Theme` objects."""
    coloured = (
        Theme(
            name=palette.name,
            dark=palette.dark,
            primary=palette.accent,
            secondary=palette.question,
            accent=palette.accent,
            warning=palette.warn,
            error=palette.bad,
            success=palette.good,
            foreground=palette.words,
            background=palette.ground,
            surface=palette.ground,
            panel=palette.raised,
            variables={name: getattr(palette, name) for name in _OWN},
        )
        for palette in PALETTES
    )
    uncoloured = BUILTIN_THEMES["ansi-dark"]
    plain = replace(uncoloured, name=PLAIN, variables={**uncoloured.variables, **UNCOLOURED})
    return (*coloured, plain)

"""Texts of several lines to type in: literal, in our colours, with the lines of problems marked."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from rich.style import Style
from textual.widgets import TextArea
from textual.widgets.text_area import TextAreaTheme

from debttree.tui.kit import safe
from debttree.tui.kit.themes import style_of

if TYPE_CHECKING:
    from rich.text import Text

_SYNTAX = {
    "toml.type": "accent",
    "property": "accent",
    "string": "good",
    "comment": "dim",
    "number": "warn",
    "float": "warn",
    "boolean": "warn",
    "toml.datetime": "warn",
    "toml.error": "bad",
    "punctuation.bracket": "strong",
}
"""Roles of the parts of TOML."""


class Typed(TextArea):
    """A text area that shows every character that acts or hides as a sign of the same width."""

    DEFAULT_CSS = """
    Typed, Typed:focus { border: none; padding: 0 1; background: $raised; color: $words; height: 1fr; }
    Typed { scrollbar-size-vertical: 1; scrollbar-size-horizontal: 0; }
    Typed .text-area--cursor-line { background: $cursor; }
    Typed .text-area--gutter, Typed .text-area--cursor-gutter { color: $words 60%; background: $ground; }
    """

    def __init__(self, text: str, *, id: str | None = None, is_toml: bool = False, first: int = 1) -> None:
        super().__init__(
            text,
            id=id,
            language="toml" if is_toml else None,
            soft_wrap=not is_toml,
            show_line_numbers=is_toml,
            line_number_start=first,
            highlight_cursor_line=is_toml,
        )
        self._is_toml = is_toml
        self.marked: Mapping[int, str] = {}
        """The roles of lines that have problems, by their numbers."""

    def on_mount(self) -> None:
        """Take the colours of the theme, now and when it changes."""
        self.watch(self.app, "theme", self._recolour)

    def _recolour(self) -> None:
        if not self._is_toml:
            return
        theme = self.app.theme
        syntax = {name: style_of(theme, role) for name, role in _SYNTAX.items()}
        self.register_theme(TextAreaTheme(name=f"debttree-{theme}", syntax_styles=syntax))
        self.theme = f"debttree-{theme}"

    def put(self, text: str, first: int) -> None:
        """Show another text, whose first line has this number."""
        self.line_number_start = first
        self.load_text(text)

    def mark(self, lines: Mapping[int, str]) -> None:
        """Mark the lines of problems."""
        self.marked = dict(lines)
        self.notify_style_update()
        self.refresh()

    def get_line(self, line_index: int) -> "Text":
        """A line as it is drawn: literal, a sign for each character that acts or hides."""
        text = safe.in_place(self.document.get_line(line_index))
        role = self.marked.get(line_index + self.line_number_start)
        if role is not None:
            text.stylize(style_of(self.app.theme, role) + Style(underline=True))
        return text

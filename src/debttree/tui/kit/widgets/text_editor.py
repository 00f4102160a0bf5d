"""A text area for several lines: shown literally, in the theme's colours, with the lines of problems marked.

The colours of TOML come from the scanner in `reading`, given to the text area line by line through its `get_line`
method. Textual's own highlighting needs tree-sitter, with a compiled library per language, and its TOML grammar differs
from TOML.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip
from textual.widgets import TextArea
from textual.widgets.text_area import TextAreaTheme

from debttree.reading.pieces import TOP, LineBegin, PieceKind
from debttree.tui.kit import safe
from debttree.tui.kit.colouring import Colouring
from debttree.tui.kit.themes import style_of

if TYPE_CHECKING:
    from rich.text import Text

_ROLES = {
    PieceKind.HEADER: "accent",
    PieceKind.KEY: "accent",
    PieceKind.STRING: "good",
    PieceKind.SCALAR: "warn",
    PieceKind.BRACKET: "strong",
    PieceKind.COMMENT: "dim",
    PieceKind.WRONG: "bad",
}
"""The role of each kind of TOML piece."""


class TextEditor(TextArea):
    """A text area that shows each control or invisible character as a sign of the same width.

    Args:
        text: the initial text.
        id: names it in style sheets.
        is_toml: whether it is coloured as TOML.
        first: line number of its first line.
        begin: the scanner's state at its first line.
    """

    DEFAULT_CSS = """
    TextEditor, TextEditor:focus { border: none; padding: 0 1; background: $raised; color: $words; height: 1fr; }
    TextEditor { scrollbar-size-vertical: 1; scrollbar-size-horizontal: 0; }
    TextEditor .text-area--gutter, TextEditor .text-area--cursor-gutter { color: $words 60%; background: $ground; }
    """

    def __init__(
        self,
        text: str,
        *,
        id: str | None = None,
        is_toml: bool = False,
        first: int = 1,
        begin: LineBegin = TOP,
    ) -> None:
        super().__init__(
            text,
            id=id,
            soft_wrap=not is_toml,
            show_line_numbers=is_toml,
            line_number_start=first,
            highlight_cursor_line=is_toml,
        )
        self._colouring = Colouring(begin) if is_toml else None
        self.marked: Mapping[int, str] = {}
        """The roles of lines that have problems, by their numbers."""

    def on_mount(self) -> None:
        """Use the theme's colours, now and after each change of theme."""
        self.watch(self.app, "theme", self._recolour)

    def _recolour(self) -> None:
        """Change only the background of the cursor's line: the style sheet would recolour its words too."""
        if self._colouring is None:
            return
        name = f"debttree-{self.app.theme}"
        ground = style_of(self.app.theme, "cursor").bgcolor
        self.register_theme(TextAreaTheme(name=name, cursor_line_style=Style(bgcolor=ground)))
        self.theme = name

    def on_resize(self) -> None:
        """Keep the cursor in view when the widget below grows."""
        self.call_after_refresh(self.scroll_cursor_visible)

    def put(self, text: str, first: int, begin: LineBegin) -> None:
        """Show another TOML text.

        Args:
            text: the new text.
            first: line number of its first line.
            begin: the scanner's state at its first line.
        """
        self._colouring = Colouring(begin)
        self.line_number_start = first
        self.load_text(text)

    def mark(self, lines: Mapping[int, str]) -> None:
        """Mark the lines that have problems."""
        self.marked = dict(lines)
        self.notify_style_update()
        self.refresh()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Colour the lines to render, since the text may have changed."""
        if self._colouring is not None:
            self._colouring.follow(self.document.lines)
        return super().render_lines(crop)

    def get_line(self, line_index: int) -> "Text":
        """Return a line as it is drawn: literal, coloured, with a sign for each control or invisible character."""
        theme = self.app.theme
        text = safe.in_place(self.document.get_line(line_index))
        role = self.marked.get(line_index + self.line_number_start)
        if role is not None:
            text.stylize(style_of(theme, role) + Style(underline=True))
        if self._colouring is not None:
            for piece in self._colouring.pieces(line_index):
                text.stylize(style_of(theme, _ROLES[piece.kind]), piece.start, piece.end)
        return text

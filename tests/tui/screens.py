"""Read the screen in tests as lines of text, from the segments that textual draws."""

from unittest.mock import patch

from rich.console import Console
from textual.app import App


def _as_text(console: Console, **options: object) -> str:
    """The recorded text instead of an SVG, which takes ten times as long."""
    return console.export_text()


def screen_lines(app: App[None]) -> list[str]:
    """The screen as lines, without spaces at their ends. Columns are cells: a wide character takes two."""
    with patch.object(Console, "export_svg", _as_text):
        lines = app.export_screenshot(simplify=True).split("\n")
    return [line.rstrip() for line in lines[: app.size.height]]


def screen_text(app: App[None]) -> str:
    """The screen as one text."""
    return "\n".join(screen_lines(app))

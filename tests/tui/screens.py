"""Reading the explorer's screen in tests, as lines of text: what textual's own picture of it is drawn from."""

from unittest.mock import patch

from rich.console import Console
from textual.app import App


def _as_text(console: Console, **options: object) -> str:
    """What was recorded, in the place of a picture: to draw one takes ten times as long."""
    return console.export_text()


def screen_lines(app: App[None]) -> list[str]:
    """The screen as lines, without spaces at their ends. Columns are cells: a wide character takes two."""
    with patch.object(Console, "export_svg", _as_text):
        lines = app.export_screenshot(simplify=True).split("\n")
    return [line.rstrip() for line in lines[: app.size.height]]


def screen_text(app: App[None]) -> str:
    """The screen as one text."""
    return "\n".join(screen_lines(app))

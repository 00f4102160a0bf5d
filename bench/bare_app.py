"""A minimal Textual app to compare the explorer with: a tree, a Markdown widget, a list and a footer.

Usage: bare_app.py FILE, where FILE holds two Markdown texts as a JSON list; `n` shows the other one.
"""

import json
import sys
from pathlib import Path
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widgets import Footer, Markdown, OptionList, Tree


class Bare(App[None]):
    """The minimal app."""

    CSS = "Tree, OptionList { width: 30; } Markdown { width: 1fr; }"
    BINDINGS: ClassVar[list[BindingType]] = [("n", "other", "Other"), ("q", "quit", "Quit")]

    def __init__(self, texts: list[str]) -> None:
        super().__init__()
        self._texts = texts
        self._shown = 0

    def compose(self) -> ComposeResult:
        with Horizontal():
            yield Tree("guide")
            yield Markdown(self._texts[0])
            yield OptionList(*[f"choice {number}" for number in range(9)])
        yield Footer()

    def on_mount(self) -> None:
        tree = self.query_one(Tree)
        tree.root.expand()
        for number in range(30):
            tree.root.add_leaf(f"node {number}")
        self.query_one(OptionList).focus()

    async def action_other(self) -> None:
        self._shown = 1 - self._shown
        await self.query_one(Markdown).update(self._texts[self._shown])


if __name__ == "__main__":
    Bare(json.loads(Path(sys.argv[1]).read_text("utf-8"))).run()

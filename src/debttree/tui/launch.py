"""Starting the full-screen program: what must be settled before textual is imported."""

import datetime as dt
import os
from collections.abc import Callable

from debttree.journey import Journey
from debttree.model import Tree


def explore(
    tree: Tree,
    journey: Journey,
    language: str,
    today: dt.date,
    keep: Callable[[Journey], None],
    *,
    private: bool,
) -> int:
    """Run the explorer; the result is the exit status.

    Args:
        keep: keeps a journey; called after each change, must return at once.
    """
    _mind_the_terminal()
    from debttree.tui.app import Explorer
    from debttree.tui.views.scene import Scene

    app = Explorer(Scene(tree, journey, language, today, private=private), keep)
    app.run()
    return app.return_code or 0


def _mind_the_terminal() -> None:
    """iTerm2 loses what an input method commits under the key protocol that textual turns on by default."""
    if os.environ.get("TERM_PROGRAM") == "iTerm.app":
        os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")

"""Starting the full-screen program: what must be settled before textual is imported."""

import datetime as dt
import os
import sys

from debttree.journey import Journey, Opened
from debttree.locales import phrases
from debttree.model import Message, Tree


def explore(tree: Tree, opened: Opened, language: str, today: dt.date, *, private: bool) -> int:
    """Run the explorer; the result is the exit status.

    Args:
        opened: the journey, and what keeps it.
        private: nothing is kept, and the screen says so.
    """
    _mind_the_terminal()
    from debttree.tui.app import Explorer
    from debttree.tui.leaving import run
    from debttree.tui.settings import read_settings
    from debttree.tui.views.scene import Scene

    def save(journey: Journey, language: str) -> Message | None:
        return opened.keeper.save(tree, journey, language, today)

    scene = Scene(tree, opened.journey, language, today, private=private)
    app = Explorer(scene, save, read_settings(), opened)
    status = run(app)
    notice = save(app.scene.journey, app.scene.language)  # keys may have been quicker than the disk
    if notice is not None:
        sys.stderr.write(phrases(language).tell(notice) + "\n")
    return status


def _mind_the_terminal() -> None:
    """See to what textual takes from the environment as it is imported or starts.

    COLUMNS and LINES are the size at the time when somebody exported them; the terminal knows better after it
    was resized. iTerm2 loses what an input method commits under the key protocol that textual turns on.
    """
    for stale in ("COLUMNS", "LINES"):
        os.environ.pop(stale, None)
    if os.environ.get("TERM_PROGRAM") == "iTerm.app":
        os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")

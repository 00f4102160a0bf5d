"""The palette of the editor: what can be done on the screen below, languages, colours, and all that can be edited."""

from collections.abc import Iterator

from debttree.tui.editor.screens.page import Page
from debttree.tui.kit.actions import EDITOR_ONLY, actions_in
from debttree.tui.kit.dialogs.pick import Pick
from debttree.tui.kit.entries import Entry, action_entries, look_entries

_UNOFFERED = frozenset({"editor-palette", "editor-close"})


class Palette(Pick):
    """A few letters and Enter, and what is called like that is done.

    Args:
        page: the screen that it was opened from.
    """

    def __init__(self, page: Page) -> None:
        super().__init__(page.say, page.say("What do you want to do?"), _entries(page))


def _entries(page: Page) -> Iterator[Entry]:
    here = [where for where in page.where if where in EDITOR_ONLY]
    offered = [action for action in actions_in(*here) if action.id not in _UNOFFERED]
    yield from action_entries(page.say, page.keymap, offered)
    yield from look_entries(page.say)
    yield from page.entries()

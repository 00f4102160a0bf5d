"""Ask before the editor is left: what becomes of edits that are not saved, and of a draft open elsewhere."""

from typing import Protocol

from debttree.tui.editor.draft import Draft
from debttree.tui.editor.screens.page import Editing, Page
from debttree.tui.kit.page import Para, Run


class Left(Editing, Protocol):
    """What is left."""

    @property
    def page(self) -> Page:
        """The screen on which it is asked."""

    def leave(self) -> None:
        """Go back to the mode below, or end the program."""


def ask_before_leaving(editor: Left, draft: Draft | None) -> None:
    """Leave the editor; where something could be lost by that, ask first.

    Args:
        editor: the mode that is left.
        draft: what the person's own editor may have open still.
    """
    if draft is not None:
        _ask_about(editor, draft)
    else:
        _leave(editor)


def _ask_about(editor: Left, draft: Draft) -> None:
    """Ask whether to leave although what the person's own editor saves is then no longer taken over."""
    say = editor.say

    def answered(answer: str) -> None:
        if answer == "leave":
            _leave(editor)

    words = say("Your own editor may have a draft open still. Its file stays: {file}", file=str(draft.file))
    question = [Para((Run(words, "strong"),))]
    answers = [
        ("leave", say("Leave; what it saves from now on is not taken over")),
        ("stay", say("Stay")),
    ]
    editor.page.choose_one(question, answers, answered)


def _leave(editor: Left) -> None:
    """Leave, once it is decided what becomes of edits that are not saved."""
    if not editor.session.is_dirty:
        editor.leave()
        return
    say = editor.say

    def answered(answer: str) -> None:
        if answer == "save":
            editor.action_save()
        elif answer == "drop":
            editor.session.close()
            editor.leave()

    question = [Para((Run(say("Your edits are not saved."), "strong"),))]
    answers = [("save", say("Save them")), ("drop", say("Leave without saving")), ("stay", say("Stay"))]
    editor.page.choose_one(question, answers, answered)

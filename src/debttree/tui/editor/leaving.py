"""Ask before the editor is left what to do with unsaved edits, and with a copy open in another editor."""

from typing import Protocol

from debttree.tui.editor.draft import Draft
from debttree.tui.editor.screens.page import Editing, Page
from debttree.tui.kit.page import Para, Run


class Left(Editing, Protocol):
    """The part of the editor that is used here."""

    @property
    def page(self) -> Page:
        """The screen to ask on."""

    def leave(self) -> None:
        """Return to the mode below, or end the program."""


def ask_before_leaving(editor: Left, draft: Draft | None) -> None:
    """Leave the editor, but ask first if something could be lost.

    Args:
        editor: the editor to leave.
        draft: the copy that the person's own editor may still have open.
    """
    if draft is not None:
        _ask_about(editor, draft)
    else:
        _leave(editor)


def _ask_about(editor: Left, draft: Draft) -> None:
    """Ask whether to leave, although later saves of the person's own editor will not be read."""
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
    """Leave, after asking what to do with unsaved edits."""
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

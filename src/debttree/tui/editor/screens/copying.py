"""Offer to copy a bundled tree under another name, since bundled trees are never changed."""

from pathlib import Path

from debttree.model import Trouble, is_id, msg
from debttree.model.file_names import is_device
from debttree.storage.atomic import create_exclusive
from debttree.storage.folders import made
from debttree.storage.library import trees, user_folder
from debttree.tui.editor.screens.page import Page
from debttree.tui.kit.dialogs.ask import Ask
from debttree.tui.kit.page import Run


def offer_copy(page: Page) -> None:
    """Ask for a name, copy the tree and edit the copy; without a name the editor closes."""
    editor, say = page.editor, page.say
    session = editor.session

    def take(name: str) -> None:
        copy = free_file(name)
        made(copy.parent)
        create_exclusive(copy, session.document.content)
        session.move_to(copy)
        page.tell(say("This is your copy now: {file}", file=str(copy)))
        editor.changed()

    def closed(_: None) -> None:
        if session.is_bundled:
            editor.leave()

    question = (Run(say("The program's tree stays as it is. Name of your copy:"), "strong"),)
    hint = say("It goes to {folder}.", folder=str(user_folder()))
    name = f"my-{session.file.stem}"
    page.app.push_screen(Ask(say, question, take, hint=hint, value=name), closed)


def free_file(name: str) -> Path:
    """Return the file for a copy with a name.

    Raises:
        Trouble: it is not a valid name, or a tree has it already: a copy must never hide the text of a newer version of
            the program.
    """
    if not is_id(name):
        hint = msg("Letters, digits, - and _, beginning with a letter or digit.")
        raise Trouble(msg('"{name}" is no name for a tree.', name=name), hint)
    if is_device(name):
        hint = msg("Windows keeps it for one of its devices. Choose another name.")
        raise Trouble(msg('"{name}" is no name for a tree.', name=name), hint)
    bundled = {known.casefold() for known, _, comes_along in trees() if comes_along}
    if name.casefold() in bundled:
        message = msg('"{name}" is the name of a tree that comes with the program.', name=name)
        raise Trouble(message, msg("A copy needs a name of its own, so that it never stands for the other."))
    if name.casefold() in {known.casefold() for known, _, _ in trees()}:
        raise Trouble(msg('There is a tree called "{name}" already.', name=name), msg("Choose another name."))
    return user_folder() / f"{name}.toml"

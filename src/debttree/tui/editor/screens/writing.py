"""Ask how to save a file that has hard links, or that cannot be replaced by a new file."""

from typing import TYPE_CHECKING

from debttree.model import Message, msg
from debttree.tui.editor.screens.write_mode import WriteMode
from debttree.tui.kit.page import Para, Run, blank

if TYPE_CHECKING:
    from debttree.tui.editor.screens.page import Editing


PARTS = msg("The file has other names on the disk (hard links). What shall they hold?")


def ask_how(editor: "Editing", why: Message) -> None:
    """Ask how to save the file, and save it.

    Args:
        editor: the editor of the file.
        why: the reason to ask; with `PARTS` both ways are possible.
    """
    say = editor.view.say
    has_names = why is PARTS
    answers: list[tuple[str, str]] = []
    if not editor.session.private:
        in_place = say("The new text, under every name") if has_names else say("Write into the file itself")
        answers.append((WriteMode.IN_PLACE, in_place))
    if has_names:
        answers.append((WriteMode.REPLACE, say("The old text; this name alone gets the new one")))
    answers.append((_NOT_NOW, say("Do not save now")))
    private = editor.session.private
    note = (
        say("Writing into the file keeps a copy until it is done; a private session keeps nothing.")
        if private
        else say(
            "Writing into the file is not done in one step: a copy is kept on the disk until it is done."
        )
    )
    question = [Para((Run(say.tell(why), "strong"),)), blank(), Para((Run(note, "dim"),))]

    def answered(answer: str) -> None:
        if answer in tuple(WriteMode):
            editor.write(WriteMode(answer))

    editor.page.choose_one(question, answers, answered)


_NOT_NOW = "not-now"

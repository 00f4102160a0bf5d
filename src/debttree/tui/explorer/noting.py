"""Write a new note about a node, or change a note."""

from debttree.model import Kind, clean, clean_line
from debttree.tui.explorer.screens.sheet import Walking
from debttree.tui.kit.note_text import NoteText
from debttree.tui.kit.page import Run


def write_note(explorer: Walking, node: str) -> None:
    """Ask for a note about a node; an empty one is not kept.

    Args:
        explorer: what shows the journey.
        node: id of the node.
    """
    scene, say = explorer.scene, explorer.say

    def take(written: NoteText) -> None:
        if written.text:
            now, at = explorer.scene, explorer.clock.time
            explorer.walked(now.journey.noted(written.text, now.today, node, at=at, desk=written.desk))

    about = scene.tree.nodes[node]
    hint = say("Here it may say why a choice is taken.") if about.kind is Kind.DECISION else ""
    question = (Run(say("Your note: "), "strong"), *scene.line(about.title))
    explorer.page.write(question, take, hint=hint)


def change_note(explorer: Walking, number: int) -> None:
    """Ask for a new text of a note; an empty one deletes it. The note's time stays the same.

    Args:
        explorer: what shows the journey.
        number: number of the note, from 0.
    """
    scene, say = explorer.scene, explorer.say
    note = scene.journey.notes[number]
    before = NoteText(clean(note.text), note.desk)

    def take(written: NoteText) -> None:
        if written != before:
            explorer.walked(scene.journey.renoted(number, written.text, desk=written.desk))

    title = scene.title(note.node) if note.node else clean_line(note.was_at)
    question = (Run(say("Your note: "), "strong"), Run(title))
    explorer.page.write(question, take, value=before, hint=say("Empty: the note is deleted."))

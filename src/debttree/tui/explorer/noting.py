"""Write a new note about a node, or change a note."""

from debttree.journey import Note
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
    number = len(scene.journey.notes)

    def take(written: NoteText) -> None:
        now, at = explorer.scene, explorer.clock.time
        if number < len(now.journey.notes):
            _renote(explorer, number, written)
        elif written.text:
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

    def take(written: NoteText) -> None:
        _renote(explorer, number, written)

    title = scene.title(note.node) if note.node else clean_line(note.was_at)
    question = (Run(say("Your note: "), "strong"), Run(title))
    explorer.page.write(question, take, value=_stands(note), hint=say("Empty: the note is deleted."))


def _stands(note: Note) -> NoteText:
    return NoteText(clean(note.text), note.desk)


def _renote(explorer: Walking, number: int, written: NoteText) -> None:
    """Give a note other words, where they are others."""
    journey = explorer.scene.journey
    if written != _stands(journey.notes[number]):
        explorer.walked(journey.renoted(number, written.text, desk=written.desk))

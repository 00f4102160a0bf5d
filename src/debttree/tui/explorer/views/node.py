"""The present node: its title and text, and the consequences it brings."""

from debttree.journey.contacts import contacts_of
from debttree.model import Node
from debttree.tui.explorer.scene import Scene
from debttree.tui.explorer.views.contacts import to_be_read
from debttree.tui.explorer.views.notes import desk_mark, own_words
from debttree.tui.kit.page import Block, Para, Run, blank
from debttree.tui.kit.prose import written


def node_text(scene: Scene, node: Node, *, contacts: bool = True) -> list[Block]:
    """Return title, actor, text, consequences, contacts and notes of a node.

    Args:
        scene: the tree and who looks at it.
        node: the node.
        contacts: whether to add the contacts.
    """
    blocks: list[Block] = [Para(scene.line(node.title, "title"), rest=(Run("  "),))]
    if node.actor is not None:
        blocks.append(Para((Run(scene.say("Who answers: "), "dim"), *scene.line(node.actor))))
    blocks.append(blank())
    if node.text is not None:
        blocks += _text(scene, node)
    blocks += _brings(scene, node)
    found = contacts_of(scene.tree, node.id) if contacts else ()
    blocks += [blank(), *to_be_read(scene, found)] if found else []
    notes = [note for note in scene.journey.notes if note.node == node.id]
    for number, note in enumerate(notes):
        made = scene.say("Your note of {date}: ", date=note.when)
        blocks += [] if number else [blank()]
        blocks += own_words((*desk_mark(scene.say, note), Run(made, "dim")), note.text)
    return blocks


def _text(scene: Scene, node: Node) -> list[Block]:
    wording = scene.tree.wording(node.text, scene.language) if node.text else None
    if wording is None:
        return []
    blocks: list[Block] = []
    if wording.missing:
        blocks += [Para((Run(scene.say("This text is not translated yet."), "dim"),)), blank()]
    return [*blocks, written(wording.text)]


def _brings(scene: Scene, node: Node) -> list[Block]:
    """Return the consequences that a node brings: a line for each new one, one line for those met before."""
    before = scene.met_before if node.id == scene.journey.at else ()
    new = [_brought(scene, consequence) for consequence in node.brings if consequence not in before]
    titles = [scene.name(scene.tree.consequences[name].title) for name in node.brings if name in before]
    old = (
        [Para((Run(scene.say("Met before: "), "dim"), Run(scene.say(", ").join(titles), "dim")))]
        if titles
        else []
    )
    return [blank(), *new, *old] if node.brings else []


def _brought(scene: Scene, consequence_id: str) -> Para:
    consequence = scene.tree.consequences[consequence_id]
    words = (Run(scene.say("This brings: "), "bad"), *scene.line(consequence.title, "strong"))
    gravity = Run(" " + scene.say("(severity {n} of 5)", n=consequence.severity), "dim")
    return Para((*words, gravity), (Run("! ", "bad"),), (Run("  "),))

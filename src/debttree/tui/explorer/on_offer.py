"""The palette's entries for a guide: choices here, urgent matters, contacts, and nodes."""

from collections.abc import Iterator

from debttree.tui.explorer.items import Choose, GoTo, Link, Ring, Seek
from debttree.tui.explorer.scene import Scene
from debttree.tui.explorer.views.contacts import in_short
from debttree.tui.kit.actions import Scope
from debttree.tui.kit.entries import Entry
from debttree.tui.kit.page import Run
from debttree.tui.kit.verbs import VERBS


def choices_on_offer(scene: Scene) -> Iterator[Entry]:
    """Yield an entry for each choice here."""
    for choice in scene.node.choices:
        yield Entry(Choose(choice.id), scene.line(choice.label), (Run(scene.say("choice"), "dim"),))


def places_on_offer(scene: Scene) -> Iterator[Entry]:
    """Yield an entry for each urgent matter, contact and node; a node is found by its id too, which is not shown."""
    say, tree = scene.say, scene.tree
    for urgent in tree.urgent:
        numbers = tuple(number for name in urgent.contacts if (number := tree.contacts[name].phone))
        right = (Run(say("urgent"), "warn"),)
        yield Entry(GoTo(urgent.to), scene.line(urgent.label), right, also=(*numbers, VERBS["urgent"].also))
    for contact in tree.contacts.values():
        item = Ring(contact.id) if contact.phone else Link(contact.url or "")
        yield Entry(item, in_short(scene, contact), (Run(say("contact"), "dim"),))
    for node in tree.nodes.values():
        yield Entry(GoTo(node.id), scene.line(node.title), (Run(say("step"), "dim"),), node.id)


def search_on_offer(scene: Scene, typed: str) -> Entry:
    """Return an entry that searches all texts for what was typed."""
    words = scene.say("Search the guide for “{words}”", words=typed)
    return Entry(Seek(typed), (Run(words),), (Run(scene.key(Scope.EXPLORER, "search"), "key"),))

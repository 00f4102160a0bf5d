"""What the palette offers of a guide: its choices here, what is urgent, whom to ring, and its steps."""

from collections.abc import Iterator

from debttree.model import Contact
from debttree.tui.explorer.items import Choose, GoTo, Reach
from debttree.tui.explorer.scene import Scene
from debttree.tui.kit.entries import Entry
from debttree.tui.kit.page import Run
from debttree.tui.kit.verbs import VERBS


def choices_on_offer(scene: Scene) -> Iterator[Entry]:
    """Yield the choices here."""
    for choice in scene.node.choices:
        yield Entry(Choose(choice.id), scene.line(choice.label), (Run(scene.say("choice"), "dim"),))


def places_on_offer(scene: Scene) -> Iterator[Entry]:
    """Yield what is urgent, whom to ring, and every step; an id finds its step, and is not shown."""
    say, tree = scene.say, scene.tree
    for urgent in tree.urgent:
        numbers = tuple(number for name in urgent.contacts if (number := tree.contacts[name].phone))
        right = (Run(say("urgent"), "warn"),)
        yield Entry(GoTo(urgent.to), scene.line(urgent.label), right, also=(*numbers, VERBS["urgent"].also))
    for contact in tree.contacts.values():
        words = (
            *((Run(f"{contact.phone}  ", "strong"),) if contact.phone else ()),
            *scene.line(contact.title),
        )
        yield Entry(Reach(contact.id), words, (Run(say("contact"), "dim"),))
    for node in tree.nodes.values():
        yield Entry(GoTo(node.id), scene.line(node.title), (Run(say("step"), "dim"),), node.id)


def reached(scene: Scene, contact: Contact) -> str:
    """Return all that the guide says of somebody to ring or go to, on one line."""
    known = (contact.phone, contact.url, scene.name(contact.hours), scene.name(contact.cost))
    return scene.say(
        "{title}: {facts}", title=scene.name(contact.title), facts=" · ".join(filter(None, known))
    )

"""Contacts: number, owner, hours, and who says that they are right."""

from collections.abc import Iterable, Iterator, Sequence

from debttree.export.sentences import Sentences
from debttree.journey.contacts import contacts_of
from debttree.model import Contact
from debttree.tui.explorer.items import Link, Ring
from debttree.tui.explorer.scene import Scene
from debttree.tui.explorer.views.numbers import Numbers, lead
from debttree.tui.kit.page import Block, Line, Para, Run, dotted, headed


def reached_by(contact: Contact) -> str:
    """Return the phone number of a contact, else its address."""
    return contact.phone or contact.url or ""


def in_short(scene: Scene, contact: Contact, *, hours: bool = False) -> Line:
    """Return a number and its owner.

    Args:
        scene: whose language the words are in.
        contact: the contact.
        hours: whether to add when somebody answers, where the guide says so.
    """
    words: Line = (Run(reached_by(contact), "strong"), Run(" "), *scene.line(contact.title))
    if hours and contact.hours is not None:
        words = (*words, Run(" · ", "dim"), *scene.line(contact.hours, "dim"))
    return words


def side_by_side(scene: Scene, contacts: Sequence[Contact], *, hours: bool = False) -> Line:
    """Return contacts on one line, separated by a bar if their hours are separated by dots.

    Args:
        scene: whose language the words are in.
        contacts: the contacts.
        hours: whether to add when somebody answers, where the guide says so.
    """
    shown = (in_short(scene, contact, hours=hours) for contact in contacts)
    return dotted(shown, " │ ", "rule") if hours else dotted(shown)


def contacts(scene: Scene, found: Iterable[Contact], numbers: Numbers | None = None) -> Iterator[Block]:
    """Yield contacts in full as items, which copy the number or open the address.

    Args:
        scene: the tree and who looks at it.
        found: the contacts.
        numbers: counts the items that digits choose.
    """
    for contact in found:
        before, space = lead(numbers)
        item = Ring(contact.id) if contact.phone else Link(contact.url or "")
        rest = (Run(space + " "),)
        yield Para(in_short(scene, contact), before, rest, item=item)
        for line in _details(scene, contact):
            yield Para(line, rest, rest, item=item)


def called(scene: Scene, contact: Contact) -> Run:
    """Return the word before a contact: that for calling a number, or that for opening an address."""
    return Run(scene.say("Ring: ") if contact.phone else scene.say("Online: "), "dim")


def to_be_read(scene: Scene, found: Iterable[Contact]) -> Iterator[Block]:
    """Yield contacts in full, not as items."""
    for contact in found:
        yield Para(in_short(scene, contact), (called(scene, contact),), (Run("  "),))
        for line in _details(scene, contact):
            yield Para(line, (Run("  "),), (Run("  "),))


def contacts_here(scene: Scene) -> Iterator[Block]:
    """Return the contacts here under a heading; nothing if there are none."""
    return headed(scene.say("Whom to ring"), contacts(scene, contacts_of(scene.tree, scene.node.id)))


def _details(scene: Scene, contact: Contact) -> Iterator[Line]:
    """Yield address, hours and cost, and who says that they are right."""
    if contact.phone and contact.url:
        yield (Run(contact.url, "link"),)
    for text in (contact.hours, contact.cost):
        if text is not None:
            yield scene.line(text, "dim")
    stale = scene.tree.is_stale(contact, scene.today)
    words = Sentences(scene.say).vouched(scene.name(scene.tree.title), contact, stale=stale)
    yield (Run(words, "warn" if stale else "dim"),)

"""The sources of a node, with confidence and validity, and the links in its text."""

from collections.abc import Iterable

from debttree.export.reference import Reference
from debttree.export.sentences import Sentences
from debttree.model import Confidence, Node
from debttree.tui.explorer.items import Link
from debttree.tui.explorer.scene import Scene
from debttree.tui.kit.page import Block, Para, Run

_REST = (Run("   "),)


def references(scene: Scene, node: Node) -> tuple[Reference, ...]:
    """Return the sources of one node."""
    found = (scene.tree.sources[name] for name in dict.fromkeys(node.sources))
    return tuple(Reference.of(source, scene.name(source.title), scene.today, (node.id,)) for source in found)


def is_doubtful(reference: Reference) -> bool:
    """Return whether a source has expired or is not yet in force."""
    return reference.expired or reference.not_yet_valid


def sources_in_brief(scene: Scene, node: Node) -> list[Block]:
    """Return the titles of the sources, with what makes one doubtful."""
    found = references(scene, node)
    if not found:
        return []
    blocks: list[Block] = [Para((Run(scene.say("Sources"), "heading"),), first=(Run(" "),))]
    for reference in found:
        lead = (
            Run(" "),
            Run("! " if is_doubtful(reference) else "· ", "warn" if is_doubtful(reference) else "dim"),
        )
        blocks.append(Para((Run(reference.title),), lead, _REST))
        sentences = list(Sentences(scene.say).validity(reference))
        if is_doubtful(reference):
            blocks.append(Para((Run(sentences[0], "warn"),), _REST, _REST))
        if reference.confidence is not Confidence.VERIFIED:
            sure = Sentences(scene.say).confidence(reference.confidence)
            blocks += [Para((Run(sure, "dim"),), _REST, _REST)] if sure else []
    return blocks


def sources(scene: Scene, node: Node) -> list[Block]:
    """Return the sources of a node; those with an address are items."""
    found = references(scene, node)
    if not found:
        return []
    blocks: list[Block] = [Para((Run(scene.say("Sources"), "heading"),), first=(Run(" "),))]
    for reference in found:
        blocks += _source(scene, reference)
    return blocks


def _source(scene: Scene, reference: Reference) -> Iterable[Block]:
    item = Link(reference.url) if reference.url else None
    doubtful = is_doubtful(reference)
    lead = (Run(" "), Run("! " if doubtful else "· ", "warn" if doubtful else "dim"))
    yield Para((Run(reference.title, "strong"),), lead, _REST, item=item)
    for sentence in Sentences(scene.say).validity(reference):
        yield Para((Run(sentence, "warn" if doubtful else "dim"),), _REST, _REST, item=item)
    if reference.url:
        yield Para((Run(reference.url, "link"),), _REST, _REST, item=item)


def links(scene: Scene, addresses: Iterable[str]) -> list[Block]:
    """Return the addresses in a text."""
    found = list(addresses)
    if not found:
        return []
    heading: list[Block] = [Para((Run(scene.say("Links in the text"), "heading"),), first=(Run(" "),))]
    return heading + [
        Para((Run(address, "link"),), (Run(" "), Run("· ", "dim")), _REST, item=Link(address))
        for address in found
    ]


def review(scene: Scene) -> str:
    """Return the words that the guide's review is overdue; empty if it is not."""
    due = scene.tree.review_due()
    if due is None or scene.today <= due:
        return ""
    return scene.say("This guide was to be reviewed by {date}: ask what holds now.", date=due.isoformat())

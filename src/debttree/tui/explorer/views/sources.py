"""The sources of a node, with confidence and validity, and the links in its text."""

from collections.abc import Iterable, Iterator

from debttree.export.reference import Reference
from debttree.export.sentences import Sentences
from debttree.model import Confidence, Node
from debttree.tui.explorer.items import Link
from debttree.tui.explorer.scene import Scene
from debttree.tui.kit.page import Block, Line, Para, Run, headed

_REST = (Run("   "),)


def references(scene: Scene, node: Node) -> tuple[Reference, ...]:
    """Return the sources of one node."""
    found = (scene.tree.sources[name] for name in dict.fromkeys(node.sources))
    return tuple(Reference.of(source, scene.name(source.title), scene.today, (node.id,)) for source in found)


def is_doubtful(reference: Reference) -> bool:
    """Return whether a source has expired or is not yet in force."""
    return reference.expired or reference.not_yet_valid


def sources_in_brief(scene: Scene, node: Node) -> Iterator[Block]:
    """Return the titles of the sources, with what makes one doubtful."""
    shown = (block for reference in references(scene, node) for block in _in_brief(scene, reference))
    return headed(scene.say("Sources"), shown)


def _in_brief(scene: Scene, reference: Reference) -> Iterator[Block]:
    sentences = Sentences(scene.say)
    yield Para((Run(reference.title),), _lead(reference), _REST)
    if is_doubtful(reference):
        yield Para((Run(next(sentences.validity(reference)), "warn"),), _REST, _REST)
    if reference.confidence is not Confidence.VERIFIED and (
        sure := sentences.confidence(reference.confidence)
    ):
        yield Para((Run(sure, "dim"),), _REST, _REST)


def sources(scene: Scene, node: Node) -> Iterator[Block]:
    """Return the sources of a node; those with an address are items."""
    shown = (block for reference in references(scene, node) for block in _source(scene, reference))
    return headed(scene.say("Sources"), shown)


def _source(scene: Scene, reference: Reference) -> Iterator[Block]:
    item = Link(reference.url) if reference.url else None
    yield Para((Run(reference.title, "strong"),), _lead(reference), _REST, item=item)
    for sentence in Sentences(scene.say).validity(reference):
        yield Para((Run(sentence, "warn" if is_doubtful(reference) else "dim"),), _REST, _REST, item=item)
    if reference.url:
        yield Para((Run(reference.url, "link"),), _REST, _REST, item=item)


def _lead(reference: Reference) -> Line:
    return (Run(" "), Run("! ", "warn") if is_doubtful(reference) else Run("· ", "dim"))


def links(scene: Scene, addresses: Iterable[str]) -> Iterator[Block]:
    """Return the addresses in a text."""
    lead = (Run(" "), Run("· ", "dim"))
    shown = (Para((Run(address, "link"),), lead, _REST, item=Link(address)) for address in addresses)
    return headed(scene.say("Links in the text"), shown)


def review(scene: Scene) -> str:
    """Return the words that the guide's review is overdue; empty if it is not."""
    due = scene.tree.review_due()
    if due is None or scene.today <= due:
        return ""
    return scene.say("This guide was to be reviewed by {date}: ask what holds now.", date=due.isoformat())

"""Collect all words shown at a node, for the checks of stories."""

from collections.abc import Iterator

from debttree.model import Node, Text, Tree


def words_at(tree: Tree, node: str, language: str) -> str:
    """Return the words of a node, its choices, checklist, deadlines, contacts and sources, without signs of emphasis.

    Args:
        tree: the tree that has it.
        node: its id.
        language: of the words; what is not there in it comes in the tree's first language.
    """
    found = (tree.words(text, language) for text in _texts(tree, tree.nodes[node]))
    return "\n".join(found).replace("**", "")


def _texts(tree: Tree, node: Node) -> Iterator[Text | None]:
    yield from (node.title, node.actor, node.text)
    for choice in node.choices:
        yield from (choice.label, choice.text, choice.caution)
    for item in node.checklist:
        yield item.text
    for deadline in node.deadlines:
        yield from (deadline.event, deadline.text)
    for contact in (tree.contacts[name] for name in node.contacts):
        yield from (
            contact.title,
            Text.of(contact.phone) if contact.phone else None,
            Text.of(contact.url) if contact.url else None,
            contact.hours,
            contact.cost,
        )
    for name in node.sources:
        yield tree.sources[name].title

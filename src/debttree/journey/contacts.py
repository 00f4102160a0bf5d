"""Find contacts: those of a node, and the one to ask if a last day has passed. All come from the tree."""

from collections.abc import Iterable, Iterator
from itertools import chain

from debttree.model import CRISIS, Contact, Tree


def contacts_of(tree: Tree, node: str) -> tuple[Contact, ...]:
    """Return the contacts of a node, in the order in which it names them."""
    return tuple(_known(tree, tree.nodes[node].contacts))


def helper(tree: Tree, node: str) -> Contact | None:
    """Return whom to ring today about a node: its own contact, else an urgent entry's; None where no tree names one.

    Of the urgent entries the one that leads to the node comes first. Contacts for people in danger are not used for
    this.

    Args:
        tree: the tree.
        node: the id of the node.
    """
    ways = sorted(tree.urgent, key=lambda way: way.to != node)
    calm = (way for way in ways if CRISIS not in tree.nodes[way.to].tags)
    named = chain(tree.nodes[node].contacts, *(way.contacts for way in calm))
    return next((contact for contact in _known(tree, named) if contact.phone), None)


def _known(tree: Tree, names: Iterable[str]) -> Iterator[Contact]:
    return (tree.contacts[name] for name in dict.fromkeys(names) if name in tree.contacts)

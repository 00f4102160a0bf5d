"""Outcomes at which the story goes on in another guide (`guide`), whose consequences are unknown here.

Such an outcome is no safe end: an answer like "it is a credit card" must not look as if it kept all harm off. So a
choice that leads there is not counted if its node has another choice, whatever the kind of the node.
"""

from collections.abc import Iterable

from debttree.model import Choice, Kind, Node, Tree


def guide_at(node: Node) -> str | None:
    """Return the name of the guide in which the story goes on at an outcome, or None."""
    return node.guide if node.kind is Kind.OUTCOME else None


def elsewhere(tree: Tree) -> frozenset[str]:
    """Return the ids of the outcomes at which the story goes on in another guide."""
    return frozenset(node.id for node in tree.nodes.values() if guide_at(node) is not None)


def counted(choices: Iterable[Choice], elsewhere: frozenset[str]) -> list[Choice]:
    """Return the choices of a node that count: without those that lead to another guide, unless all of them do.

    Args:
        choices: of one node; their targets exist.
        elsewhere: the ids of the outcomes at which the story goes on in another guide.
    """
    every = list(choices)
    return [choice for choice in every if choice.to not in elsewhere] or every

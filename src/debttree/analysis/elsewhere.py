"""Outcomes at which the story goes on in another guide: what leads there says nothing of this one.

Such an outcome is no safe end. Who must not be told that all harm is kept off by "it is a credit card" is told of the
other answers alone, at every kind of node: a choice that leads there counts as absent where its node has another.
"""

from collections.abc import Iterable

from debttree.model import Choice, Kind, Node, Tree


def guide_at(node: Node) -> str | None:
    """Return the name of the guide in which the story goes on at an outcome; None: in none."""
    return node.guide if node.kind is Kind.OUTCOME else None


def elsewhere(tree: Tree) -> frozenset[str]:
    """Return the ids of the outcomes at which the story goes on in another guide."""
    return frozenset(node.id for node in tree.nodes.values() if guide_at(node) is not None)


def counted(choices: Iterable[Choice], elsewhere: frozenset[str]) -> list[Choice]:
    """Return those of a node's choices that count: none that leads elsewhere, where there is another.

    Args:
        choices: of one node, those to somewhere.
        elsewhere: the ids of the outcomes at which the story goes on in another guide.
    """
    every = list(choices)
    return [choice for choice in every if choice.to not in elsewhere] or every

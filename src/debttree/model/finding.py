"""Look up nodes and consequences by id; an unknown id is answered with the nearest known one."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from debttree.model.closeness import Closeness, closeness
from debttree.model.errors import Trouble
from debttree.model.message import Message, msg
from debttree.model.nearest import did_you_mean
from debttree.model.tree import Consequence, Node, Tree

_Thing = TypeVar("_Thing")


def find_node(tree: Tree, name: str) -> Node:
    """Return the node of that id.

    Raises:
        Trouble: there is none.
    """
    missing = msg('There is no node "{name}" in this tree.', name=name)
    return _find(tree.nodes, name, missing, lambda: did_you_mean(name, tree.nodes) or _titled(tree, name))


def _titled(tree: Tree, name: str) -> Message | None:
    """Return a hint with the node whose title begins so in any language, the nearest and then the first of them."""
    near = min(
        (
            (closeness(name, node.id, words), number, node.id)
            for number, node in enumerate(tree.nodes.values())
            for _, words in node.title.variants
        ),
        default=(Closeness.ELSE, 0, ""),
    )
    return None if near[0] is Closeness.ELSE else msg('Did you mean "{name}"?', name=near[2])


def find_consequence(tree: Tree, name: str) -> Consequence:
    """Return the consequence of that id.

    Raises:
        Trouble: there is none.
    """
    missing = msg('There is no consequence "{name}" in this tree.', name=name)
    return _find(tree.consequences, name, missing, lambda: did_you_mean(name, tree.consequences))


def _find(
    things: Mapping[str, _Thing], name: str, missing: Message, hint: Callable[[], Message | None]
) -> _Thing:
    found = things.get(name)
    if found is None:
        raise Trouble(missing, hint())
    return found

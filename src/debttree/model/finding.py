"""Look up nodes and consequences by id; an unknown id is answered with the nearest known one."""

from collections.abc import Mapping
from typing import TypeVar

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
    return _find(tree.nodes, name, msg('There is no node "{name}" in this tree.', name=name))


def find_consequence(tree: Tree, name: str) -> Consequence:
    """Return the consequence of that id.

    Raises:
        Trouble: there is none.
    """
    return _find(tree.consequences, name, msg('There is no consequence "{name}" in this tree.', name=name))


def _find(things: Mapping[str, _Thing], name: str, missing: Message) -> _Thing:
    found = things.get(name)
    if found is None:
        raise Trouble(missing, did_you_mean(name, things))
    return found

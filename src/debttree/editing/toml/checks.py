"""Check whether a change makes sense for the data, before it is written into the text."""

from typing import Any

from debttree.editing.toml.data import MISSING, at
from debttree.editing.toml.operations import Insert, Move, MoveKey
from debttree.editing.toml.refused import Refused
from debttree.editing.toml.tokens import Value
from debttree.model import DataPath, did_you_mean, msg


def existing(data: Any, path: DataPath) -> Any:
    """Return the value at a path.

    Raises:
        Refused: there is none.
    """
    found = at(data, path) if path else MISSING
    if found is MISSING:
        name = str(path[-1]) if path else ""
        known = at(data, path[:-1])
        hint = did_you_mean(name, known) if isinstance(known, dict) else None
        raise Refused(msg('There is no "{name}" here.', name=name), hint)
    return found


def insertion(data: Any, path: DataPath, value: Value, index: int | None) -> Insert:
    """Return the operation that inserts an item before the one at `index`, or at the end.

    Args:
        data: of the whole text.
        path: data path of the array.
        value: the new item.
        index: index of the new item, from 0; None: at the end.

    Raises:
        Refused: there is no array.
    """
    items = at(data, path)
    if not isinstance(items, list):
        raise Refused(msg('"{name}" is no list.', name=str(path[-1]) if path else ""))
    return Insert(path, len(items) if index is None else min(max(index, 0), len(items)), value)


def movement(data: Any, path: DataPath, index: int) -> list[Move | MoveKey]:
    """Return the operations that move an item of an array, or a key of a table; none if it is there already.

    Args:
        data: of the whole text.
        path: data path of the item or key.
        index: its new index, from 0.

    Raises:
        Refused: there is no such item or index.
    """
    existing(data, path)
    step, container = path[-1], at(data, path[:-1])
    if not 0 <= index < len(container):
        raise Refused(msg("It cannot be moved there."))
    if isinstance(step, int):
        return [] if step == index else [Move(path[:-1], step, index)]
    return [] if list(container).index(step) == index else [MoveKey(path, index)]

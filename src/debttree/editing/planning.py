"""From an operation to what it does to the text, and to the data that the text must say then."""

from typing import Any, NamedTuple

from debttree.editing import data as change
from debttree.editing.adding import add
from debttree.editing.arranging import insert_item, move_item
from debttree.editing.operations import Copy, Delete, Insert, Move, Operation, Put, RenameKey
from debttree.editing.removing import delete, vanishing
from debttree.editing.renaming import copy_table, rename_key
from debttree.editing.replacing import replace_value
from debttree.reading.blocks import Splice
from debttree.reading.places import Places


class Plan(NamedTuple):
    """What an operation does.

    Attributes:
        splices: to the text, in no order.
        data: the data afterwards.
    """

    splices: list[Splice]
    data: Any


def plan(operation: Operation, places: Places, data: Any) -> Plan:
    """How an operation is written into the text that `places` is of.

    Raises:
        Refused: it cannot be written.
    """
    match operation:
        case Put(path, value, after):
            return Plan(_put(places, data, operation), change.put(data, path, value, after))
        case Delete(path):
            return Plan(
                delete(places, vanishing(places, path)), change.without(data, vanishing(places, path))
            )
        case Insert(path, index, value):
            return Plan(insert_item(places, path, index, value), change.inserted(data, path, index, value))
        case Move(path, old, new):
            return Plan(move_item(places, path, old, new), change.moved(data, path, old, new))
        case RenameKey(path, new):
            return Plan(rename_key(places, path, new), change.renamed(data, path, new))
        case Copy(path, new):
            table = change.at(data, path)
            copied = (*path[:-1], new)
            splices = copy_table(places, path, new)
            if splices is None:
                splices = add(places, data, copied, table, str(path[-1]))
            return Plan(splices, change.put(data, copied, table, str(path[-1])))


def _put(places: Places, data: Any, operation: Put) -> list[Splice]:
    path, value, after = operation.path, operation.value, operation.after
    if change.at(data, path) is change.MISSING:
        return add(places, data, path, value, after)
    splices = replace_value(places, path, value)
    if splices is None:  # it has headers of its own: they go, and it is written where a new key would be
        splices = [*delete(places, path), *add(places, change.without(data, path), path, value)]
    return splices

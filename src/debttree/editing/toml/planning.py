"""Plan an operation: compute the splices of the text, and the data that the text must say afterwards."""

from typing import Any, NamedTuple

from debttree.editing.toml import data as change
from debttree.editing.toml.adding import add
from debttree.editing.toml.arranging import insert_item, move_item, move_key
from debttree.editing.toml.operations import Copy, Delete, Insert, Move, MoveKey, Operation, Put, RenameKey
from debttree.editing.toml.refused import Refused
from debttree.editing.toml.removing import delete, vanishing
from debttree.editing.toml.renaming import copy_table, rename_key
from debttree.editing.toml.replacing import replace_value
from debttree.editing.toml.source import SourceText
from debttree.model import msg
from debttree.reading.blocks import Splice


class Plan(NamedTuple):
    """The effect of an operation on text and data.

    Attributes:
        splices: of the text, in no order.
        data: the data afterwards.
    """

    splices: list[Splice]
    data: Any


def plan(operation: Operation, source: SourceText, data: Any) -> Plan:
    """Return the plan of an operation for a text.

    Args:
        operation: the operation.
        source: the text.
        data: its data.

    Raises:
        Refused: it cannot be written.
    """
    match operation:
        case Put(path, value, after):
            return Plan(_put(source, data, operation), change.put(data, path, value, after))
        case Delete(path):
            return Plan(
                delete(source, vanishing(source, path)), change.without(data, vanishing(source, path))
            )
        case Insert(path, index, value):
            return Plan(insert_item(source, path, index, value), change.inserted(data, path, index, value))
        case Move(path, old, new):
            return Plan(move_item(source, path, old, new), change.moved(data, path, old, new))
        case MoveKey(path, index):
            names = [*change.at(data, path[:-1])]
            return Plan(move_key(source, path, names, index), change.moved_key(data, path, index))
        case RenameKey(path, new):
            return Plan(rename_key(source, path, new), change.renamed(data, path, new))
        case Copy(path, new):
            table = change.at(data, path)
            copied = (*path[:-1], new)
            splices = copy_table(source, path, new)
            if splices is None:
                splices = add(source, data, copied, table, str(path[-1]))
            return Plan(splices, change.put(data, copied, table, str(path[-1])))


def _put(source: SourceText, data: Any, operation: Put) -> list[Splice]:
    path, value, after = operation.path, operation.value, operation.after
    if change.at(data, path) is change.MISSING:
        return add(source, data, path, value, after)
    splices = replace_value(source, path, value)
    if splices is None and isinstance(path[-1], int):
        raise Refused(msg("Only a table can stand among these tables."))
    if splices is None:  # it has its own headers: remove them, then add it as a new key
        splices = [*delete(source, path), *add(source, change.without(data, path), path, value)]
    return splices

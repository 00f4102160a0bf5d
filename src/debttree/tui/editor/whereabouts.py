"""Find the place that an edit changed, in the data after the edit was made or undone."""

from typing import Any

from debttree.editing.edits import (
    Add,
    Duplicate,
    Edit,
    InsertItem,
    MoveItem,
    Rename,
    Set,
    SetEach,
    SetRoot,
    Together,
    Unset,
)
from debttree.model import DataPath
from debttree.tui.editor.subjects import items, standing, table


def place_of(edit: Edit, data: Any, *, is_back: bool) -> DataPath:
    """Return the data path that an edit changed; () if that is the whole file, or if nothing is left there.

    Args:
        edit: the edit.
        data: the data of the file now.
        is_back: whether the edit was undone.
    """
    if isinstance(edit, Together):
        places = (place_of(each, data, is_back=is_back) for each in reversed(edit.edits))
        return next(filter(None, places), ())
    return _kept(data, _wanted(edit, data, is_back=is_back))


def _wanted(edit: Edit, data: Any, *, is_back: bool) -> DataPath:
    match edit:
        case Add(path, _, after):
            return (path[0], after or _last(data, path[0])) if is_back else path
        case Duplicate(path, new) | Rename(path, new) if len(path) == 2 and not is_back:
            return path[0], new
        case InsertItem(path, _, index):
            return (*path, len(items(standing(data, path))) - 1 if index is None else index)
        case MoveItem(path, index) if isinstance(path[-1], int) and not is_back:
            return (*path[:-1], index)
        case SetEach(values):
            return values[0][0]
        case SetRoot(node):
            return "nodes", node
        case Set(path) | Unset(path) | Duplicate(path) | Rename(path) | MoveItem(path):
            return path
        case _:  # a removed thing left nothing; a typed text is the whole file
            return getattr(edit, "path", ()) if is_back else ()


def _last(data: Any, name: str | int) -> str:
    return next(reversed([*table(standing(data, (name,)))]), "")


def _kept(data: Any, path: DataPath) -> DataPath:
    """Return a data path if its subject exists; for a list that is shorter now, its last item, or its parent."""
    if path and isinstance(path[-1], int):
        left = len(items(standing(data, path[:-1])))
        path = (*path[:-1], min(path[-1], left - 1)) if left else path[:-1] if len(path) > 2 else ()
    is_there = path[:1] == ("tree",) or standing(data, path[:2]) is not None
    return path if path and is_there else ()

"""The items of the editor's panes, as strings."""

import json

from debttree.model import DataPath

PLACE = "place:"
"""The prefix of an item for a data path, which follows as JSON: a field to fill in, the place of a problem."""
LINE = "line:"
"""The prefix of an item for a line of the text, whose number from 1 follows."""


def place_item(path: DataPath) -> str:
    """Return the item for a data path."""
    return PLACE + json.dumps(path, ensure_ascii=False)


def path_of(item: object) -> DataPath | None:
    """Return the data path of an item; None if it stands for something else."""
    is_place = isinstance(item, str) and item.startswith(PLACE)
    return tuple(json.loads(str(item).removeprefix(PLACE))) if is_place else None

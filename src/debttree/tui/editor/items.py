"""What the items of the editor's panes stand for."""

import json

from debttree.model import DataPath

PLACE = "place:"
"""Something at a path in the data: a field to fill in, the place of a problem. The path follows, as JSON."""
LINE = "line:"
"""A line of the text, by its number from 1."""


def place_item(path: DataPath) -> str:
    """Return the item of what stands at a path."""
    return PLACE + json.dumps(path, ensure_ascii=False)


def path_of(item: object) -> DataPath | None:
    """Return the path that an item stands for; None where it stands for something else."""
    is_place = isinstance(item, str) and item.startswith(PLACE)
    return tuple(json.loads(str(item).removeprefix(PLACE))) if is_place else None

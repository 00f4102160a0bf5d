"""What the items of the editor's panes stand for."""

import json

from debttree.model import DataPath

PLACE = "place:"
"""Something at a path in the data: a field to fill in, the place of a problem. The path follows, as JSON."""
LINE = "line:"
"""A line of the text, by its number from 1."""


def place_item(path: DataPath) -> str:
    """The item of what stands at a path."""
    return PLACE + json.dumps(path, ensure_ascii=False)


def path_of(item: str) -> DataPath | None:
    """The path that an item stands for; None where it stands for something else."""
    return tuple(json.loads(item.removeprefix(PLACE))) if item.startswith(PLACE) else None

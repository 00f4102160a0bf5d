"""Save journeys in tests, and read what is on disk then."""

import datetime as dt
import errno
import os
from pathlib import Path

from debttree.journey import Journey, Keeper, store
from debttree.journey.saved import from_bytes
from debttree.model import Message, Tree

DAY = dt.date(2026, 11, 23)


def keep(keeper: Keeper, tree: Tree, journey: Journey) -> Message | None:
    return keeper.save(tree, journey, "en", DAY)


def on_disk(name: str) -> Journey:
    content = store.content_of(name)
    assert content is not None
    return from_bytes(content).journey


def names() -> list[str]:
    return sorted(entry.name for entry in store.list_journeys())


def refuse(path: Path, *_: object, **__: object) -> None:
    raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))

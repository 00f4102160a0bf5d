"""The names of the people whose journeys are stored, as typed, and the file names made from them."""

import os
import re
import unicodedata
from collections.abc import Iterator
from contextlib import suppress

from debttree.journey import store
from debttree.journey.names import as_typed, is_same
from debttree.journey.saved import Saved
from debttree.model import Trouble, is_id, msg
from debttree.reading import parse
from debttree.storage.atomic import ChangedOnDisk
from debttree.storage.removal import remove

_NUMBERED = re.compile(r"(-\d+)*")
"""The suffix after the tree's name in file names of journeys without a name."""


def called(name: str, saved: Saved) -> str:
    """Return the name of the person of a stored journey; empty if it has none.

    Args:
        name: of its file. One from before people had names of their own is called as somebody named its file,
            unless it is called after the tree.
        saved: what it holds.
    """
    return saved.journey.whose or of_file(name, saved.tree_name)


def of_file(name: str, tree_name: str) -> str:
    """Return the name in a journey's file name; empty for a file named after the tree.

    >>> of_file("alipay-overdue-2", "alipay-overdue"), of_file("li", "alipay-overdue")
    ('', 'li')
    """
    own = store.name_for(tree_name)
    return "" if name.startswith(own) and _NUMBERED.fullmatch(name[len(own) :]) else name


def files_for(whose: str) -> Iterator[str]:
    """Yield names of files for somebody's journey, the plainest first. They are for the disk; nobody reads them.

    >>> next(files_for("Mrs Li, table 3"))
    'Mrs-Li-table-3'
    """
    return store.numbered(store.name_for(unicodedata.normalize("NFKC", whose)))


def free_file(whose: str) -> str:
    """Return the first free name for a file of somebody's journey."""
    return next(name for name in files_for(whose) if not os.path.lexists(store.file_of(name)))


def files_of(whose: str) -> list[str]:
    """Return the names of the files of journeys that are called so; more than one only where two programs wrote."""
    found = []
    stem = next(files_for(whose)).casefold()
    for name in store.names():
        if not name.casefold().startswith(stem):
            continue
        with suppress(Trouble):
            if is_same(called(name, store.load(name)), whose):
                found.append(name)
    return found


def file_called(name: str) -> str:
    """Return the file of a journey that is named as people type it; else what was typed is the file's name."""
    return name if is_id(name) else next(iter(files_of(as_typed(name))), name)


def refuse_known(whose: str, but: str | None = None) -> None:
    """Raise Trouble if another person's journey has the same name, or there is no name.

    Args:
        whose: the name as typed.
        but: the file of the one that is to be called so.
    """
    if not whose:
        raise Trouble(msg("A name is needed."), msg("As you know the person: Mrs Li, table 3"))
    if any(name != but for name in files_of(whose)):
        raise Trouble(
            msg('There is a journey of "{name}" already.', name=whose),
            msg("Add what tells the two apart: a street, a table, a year."),
        )


def refuse_second_unnamed(tree_name: str) -> None:
    """Raise Trouble if a journey without a name is stored: two of them could not be distinguished."""
    for name in store.names():
        with suppress(Trouble):
            if not of_file(name, tree_name) and not called(name, store.load(name)):
                break
    else:
        return
    raise Trouble(
        msg("There is a journey without a name already."),
        msg("Type a name for this one; r in the list of people (J) gives the other one a name."),
    )


def give_name(name: str, whose: str, expected: bytes | None = None) -> tuple[str, bytes]:
    """Rename a stored journey and its file; its content is otherwise unchanged, unknown keys included.

    Args:
        name: of its file.
        whose: the name of the person, as typed; not empty.
        expected: what the file must hold; None: anything.

    Returns:
        The name of its file from now on, and what that holds.

    Raises:
        Trouble: there is no such journey, somebody else is called so, another program writes it, or the disk refuses.
    """
    refuse_known(whose, but=name)
    content = store.existing(name)
    if expected is not None and content != expected:
        raise ChangedOnDisk(store.file_of(name), content)
    fresh = _renamed(name, content, whose)
    if name.casefold() == next(files_for(whose)).casefold():
        store.replace(name, fresh, content)
        return name, fresh
    new = store.create(files_for(whose), fresh)
    try:
        remove(store.file_of(name), content)
    except Trouble:  # it was walked on meanwhile, or cannot be deleted: it keeps its old name
        remove(store.file_of(new), fresh)
        raise
    store.rename_rests(name, new)
    return new, fresh


def duplicate(name: str, whose: str) -> str:
    """Copy a journey for somebody of another name, and return the name of the copy's file.

    Args:
        name: of the journey's file.
        whose: the name of the person, as typed; not empty.

    Raises:
        Trouble: there is no such journey, somebody is called so already, or the disk refuses.
    """
    refuse_known(whose)
    return store.create(files_for(whose), _renamed(name, store.existing(name), whose))


def _renamed(name: str, content: bytes, whose: str) -> bytes:
    """Return the content of a journey's file with another name, and everything else unchanged."""
    import tomli_w

    store.read(name, content)
    data = parse(content).data or {}
    return tomli_w.dumps({**data, "whose": whose}).encode()

"""Journeys on disk: one file each in the user's state folder, readable by its owner alone.

A journey's name is its file's name. A file that is no journey is set aside under another name, never destroyed.
"""

import contextlib
import datetime as dt
import os
import re
import shutil
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from debttree.journey.saved import Saved, Unreadable, from_bytes
from debttree.model import Message, Trouble, is_id, msg, reason_of, suggestion
from debttree.model.file_names import is_device
from debttree.model.ids import ID_LENGTH_LIMIT
from debttree.reading import read_bytes
from debttree.storage.atomic import OWNER_ONLY, AlreadyThere, create_exclusive, write_atomic
from debttree.storage.folders import made_private, state_folder
from debttree.storage.stamp import Stamp, stamp_of

_ENDING = ".toml"
_SET_ASIDE = ".set-aside"

_ROOM_FOR_NAME = ID_LENGTH_LIMIT - 16
"""Characters of a name before a date and a number."""


@dataclass(frozen=True, slots=True)
class StoredJourney:
    """A journey in the list: its name and its content, or why it cannot be read."""

    name: str
    saved: Saved | None
    problem: Message | None = None

    @property
    def file(self) -> Path:
        """Where it is; its name may be one that no journey can have, as that of a copy made by hand."""
        return journeys_folder() / f"{self.name}{_ENDING}"


def journeys_folder() -> Path:
    """Return the folder of journeys. It may not exist yet."""
    return state_folder() / "journeys"


def names() -> list[str]:
    """Return the names of the files of all journeys, in order."""
    try:
        return sorted(file.stem for file in journeys_folder().iterdir() if file.suffix == _ENDING)
    except OSError:
        return []


def stamps() -> dict[str, Stamp]:
    """Return for each file a stamp that changes when it is written."""
    return {name: stamp_of(journeys_folder() / f"{name}{_ENDING}") for name in names()}


def list_journeys() -> tuple[StoredJourney, ...]:
    """Return every journey, the one saved last first, those of one day by name."""
    entries = list(map(entry, names()))
    entries.sort(key=lambda found: found.saved.saved.toordinal() if found.saved else 0, reverse=True)
    return tuple(entries)


def entry(name: str) -> StoredJourney:
    """Return the list entry of one journey."""
    try:
        return StoredJourney(name, load(name))
    except Trouble as trouble:
        return StoredJourney(name, None, trouble.message)


def load(name: str) -> Saved:
    """Return the stored journey of that name.

    Raises:
        Trouble: there is none, or it cannot be read.
    """
    return read(name, existing(name))


def existing(name: str) -> bytes:
    """Return the bytes of a stored journey; raises Trouble where there is none of that name."""
    content = content_of(name)
    if content is None:
        raise _unknown(name)
    return content


def read(name: str, content: bytes) -> Saved:
    """Return what a journey's bytes say.

    Args:
        name: of its file.
        content: all of its bytes.

    Raises:
        Trouble: they are no journey.
    """
    try:
        return from_bytes(content)
    except Unreadable as unreadable:
        raise Trouble(
            msg('The journey "{name}" cannot be read: {reason}', name=name, reason=unreadable.reason),
            msg("It is left as it is: {file}", file=str(file_of(name))),
        ) from None


def content_of(name: str) -> bytes | None:
    """Return the bytes of a stored journey, or None where there is none of that name.

    Raises:
        Trouble: the name cannot be one, or the file cannot be read.
    """
    file = file_of(name)
    if os.path.islink(file):  # noqa: PTH114 (a name too long is no link); it would be written where it leads
        raise Trouble(
            msg("{file} is a symbolic link. A journey is an ordinary file.", file=str(file)),
            msg("It is left as it is. Choose another name with --journey."),
        )
    return read_bytes(file) if os.path.lexists(file) else None


def file_of(name: str) -> Path:
    """Return the file that the journey of that name has or would have.

    Raises:
        Trouble: the name cannot be one; a slash or a line feed would lead out of the folder.
    """
    if not is_id(name):
        raise Trouble(
            msg('"{name}" cannot be the name of a journey.', name=name),
            msg(
                "Use letters, digits, - and _, beginning with a letter or digit, {limit} at most.",
                limit=ID_LENGTH_LIMIT,
            ),
        )
    file = journeys_folder() / f"{name}{_ENDING}"
    if is_device(name) and not os.path.lexists(file):  # an older one is read and written still
        raise Trouble(
            msg('"{name}" cannot be the name of a journey.', name=name),
            msg("Windows keeps it for one of its devices. Choose another name."),
        )
    return file


def name_for(tree_name: str) -> str:
    """Return the default name of a tree's journey.

    >>> name_for("my tree.v2")
    'my-tree-v2'
    >>> name_for("con")
    'con-1'
    """
    name = re.sub(r"[^\w-]+", "-", unicodedata.normalize("NFC", tree_name)).strip("-_")[:_ROOM_FOR_NAME]
    if is_device(name):
        return f"{name}-1"
    return name if is_id(name) else "journey"


def has_journey(tree_name: str) -> bool:
    """Return whether there is a file under the default name of a tree's journey, whatever it is."""
    return os.path.lexists(file_of(name_for(tree_name)))


def numbered(name: str) -> Iterator[str]:
    """Yield `name`, then `name-2`, `name-3` and so on."""
    yield name
    for number in count(2):
        yield f"{name[:_ROOM_FOR_NAME]}-{number}"


def dated(name: str, day: dt.date) -> str:
    """Return the name for keeping a journey that another replaces.

    >>> dated("alipay", dt.date(2026, 11, 23))
    'alipay-2026-11-23'
    """
    return f"{name[:_ROOM_FOR_NAME]}-{day.isoformat()}"


def create(names: Iterator[str], content: bytes, place: Callable[[str], Path] | None = None) -> str:
    """Write a new file under the first free of these names, and return that name.

    Args:
        names: names to try, of which there is no end.
        content: all bytes of the file.
        place: from a name to its file; default: `file_of`.

    Raises:
        Trouble: it cannot be written.
    """
    _make_folder()
    while True:
        name = next(names)
        with contextlib.suppress(AlreadyThere):
            create_exclusive((place or file_of)(name), content, OWNER_ONLY)
            return name


def replace(name: str, content: bytes, expected: bytes) -> None:
    """Replace the content of a journey that holds what is expected.

    Args:
        name: of the journey.
        content: all bytes of the file from now on.
        expected: the bytes that it must hold now.

    Raises:
        ChangedOnDisk: it holds something else, or is gone.
        Trouble: it cannot be written.
    """
    _make_folder()
    write_atomic(file_of(name), content, mode=OWNER_ONLY, expected=expected)


def _make_folder() -> None:
    made_private(made_private(state_folder()) / "journeys")


def set_aside(name: str, content: bytes) -> Path:
    """Rename a file that is no journey, and return where it is now.

    Raises:
        Trouble: it cannot be moved.
    """
    folder = journeys_folder()
    kept = create(numbered(name), content, lambda free: folder / f"{free}{_SET_ASIDE}")
    _unlink(file_of(name))
    return folder / f"{kept}{_SET_ASIDE}"


def delete(name: str) -> None:
    """Delete a journey as it is on the disk; raises Trouble where there is none or the disk refuses."""
    existing(name)
    _unlink(file_of(name))


def kept_files() -> list[Path]:
    """Return every file of the state folder: journeys, files set aside, unsaved edits; and every link in it.

    Raises:
        Trouble: nobody may look into it.
    """
    folder = state_folder()
    try:
        return sorted(file for file in folder.rglob("*") if file.is_symlink() or not file.is_dir())
    except OSError as error:
        raise Trouble(
            msg("{file} cannot be read: {reason}", file=str(folder), reason=reason_of(error))
        ) from None


def forget() -> tuple[Path, ...]:
    """Delete everything in the state folder. Links are deleted, not what they lead to: that may be anything.

    Returns:
        Where links led.

    Raises:
        Trouble: something could not be deleted.
    """
    folder = state_folder()
    led_to = tuple(Path(os.path.realpath(file)) for file in kept_files() if file.is_symlink())
    try:
        if folder.is_symlink():  # the person keeps the folder elsewhere; keep the link for the next run
            for entry in folder.iterdir():
                _remove(entry)
        else:
            shutil.rmtree(folder)
    except FileNotFoundError:
        pass
    except OSError as error:
        raise _undeletable(Path(error.filename or folder), error) from None
    return led_to


def _remove(entry: Path) -> None:
    if entry.is_dir() and not entry.is_symlink():
        shutil.rmtree(entry)
    else:
        entry.unlink()


def _unlink(file: Path) -> None:
    try:
        file.unlink()
    except OSError as error:
        raise _undeletable(file, error) from None


def _undeletable(file: Path, error: OSError) -> Trouble:
    return Trouble(msg("{file} cannot be deleted: {reason}", file=str(file), reason=reason_of(error)))


def _unknown(name: str) -> Trouble:
    known = [entry.name for entry in list_journeys()]
    hint = None if known else msg("No journey is kept.")
    return Trouble(msg('There is no journey "{name}".', name=name), suggestion(name, known, hint))

"""Writing over the bytes of a file where no new file may take its place, or its other names shall follow.

A program that is killed meanwhile leaves such a file half old and half new. So both versions are kept among the
unsaved edits until the new one stands on the disk: `debttree edit --recover` finds them.
"""

import os
from pathlib import Path

from debttree.model import REFUSALS, Refusal, Trouble, msg, reason_of
from debttree.reading.blocks import Splice
from debttree.reading.toml import BOM
from debttree.storage.atomic import ChangedOnDisk, locked, status_of, unwritable
from debttree.storage.journal import Journal
from debttree.system.files import undisturbed, write_at


def write_in_place(path: Path, content: bytes, expected: bytes) -> None:
    """Write `content` over the bytes of a file that holds `expected`; both are UTF-8.

    Args:
        path: the file.
        content: all of its bytes from now on.
        expected: what it must hold right now.

    Raises:
        ChangedOnDisk: the file does not hold what is expected.
        Trouble: no copy can be kept, or it cannot be written; it is as it was, or the copy is named.
    """
    try:
        status_of(path)
        with undisturbed(), locked(path.resolve()), path.open("r+b", buffering=0) as file:
            if (found := file.read()) != expected:
                raise ChangedOnDisk(path, found)
            copy = _kept(path, content, expected)
            try:
                _overwrite(file.fileno(), content, expected)
            except OSError as error:
                if not _restored(file.fileno(), expected):
                    raise _torn(path, error) from None
                copy.discard()
                raise
            copy.discard()
    except REFUSALS as error:
        raise unwritable(path, error) from None


def _kept(path: Path, content: bytes, expected: bytes) -> Journal:
    """Both versions, as an unsaved edit of the file."""
    before, after = (version.decode().removeprefix(BOM) for version in (expected, content))
    journal = Journal(path, expected)
    try:
        journal.record([[Splice(0, len(before), after)]])
    except Trouble as trouble:
        reason = trouble.message.values["reason"]
        message = msg("No copy of {file} can be kept meanwhile: {reason}", file=str(path), reason=reason)
        raise Trouble(message, msg("Nothing was written.")) from None
    return journal


def _overwrite(descriptor: int, content: bytes, before: bytes) -> None:
    """Write new content over the old, what is longer first: without room for it nothing else is touched."""
    length = len(before)
    if len(content) > length:
        _write(descriptor, content[length:], length)
        os.fsync(descriptor)
    _write(descriptor, content[:length], 0)
    os.ftruncate(descriptor, len(content))
    os.fsync(descriptor)


def _write(descriptor: int, content: bytes, position: int) -> None:
    rest = memoryview(content)
    while rest:
        written = write_at(descriptor, rest, position)
        rest, position = rest[written:], position + written


def _restored(descriptor: int, before: bytes) -> bool:
    """Put back what the file held; whether that worked."""
    try:
        _write(descriptor, before, 0)
        os.ftruncate(descriptor, len(before))
        os.fsync(descriptor)
    except OSError:
        return False
    return True


def _torn(path: Path, error: Refusal) -> Trouble:
    message = msg("{file} was written in part only: {reason}", file=str(path), reason=reason_of(error))
    return Trouble(message, msg("It is kept whole, as it was and as it shall be: debttree edit --recover"))

"""Read the bytes of a file that somebody named: a regular file, no larger than a tree may be."""

import errno
import os
import stat
import sys
from pathlib import Path

from debttree.model import Message, Refusal, Trouble, msg, reason_of
from debttree.reading.limits import FILE_BYTES
from debttree.system.files import open_to_read

STDIN = "-"
"""As a file's name: standard input."""


class NotThere(Trouble):
    """There is no file of that name."""

    def __init__(self, name: str | Path) -> None:
        super().__init__(msg("There is no file {file}.", file=str(name)))


def read_bytes(name: str | Path) -> bytes:
    """Return all bytes of the file, or of standard input where `name` is "-".

    Raises:
        NotThere: there is no file of that name.
        Trouble: it is no file, cannot be read, or is larger than a tree may be.
    """
    if str(name) == STDIN:
        return _from_stdin()
    try:
        descriptor = open_to_read(name)
    except (OSError, ValueError) as error:
        raise _unreadable(name, error) from None
    status = os.fstat(descriptor)
    if not stat.S_ISREG(status.st_mode):
        os.close(descriptor)
        raise Trouble(_what_it_is(name, status.st_mode))
    with os.fdopen(descriptor, "rb") as file:
        if status.st_size > FILE_BYTES:
            raise _too_large(name)
        try:
            return _bounded(name, file.read(FILE_BYTES + 1))
        except OSError as error:
            raise _unreadable(name, error) from None


def _from_stdin() -> bytes:
    if sys.stdin is None or sys.stdin.isatty():
        raise Trouble(
            msg("Standard input is the keyboard: there is nothing to read."),
            msg("Give a file's name, or send a file: debttree check - < FILE"),
        )
    try:
        return _bounded(STDIN, sys.stdin.buffer.read(FILE_BYTES + 1))
    except OSError as error:
        raise _unreadable(STDIN, error) from None


def _bounded(name: str | Path, content: bytes) -> bytes:
    if len(content) > FILE_BYTES:
        raise _too_large(name)
    return content


def _too_large(name: str | Path) -> Trouble:
    megabytes = FILE_BYTES // (1024 * 1024)
    return Trouble(
        msg("{file} is larger than {limit} MB, too large for a tree.", file=str(name), limit=megabytes)
    )


def _what_it_is(name: str | Path, mode: int) -> Message:
    if stat.S_ISDIR(mode):
        return msg("{file} is a folder, not a file.", file=str(name))
    return msg("{file} is no ordinary file.", file=str(name))


def _unreadable(name: str | Path, error: Refusal) -> Trouble:
    if isinstance(error, (FileNotFoundError, NotADirectoryError)):
        return NotThere(name)
    if isinstance(error, IsADirectoryError) or os.path.isdir(name):  # noqa: PTH112 - Windows says "not allowed"
        return Trouble(msg("{file} is a folder, not a file.", file=str(name)))
    if isinstance(error, PermissionError):
        return Trouble(msg("{file} may not be read by you.", file=str(name)))
    if (
        isinstance(error, OSError) and error.errno == errno.ENXIO
    ):  # what a socket says, or a terminal that is none
        return Trouble(_what_it_is(name, 0))
    return Trouble(msg("{file} cannot be read: {reason}", file=str(name), reason=reason_of(error)))

"""Say in a sentence why the operating system refused a call: its own words are short, and English."""

import errno
from collections.abc import Mapping

from debttree.model.message import Message, msg

_NO_ROOM = msg("the disk is full")
_NOT_ALLOWED = msg("you may not do that there")
_LOOP = msg("its symbolic links lead in a circle")

_WORDS: Mapping[int | None, Message] = {
    errno.ENOSPC: _NO_ROOM,
    errno.EDQUOT: _NO_ROOM,
    errno.EFBIG: msg("the file would be larger than the system allows"),
    errno.EACCES: _NOT_ALLOWED,
    errno.EPERM: _NOT_ALLOWED,
    errno.EROFS: msg("the disk is read-only"),
    errno.ENOENT: msg("it is not there"),
    errno.ENOTDIR: msg("a part of its path is no folder"),
    errno.EISDIR: msg("it is a folder"),
    errno.ELOOP: _LOOP,
    errno.ENAMETOOLONG: msg("its name is too long"),
    errno.EILSEQ: msg("its name has signs that cannot be used there"),
    errno.EIO: msg("the disk or the terminal does not answer"),
}

Refusal = OSError | ValueError | RuntimeError
"""What calls for a file raise: besides what the system says, a NUL in a name is a ValueError, and before
Python 3.13 a loop of links is a RuntimeError to `Path.resolve`."""

REFUSALS = (OSError, ValueError, RuntimeError)
"""The same, for `except`."""


def reason_of(error: Refusal, words: Mapping[int | None, Message] | None = None) -> Message:
    """Return the reason of a refusal, as a part of a sentence.

    Args:
        error: what was raised.
        words: reasons by error number, for errors with a special meaning to the caller.
    """
    if isinstance(error, RuntimeError):
        return _LOOP
    if not isinstance(error, OSError):
        return msg("no file can have that name")
    return (
        (words or {}).get(error.errno)
        or _WORDS.get(error.errno)
        or msg("{reason}", reason=error.strerror or str(error))
    )

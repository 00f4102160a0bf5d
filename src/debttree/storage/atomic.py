"""Write a file so that it always holds either its old or its new content, whatever happens in between.

The new bytes go to a file without a name (on Linux; elsewhere to a hidden one) in the same folder, which is
flushed to the disk, given a name and moved over the old one; then the folder is flushed. Whoever writes a hidden
file holds a lock on it: one that a killed process left behind has none, and the next write sweeps it away.
"""

import contextlib
import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from debttree.model import REFUSALS, Message, Refusal, Trouble, msg, reason_of
from debttree.system.files import Staged, held, undisturbed

_PUBLIC = 0o666
"""Mode of a new file, before the person's own umask."""

OWNER_ONLY = 0o600
"""Mode of a file that its owner alone may read: what a person in debt keeps is nobody else's to see."""


class ChangedOnDisk(Trouble):
    """The file is no longer what was read, so it is not overwritten.

    Attributes:
        found: the bytes that it holds now, or None where it is gone.
    """

    def __init__(self, path: Path, found: bytes | None) -> None:
        gone = msg("{file} is gone since it was read.", file=str(path))
        changed = msg("{file} was changed by another program since it was read.", file=str(path))
        super().__init__(gone if found is None else changed, msg("Nothing was written."))
        self.found = found


class BeingSaved(Trouble):
    """Another run of this program is replacing the file at this moment."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            msg("Another program is saving {file} right now.", file=str(path)), msg("Try again.")
        )


class NotReplaceable(Trouble):
    """No new file can take the place of this one, though its own bytes may be written: see `in_place`."""

    def __init__(self, path: Path, cause: Message) -> None:
        super().__init__(
            msg("{file} cannot be replaced: {reason}", file=str(path), reason=cause),
            msg("Nothing on the disk was changed."),
        )


class AlreadyThere(Trouble):
    """A file of this name exists, and was to be made new."""

    def __init__(self, path: Path) -> None:
        super().__init__(msg("{file} is there already; it is left as it is.", file=str(path)))


def write_atomic(
    path: Path, content: bytes, *, mode: int | None = None, expected: bytes | None = None
) -> None:
    """Replace the content of a file, or make it. A symbolic link stays, and the file that it means is written.

    Args:
        path: the file. Its folder must be there.
        content: all of its bytes from now on.
        mode: its mode from now on; by default an old file keeps its own, and a new one follows the umask.
        expected: what the file must hold right now; without it, whatever is there is replaced.

    Raises:
        ChangedOnDisk: the file does not hold what is expected.
        NotReplaceable: no new file can take its place; it may be written in place.
        Trouble: it cannot be written; it is as it was.
    """
    try:
        before = status_of(path)
        target = path.resolve()
        wanted = stat.S_IMODE(before.st_mode) if mode is None and before else mode
        with undisturbed(), Staged(target.parent, _PUBLIC if wanted is None else OWNER_ONLY) as staged:
            staged.write(content, before, wanted, target if mode is None else None)
            with locked(target):
                if expected is not None and (found := _content(target)) != expected:
                    raise ChangedOnDisk(path, found)
                staged.replace(target.name)
    except REFUSALS as error:
        cause = _why_not_replaceable(path, error)
        raise (NotReplaceable(path, cause) if cause else unwritable(path, error)) from None


def create_exclusive(path: Path, content: bytes, mode: int = _PUBLIC) -> None:
    """Make a new file with its content in one step, never touching one that is there.

    Args:
        path: the file. Its folder must be there.
        content: all of its bytes.
        mode: its mode before the umask.

    Raises:
        AlreadyThere: something of this name exists, be it a link to nowhere.
        Trouble: it cannot be written; nothing is left behind.
    """
    try:
        with undisturbed(), Staged(path.parent, mode) as staged:
            staged.write(content)
            staged.create(path.name)
    except FileExistsError:
        raise AlreadyThere(path) from None
    except REFUSALS as error:
        raise unwritable(path, error) from None


def status_of(path: Path) -> os.stat_result | None:
    """Return the status of the old file, or None where there is none.

    Raises:
        OSError: it is no ordinary file, or is marked as read-only. Moving another file over it would not care
            about that mark, but the person who set it does.
    """
    try:
        status = path.stat()
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(status.st_mode):
        number = errno.EISDIR if stat.S_ISDIR(status.st_mode) else errno.EINVAL
        raise OSError(number, os.strerror(number))
    if not status.st_mode & 0o222 or not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    return status


def _content(target: Path) -> bytes | None:
    try:
        return target.read_bytes()
    except FileNotFoundError:
        return None


@contextlib.contextmanager
def locked(target: Path) -> Iterator[None]:
    """Keep other runs of this program from replacing the file between our look at it and our replacing it.

    Raises:
        BeingSaved: another run is doing so.
    """
    with contextlib.ExitStack() as stack:
        try:
            stack.enter_context(held(target))
        except BlockingIOError:
            raise BeingSaved(target) from None
        yield


def other_names(path: Path) -> int:
    """How many more names the file has on its disk (hard links): a new file in its place parts them from it."""
    try:
        return path.stat().st_nlink - 1
    except REFUSALS:
        return 0


def _why_not_replaceable(path: Path, error: Refusal) -> Message | None:
    """Why no new file can take the place of one whose own bytes may be written; None: that is not the reason."""
    if not isinstance(error, OSError) or error.errno not in _IN_THE_WAY or not _opens(path):
        return None
    folder = Path(os.path.realpath(path)).parent
    if error.errno == errno.EBUSY:
        return msg("it is mounted by itself, as containers do with single files")
    if not os.access(folder, os.W_OK | os.X_OK):
        return msg("you may not write in its folder, {folder}", folder=str(folder))
    if folder.stat().st_mode & stat.S_ISVTX:
        return msg("in its folder, {folder}, everybody may replace their own files alone", folder=str(folder))
    return None


_IN_THE_WAY = {errno.EBUSY, errno.EACCES, errno.EPERM, errno.EROFS}
"""What the system answers where a folder or a mount is in the way, and not the file itself."""


def _opens(path: Path) -> bool:
    """Whether the file's own bytes may be written."""
    try:
        os.close(os.open(path, os.O_WRONLY))
    except OSError:
        return False
    return True


def unwritable(path: Path, error: Refusal) -> Trouble:
    """Return what to say of a file that cannot be written."""
    number = error.errno if isinstance(error, OSError) else None
    reason = _forbidden(path) if number in (errno.EACCES, errno.EPERM) else reason_of(error, _REASONS)
    message = msg("{file} cannot be written: {reason}", file=str(path), reason=reason)
    return Trouble(message, msg("Nothing on the disk was changed."))


def _forbidden(path: Path) -> Message:
    """Return what forbids it: the mark on the file, its owner, or its folder."""
    folder = Path(os.path.realpath(path)).parent
    with contextlib.suppress(OSError):
        if not path.stat().st_mode & 0o222:
            return msg("it is marked as read-only")
        if not os.access(path, os.W_OK):
            return msg("you may not write to it")
    if not os.access(folder, os.W_OK | os.X_OK):
        return msg("you may not write in its folder, {folder}", folder=str(folder))
    return msg("you may not do that there")


_REASONS: dict[int | None, Message] = {
    errno.ENOENT: msg("its folder is not there"),
    errno.ENOTDIR: msg("its folder is not there"),
    errno.EINVAL: msg("it is no ordinary file"),
}
"""What these mean where a file is written."""

"""Write a file so that it always holds either its old or its new content, whatever happens in between.

The new bytes go to a file without a name (on Linux; elsewhere to a hidden one) in the same folder, which is
flushed to the disk, given a name and moved over the old one; then the folder is flushed. Whoever writes a hidden
file holds a lock on it: one that a killed process left behind has none, and the next write sweeps it away.
"""

import contextlib
import errno
import fcntl
import os
import secrets
import signal
import stat
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Self

from debttree.model import REFUSALS, Message, Refusal, Trouble, msg, reason_of

_PUBLIC = 0o666
"""Mode of a new file, before the person's own umask."""

OWNER_ONLY = 0o600
"""Mode of a file that its owner alone may read: what a person in debt keeps is nobody else's to see."""

_OPEN_FILES = Path("/proc/self/fd")
"""Where Linux shows a process its own files; a file without a name gets one by a link from there."""


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
        with undisturbed(), _Staged(target.parent, _PUBLIC if wanted is None else OWNER_ONLY) as staged:
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
        with undisturbed(), _Staged(path.parent, mode) as staged:
            staged.write(content)
            staged.create(path.name)
    except FileExistsError:
        raise AlreadyThere(path) from None
    except REFUSALS as error:
        raise unwritable(path, error) from None


_ENDING_SIGNALS = {signal.SIGINT, signal.SIGTERM, signal.SIGHUP}


@contextlib.contextmanager
def undisturbed() -> Iterator[None]:
    """Hold back signals that end the program until the file is in its place and no rest lies about."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, ())
    try:
        signal.pthread_sigmask(
            signal.SIG_BLOCK, _ENDING_SIGNALS
        )  # an interrupt that came just before is raised here
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


class _Staged:
    """New content before it replaces a file: in a file without a name where the system has such, else a hidden one.

    Names are looked up in the folder as it was opened, so a folder that is moved meanwhile does no harm.
    """

    def __init__(self, folder: Path, mode: int) -> None:
        self._folder = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        self._hidden: str | None = None
        try:
            _sweep(self._folder)
            self._file = self._nameless(folder, mode)
        except BaseException:
            os.close(self._folder)
            raise
        try:
            _lock(self._file)
        except BaseException:  # another run of this program is deleting it at this moment
            self.__exit__()
            raise

    def _nameless(self, folder: Path, mode: int) -> int:
        if hasattr(os, "O_TMPFILE") and os.path.isdir(_OPEN_FILES):  # noqa: PTH112 (a closed one is none, too)
            with contextlib.suppress(
                OSError
            ):  # not every file system has it; any other error is raised again below
                return os.open(folder, os.O_WRONLY | os.O_TMPFILE | os.O_CLOEXEC, mode)
        hidden = _hidden_name()
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC
        descriptor = os.open(hidden, flags, mode, dir_fd=self._folder)
        self._hidden = hidden
        return descriptor

    def write(
        self,
        content: bytes,
        like: os.stat_result | None = None,
        mode: int | None = None,
        attributes_of: Path | None = None,
    ) -> None:
        """Write all bytes and flush them to the disk, with an older file's owner and attributes, and a mode."""
        with open(self._file, "wb", closefd=False) as file:
            file.write(content)
        if like is not None:
            _give_owner(self._file, like)
        if mode is not None:
            _give_mode(self._file, mode)
        if attributes_of is not None:
            _give_attributes(self._file, attributes_of)
        os.fsync(self._file)

    def create(self, name: str) -> None:
        """Give the file a name that must be free."""
        try:
            self._link(name)
        except FileExistsError:
            raise
        except OSError:  # FAT has no hard links: create the name first, then rename over it
            os.close(os.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ONLY, dir_fd=self._folder))
            try:
                self.replace(name)
            except OSError:
                os.unlink(name, dir_fd=self._folder)
                raise
        else:
            self._flush_folder()

    def replace(self, name: str) -> None:
        """Put the file in the place of another."""
        if self._hidden is None:
            hidden = _hidden_name()
            self._link(hidden)
            self._hidden = hidden
        os.replace(self._hidden, name, src_dir_fd=self._folder, dst_dir_fd=self._folder)
        self._hidden = None
        self._flush_folder()

    def _link(self, name: str) -> None:
        source = self._hidden or str(_OPEN_FILES / str(self._file))
        os.link(source, name, src_dir_fd=self._folder, dst_dir_fd=self._folder, follow_symlinks=True)

    def _flush_folder(self) -> None:
        """Flush the folder; the file is in its place even where the system cannot flush folders."""
        with contextlib.suppress(OSError):
            os.fsync(self._folder)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._hidden is not None:
            with contextlib.suppress(OSError):
                os.unlink(self._hidden, dir_fd=self._folder)
        os.close(self._file)
        os.close(self._folder)


_HIDDEN = (".debttree-", ".tmp")
"""How the name of a file on its way begins and ends."""


def _hidden_name() -> str:
    return secrets.token_hex(8).join(_HIDDEN)


def _sweep(folder: int) -> None:
    """Remove the hidden files of killed processes: those on which nobody holds a lock."""
    for name in os.listdir(folder):
        if name.startswith(_HIDDEN[0]) and name.endswith(_HIDDEN[1]):
            with contextlib.suppress(OSError):
                descriptor = os.open(name, os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC, dir_fd=folder)
                try:
                    fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
                    os.unlink(name, dir_fd=folder)
                finally:
                    os.close(descriptor)


def _lock(descriptor: int) -> None:
    """Show others that the file is in use, where the file system has locks.

    Raises:
        BlockingIOError: another process holds it.
    """
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise
    except OSError:
        pass


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


def _give_mode(descriptor: int, mode: int) -> None:
    """Set the mode, where the disk knows modes; the file was made with the narrowest that it may have."""
    try:
        os.fchmod(descriptor, mode)
    except OSError as error:
        if error.errno not in _KNOWS_NO_MODES:
            raise


_KNOWS_NO_MODES = {errno.EPERM, errno.ENOSYS, errno.EOPNOTSUPP, errno.ENOTSUP, errno.EINVAL}
"""What disks without modes answer: Linux' vfat and exfat the first, FUSE file systems any of them."""


def _give_owner(descriptor: int, like: os.stat_result) -> None:
    """Set the old file's owner and group, as far as this person may."""
    for owner, group in ((like.st_uid, like.st_gid), (-1, like.st_gid)):
        with contextlib.suppress(OSError):
            os.fchown(descriptor, owner, group)
            return


def _give_attributes(descriptor: int, like: Path) -> None:
    """Copy the old file's access list and other extended attributes, as far as this person may."""
    if sys.platform == "linux":
        with contextlib.suppress(OSError):
            for name in os.listxattr(like):
                with contextlib.suppress(OSError):
                    os.setxattr(descriptor, name, os.getxattr(like, name))


def _content(target: Path) -> bytes | None:
    try:
        return target.read_bytes()
    except FileNotFoundError:
        return None


@contextlib.contextmanager
def locked(target: Path) -> Iterator[None]:
    """Keep other runs of this program from replacing the file between our look at it and our replacing it."""
    try:
        descriptor = os.open(target, os.O_RDONLY | os.O_CLOEXEC)
    except OSError:  # there is no file yet, or it may be written but not read
        yield
        return
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise BeingSaved(target) from None
        except OSError:
            pass  # a file system without locks
        yield
    finally:
        os.close(descriptor)


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
        os.close(os.open(path, os.O_WRONLY | os.O_CLOEXEC))
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

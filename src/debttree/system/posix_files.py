"""Saving, locks and owners where the system is POSIX: files without names, `flock`, `fsync` of folders, modes."""

import contextlib
import errno
import fcntl
import os
import secrets
import signal
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, TYPE_CHECKING, Self

assert not TYPE_CHECKING or sys.platform != "win32"  # noqa: S101 - for mypy: what follows is not for Windows

_OWNER_ONLY = 0o600

_OPEN_FILES = Path("/proc/self/fd")
"""Where Linux shows a process its own files; a file without a name gets one by a link from there."""

_HIDDEN = (".debttree-", ".tmp")
"""How the name of a file on its way begins and ends."""


class Staged:
    """New content before it replaces a file: in a file without a name where the system has such, else a hidden one.

    Names are looked up in the folder as it was opened, so a folder that is moved meanwhile does no harm. Hidden
    files that killed processes left behind are swept away.

    Args:
        folder: in which the file shall stand.
        mode: of a new file, before the umask.

    Raises:
        OSError: the folder takes no file.
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
            _lock_where_it_can(self._file)
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
        """Write all bytes and flush them to the disk.

        Args:
            content: the bytes.
            like: an older file whose owner and group are kept, as far as this person may.
            mode: of the file, where the disk knows modes.
            attributes_of: an older file whose access list and other attributes are kept.
        """
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
        """Give the file a name that must be free.

        Raises:
            FileExistsError: it is not.
        """
        try:
            self._link(name)
        except FileExistsError:
            raise
        except OSError:  # FAT has no hard links: create the name first, then rename over it
            os.close(os.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWNER_ONLY, dir_fd=self._folder))
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


def _hidden_name() -> str:
    return secrets.token_hex(8).join(_HIDDEN)


def _sweep(folder: int) -> None:
    """Remove the hidden files of killed processes: those on which nobody holds a lock."""
    for name in os.listdir(folder):
        if name.startswith(_HIDDEN[0]) and name.endswith(_HIDDEN[1]):
            with contextlib.suppress(OSError):
                descriptor = os.open(name, os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC, dir_fd=folder)
                try:
                    lock(descriptor)
                    os.unlink(name, dir_fd=folder)
                finally:
                    os.close(descriptor)


def _lock_where_it_can(descriptor: int) -> None:
    """Lock a file; a file system without locks does without."""
    try:
        lock(descriptor)
    except BlockingIOError:
        raise
    except OSError:
        pass


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


def lock(descriptor: int) -> None:
    """Hold a file until it is closed, however the process ends.

    Args:
        descriptor: of the open file.

    Raises:
        BlockingIOError: another process holds it.
        OSError: the file system has no locks.
    """
    fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextlib.contextmanager
def held(target: Path) -> Iterator[None]:
    """Keep other runs of this program from replacing a file meanwhile, where the file system has locks.

    Raises:
        BlockingIOError: another run is doing so.
    """
    try:
        descriptor = os.open(target, os.O_RDONLY | os.O_CLOEXEC)
    except OSError:  # there is no file yet, or it may be written but not read
        yield
        return
    try:
        _lock_where_it_can(descriptor)
        yield
    finally:
        os.close(descriptor)


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


def open_to_read(name: str | Path) -> int:
    """Open whatever has this name; a pipe that nobody writes to is opened, not waited for."""
    return os.open(name, os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC)


def open_unfollowed(path: Path) -> int:
    """Open a file to read, but no link to one."""
    return os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)


def open_new(path: Path) -> int:
    """Make a new file to write, for its owner alone."""
    return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, _OWNER_ONLY)


def write_at(descriptor: int, content: bytes | memoryview, position: int) -> int:
    """Write bytes into an open file; returns how many it took.

    Args:
        descriptor: of the file.
        content: the bytes.
        position: of the first of them, from the beginning of the file.
    """
    return os.pwrite(descriptor, content, position)


def remove_open(file: IO[bytes], names: Iterable[Path]) -> None:
    """Take a file away that is open and locked, and what belongs to it; nobody finds it unlocked meanwhile.

    Args:
        file: it is closed.
        names: of that file, and of what belongs to it.
    """
    for name in names:
        with contextlib.suppress(OSError):
            name.unlink()
    with contextlib.suppress(OSError):  # some file systems report only here that they are full
        file.close()


def is_mine(status: os.stat_result) -> bool:
    """Return whether a file belongs to the person who runs this."""
    return status.st_uid == os.geteuid()

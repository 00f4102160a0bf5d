"""Saving, locks and owners on Windows: no modes, no files without names, and nothing that is open can be renamed.

So each lock is a separate file next to the one it protects. It is deleted with the lock; a killed process leaves it
behind unlocked, and the next process uses it.
"""

import contextlib
import hashlib
import msvcrt
import os
import secrets
import signal
import sys
import threading
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, TYPE_CHECKING, Self

if TYPE_CHECKING:
    from types import FrameType

assert not TYPE_CHECKING or sys.platform == "win32"  # noqa: S101 - for mypy: what follows is for Windows alone

_OWNER_ONLY = 0o600

_HIDDEN, _LOCK = (".debttree-", ".tmp"), ".lock"
"""How the name of a file on its way begins and ends, and of the file with its lock."""

_LOCKED_BYTE = (1 << 31) - 2
"""Behind every content: what is locked on Windows, nobody else can read."""


class Staged:
    """New content before it replaces a file: in a hidden file beside it.

    Args:
        folder: in which the file shall stand.
        mode: not used: on Windows a person's own folders are private already.

    Raises:
        OSError: the folder takes no file.
    """

    def __init__(self, folder: Path, mode: int) -> None:
        self._folder = folder
        _sweep(folder)
        self._hidden = folder / secrets.token_hex(8).join(_HIDDEN)
        self._lock = _Lock(self._hidden.with_suffix(_LOCK))
        try:
            self._file = os.open(self._hidden, _NEW | os.O_WRONLY, mode)
        except BaseException:
            self._lock.release()
            raise

    def write(
        self,
        content: bytes,
        like: os.stat_result | None = None,
        mode: int | None = None,
        attributes_of: Path | None = None,
    ) -> None:
        """Write all bytes and flush them to the disk; on Windows the folder decides about all else.

        Args:
            content: the bytes.
            like: not asked for.
            mode: not asked for.
            attributes_of: not asked for.
        """
        with open(self._file, "wb", closefd=False) as file:
            file.write(content)
        os.fsync(self._file)

    def create(self, name: str) -> None:
        """Give the file a name that must be free.

        Raises:
            FileExistsError: it is not.
        """
        self._close()
        os.rename(self._hidden, self._folder / name)  # noqa: PTH104 - on Windows never over a file that is there

    def replace(self, name: str) -> None:
        """Put the file in the place of another."""
        self._close()
        os.replace(self._hidden, self._folder / name)  # noqa: PTH105 - as its neighbour

    def _close(self) -> None:
        if self._file >= 0:
            os.close(self._file)
        self._file = -1

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._close()
        with contextlib.suppress(OSError):
            self._hidden.unlink()
        self._lock.release()


_NEW = os.O_CREAT | os.O_EXCL | os.O_BINARY | os.O_NOINHERIT


class _Lock:
    """A locked file next to another one; on file systems without locks it is only created.

    Raises:
        BlockingIOError: another process holds it.
        OSError: it cannot be made there.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._descriptor = os.open(file, os.O_RDWR | os.O_CREAT | os.O_BINARY | os.O_NOINHERIT, _OWNER_ONLY)
        try:
            lock(self._descriptor)
        except BlockingIOError:
            os.close(self._descriptor)
            raise
        except OSError:
            pass

    def release(self) -> None:
        """Let go of it; the file goes, unless the next one holds it by now."""
        os.close(self._descriptor)
        with contextlib.suppress(OSError):
            self._file.unlink()


def _sweep(folder: Path) -> None:
    """Remove the hidden files of killed processes: those whose lock nobody holds."""
    for rest in folder.iterdir():
        if rest.name.startswith(_HIDDEN[0]) and rest.name.endswith(_HIDDEN[1]):
            with contextlib.suppress(OSError):
                taken = _Lock(rest.with_suffix(_LOCK))
                try:
                    rest.unlink()
                finally:
                    taken.release()


def lock(descriptor: int) -> None:
    """Hold a file until it is closed, however the process ends; its content can be read and written meanwhile.

    Args:
        descriptor: of the open file.

    Raises:
        BlockingIOError: another process holds it.
        OSError: the file system has no locks.
    """
    before = os.lseek(descriptor, 0, os.SEEK_CUR)
    os.lseek(descriptor, _LOCKED_BYTE, os.SEEK_SET)
    try:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
    except PermissionError as error:
        raise BlockingIOError(error.errno, error.strerror) from None
    finally:
        os.lseek(descriptor, before, os.SEEK_SET)


@contextlib.contextmanager
def held(target: Path) -> Iterator[None]:
    """Keep other runs of this program from replacing a file meanwhile, where the file system has locks.

    Raises:
        BlockingIOError: another run is doing so.
    """
    name = hashlib.sha256(os.path.normcase(target.name).encode("utf-8", "surrogatepass")).hexdigest()[:16]
    try:
        taken = _Lock(target.parent / f"{_HIDDEN[0]}{name}{_LOCK}")
    except BlockingIOError:
        raise
    except OSError:  # no file can be made there
        yield
        return
    try:
        yield
    finally:
        taken.release()


@contextlib.contextmanager
def undisturbed() -> Iterator[None]:
    """Hold back Ctrl+C until the file is in its place and no rest lies about.

    Windows tells the main thread alone; the closing of the window cannot be held back.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    heard: list[tuple[int, FrameType | None]] = []
    before = signal.signal(signal.SIGINT, lambda number, frame: heard.append((number, frame)))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, signal.SIG_DFL if before is None else before)
        if heard and callable(before):
            before(*heard[0])


def open_to_read(name: str | Path) -> int:
    """Open whatever has this name, to read its bytes as they are."""
    return os.open(name, os.O_RDONLY | os.O_BINARY | os.O_NOINHERIT)


def open_unfollowed(path: Path) -> int:
    """Open a file to read, but no link to one.

    Raises:
        OSError: it is a link, or cannot be opened.
    """
    if path.is_symlink():
        raise OSError(0, "a link")
    return open_to_read(path)


def open_new(path: Path) -> int:
    """Make a new file to write, for its owner alone."""
    return os.open(path, _NEW | os.O_WRONLY, _OWNER_ONLY)


def write_at(descriptor: int, content: bytes | memoryview, position: int) -> int:
    """Write bytes into an open file; returns how many it took.

    Args:
        descriptor: of the file.
        content: the bytes.
        position: of the first of them, from the beginning of the file.
    """
    os.lseek(descriptor, position, os.SEEK_SET)
    return os.write(descriptor, content)


def remove_open(file: IO[bytes], names: Iterable[Path]) -> None:
    """Take a file away that is open and locked, and what belongs to it; Windows removes no open file.

    Args:
        file: it is closed.
        names: of that file, and of what belongs to it.
    """
    with contextlib.suppress(OSError):
        file.close()
    for name in names:
        with contextlib.suppress(OSError):
            name.unlink()


def is_mine(status: os.stat_result) -> bool:
    """Return whether a file belongs to the person who runs this: Windows keeps others out of their folders."""
    return True

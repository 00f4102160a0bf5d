"""Store unsaved edits so that they survive a crash: the file's content, and each change of its text since.

A journal is two files that only their owner can read: the bytes that were read, and one line of JSON per change of the
text. A process that writes one holds a lock on it, so that other runs of the program know it is in use. The lock ends
with the process, however that ends.
"""

import contextlib
import hashlib
import json
import os
import secrets
import weakref
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from debttree.model import Trouble, msg, reason_of
from debttree.reading import read_bytes
from debttree.reading.blocks import Splice, spliced
from debttree.reading.toml import BOM
from debttree.storage.atomic import OWNER_ONLY, create_exclusive
from debttree.storage.folders import made_private, state_folder
from debttree.system.files import lock, open_new, open_unfollowed, remove_open

_CHANGES, _BASE = ".changes", ".base"

Rounds = Sequence[Sequence[Splice]]
"""Changes of a text, each of the text that the one before left."""


class Journal:
    """Stores the unsaved edits of one file. Nothing is written before the first of them.

    Args:
        file: the file that is edited.
        base: what it held when it was read or saved last.
    """

    def __init__(self, file: Path, base: bytes) -> None:
        self._file = file
        self._base = base
        self._log: _Log | None = None
        self._waiting: list[Rounds] = []
        """What could not be kept so far: without it nothing that follows could be replayed."""
        self.holds = False
        """Whether something is kept that is still being typed."""

    def record(self, rounds: Rounds) -> None:
        """Store what was done to the text.

        Raises:
            Trouble: it cannot be kept; the edits are in memory alone.
        """
        self._waiting.append(rounds)
        self._write()

    def hold(self, rounds: Rounds) -> None:
        """Store what is being typed, after all that was recorded; whatever is stored next replaces it.

        Raises:
            Trouble: it cannot be kept.
        """
        self._write(rounds)

    def let_go(self) -> None:
        """Remove what was stored of the text being typed.

        Raises:
            Trouble: the disk refuses.
        """
        self._write()

    def _write(self, held: Rounds | None = None) -> None:
        try:
            if self._log is None:
                self._log = _Log(self._file, self._base)
            self._log.add(self._waiting)
            self._waiting.clear()
            self.holds = held is not None
            if held is not None:
                self._log.add([held], passing=True)
        except (OSError, Trouble) as error:
            reason = _reason_of(error)
            message = msg("Unsaved edits cannot be kept safe from a crash: {reason}", reason=reason)
            raise Trouble(message, msg("Save soon.")) from None

    def saved(self, base: bytes) -> None:
        """Note that the file holds these bytes now; forget the edits kept so far."""
        self.discard()
        self._base = base

    def discard(self) -> None:
        """Remove what was stored."""
        self._waiting.clear()
        self.holds = False
        if self._log is not None:
            self._log.remove()
        self._log = None


def _reason_of(error: OSError | Trouble) -> object:
    """Return why nothing was stored, without the name of a file that the person never saw."""
    if isinstance(error, Trouble):
        return error.message.values.get("reason", error.message)
    return reason_of(error)


class _Log:
    """The two files of a journal while they are written; what cannot be written whole is removed.

    Raises:
        OSError, Trouble: they cannot be made; nothing is left behind.
    """

    def __init__(self, file: Path, base: bytes) -> None:
        self._kept = _folder() / f"{_key(file)}-{secrets.token_hex(8)}"
        self._size = 0
        create_exclusive(self._kept.with_suffix(_BASE), base, OWNER_ONLY)
        try:
            self._changes = os.fdopen(open_new(self._kept.with_suffix(_CHANGES)), "wb", buffering=0)
            weakref.finalize(
                self, self._changes.close
            )  # when the program ends without closing it: the edits are unsaved
            with contextlib.suppress(OSError):  # a file system without locks
                lock(self._changes.fileno())
        except OSError:
            _remove(self._kept)
            raise
        try:
            self.add([{"file": os.path.realpath(file)}])
        except OSError:
            self.remove()
            raise

    def add(self, values: Iterable[object], *, passing: bool = False) -> None:
        """Write each value on a line of its own, behind the last whole line, and see it on the disk.

        Args:
            values: what to write.
            passing: whether what is written next takes their place.
        """
        rest = memoryview(b"".join(json.dumps(value).encode() + b"\n" for value in values))
        size = self._size + len(rest)
        self._changes.seek(self._size)
        self._changes.truncate()
        try:
            while rest:
                rest = rest[self._changes.write(rest) :]
            os.fsync(self._changes.fileno())
        except OSError:
            with contextlib.suppress(OSError):  # on a full disk saving may need this room
                self._changes.truncate(self._size)
            raise
        if not passing:
            self._size = size

    def remove(self) -> None:
        """Take both files away."""
        remove_open(self._changes, _files_of(self._kept))


@dataclass(frozen=True, slots=True)
class Unsaved:
    """Edits of a file that were never saved, because the program did not end as it should.

    Attributes:
        file: the file.
        base: what it held when the edits began.
        text: the text with the edits, without BOM.
        kept: the journal's files, without their ending.
        last: when they were changed last, in seconds since 1970.
    """

    file: Path
    base: bytes
    text: str
    kept: Path
    last: float

    @property
    def content(self) -> bytes:
        """The bytes of a file with these edits."""
        return ((BOM if self.base.startswith(BOM.encode()) else "") + self.text).encode()

    def discard(self) -> None:
        """Forget them."""
        _remove(self.kept)


def unsaved(file: Path | None = None) -> list[Unsaved]:
    """Return the unsaved edits of this file, or of all files, that no running program holds; the newest first."""
    pattern = f"{_key(file) if file else '*'}-*{_CHANGES}"
    try:
        found = sorted((state_folder() / "unsaved").glob(pattern), key=_age)
    except OSError:
        return []
    return [edits for kept in found if (edits := _recovered(kept)) is not None]


def unsaved_of_renamed(content: bytes) -> list[Unsaved]:
    """Unsaved edits of files that are gone and that held just this; the newest first.

    A file that holds it now is most likely such a file under another name.
    """
    return [edits for edits in unsaved() if edits.base == content and not os.path.lexists(edits.file)]


def _age(kept: Path) -> float:
    return -kept.stat().st_mtime


def _folder() -> Path:
    made_private(state_folder())
    return made_private(state_folder() / "unsaved")


def _key(file: Path) -> str:
    return hashlib.sha256(os.fsencode(os.path.normcase(os.path.realpath(file)))).hexdigest()[:16]


def _files_of(kept: Path) -> list[Path]:
    return [kept.with_suffix(ending) for ending in (_CHANGES, _BASE)]


def _remove(kept: Path) -> None:
    for file in _files_of(kept):
        with contextlib.suppress(OSError):
            file.unlink()


def _recovered(changes: Path) -> Unsaved | None:
    """Return what a journal holds; None where it is in use or holds nothing that differs from the file."""
    try:
        descriptor = open_unfollowed(changes)
        with os.fdopen(descriptor, "rb") as file:
            lock(descriptor)
            base = read_bytes(changes.with_suffix(_BASE))
            lines = list(_whole_lines(file))
            last = os.fstat(descriptor).st_mtime
        before = base.decode().removeprefix(BOM)
        text = _replayed(before, lines[1:])
        found = Unsaved(Path(lines[0]["file"]), base, text, changes.with_suffix(""), last)
    except (OSError, ValueError, LookupError, TypeError, RecursionError, Trouble):
        return None
    return found if text != before else None


def _whole_lines(file: IO[bytes]) -> Iterator[Any]:
    """Yield the lines up to one that was cut off while it was written."""
    for line in file:
        try:
            yield json.loads(line)
        except ValueError:
            return


def _replayed(text: str, changes: Sequence[Any]) -> str:
    for rounds in changes:
        for splices in rounds:
            text = spliced(text, [Splice(*splice) for splice in splices])
    return text

"""Unsaved edits, kept so that they survive a crash: what the file held, and what was done to its text since.

A journal is two files of its owner's alone: the bytes that were read, and one line of JSON for each change of the
text. Whoever writes one holds a lock on it, so that another run of the program knows that it is in use. The lock
ends with its process, however that ends.
"""

import contextlib
import fcntl
import hashlib
import json
import os
import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from debttree.model import Trouble, msg, reason_of
from debttree.reading.layout import Splice, spliced
from debttree.reading.toml import BOM
from debttree.storage.atomic import OWNER_ONLY, create_exclusive
from debttree.storage.folders import made_private, state_folder

_CHANGES, _BASE = ".changes", ".base"

Rounds = Sequence[Sequence[Splice]]
"""Changes of a text, each of the text that the one before left."""


class Journal:
    """Keeps the unsaved edits of one file. Nothing is written before the first of them.

    Args:
        file: the file that is edited.
        base: what it held when it was read or saved last.
    """

    def __init__(self, file: Path, base: bytes) -> None:
        self._file = file
        self._base = base
        self._changes: IO[bytes] | None = None
        self._kept: Path | None = None

    def record(self, rounds: Rounds) -> None:
        """Keep what was done to the text.

        Raises:
            Trouble: it cannot be kept; the edits are in memory alone.
        """
        try:
            if self._changes is None:
                self._changes = self._begin()
            _write_line(self._changes, rounds)
        except OSError as error:
            message = msg("Unsaved edits cannot be kept safe from a crash: {reason}", reason=reason_of(error))
            raise Trouble(message, msg("Save soon.")) from None

    def saved(self, base: bytes) -> None:
        """The file holds these bytes now: what was kept so far is not needed any more."""
        self.discard()
        self._base = base

    def discard(self) -> None:
        """Forget what was kept."""
        if self._changes is not None and self._kept is not None:
            _remove(self._kept)
            self._changes.close()
        self._changes = self._kept = None

    def _begin(self) -> IO[bytes]:
        kept = _folder() / f"{_key(self._file)}-{secrets.token_hex(8)}"
        create_exclusive(kept.with_suffix(_BASE), self._base, OWNER_ONLY)
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC
        changes = os.fdopen(os.open(kept.with_suffix(_CHANGES), flags, OWNER_ONLY), "wb")
        self._kept = kept
        with contextlib.suppress(OSError):  # a file system without locks
            fcntl.flock(changes, fcntl.LOCK_EX | fcntl.LOCK_NB)
        _write_line(changes, {"file": os.fsdecode(self._file.resolve())})
        return changes


@dataclass(frozen=True, slots=True)
class Unsaved:
    """Edits of a file that were never saved, because the program did not end as it should.

    Attributes:
        file: the file.
        base: what it held when the edits began.
        text: the text with the edits, without BOM.
        kept: the journal's files, without their ending.
    """

    file: Path
    base: bytes
    text: str
    kept: Path

    def discard(self) -> None:
        """Forget them."""
        _remove(self.kept)


def unsaved(file: Path | None = None) -> list[Unsaved]:
    """Unsaved edits of this file, or of all files, that no running program holds; the newest first."""
    pattern = f"{_key(file) if file else '*'}-*{_CHANGES}"
    try:
        found = sorted((state_folder() / "unsaved").glob(pattern), key=_age)
    except OSError:
        return []
    return [edits for kept in found if (edits := _recovered(kept)) is not None]


def _age(kept: Path) -> float:
    return -kept.stat().st_mtime


def _folder() -> Path:
    made_private(state_folder())
    return made_private(state_folder() / "unsaved")


def _key(file: Path) -> str:
    return hashlib.sha256(os.fsencode(file.resolve())).hexdigest()[:16]


def _write_line(changes: IO[bytes], value: object) -> None:
    changes.write(json.dumps(value, ensure_ascii=False).encode() + b"\n")
    changes.flush()
    os.fsync(changes.fileno())


def _remove(kept: Path) -> None:
    for ending in (_CHANGES, _BASE):
        with contextlib.suppress(OSError):
            kept.with_suffix(ending).unlink()


def _recovered(changes: Path) -> Unsaved | None:
    """What a journal holds; None where it is in use, or holds nothing that differs from the file."""
    try:
        with changes.open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            base = changes.with_suffix(_BASE).read_bytes()
            lines = list(_whole_lines(file))
        before = base.decode().removeprefix(BOM)
        text = _replayed(before, lines[1:])
        found = Unsaved(Path(lines[0]["file"]), base, text, changes.with_suffix(""))
    except (OSError, ValueError, LookupError, TypeError):
        return None
    return found if text != before else None


def _whole_lines(file: IO[bytes]) -> Iterator[Any]:
    """The lines up to one that was cut off while it was written."""
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

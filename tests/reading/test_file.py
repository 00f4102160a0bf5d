"""The bytes of a file: all of them, or a reason; never a wait, never more than a tree may have."""

import errno
import io
import os
import socket
import sys
from pathlib import Path

import pytest

from debttree.locales import phrases
from debttree.model import Trouble
from debttree.reading import read_bytes
from tests.on_posix import POSIX

LIMIT = 100


@pytest.fixture(autouse=True)
def small_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("debttree.reading.file.FILE_BYTES", LIMIT)


def refusal(name: str | Path) -> str:
    with pytest.raises(Trouble) as caught:
        read_bytes(name)
    assert caught.value.exit_status == 2
    return phrases("en").tell(caught.value.message)


def test_a_file_is_read_to_its_last_byte(tmp_path: Path) -> None:
    file = tmp_path / "x.toml"
    file.write_bytes(b"x" * LIMIT)
    (tmp_path / "link").symlink_to(file)
    assert read_bytes(file) == read_bytes(str(tmp_path / "link")) == b"x" * LIMIT


def test_one_byte_more_than_a_tree_may_have_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "x.toml"
    file.write_bytes(b"x" * (LIMIT + 1))
    assert "too large for a tree" in refusal(file)


def test_a_file_that_grows_while_it_is_read_is_refused_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "x.toml"
    file.write_bytes(b"x")
    status = os.fstat

    def grown(descriptor: int) -> os.stat_result:
        seen = status(descriptor)
        file.write_bytes(b"x" * (LIMIT + 1))
        return seen

    monkeypatch.setattr("os.fstat", grown)
    assert "too large for a tree" in refusal(file)


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("folder", "is a folder"),
        ("pipe", "is no ordinary file"),
        ("device", "is no ordinary file"),
        ("socket", "is no ordinary file"),
        ("sparse", "is larger than"),
    ],
)
def test_what_is_no_ordinary_file_is_refused_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str, words: str
) -> None:
    if not POSIX:
        pytest.skip("as POSIX alone has it")
    place = tmp_path / "x.toml"
    if kind == "folder":
        place.mkdir()
    elif kind == "pipe":
        os.mkfifo(place)  # nobody writes to it: whoever waited would wait for ever
    elif kind == "socket":
        monkeypatch.chdir(tmp_path)  # the path of a socket must be short
        with socket.socket(socket.AF_UNIX) as listening:
            listening.bind(place.name)
    elif kind == "sparse":
        with place.open("wb") as file:
            file.truncate(2 << 30)
    else:
        place.symlink_to("/dev/zero")
    before = len([*Path("/dev/fd").iterdir()])
    assert words in refusal(place)
    assert len([*Path("/dev/fd").iterdir()]) == before  # nothing is left open


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("gone.toml", "There is no file"),
        ("gone/x.toml", "There is no file"),
        ("file/x.toml", "There is no file"),
        ("loop", "cannot be read"),
        ("x" * 300, "cannot be read"),
        ("nul\0byte", "cannot be read"),
    ],
)
def test_a_name_that_leads_to_no_file_is_said(tmp_path: Path, name: str, words: str) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "loop").symlink_to("loop")
    assert words in refusal(tmp_path / name)


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (PermissionError(13, "Permission denied"), "may not be read by you"),
        (IsADirectoryError(21, "Is a directory"), "is a folder"),
        (OSError(errno.EIO, "Input/output error"), "the disk or the terminal does not answer"),
        (OSError(errno.EPROTO, "Protocol error"), "Protocol error"),
    ],
)
def test_what_the_system_refuses_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, words: str
) -> None:
    def refuse(*_: object) -> int:
        raise error

    monkeypatch.setattr("os.open", refuse)
    assert words in refusal(tmp_path / "x.toml")


def test_a_disk_that_fails_in_the_middle_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Failing(io.BytesIO):
        def read(self, *_: object) -> bytes:
            raise OSError(5, "Input/output error")

    def failing(descriptor: int, _mode: str) -> Failing:
        os.close(descriptor)
        return Failing()

    (tmp_path / "x.toml").touch()
    monkeypatch.setattr("os.fdopen", failing)
    assert "does not answer" in refusal(tmp_path / "x.toml")


class Stdin(io.TextIOWrapper):
    """Standard input, of a pipe or of the keyboard."""

    keyboard = False

    def isatty(self) -> bool:
        return self.keyboard


@pytest.mark.parametrize("length", [0, LIMIT])
def test_standard_input_is_a_file_too(monkeypatch: pytest.MonkeyPatch, length: int) -> None:
    monkeypatch.setattr(sys, "stdin", Stdin(io.BytesIO(b"\xff" * length)))
    assert read_bytes("-") == b"\xff" * length


def test_endless_input_is_not_read_to_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    given = io.BytesIO(b"x" * (LIMIT * 3))
    monkeypatch.setattr(sys, "stdin", Stdin(given))
    assert "too large for a tree" in refusal("-")
    assert given.tell() == LIMIT + 1


def test_the_keyboard_is_no_file(monkeypatch: pytest.MonkeyPatch) -> None:
    keyboard = Stdin(io.BytesIO(b"x"))
    keyboard.keyboard = True
    monkeypatch.setattr(sys, "stdin", keyboard)
    assert "is the keyboard" in refusal("-")
    monkeypatch.setattr(sys, "stdin", None)  # a program that was started without any
    assert "is the keyboard" in refusal("-")

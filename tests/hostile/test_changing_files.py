"""A tree that shrinks, grows, is replaced or vanishes while it is read: one of both, or a clear message."""

import io
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from unittest.mock import patch

import pytest

from debttree.cli.main import main
from debttree.reading.limits import FILE_BYTES
from tests.export.conftest import GUIDE

COMMANDS = (
    ["check", "guide.toml"],
    ["walk", "guide.toml", "--private"],
    ["export", "guide.toml", "--path", "start"],
    ["prospects", "guide.toml"],
    ["rename", "guide.toml", "call", "phone"],
)


OTHER = b'format = "debttree/1"\n[nodes.a]\ntitle = "A"\n'


def shrinks(file: Path) -> None:
    os.truncate(file, 100)


def empties(file: Path) -> None:
    os.truncate(file, 0)


def is_replaced(file: Path) -> None:
    other = file.with_name("other")
    other.write_bytes(OTHER)
    other.replace(file)


def is_written_over(file: Path) -> None:
    file.write_bytes(b"\xff" * 10_000)


def vanishes(file: Path) -> None:
    file.unlink()


def becomes_a_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


def grows_beyond_all_limits(file: Path) -> None:
    os.truncate(file, FILE_BYTES + 10)


CHANGES = (
    shrinks, empties, is_replaced, is_written_over, vanishes, becomes_a_folder, grows_beyond_all_limits,
)  # fmt: skip


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.stdin", io.StringIO())
    return Path(shutil.copy(GUIDE, tmp_path))


@pytest.mark.parametrize("stage", ["open", "fdopen"])
@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_a_file_that_changes_as_it_is_read_is_no_crash(
    file: Path,
    capsys: pytest.CaptureFixture[str],
    command: list[str],
    change: Callable[[Path], None],
    stage: str,
) -> None:
    """It changes after it was opened, or after its size was looked at."""
    real = getattr(os, stage)
    changed: list[str] = []

    def then_it_changes(*arguments: object, **options: object) -> object:
        result = real(*arguments, **options)
        if not changed and (stage == "fdopen" or str(arguments[0]) == file.name):
            changed.append(stage)
            change(file)
        return result

    with patch(f"os.{stage}", then_it_changes):
        status = main([*command, "--lang", "en"])
    assert changed == [stage]
    said = capsys.readouterr()
    if status:
        assert status in (1, 2)
        assert (said.out or said.err).startswith(("debttree: ", "guide.toml:"))
    if change is grows_beyond_all_limits:
        assert "is larger than 64 MB" in said.err
    if command[0] == "rename" and change is is_replaced:
        assert file.read_bytes() == OTHER

"""A disk without room: it is said, everything is as it was, and whoever walks goes on."""

import subprocess
from pathlib import Path

import pytest

from tests.export.conftest import GUIDE
from tests.pty.terminal import PROGRAM, Terminal

NO_ROOM = 'ulimit -f 0; exec "$0" "$@"'
"""No file may grow by a byte: what a full disk is to a program, without filling one."""


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "folder"
    folder.mkdir()
    monkeypatch.chdir(folder)
    tree = folder / "guide.toml"
    tree.write_bytes(GUIDE.read_bytes())
    return tree


def without_room(*arguments: str, typed: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    done = subprocess.run(
        ["sh", "-c", NO_ROOM, PROGRAM, *arguments, "--lang", "en"],
        input=typed,
        capture_output=True,
        check=False,
    )
    assert b"Traceback" not in done.stderr
    return done


@pytest.mark.parametrize(
    "command",
    [
        ["rename", "guide.toml", "call", "phone"],
        ["new", "made.toml"],
        ["export", "guide.toml", "--path", "start", "-o", "out.md"],
        ["export", "guide.toml", "--path", "start", "-o", "old.md", "--force"],
    ],
)
def test_a_command_that_writes_says_so_and_writes_nothing(tree: Path, command: list[str]) -> None:
    old = tree.with_name("old.md")
    old.write_text("precious")
    done = without_room(*command)
    assert done.returncode == 2
    assert b"cannot be written: the file would be larger" in done.stderr
    assert sorted(file.name for file in tree.parent.iterdir()) == ["guide.toml", "old.md"]
    assert old.read_text() == "precious"
    assert tree.read_bytes() == GUIDE.read_bytes()


def test_a_walk_goes_on_without_being_kept(tree: Path, own_home: Path) -> None:
    done = without_room("walk", "guide.toml", typed=b"1\nx\n1\n\nb\nq\n")
    assert done.returncode == 0
    assert done.stdout.count(b"could not be saved") == 2  # after each step
    assert b"cannot be written" in done.stdout  # the summary
    assert [file.name for file in tree.parent.iterdir()] == ["guide.toml"]
    assert not [file for file in own_home.rglob("*") if file.is_file()]


def test_the_explorer_says_so_and_goes_on(tree: Path) -> None:
    with Terminal("-c", NO_ROOM, PROGRAM, str(tree), "--lang", "en", program="/bin/sh") as terminal:
        terminal.wait("How long has the bill been overdue")
        terminal.press("1")
        terminal.wait("This step could not be saved")
        terminal.wait("Before the first call")
        terminal.press("q")
        assert terminal.ends() == 0
        assert b"Traceback" not in terminal.raw


def test_the_editor_says_so_and_keeps_the_draft(tree: Path) -> None:
    with Terminal("-c", NO_ROOM, PROGRAM, "edit", str(tree), "--lang", "en", program="/bin/sh") as terminal:
        terminal.wait("Tree settings")
        terminal.press("down", "D")
        terminal.wait("not saved(?s:.)*Unsaved edits cannot be kept(?s:.)*larger(?s:.)*Save\\s+soon")
        terminal.press("\x13")
        terminal.wait("What will be saved")
        terminal.press("enter")
        terminal.wait("guide.toml\\s+cannot(?s:.)*Nothing")
        terminal.press("escape")
        terminal.wait("not saved")
        terminal.press("q")
        terminal.wait("Your edits are not saved")
        terminal.press("2")
        assert terminal.ends() == 0
    assert tree.read_bytes() == GUIDE.read_bytes()
    assert [file.name for file in tree.parent.iterdir()] == ["guide.toml"]

"""What each command leaves on the disk: what was asked for, the state folder, and nothing else anywhere."""

import stat
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import live_in
from tests.export.conftest import GUIDE
from tests.pty.terminal import PROGRAM, Terminal

STATE = "home/xdg_state_home/debttree"
KEPT = {"home/xdg_state_home", STATE, f"{STATE}/journeys", f"{STATE}/journeys/guide.toml"}
NOTHING: set[str] = set()

COMMANDS = [
    ("check {tree}", "", NOTHING),
    ("check nowhere.toml", "", NOTHING),
    ("graph {tree} --format graphml", "", NOTHING),
    ("paths {tree}", "", NOTHING),
    ("prospects {tree}", "", NOTHING),
    ("trees", "", NOTHING),
    ("schema", "", NOTHING),
    ("journeys", "", NOTHING),
    ("forget --yes", "", NOTHING),
    ("new -", "", NOTHING),
    ("new made.toml", "", {"cwd/made.toml"}),
    ("rename {tree} call phone", "", {"trees/guide.toml"}),
    ("export {tree} --path start", "", NOTHING),
    ("export {tree} --path start -o out.html", "", {"cwd/out.html"}),
    ("export {tree} --path nowhere -o out.md", "", NOTHING),
    ("walk {tree}", "q\n", NOTHING),
    ("walk {tree}", "1\nq\n", KEPT),
    ("walk {tree}", "1\nx\n1\nmine.md\nq\n", KEPT | {"cwd/mine.md"}),
    ("walk {tree} --private", "1\nn\nmine\nq\n", NOTHING),
    (
        "walk {tree} --journey other",
        "1\nq\n",
        {*KEPT - {f"{STATE}/journeys/guide.toml"}, f"{STATE}/journeys/other.toml"},
    ),
]


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home, a folder for temporary files, a working folder, and a folder with a tree."""
    for name in ("home", "tmp", "cwd", "trees"):
        (tmp_path / name).mkdir()
    (tmp_path / "trees" / "guide.toml").write_bytes(GUIDE.read_bytes())
    monkeypatch.chdir(tmp_path / "cwd")
    monkeypatch.setenv("TMPDIR", str(tmp_path / "tmp"))
    live_in(tmp_path / "home", monkeypatch)
    return tmp_path


Found = dict[str, tuple[int, bytes]]


def found(place: Path) -> Found:
    """Everything there, with its mode and what it holds."""
    return dict(_found(place))


def _found(place: Path) -> Iterator[tuple[str, tuple[int, bytes]]]:
    for path in place.rglob("*"):
        status = path.lstat()
        content = path.read_bytes() if stat.S_ISREG(status.st_mode) else b""
        yield str(path.relative_to(place)), (status.st_mode, content)


def touched(before: Found, after: Found) -> set[str]:
    return {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}


@pytest.mark.parametrize(("command", "typed", "expected"), COMMANDS)
def test_a_command_touches_what_was_asked_for(
    place: Path, command: str, typed: str, expected: set[str]
) -> None:
    before = found(place)
    words = command.format(tree=place / "trees" / "guide.toml").split()
    done = subprocess.run([PROGRAM, *words], input=typed.encode(), capture_output=True, check=False)
    assert b"Traceback" not in done.stderr
    after = found(place)
    assert touched(before, after) == expected
    private = (mode for path, (mode, _) in after.items() if path.startswith(f"{STATE}/") or "mine" in path)
    assert not any(mode & 0o077 for mode in private)


@pytest.mark.parametrize("private", [False, True])
def test_the_explorer_touches_the_state_folder_alone(place: Path, private: bool) -> None:
    before = found(place)
    options = ["--private"] if private else []
    with Terminal(str(place / "trees" / "guide.toml"), "--lang", "en", *options) as terminal:
        terminal.wait("How long has the bill been overdue")
        terminal.press("1")
        terminal.wait("Before the first call")
        for key, seen in (("m", "Your way"), ("o", "Outline"), ("x", "Summary"), ("T", "Summary")):
            terminal.press(key)
            terminal.wait(seen)
        terminal.press("\x11")
        assert terminal.ends() == 0
    assert touched(before, found(place)) == (NOTHING if private else KEPT)


@pytest.mark.parametrize("private", [False, True])
def test_the_editor_touches_the_tree_when_it_saves_and_leaves_no_journal_behind(
    place: Path, private: bool
) -> None:
    before = found(place)
    options = ["--private"] if private else []
    tree = place / "trees" / "guide.toml"
    own = place / "own"
    own.write_text('#!/bin/sh\necho "# mine" >> "$1"\n')
    own.chmod(0o700)
    folders = {"home/xdg_state_home", STATE, f"{STATE}/unsaved"}
    with Terminal("edit", str(tree), "--lang", "en", *options, env={"VISUAL": str(own)}) as terminal:
        terminal.wait("Tree settings")
        terminal.press("E")
        terminal.wait("not saved")
        during = touched(before, found(place)) - {"own"}
        assert {path for path in during if Path(place / path).is_dir()} == (NOTHING if private else folders)
        assert all(path.startswith(f"{STATE}/unsaved/") for path in during - folders)
        assert len(during - folders) == (0 if private else 2)
        terminal.press("\x13")
        terminal.wait("What will be saved")
        terminal.press("enter")
        terminal.wait("Saved:")
        terminal.press("q")
        assert terminal.ends() == 0
    assert touched(before, found(place)) == {"own", "trees/guide.toml", *(() if private else folders)}
    assert tree.read_bytes() == GUIDE.read_bytes() + b"# mine\n"
    assert list((place / "tmp").iterdir()) == []

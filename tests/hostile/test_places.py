"""Where a tree, an output or the person's own folders should be stands something else: one message, nothing written."""

import os
import shutil
import socket
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from debttree.cli.main import main
from debttree.storage.folders import config_folder, state_folder
from debttree.tui.kit.settings import read_settings
from tests.export.conftest import GUIDE
from tests.on_posix import POSIX

PROGRAM = str(Path(sys.executable).with_name("debttree"))

NOT_TREES = (
    "fifo.toml", "folder.toml", "socket.toml", "huge.toml", "circle.toml", "nowhere.toml", "zero.toml",
    "closed.toml", "closed/x.toml", "file/x.toml", "/dev/tty", "/", "./", "gone.toml", "x" * 300 + ".toml",
)  # fmt: skip

COMMANDS = (
    ["check"], ["walk", "--private"], ["export", "--path", "start"], ["paths"], ["prospects"], ["graph"],
    ["edit"], ["rename", "start", "begin"],
)  # fmt: skip


@pytest.fixture
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A working folder with one of each thing that is no tree."""
    if not POSIX:
        pytest.skip("as POSIX alone has it")
    folder = tmp_path / "places"
    folder.mkdir()
    monkeypatch.chdir(folder)
    os.mkfifo("fifo.toml")
    Path("folder.toml").mkdir()
    Path("file").touch()
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("socket.toml")
    with Path("huge.toml").open("wb") as file:
        file.truncate(2 << 30)
    Path("circle.toml").symlink_to("back.toml")
    Path("back.toml").symlink_to("circle.toml")
    Path("nowhere.toml").symlink_to("gone/x.toml")
    Path("zero.toml").symlink_to("/dev/zero")
    shutil.copy(GUIDE, "closed.toml")
    Path("closed").mkdir()
    shutil.copy(GUIDE, "closed/x.toml")
    for name in ("closed.toml", "closed"):
        Path(name).chmod(0)
    yield folder
    Path("closed").chmod(0o700)


def as_ordinary_user(*arguments: str, typed: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """Run the program as somebody who may not read what is closed; root is made to feel like one."""
    if not POSIX:
        pytest.skip("as POSIX alone has it")
    wrapped: list[str] = []
    if os.geteuid() == 0:
        setpriv = shutil.which("setpriv")
        if setpriv is None:
            pytest.skip("root may read everything, and setpriv is not there")
        wrapped = [setpriv, "--bounding-set", "-dac_override,-dac_read_search"]
    return subprocess.run(
        [*wrapped, PROGRAM, *arguments],
        input=typed,
        capture_output=True,
        check=False,
        timeout=60,
    )


def names(folder: Path) -> list[str]:
    return sorted(str(file.relative_to(folder)) for file in folder.rglob("*"))


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_no_command_takes_it_for_a_tree(
    places: Path, capsys: pytest.CaptureFixture[str], command: list[str]
) -> None:
    if not POSIX:
        pytest.skip("as POSIX alone has it")
    before = names(places)
    folders = ("/", "./") if command == ["check"] else ()  # a folder stands for the trees below it
    readable = [name for name in NOT_TREES if os.geteuid() != 0 or "closed" not in name]
    readable = [name for name in readable if name not in folders]
    for name in readable:
        assert main([command[0], name, *command[1:], "--lang", "en"]) == 2, name
        said = capsys.readouterr().err
        assert said.startswith("debttree: "), name
        assert "terminal" not in said, name  # what is wrong with the file is said before all else
    assert names(places) == before


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
@pytest.mark.usefixtures("places")
def test_what_is_closed_to_an_ordinary_user_is_said(command: list[str]) -> None:
    for name in ("closed.toml", "closed/x.toml"):
        done = as_ordinary_user(command[0], name, *command[1:], "--lang", "en")
        assert done.returncode == 2
        assert done.stderr.startswith(b"debttree: %s may not be read by you.\n" % name.encode())


@pytest.mark.parametrize("force", [[], ["--force"]])
@pytest.mark.parametrize(
    "output",
    ["/", ".", "..", "folder.toml", "folder.toml/", "new/", "fifo.toml", "socket.toml", "/dev/null",
     "/dev/full", "circle.toml", "circle.toml/x", "nowhere.toml", "file/x", "gone/x", "x" * 300],
)  # fmt: skip
def test_no_summary_is_written_there(
    places: Path, capsys: pytest.CaptureFixture[str], output: str, force: list[str]
) -> None:
    before = names(places)
    assert main(["export", str(GUIDE), "--path", "start", "-o", output, *force, "--lang", "en"]) == 2
    said = capsys.readouterr().err
    assert said.startswith("debttree: ")
    assert names(places) == before
    if output in ("/", ".", "..", "folder.toml", "folder.toml/", "new/"):
        assert "names a folder" in said
        assert "Name a file in it." in said


def test_no_new_tree_is_written_there(places: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = names(places)
    for name in (*NOT_TREES[:7], "new.toml/", "gone/x.toml"):
        assert main(["new", name, "--lang", "en"]) == 2, name
        assert capsys.readouterr().err.startswith("debttree: ")
    assert names(places) == before


def test_a_link_to_a_summary_stays_a_link_and_its_file_is_replaced_when_asked(places: Path) -> None:
    Path("there.md").write_text("old")
    Path("link.md").symlink_to("there.md")
    asked = ["export", str(GUIDE), "--path", "start", "-o", "link.md"]
    assert main(asked) == 2
    assert Path("there.md").read_text() == "old"
    assert main([*asked, "--force"]) == 0
    assert Path("link.md").is_symlink()
    assert Path("there.md").read_text().startswith("# ")
    assert stat.S_IMODE(Path("there.md").stat().st_mode) == 0o600


@pytest.mark.parametrize("home", ["a file", "closed", "read-only", "a circle", "a pipe"])
def test_a_home_that_cannot_be_used_keeps_nobody_from_walking(
    tmp_path: Path, own_home: Path, monkeypatch: pytest.MonkeyPatch, home: str
) -> None:
    if not POSIX:
        pytest.skip("as POSIX alone has it")
    own_home.rmdir()
    if home == "a file":
        own_home.touch()
    elif home == "a circle":
        own_home.symlink_to(own_home)
    elif home == "a pipe":
        os.mkfifo(own_home)
    else:
        own_home.mkdir(mode=0 if home == "closed" else 0o500)
    for name in ("XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    before = names(tmp_path)
    walked = as_ordinary_user("walk", str(GUIDE), "--lang", "en", typed=b"1\nq\n")
    assert (walked.returncode, walked.stderr) == (0, b"")
    assert b"This step could not be saved" in walked.stdout
    for command in ("trees", "journeys", "forget"):
        assert b"Traceback" not in as_ordinary_user(command).stderr
    assert names(tmp_path) == before
    own_home.chmod(0o700) if own_home.is_dir() else None


@pytest.mark.parametrize("theirs", ["state", "journeys"])
@pytest.mark.skipif(not POSIX or os.geteuid() != 0, reason="only root may give folders away")
def test_nothing_is_kept_in_a_folder_of_somebody_else(theirs: str) -> None:
    if not POSIX:
        pytest.skip("as POSIX alone has it")
    journeys = state_folder() / "journeys"
    journeys.mkdir(parents=True, mode=0o777)
    given = state_folder() if theirs == "state" else journeys
    os.chown(given, 12345, 12345)
    walked = as_ordinary_user("walk", str(GUIDE), "--lang", "en", typed=b"1\nq\n")
    assert walked.returncode == 0
    assert b"belongs to somebody else" in walked.stdout.replace(b"\n", b" ")
    assert list(journeys.iterdir()) == []


@pytest.mark.parametrize("kind", ["folder", "pipe", "circle", "device", "link", "huge"])
def test_settings_that_are_no_file_are_passed_over(kind: str, tmp_path: Path) -> None:
    if not POSIX:
        pytest.skip("as POSIX alone has it")
    config_folder().mkdir(parents=True)
    file = config_folder() / "settings.toml"
    if kind == "folder":
        file.mkdir()
    elif kind == "pipe":
        os.mkfifo(file)
    elif kind == "huge":
        with file.open("wb") as opened:
            opened.truncate(2 << 30)
    else:
        places = {"circle": file, "device": Path("/dev/zero"), "link": tmp_path / "elsewhere.toml"}
        places["link"].write_text('theme = "light"')
        file.symlink_to(places[kind])
    read = read_settings()
    assert (read.theme == "light", len(read.warnings)) == ((True, 0) if kind == "link" else (False, 1))

"""What others may have done to the folder where journeys are kept."""

import datetime as dt
import io
import json
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from debttree.cli.main import main
from debttree.journey import begin, open_or_begin, store
from debttree.model import Tree, Trouble
from debttree.model.text import harmful
from debttree.reading import read
from debttree.storage.folders import made, state_folder
from tests.export.conftest import GUIDE
from tests.on_posix import POSIX

TODAY = dt.date(2026, 11, 23)


@pytest.fixture
def guide() -> Tree:
    tree = read(GUIDE.read_bytes(), "guide").tree
    assert tree is not None
    return tree


@pytest.fixture(params=[0o000, 0o077])
def umask(request: pytest.FixtureRequest) -> Iterator[None]:
    before = os.umask(request.param)
    yield
    os.umask(before)


def keep(tree: Tree) -> str:
    """Keep a journey of one step; its name."""
    opened = open_or_begin(tree)
    step = begin(tree).take(tree, tree.nodes[tree.root].choices[0].id)
    opened.keeper.save(tree, step, "en", TODAY)
    assert opened.keeper.name is not None
    return opened.keeper.name


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.usefixtures("umask")
def test_the_umask_opens_and_closes_nothing(guide: Tree) -> None:
    file = store.file_of(keep(guide))
    assert mode(file) == 0o600
    assert {mode(folder) for folder in (file.parent, state_folder(), state_folder().parent)} == {0o700}


def test_a_state_folder_that_stands_open_is_closed(guide: Tree) -> None:
    state_folder().mkdir(parents=True)
    state_folder().chmod(0o755)
    keep(guide)
    assert mode(state_folder()) == 0o700


def test_a_journey_that_is_a_link_is_neither_read_nor_written(guide: Tree, tmp_path: Path) -> None:
    name = keep(guide)
    elsewhere = tmp_path / "elsewhere.toml"
    store.file_of(name).rename(elsewhere)
    store.file_of(name).symlink_to(elsewhere)
    before = elsewhere.read_bytes()
    with pytest.raises(Trouble):
        store.load(name)
    assert keep(guide) != name
    assert elsewhere.read_bytes() == before


@pytest.mark.parametrize("name", ["guide (copy)", "\x1b[31m", "a\nb", "-x", ""])
def test_a_file_among_the_journeys_that_no_journey_can_be_called_is_listed(
    guide: Tree, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    kept = store.file_of(keep(guide))
    stray = kept.with_name(f"{name}.toml")
    stray.write_bytes(kept.read_bytes())
    assert main(["journeys", "--format", "json", "--lang", "en"]) == 0
    listed = {row["name"]: row for row in json.loads(capsys.readouterr().out)}
    assert listed["guide"]["problem"] is None
    assert len(listed) == 2 if stray.suffix else 1
    assert main(["journeys"]) == 0
    assert harmful().search(capsys.readouterr().out) is None


@pytest.mark.parametrize("kind", ["file", "pipe", "circle", "elsewhere"])
def test_a_journeys_folder_that_is_none_keeps_nobody_from_walking(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    if not POSIX:
        pytest.skip("as POSIX alone has it")
    folder = made(state_folder()) / "journeys"
    if kind == "file":
        folder.touch()
    elif kind == "pipe":
        os.mkfifo(folder)
    elif kind == "circle":
        folder.symlink_to(folder)
    else:
        folder.symlink_to(tmp_path / "gone")
    monkeypatch.setattr("sys.stdin", io.StringIO("1\nq\n"))
    assert main(["walk", str(GUIDE), "--lang", "en"]) == 0
    assert "This step could not be saved" in capsys.readouterr().out
    assert main(["journeys"]) == 0
    assert main(["forget", "--yes"]) == 0
    assert not os.path.lexists(folder)


def test_forget_deletes_links_and_says_where_they_led(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    elsewhere = tmp_path / "documents"
    elsewhere.mkdir()
    (elsewhere / "mine.toml").write_text("mine")
    (made(state_folder()) / "journeys").symlink_to(elsewhere)
    assert main(["forget", "--yes", "--lang", "en"]) == 0
    said = " ".join(capsys.readouterr().err.split())
    assert f"{elsewhere} was only linked to, and is left as it is." in said
    assert not state_folder().exists()
    assert (elsewhere / "mine.toml").read_text() == "mine"


def test_forget_empties_a_state_folder_that_is_a_link(guide: Tree, tmp_path: Path) -> None:
    elsewhere = tmp_path / "vault"
    elsewhere.mkdir()
    state_folder().parent.mkdir(parents=True, exist_ok=True)
    state_folder().symlink_to(elsewhere)
    keep(guide)
    assert main(["forget", "--yes"]) == 0
    assert list(elsewhere.iterdir()) == []


def test_a_name_too_long_for_the_disk_is_no_crash(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", str(GUIDE), "--journey", "\U00020000" * 64]) == 2
    assert capsys.readouterr().err

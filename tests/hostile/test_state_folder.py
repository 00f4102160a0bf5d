"""What others may have done to the folder where journeys are kept."""

import datetime as dt
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from debttree.cli.main import main
from debttree.journey import begin, open_or_begin, store
from debttree.model import Tree, Trouble
from debttree.reading import read
from debttree.storage.folders import made, state_folder
from tests.export.conftest import GUIDE

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

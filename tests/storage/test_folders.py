"""Folders of one's own: where the system says, for oneself alone."""

import stat
from pathlib import Path

import pytest

from debttree.storage.folders import config_folder, data_folder, made, state_folder


def test_each_kind_of_thing_has_a_folder_of_its_own(own_home: Path) -> None:
    folders = {config_folder(), data_folder(), state_folder()}
    assert len(folders) == 3
    assert all(own_home in folder.parents and folder.name == "debttree" for folder in folders)


def test_where_one_place_serves_all_what_is_forgotten_lies_beneath(
    own_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(data_folder().parent))
    assert state_folder().parent == data_folder()


def test_a_folder_is_made_for_its_owner_alone_and_one_that_is_there_stays(tmp_path: Path) -> None:
    folder = made(tmp_path / "a" / "b")
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    folder.chmod(0o755)
    assert stat.S_IMODE(made(folder).stat().st_mode) == 0o755

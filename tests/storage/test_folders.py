"""Folders of one's own: where the system says, for oneself alone."""

import os
import stat
from pathlib import Path

import pytest
from platformdirs.windows import Windows

from debttree.model import Trouble
from debttree.storage import folders
from debttree.storage.folders import config_folder, data_folder, made, made_private, state_folder
from tests.on_posix import POSIX


def test_each_kind_of_thing_has_a_folder_of_its_own(own_home: Path) -> None:
    folders = {config_folder(), data_folder(), state_folder()}
    assert len(folders) == 3
    assert all(own_home in folder.parents and folder.name == "debttree" for folder in folders)


def test_where_one_place_serves_all_what_is_forgotten_lies_beneath(
    own_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(data_folder().parent))
    assert state_folder().parent == data_folder()


@pytest.mark.parametrize("home", [None, "", "relative/home"])
def test_who_has_no_home_has_nothing_kept_in_the_working_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, home: str | None
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, "relative")  # such a value is to be passed over
    monkeypatch.setattr("pwd.getpwuid", _nobody)
    monkeypatch.delenv("HOME") if home is None else monkeypatch.setenv("HOME", home)
    for folder in (config_folder(), data_folder(), state_folder()):
        assert folder.is_absolute()
        assert not os.path.lexists(folder)
        with pytest.raises(Trouble, match="no home"):
            made(folder / "journeys")
    assert not [*tmp_path.iterdir()]


def _nobody(user: int) -> None:
    raise KeyError(user)


def test_an_older_platformdirs_that_answers_with_a_relative_folder_is_not_believed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(type(folders._DIRECTORIES), "user_state_dir", "~/.local/state/debttree")
    assert state_folder().is_absolute()


@pytest.mark.skipif(not POSIX or os.geteuid() != 0, reason="only root may give folders away")
def test_nothing_private_goes_into_a_folder_of_somebody_else(tmp_path: Path) -> None:
    if not POSIX:
        pytest.skip("as POSIX alone has it")
    os.chown(made_private(tmp_path / "theirs"), 12345, 12345)
    with pytest.raises(Trouble, match="belongs to somebody else"):
        made_private(tmp_path / "theirs")


def test_a_folder_is_made_for_its_owner_alone_and_one_that_is_there_stays(tmp_path: Path) -> None:
    folder = made(tmp_path / "a" / "b")
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    folder.chmod(0o755)
    assert stat.S_IMODE(made(folder).stat().st_mode) == 0o755


def test_on_windows_all_is_kept_in_the_local_folder_of_programs_and_what_is_forgotten_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    local = tmp_path / "AppData" / "Local"
    monkeypatch.setattr("platformdirs.windows.get_win_folder", lambda _: str(local))
    monkeypatch.setattr(folders, "_DIRECTORIES", Windows("debttree", appauthor=False))
    assert folders.data_folder() == folders.config_folder() == local / "debttree"
    assert folders.state_folder() == local / "debttree" / "state"

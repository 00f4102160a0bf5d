"""A file that somebody names to be written: a folder is refused, whatever stands there."""

from pathlib import Path

import pytest

from debttree.model import Trouble
from debttree.storage.naming import here, is_there, named_file, named_folder


@pytest.mark.parametrize("name", ["", ".", "..", "/", "there", "there/", "gone/", "there/.", "./there/.."])
def test_a_folder_is_no_file_to_write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "there").mkdir()
    with pytest.raises(Trouble, match="names a folder"):
        named_file(name)


@pytest.mark.parametrize("name", ["x", "there/x", "gone/x", "/x", "-x", ".x", "x.", "nul\0byte", "x" * 300])
def test_any_other_name_is_taken_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.chdir(tmp_path)
    assert str(named_file(name)) == name


def test_a_tilde_is_a_home_where_there_is_one(own_home: Path) -> None:
    assert named_file("~/x.md") == own_home / "x.md"
    assert named_file("~nobody-is-called-so/x.md") == Path("~nobody-is-called-so/x.md")


def test_a_working_folder_that_is_gone_has_a_name_still(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    assert here() == str(gone)
    gone.rmdir()
    assert here() == "."


def test_a_folder_that_is_there_is_taken_and_every_other_one_refused(own_home: Path, tmp_path: Path) -> None:
    assert (named_folder("~"), named_folder(""), named_folder(str(tmp_path))) == (own_home, Path(), tmp_path)
    for name in ("gone", "~nobody-of-that-name", "x" * 300, "a\0b", __file__):
        with pytest.raises(Trouble, match="no folder"):
            named_folder(name)


def test_a_name_that_is_no_files_is_not_there(tmp_path: Path) -> None:
    assert is_there(tmp_path)
    assert not any(map(is_there, (tmp_path / "gone", tmp_path / ("x" * 300), tmp_path / "a\0b")))

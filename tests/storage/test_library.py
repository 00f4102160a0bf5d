"""Trees are found by path, then by name; never the wrong one."""

from pathlib import Path

import pytest

from debttree.model import Trouble
from debttree.storage import library


@pytest.fixture
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    bundled, own = tmp_path / "bundled", tmp_path / "own"
    for folder in (bundled, own):
        folder.mkdir()
    monkeypatch.setattr(library, "bundled_folder", lambda: bundled)
    monkeypatch.setattr(library, "user_folder", lambda: own)
    return bundled, own


def test_a_bundled_name_and_a_name_of_ones_own(folders: tuple[Path, Path]) -> None:
    bundled, own = folders
    (bundled / "alipay.toml").touch()
    (own / "mine.toml").touch()
    assert library.find_tree("alipay") == bundled / "alipay.toml"
    assert library.find_tree("mine") == own / "mine.toml"
    assert library.is_bundled(bundled / "alipay.toml")
    assert not library.is_bundled(own / "mine.toml")


def test_a_name_found_twice_is_refused_and_both_places_are_named(folders: tuple[Path, Path]) -> None:
    for folder in folders:
        (folder / "alipay.toml").touch()
    with pytest.raises(Trouble) as caught:
        library.find_tree("alipay")
    places = str(caught.value.message.values["places"])
    assert all(str(folder / "alipay.toml") in places for folder in folders)


def test_an_unknown_name_says_what_is_near(folders: tuple[Path, Path]) -> None:
    (folders[0] / "alipay-overdue.toml").touch()
    with pytest.raises(Trouble) as caught:
        library.find_tree("alipay-overdeu")
    assert caught.value.hint is not None
    assert caught.value.hint.values["name"] == "alipay-overdue"


@pytest.mark.parametrize("path", ["./x", "a/b", "x.toml", "/tmp/x"])
def test_what_has_a_slash_or_the_ending_is_a_path(path: str, folders: tuple[Path, Path]) -> None:
    assert library.find_tree(path) == Path(path)


def test_hidden_files_stories_and_other_endings_are_no_trees(folders: tuple[Path, Path]) -> None:
    for name in (".x.toml", "x.txt", "x.toml~", "x.stories.toml"):
        (folders[1] / name).touch()
    assert library.trees() == []


def test_in_a_checkout_trees_are_read_where_they_are_edited() -> None:
    assert library.bundled_folder() == Path(__file__).parents[2] / "trees"


def test_no_folder_is_no_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(library, "user_folder", lambda: tmp_path / "gone")
    assert all(bundled for _, _, bundled in library.trees())


def test_in_a_wheel_trees_and_schema_lie_in_the_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "site-packages" / "debttree"
    (package / "trees").mkdir(parents=True)
    (tmp_path / "pyproject.toml").touch()  # somebody's own project beside it is no checkout of this one
    monkeypatch.setattr(library, "__file__", str(package / "storage" / "library.py"))
    assert library.bundled_folder() == package / "trees"
    assert library.schema_file() == package / "trees" / "debttree-1.schema.json"


def test_ones_own_trees_are_where_the_system_says(own_home: Path) -> None:
    file = library.user_folder() / "mine.toml"
    assert own_home in file.parents
    file.parent.mkdir(parents=True)
    file.touch()
    assert library.find_tree("mine") == file
    assert ("mine", file, False) in library.trees()


def test_an_unknown_name_that_is_near_nothing_says_what_there_is(folders: tuple[Path, Path]) -> None:
    (folders[1] / "mine.toml").touch()
    with pytest.raises(Trouble) as caught:
        library.find_tree("zzz")
    assert caught.value.hint is not None
    assert caught.value.hint.values == {"words": "mine"}


def test_a_file_that_is_here_is_offered_to_whoever_left_its_ending_out(
    folders: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("mine.toml").touch()
    with pytest.raises(Trouble, match="There is no tree called") as caught:
        library.find_tree("mine")
    assert caught.value.hint is not None
    assert caught.value.hint.values == {"file": "mine.toml"}


@pytest.mark.parametrize("name", [r"C:\Users\me\tree", "C:/Users/me/tree", r".\tree", "trees/tree"])
def test_a_path_is_a_path_on_whatever_system_it_was_written(name: str) -> None:
    assert library.is_path(name)
    assert library.find_tree(name) == Path(name)

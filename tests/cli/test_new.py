"""`debttree new`: the first tree passes every check, explains itself, and takes nobody's place."""

import datetime as dt
from pathlib import Path

import pytest
import tomli

from debttree.analysis.checking import check_bytes
from debttree.cli.main import main
from debttree.editing.starter import starter
from debttree.locales import phrases
from debttree.model import Kind
from debttree.reading import keys
from tests.on_posix import POSIX

DAY = dt.date(2031, 2, 3)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("day", [dt.date(2026, 11, 23), DAY, dt.date(1999, 12, 31)])
def test_it_passes_the_strict_check_of_its_day(language: str, day: dt.date, tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    assert main(["new", str(file), "--now", day.isoformat(), "--lang", language]) == 0
    assert main(["check", "--strict", str(file), "--now", day.isoformat()]) == 0


def test_it_shows_every_kind_and_every_key_that_is_common() -> None:
    text = starter(phrases("en"), DAY)
    tree = check_bytes(text.encode(), "mine", DAY).tree
    assert tree is not None
    assert {node.kind for node in tree.nodes.values()} == set(Kind)
    data = tomli.loads(text)
    nodes = data["nodes"].values()

    def used(key: str) -> set[str]:
        return {name for node in nodes for item in node.get(key, []) for name in item}

    assert data.keys() == keys.FILE
    assert data["tree"].keys() == keys.TREE - {"require"}
    assert {key for node in nodes for key in node} == keys.NODE - {"guide"}
    assert used("choices") == keys.CHOICE
    assert used("checklist") == keys.CHECKLIST_ITEM
    assert used("deadlines") == keys.DEADLINE - set(keys.UNITS) - {"event", "before"} | {"days"}


def test_the_comments_are_in_the_language_asked_for_and_the_tree_is_the_same() -> None:
    english, chinese = (starter(phrases(language), DAY) for language in ("en", "zh"))
    assert tomli.loads(english) == tomli.loads(chinese)
    assert "# Without choices a node is an outcome: an end." in english
    comments = [line for line in chinese.splitlines() if line.startswith("# ")]
    assert len(comments) == len([line for line in english.splitlines() if line.startswith("# ")])
    assert all(any("\u4e00" <= sign <= "\u9fff" for sign in comment) for comment in comments)


def test_dash_is_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "-", "--now", "2031-02-03"]) == 0
    assert capsys.readouterr().out == starter(phrases("en"), DAY)


def test_a_file_that_is_there_is_left_as_it_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "mine.toml"
    file.write_text("precious")
    assert main(["new", str(file)]) == 2
    assert file.read_text() == "precious"
    assert "is there already" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["link.toml", "folder.toml"])
def test_nor_is_anything_else_of_that_name_touched(name: str, tmp_path: Path) -> None:
    (tmp_path / "folder.toml").mkdir()
    (tmp_path / "link.toml").symlink_to(tmp_path / "nowhere.toml")
    assert main(["new", str(tmp_path / name)]) == 2
    assert not (tmp_path / "nowhere.toml").exists()


def test_a_name_that_no_command_would_find_again_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["new", "mine"]) == 2
    assert 'Did you mean "mine.toml"?' in capsys.readouterr().err
    assert list(tmp_path.glob("mine*")) == []


def test_a_folder_that_is_not_there_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", str(tmp_path / "nowhere" / "mine.toml")]) == 2
    assert "its folder is not there" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--languages", "en,Spanish"], '"Spanish" is no language.'),
        (["--languages", ","], "No language is named."),
        (["--languages", "en,\udcff"], "is no language."),
        (["--languages", "en,é"], '"é" is no language.'),
        (["--holidays", "\udcff"], "No calendar is known for"),
        (["--holidays", "US-XX"], 'No calendar is known for "US-XX".'),
    ],
)
def test_what_the_tree_could_not_say_is_refused_and_nothing_written(
    options: list[str], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", str(tmp_path / "x.toml"), *options]) == 2
    assert said in capsys.readouterr().err
    assert not (tmp_path / "x.toml").exists()


@pytest.mark.parametrize(
    ("name", "warned"), [("aux.toml", True), ("a:b.toml", True), ("CON.x.toml", True), ("mine.toml", False)]
)
def test_a_name_that_windows_has_not_is_written_as_it_was_typed_and_warned_of(
    name: str, warned: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if not POSIX:
        pytest.skip("such a file cannot be made here")
    assert main(["new", str(tmp_path / name), "--lang", "en"]) == 0
    assert (tmp_path / name).is_file()
    assert ("Windows gives no file such a name" in capsys.readouterr().err) is warned

"""`debttree journeys` and `debttree forget`."""

import io
import json
import sys

import pytest

from debttree.cli.main import main
from debttree.journey import Journey, begin, open_or_begin, store
from debttree.model import Tree
from debttree.storage.folders import state_folder
from tests.export.conftest import GUIDE, TODAY, guide, walk

__all__ = ["guide", "walk"]


@pytest.fixture
def kept(guide: Tree, walk: Journey) -> None:
    open_or_begin(guide, name="li").keeper.save(guide, walk, "en", TODAY)


def answer(monkeypatch: pytest.MonkeyPatch, line: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(line))


@pytest.mark.usefixtures("kept")
def test_journeys_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["journeys"]) == 0
    heading, row = capsys.readouterr().out.splitlines()
    assert heading.split() == ["Who", "Stands", "at", "Last", "day", "Open", "Seen"]
    assert row.split()[0] == "li"
    assert "2026-11-23" in row
    assert main(["journeys", "--format", "json"]) == 0
    (entry,) = json.loads(capsys.readouterr().out)
    assert (entry["name"], entry["steps"], entry["problem"]) == ("li", 2, None)


def test_an_unreadable_journey_is_listed_with_its_reason(capsys: pytest.CaptureFixture[str]) -> None:
    store.journeys_folder().mkdir(parents=True)
    store.file_of("broken").write_text("format = 3")
    assert main(["journeys"]) == 0
    assert "Its format is not" in capsys.readouterr().out


def test_no_journey_is_no_table(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["journeys"]) == 0
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err == "No journey is kept.\n"
    assert main(["journeys", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == []


@pytest.mark.usefixtures("kept")
def test_rename_duplicate_and_delete(monkeypatch: pytest.MonkeyPatch) -> None:
    assert main(["journeys", "--duplicate", "li", "wang"]) == 0
    assert main(["journeys", "--rename", "li", "zhao"]) == 0
    assert [entry.name for entry in store.list_journeys()] == ["wang", "zhao"]
    assert main(["journeys", "--rename", "wang", "zhao"]) == 2
    assert main(["journeys", "--rename", "wang", " "]) == 2
    assert main(["journeys", "--rename", "wang", "../wang"]) == 0
    assert [entry.name for entry in store.list_journeys()] == ["wang", "zhao"], "it is written nowhere else"
    answer(monkeypatch, "n\n")
    assert main(["journeys", "--delete", "wang"]) == 0
    assert [entry.name for entry in store.list_journeys()] == ["wang", "zhao"]
    answer(monkeypatch, "y\n")
    assert main(["journeys", "--delete", "wang"]) == 0
    assert main(["journeys", "--delete", "zhao", "--yes"]) == 0
    assert store.list_journeys() == ()
    assert main(["journeys", "--delete", "zhao", "--yes"]) == 2


@pytest.mark.usefixtures("kept")
def test_whoever_deletes_a_journey_is_told_of_its_walks_that_ended(
    guide: Tree, walk: Journey, capsys: pytest.CaptureFixture[str]
) -> None:
    keeper = open_or_begin(guide, name="li", fresh=True).keeper
    keeper.save(guide, walk.back(), "en", TODAY)
    open_or_begin(guide, name="li-2").keeper.save(guide, walk, "en", TODAY)
    assert main(["journeys", "--delete", "li", "--yes"]) == 0
    assert capsys.readouterr().err.endswith(f"Ended walks of it are kept: li-{TODAY}\n")
    assert main(["journeys", "--delete", f"li-{TODAY}", "--yes"]) == 0
    assert "kept" not in capsys.readouterr().err


@pytest.mark.usefixtures("kept")
def test_two_journeys_are_compared(guide: Tree, capsys: pytest.CaptureFixture[str]) -> None:
    other = begin(guide).take(guide, "short").take(guide, "ask")
    open_or_begin(guide, name="wang").keeper.save(guide, other, "en", TODAY)
    assert main(["journeys", "--compare", "li", "wang", "--tree", str(GUIDE)]) == 0
    out = capsys.readouterr().out
    assert "Together until step  2: Before the first call" in out
    assert "Wait and see" in out
    assert "Ask for a plan" in out
    assert main(["journeys", "--compare", "li", "wang", "--tree", str(GUIDE), "--format", "json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["common"] == 1
    assert data["journeys"][1]["consequences"] == {"credit": "incurred", "lawsuit": "at-risk"}
    assert main(["journeys", "--rename", "wang", "Mr Wang, table 2"]) == 0
    assert main(["journeys", "--compare", "Mr Wang, table 2", "li"]) == 2, (
        "the guide is named, and is not at hand"
    )
    assert "called" in capsys.readouterr().err.partition("There is no tree")[2]
    assert main(["journeys", "--compare", "li", "li", "--tree", str(GUIDE)]) == 0
    assert main(["journeys", "--compare", "li", "zhao", "--tree", str(GUIDE)]) == 2
    assert main(["journeys", "--compare", "li", "wang", "--tree", "tutorial"]) == 2


@pytest.mark.usefixtures("kept")
def test_forget_asks_and_a_silent_script_is_no_yes(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for typed in ("", "n\n", "maybe\n"):
        answer(monkeypatch, typed)
        assert main(["forget"]) == 0
        assert store.kept_files()
    answer(monkeypatch, "y\n")
    assert main(["forget"]) == 0
    assert not state_folder().exists()
    capsys.readouterr()
    assert main(["forget"]) == 0
    assert "Nothing is kept" in capsys.readouterr().err


@pytest.mark.usefixtures("kept")
def test_forget_with_yes_does_not_ask() -> None:
    assert main(["forget", "--yes"]) == 0
    assert not state_folder().exists()

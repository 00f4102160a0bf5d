"""`debttree walk`: driven line by line through stdin, as a pipe or a screen reader's user does."""

import io
import sys
from pathlib import Path

import pytest
from wcwidth import wcswidth

from debttree.cli.main import main
from debttree.journey import store
from tests.export.conftest import GUIDE


class Walk:
    """Runs the command in an empty folder with lines typed beforehand."""

    def __init__(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        self.folder = folder
        self._monkeypatch = monkeypatch
        self._capsys = capsys
        monkeypatch.chdir(folder)

    def __call__(self, *lines: str, tree: Path = GUIDE, options: tuple[str, ...] = ("--lang", "en")) -> str:
        self._monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
        assert main(["walk", str(tree), "--now", "2026-11-23", *options]) == 0
        return self._capsys.readouterr().out


@pytest.fixture
def walk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Walk:
    folder = tmp_path / "work"
    folder.mkdir()
    return Walk(folder, monkeypatch, capsys)


def test_a_walk_to_an_outcome_ends_where_the_input_ends(walk: Walk) -> None:
    out = walk("1", "1", "1")
    assert "Step 1: How long has the bill been overdue?" in out
    assert "Step 4: A plan is agreed" in out
    assert "This way through the guide ends here." in out


def test_no_input_at_all_ends_quietly(walk: Walk) -> None:
    assert walk().startswith("\nStep 1")


def test_a_caution_stands_under_its_choice_and_asks_nothing(walk: Walk) -> None:
    out = walk("1", "2")
    before, _, after = out.partition("Step 3: Papers from a court have come")
    assert "2. Wait and see\n   Caution: Interest grows every day" in before
    assert after


def test_a_choice_that_is_marked_says_so_before_it_is_taken(walk: Walk) -> None:
    out = walk("1")
    assert "   brings now: Litigation\n" in out.partition("2. Wait and see\n")[2].partition("3. ")[0]


def test_back_and_forward(walk: Walk) -> None:
    out = walk("b", "f", "1", "b", "f")
    assert "This is the beginning" in out
    assert "There is no step ahead" in out
    assert [line[:6] for line in out.splitlines() if line.startswith("Step ")] == [
        "Step 1",
        "Step 2",
        "Step 1",
        "Step 2",
    ]


def test_notes_are_told_where_they_were_made_and_on_the_way(walk: Walk) -> None:
    out = walk("n", "Ms Li", "", "1", "w")
    assert out.count("Your note of 2026-11-23: Ms Li") == 2
    way = out.rpartition("1. How long")[2]
    assert way.startswith(
        " has the bill been overdue?: Less than three months\n   Your note of 2026-11-23: Ms Li\n2."
    )


ONE_EVENT = """
format = "debttree/1"
[nodes.complaint]
kind = "outcome"
title = "A complaint"
[[nodes.complaint.deadlines]]
id = "simple"
days = 15
by = "them"
event = "The complaint arrived"
text = "A simple case is settled"
[[nodes.complaint.deadlines]]
id = "complex"
days = 30
by = "them"
event = "The complaint arrived"
text = "A complex case is settled"
"""


def test_an_event_that_starts_two_deadlines_is_asked_for_once(walk: Walk) -> None:
    tree = walk.folder / "complaint.toml"
    tree.write_text(ONE_EVENT)
    out = walk("d", "1", "20", tree=tree)
    assert out.count("The complaint arrived\n") == 1
    assert "A simple case is settled: Last day: 2026-12-05" in out
    assert "A complex case is settled: Last day: 2026-12-20" in out


def test_l_goes_on_in_the_other_language(walk: Walk) -> None:
    out = walk("l", "1", "l", "b")
    before, _, after = out.partition("第 1 步")
    assert "Step 1" in before
    assert "Step 1" in after
    assert "第 2 步" in after


def test_another_answer_tells_what_fits_again(walk: Walk) -> None:
    out = walk("1", "1", "1", "b", "b", "b", "2", "b", "1")
    assert "You answered differently" not in out
    assert "2 later answers fit again: f." in out


def test_the_way_lists_what_fell_away_and_r_brings_it_back(walk: Walk) -> None:
    out = walk("1", "1", "1", "b", "b", "b", "2", "w", "r", "w")
    listed = out.partition("Off your way since you changed an answer; r brings them back:")[2]
    assert listed.startswith(
        "\n"
        "How long has the bill been overdue?: Less than three months\n"
        "Before the first call: Ask for a plan\n"
        "What does the lender answer?: They agree\n"
    )
    assert "4. A plan is agreed" in listed
    assert "There is no earlier way." in walk("r", options=("--lang", "en", "--fresh"))


def test_full_width_keys_of_an_input_method_work(walk: Walk) -> None:
    out = walk("１", "！", "１", "ｙ", options=("--lang", "zh"))
    assert "第 2 步：打电话之前" in out
    assert "第 3 步：法院的文件到了" in out


def test_urgent_goes_there_with_its_number_and_without_a_question(walk: Walk) -> None:
    assert "Step 2" not in walk("!", "")
    assert "Step 2: Papers from a court have come" in walk("!", "1", options=("--lang", "en", "--fresh"))


def test_notes_ticks_and_dates_reach_the_summary(walk: Walk) -> None:
    walk("2", "n", "Mr Li, 95188", "t", "1", "d", "1", "2026-11-13", "x", "2", "", "", "q")
    (saved,) = walk.folder.iterdir()
    assert saved.name == "guide-2026-11-23.txt"
    text = saved.read_text(encoding="utf-8")
    assert "Mr Li, 95188" in text
    assert "[x] The envelope and the date of receipt" in text
    assert "Last day: 2026-11-30 (Monday). 7 days left." in text
    assert saved.stat().st_mode & 0o777 == 0o600


def test_a_note_for_the_desk_stands_in_no_summary_until_it_is_given_to_the_person(walk: Walk) -> None:
    out = walk("c", "a", "Her son pays", "n", "Ring Mr Li", "w", "x", "2", "", "one")
    assert "There is no note on your way." in out
    assert "[desk alone] Your note of 2026-11-23: Her son pays" in out
    one = (walk.folder / "one").read_text("utf-8")
    assert "Ring Mr Li" in one
    assert "Her son pays" not in one
    out = walk(
        "y",
        "c",
        "1",
        "=",
        "n",
        "c",
        "2",
        "",
        "n",
        "c",
        "2",
        "",
        "y",
        "x",
        "2",
        "",
        "two",
        "x",
        "2",
        "1",
        "three",
    )
    assert "No note was changed." in out
    assert "The note is gone." in out
    two, three = ((walk.folder / name).read_text("utf-8") for name in ("two", "three"))
    assert "Her son pays" in two
    assert "Ring Mr Li" not in two
    assert "Her son" not in three


def test_the_next_summary_gets_another_name_and_nothing_is_overwritten(walk: Walk) -> None:
    (walk.folder / "mine.md").write_text("precious")
    out = walk("x", "1", "", "x", "1", "", "x", "1", "mine.md")
    assert sorted(file.name for file in walk.folder.iterdir()) == [
        "guide-2026-11-23-2.md",
        "guide-2026-11-23.md",
        "mine.md",
    ]
    assert (walk.folder / "mine.md").read_text() == "precious"
    assert "is there already" in out


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        (("99",), '"99" means nothing here.'),
        (("0",), '"0" means nothing here.'),
        (("-1",), '"-1" means nothing here.'),
        (("²",), "Step 3: "),
        (("one",), '"one" means nothing here.'),
        (("\x1b[2J",), '"␛[2j" means nothing here.'),
        (("n", " "), "Nothing was noted."),
        (("d", "1", "2026-02-30"), '"2026-02-30" is no date.'),
        (("d", "1", "2027-01-01"), "2027-01-01 has not come yet."),
        (("d", "9"), "No date was noted."),
        (("t", "x"), "Nothing was ticked."),
        (("x", "0"), "Nothing was saved."),
        (("x", "6"), "There is no deadline with a date"),
        (("x", "1", "/nowhere/x.md"), "cannot be written"),
        (("?",), "q: leave"),
        (("p",), "Litigation: Already met."),
        (("b", "1", "p"), "How to keep off "),
        (("w",), "1. How long has the bill been"),
    ],
)
def test_whatever_is_typed_gets_one_clear_answer(walk: Walk, typed: tuple[str, ...], answer: str) -> None:
    out = walk("2", *typed)
    assert answer in out
    assert "\x1b" not in out


@pytest.mark.parametrize("language", ["zh", "en"])
def test_lines_fit_forty_columns_and_hold_no_boxes(
    walk: Walk, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    out = walk("2", "?", "p", "w", "d", "1", "2026-11-13", "x", "9", "!", options=("--lang", language))
    assert max(map(wcswidth, out.splitlines())) <= 40
    assert not any("\u2500" <= character <= "\u259f" for character in out)


def test_the_next_start_offers_to_go_on(walk: Walk) -> None:
    walk("1", "n", "a note")
    out = walk("y", "w")
    assert "You were here on 2026-11-23." in out
    assert "Step 2: Before the first call" in out
    out = walk("n", "2")
    assert 'The journey as it was is kept as "guide-2026-11-23".' in out
    assert [entry.name for entry in store.list_journeys()] == ["guide", "guide-2026-11-23"]


def test_private_leaves_nothing_behind(walk: Walk) -> None:
    walk("1", "n", "secret", options=("--private", "--lang", "en"))
    assert store.list_journeys() == ()


def test_several_people_have_a_journey_each(walk: Walk) -> None:
    walk("1", options=("--journey", "li", "--lang", "en"))
    walk("2", options=("--journey", "wang", "--lang", "en"))
    assert [(e.name, e.saved and e.saved.journey.at) for e in store.list_journeys()] == [
        ("li", "call"),
        ("wang", "court"),
    ]


def test_private_and_a_name_contradict_each_other(walk: Walk) -> None:
    assert main(["walk", str(GUIDE), "--private", "--journey", "li"]) == 2


def test_a_changed_guide_is_told_before_the_walk_goes_on(walk: Walk) -> None:
    tree = walk.folder / "guide.toml"
    tree.write_text(GUIDE.read_text(encoding="utf-8"), encoding="utf-8")
    walk("1", "1", tree=tree)
    changed = tree.read_text(encoding="utf-8").replace("Ask for a plan", "Apply for a plan")
    tree.write_text(changed, encoding="utf-8")
    out = walk("y", tree=tree)
    assert 'Asked again: step 2, "Before the first call", "Ask for a plan"' in out
    assert "Step 2: Before the first call" in out

"""The case record: for whoever advises, with what stood open at each decision, and notes that no summary holds."""

import datetime as dt
import json
from dataclasses import replace

import pytest

from debttree.export import Format, Profile, Redaction, Summary, default_name, render, summary
from debttree.export.csv_cells import csv_bytes
from debttree.journey import Journey
from debttree.locales import phrases
from debttree.model import Tree
from tests.export.conftest import TODAY

DAY = dt.date(2026, 11, 2)
TEXTS = (Format.MD, Format.TXT, Format.HTML)
WORDS = (*TEXTS, Format.JSON, Format.TOML)


@pytest.fixture
def case(walk: Journey) -> Journey:
    noted = walk.noted("She is afraid of her brother.", DAY, "call", at=dt.time(10, 20), desk=True)
    return replace(noted.noted("She has no time to call.", DAY, "call"), whose="Mrs Li, table 3").stamped(DAY)


def made(guide: Tree, journey: Journey, profile: Profile, *redact: Redaction) -> Summary:
    return summary(guide, journey, "en", TODAY, profile=profile, redact=redact)


def written(record: Summary, form: Format) -> str:
    return render(record, form, phrases("en")).decode().replace("&#x27;", "'")


@pytest.mark.parametrize("form", WORDS)
def test_a_note_for_the_desk_alone_leaves_in_the_case_record_alone(
    guide: Tree, case: Journey, form: Format
) -> None:
    assert "afraid" in written(made(guide, case, Profile.ADVISER), form)
    own = written(made(guide, case, Profile.PERSON), form)
    assert "afraid" not in own
    assert "no time to call" in own
    assert "afraid" not in written(made(guide, case, Profile.ADVISER, Redaction.NOTES), form)


@pytest.mark.parametrize("form", TEXTS)
def test_a_paper_says_which_notes_it_holds(guide: Tree, case: Journey, walk: Journey, form: Format) -> None:
    kept_back = "Notes that the desk keeps for itself are not in this copy."
    assert kept_back in written(made(guide, case, Profile.PERSON), form)
    assert kept_back not in written(made(guide, walk, Profile.PERSON), form)
    assert "For the desk alone: they stand in no summary" in written(made(guide, case, Profile.ADVISER), form)


def test_the_record_tells_facts_decisions_and_what_else_was_open(guide: Tree, case: Journey) -> None:
    text = " ".join(written(made(guide, case, Profile.ADVISER), Format.TXT).split())
    for words in (
        "Case record: Mrs Li, table 3",
        "Answered by the person",
        "Answered on 2026-11-02 (Monday)",
        "The payment order reached you: 2026-11-13",
        "Decisions, and what else was open",
        "Chosen: ",
        "Open: ",
        "Noted: She has no time to call.",
        "2026-11-02 (Monday), 10:20",
        f"version {guide.version}",
    ):
        assert words in text, words


def test_scripts_get_the_same(guide: Tree, case: Journey) -> None:
    data = json.loads(written(made(guide, case, Profile.ADVISER), Format.JSON))
    (decided,) = [one for one in data["case"]["decisions"] if "She has no time to call." in one["noted"]]
    assert sum(option["taken"] for option in decided["options"]) == 1
    assert data["profile"] == "adviser"
    assert "case" not in json.loads(written(made(guide, case, Profile.PERSON), Format.JSON))


@pytest.mark.parametrize("form", tuple(Format))
def test_the_same_case_gives_the_same_bytes(guide: Tree, case: Journey, form: Format) -> None:
    one, other = (render(made(guide, case, Profile.ADVISER), form, phrases("zh")) for _ in range(2))
    assert one == other


def test_no_name_leads_out_of_the_folder(guide: Tree, case: Journey) -> None:
    odd = made(guide, replace(case, whose="../../etc/Mrs Li\n\x1b[2J"), Profile.ADVISER)
    assert default_name(odd, Format.TXT) == f"etc-Mrs-Li-2J-case-{TODAY}.txt"


def test_no_cell_of_a_csv_is_worked_out() -> None:
    cells = ["=1+1", "+1", "-1", "@x", "\tx", "\rx", "Mrs Li", 'a "b", c', ""]
    assert csv_bytes([cells]).decode() == '\'=1+1,\'+1,\'-1,\'@x,\'\tx,"\'\rx",Mrs Li,"a ""b"", c",\r\n'


def test_a_note_is_told_once_however_often_somebody_came_by(guide: Tree, case: Journey) -> None:
    again = case.jump("call").jump("start").jump("call").jump("start")
    decisions = json.loads(written(made(guide, again, Profile.ADVISER), Format.JSON))["case"]["decisions"]
    told = [one["noted"] for one in decisions if one["title"] == guide.line(guide.nodes["call"].title, "en")]
    assert len(told) > 2
    assert all("She has no time to call." in noted for noted in told[:1])
    assert not any(told[1:])

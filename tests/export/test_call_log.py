"""The log of calls in the summary: with its times in every format, and left out where that is asked for."""

import datetime as dt
import json
from dataclasses import replace

import icalendar
import pytest
import tomli

from debttree.export import Format, Redaction, render, summary
from debttree.journey import Answer, Call, Journey
from debttree.journey.calls import ALSO_SAID
from debttree.locales import phrases
from debttree.model import Tree
from tests.export.conftest import TODAY

AT = dt.datetime(2026, 11, 20, 14, 3, tzinfo=dt.timezone(dt.timedelta(hours=8)))
LATER = AT + dt.timedelta(minutes=2)
PAGES = (Format.MD, Format.TXT, Format.HTML)
DATA = (Format.JSON, Format.TOML)


@pytest.fixture
def phoned(walk: Journey) -> Journey:
    """The walk with a call that was ended, and one at a step that has gone from the guide since."""
    call = Call("call", AT).answered("plan", "500 元\n12 期", AT).answered(ALSO_SAID, "8812", LATER)
    gone = Call("", LATER, (Answer("", "C-1 <b>x</b>", LATER, "Complaint number"),), was_at="The complaint")
    return replace(walk, calls=(call.hung_up(LATER, "They agree"), gone))


def made(guide: Tree, journey: Journey, form: Format, *redact: Redaction, language: str = "en") -> str:
    return render(summary(guide, journey, language, TODAY, redact=redact), form, phrases(language)).decode()


@pytest.mark.parametrize("form", PAGES)
def test_every_page_tells_who_said_what_and_when(guide: Tree, phoned: Journey, form: Format) -> None:
    content = made(guide, phoned, form)
    _, found, rest = content.partition("Log of calls")
    text = " ".join((found + rest).replace("\\", "").split())
    told = ["Log of calls", "2026-11-20 (Friday), 14:03", "What I can pay each month, and from when"]
    told += ["14:03: 500 元", "12 期", "Whatever else they said", "14:05: 8812", "Ended at 14:05: They agree"]
    told += ["At a step that is no longer in the guide: The complaint", "Complaint number", "14:05: C-1"]
    places = [text.find(words) for words in told]
    assert -1 not in places, told[places.index(-1)]
    assert places == sorted(places)
    assert ("<b>x</b>" in content) == (form is Format.TXT)


def test_the_log_is_told_in_chinese_too(guide: Tree, phoned: Journey) -> None:
    text = made(guide, phoned, Format.TXT, language="zh")
    for words in ("通话记录", "每月能还多少", "14:03：500 元"):
        assert words in text


def test_json_and_toml_hold_the_same_calls(guide: Tree, phoned: Journey) -> None:
    found = json.loads(made(guide, phoned, Format.JSON))
    assert found["left_out"] == []
    first, gone = found["calls"]
    assert (first["node"], first["begun"], first["came"]) == ("call", AT.isoformat(), "They agree")
    assert first["answers"][0] == {
        "item": "plan",
        "asked": "What I can pay each month, and from when",
        "text": "500 元\n12 期",
        "at": AT.isoformat(),
    }
    assert (gone["node"], gone["title"], gone["ended"]) == ("", "The complaint", None)
    same = tomli.loads(made(guide, phoned, Format.TOML))["calls"]
    assert same == [first, {key: value for key, value in gone.items() if value is not None}]


def test_a_calendar_holds_each_call_as_a_journal_entry_at_its_time(guide: Tree, phoned: Journey) -> None:
    found = icalendar.Calendar.from_ical(made(guide, phoned, Format.ICS)).walk("VJOURNAL")
    told = [(entry.decoded("DTSTART"), str(entry["DESCRIPTION"])) for entry in found]
    assert [moment for moment, _ in told] == [AT, LATER]
    for words in (
        "14:03: 500 元\n12 期",
        "Whatever else they said\n14:05: 8812",
        "Ended at 14:05: They agree",
    ):
        assert words in told[0][1]
    assert "14:05: C-1" in told[1][1]
    assert {str(entry["CLASS"]) for entry in found} == {"PRIVATE"}
    assert "VJOURNAL" not in made(guide, phoned, Format.ICS, Redaction.CALLS)


@pytest.mark.parametrize("form", [*PAGES, *DATA])
@pytest.mark.parametrize("redaction", [Redaction.CALLS, Redaction.NOTES])
def test_calls_are_left_out_alone_or_with_the_notes_and_that_is_said(
    guide: Tree, phoned: Journey, form: Format, redaction: Redaction
) -> None:
    text = made(guide, phoned, form, redaction)
    assert "8812" not in text
    assert ("工号" in text) == (redaction is Redaction.CALLS)
    said = '"calls"' if form in DATA else "The calls were left out of this copy."
    assert said in text


@pytest.mark.parametrize("form", [*PAGES, *DATA])
def test_without_dates_no_call_says_when_it_was(guide: Tree, phoned: Journey, form: Format) -> None:
    text = made(guide, phoned, form, Redaction.DATES)
    assert "8812" in text
    assert "14:0" not in text


def test_a_walk_without_calls_has_no_log(guide: Tree, walk: Journey) -> None:
    assert "Log of calls" not in made(guide, walk, Format.MD)

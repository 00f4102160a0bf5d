"""Journey files that were changed by hand: read or refused, never a crash, and nothing typed takes another's place."""

import datetime as dt
from dataclasses import replace

import pytest

from debttree.journey import Answer, Call, begin, resume
from debttree.journey.calls import told_apart
from debttree.journey.people import duplicate
from debttree.journey.saved import Unreadable, from_bytes, to_bytes
from debttree.journey.store import create
from debttree.model import Trouble
from tests.journey.test_calls import AT, LATER, TREE, saved_again

LAST_MOMENT = dt.datetime.max.replace(microsecond=0, tzinfo=dt.UTC)
CALL = Call("start", AT).answered("who", "Ms Li", AT)
GOOD = to_bytes(saved_again(TREE, begin(TREE).called(CALL))).decode()


@pytest.mark.parametrize(
    "odd",
    [
        pytest.param("x = 0x" + "f" * 9_000, id="a number that nobody can write in tens"),
        pytest.param("x = 0b" + "1" * 20_000, id="another one"),
        pytest.param("x = " + "[" * 100 + "]" * 100, id="arrays within arrays"),
    ],
)
def test_what_could_not_be_written_back_is_refused_when_it_is_read(odd: str) -> None:
    with pytest.raises(Unreadable):
        from_bytes(f"{odd}\n{GOOD}".encode())
    create(iter(["odd"]), f"{odd}\n{GOOD}".encode())
    with pytest.raises(Trouble):
        duplicate("odd", "Mrs Li")


@pytest.mark.parametrize("moment", ["0001-01-01 00:00:00", "9999-12-31 23:59:59"])
def test_the_first_and_the_last_moment_of_all_are_read_or_refused(moment: str) -> None:
    content = GOOD.replace("begun = 2026-11-23 14:03:00+08:00", f"begun = {moment}")
    assert moment in content
    try:
        assert from_bytes(content.encode()).journey.calls[0].begun.isoformat(" ").startswith(moment)
    except Unreadable as refused:
        assert refused.reason.values["name"] == "begun"


def test_a_call_at_no_step_keeps_its_answers_with_the_words_that_they_had() -> None:
    content = GOOD.replace('node = "start"\nbegun', 'node = ""\nwas_at = "Long ago"\nbegun')
    assert "Long ago" in content
    resumed = resume(TREE, from_bytes(content.encode()))
    assert resumed.journey.calls == (
        Call("", AT, (Answer("", "Ms Li", AT, "Name and number"),), was_at="Long ago"),
    )
    assert saved_again(TREE, resumed.journey).journey == resumed.journey


def test_of_two_calls_begun_at_one_moment_neither_takes_the_place_of_the_other() -> None:
    other = Call("start", AT).answered("who", "Mr Wu", LATER)
    twice = replace(begin(TREE), calls=(CALL, other, other))
    journey = resume(TREE, saved_again(TREE, twice)).journey
    assert [call.begun - AT for call in journey.calls] == [dt.timedelta(seconds=n) for n in range(3)]
    changed = journey.called(journey.calls[2].answered("who", "Mr Wu, 8812", LATER))
    texts = [call.answers[0].text for call in changed.calls]
    assert texts == ["Ms Li", "Mr Wu", "Mr Wu, 8812"]


def test_at_the_end_of_time_calls_are_told_apart_backwards() -> None:
    last = Call("start", LAST_MOMENT)
    assert [call.begun for call in told_apart([last, last])] == [
        LAST_MOMENT,
        LAST_MOMENT - dt.timedelta(seconds=1),
    ]

"""Dates as people type them, and the deadlines that they are meant for."""

import datetime as dt

import pytest

from debttree.journey import Journey, begin
from debttree.journey.dating import event_date, find_deadline, with_date
from debttree.journey.events import happened
from debttree.model import Tree, Trouble

TODAY = dt.date(2026, 11, 23)


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-22", " 2026-11-22\n", "20261122", "2026/11/22", "2026.11.22", "2026年11月22日", "２０２６－１１－２２",
        "11月22日", "11月22号", "22", "22日", "Yesterday", "昨天", "11 月 22 日", "22 Nov", "Nov 22",
        "22nd of November", "November 22, 2026", "22. nov. 2026", "22/11", "11/22", "22.11.", "22.11.2026", "11-22",
        "1 day ago", "1天前",
        "昨日", "a day ago", "一天前", "１ 天以前",
    ],
)  # fmt: skip
def test_a_day_that_has_been_is_read(text: str) -> None:
    assert event_date(text, TODAY) == dt.date(2026, 11, 22)


@pytest.mark.parametrize(
    ("text", "today", "day"),
    [
        ("23", "2026-11-23", "2026-11-23"),
        ("24", "2026-11-23", "2026-10-24"),
        ("31", "2026-03-01", "2026-01-31"),
        ("30", "2026-03-29", "2026-01-30"),
        ("5", "2026-01-04", "2025-12-05"),
        ("11月24日", "2026-11-23", "2025-11-24"),
        ("2月29日", "2104-02-28", "2096-02-29"),
        ("前天", "2026-11-23", "2026-11-21"),
        ("today", "2026-11-23", "2026-11-23"),
        ("8 days ago", "2026-11-23", "2026-11-15"),
        ("八天之前", "2026-11-23", "2026-11-15"),
        ("十二天前", "2026-11-23", "2026-11-11"),
        ("二十天前", "2026-11-23", "2026-11-03"),
        ("两个星期前", "2026-11-23", "2026-11-09"),
        ("a week ago", "2026-11-23", "2026-11-16"),
    ],
)
def test_a_short_date_is_the_last_such_day(text: str, today: str, day: str) -> None:
    assert event_date(text, dt.date.fromisoformat(today)) == dt.date.fromisoformat(day)


@pytest.mark.parametrize("text", ["in 8 days", "8天后", "八天以后", "1 Dec 2026"])
def test_only_a_hearing_may_still_be_to_come(text: str) -> None:
    assert event_date(text, TODAY, ahead=True) == dt.date(2026, 12, 1)
    with pytest.raises(Trouble, match="has not come yet"):
        event_date(text, TODAY)


def test_today_has_come_and_tomorrow_has_not() -> None:
    assert event_date("2026-11-23", TODAY) == TODAY
    with pytest.raises(Trouble, match="has not come yet") as caught:
        event_date("2026-11-24", TODAY)
    assert caught.value.message.values == {"date": "2026-11-24"}
    assert caught.value.hint is not None
    assert caught.value.hint.values == {"date": "2026-11-23"}


@pytest.mark.parametrize(
    "text",
    [
        "", "2026-02-30", "2026111", "0", "32", "13月1日", "2月30日", "2026-11-23T10:00", "\x1b[2J", "逾期", "20 Nvm",
        "32 Nov", "30/13", "0/11", "5/6/26", "9999 days ago", "8 days",
        "in 8 days ago", "十十天前", "一二天前", "二十十天前", "last week",
    ],
)  # fmt: skip
def test_what_is_no_date_is_said(text: str) -> None:
    with pytest.raises(Trouble, match="is no date") as caught:
        event_date(text, TODAY)
    assert caught.value.exit_status == 2
    assert caught.value.hint is not None


@pytest.mark.parametrize(
    ("assignment", "item"),
    [
        ("reply=2026-11-20", ("call", "reply")),
        ("call:reply=2026-11-20", ("call", "reply")),
        (" court:objection = 2026-11-20", ("court", "objection")),
    ],
)
def test_a_deadline_on_the_way_gets_its_date(
    guide: Tree, walk: Journey, assignment: str, item: tuple[str, str]
) -> None:
    dated = with_date(guide, walk, assignment, TODAY)
    assert dated.dates == {**walk.dates, item: dt.date(2026, 11, 20)}


@pytest.mark.parametrize(
    ("assignment", "words"),
    [
        ("reply", "names no date"),
        ("", "names no date"),
        ("=2026-11-20", "No node on this way has a deadline"),
        ("reply=", "is no date"),
        ("reply=a=b", "is no date"),
        ("reply=2026-11-24", "has not come yet"),
        ("start:reply=2026-11-20", "No node on this way has a deadline"),
    ],
)
def test_what_names_no_deadline_or_no_day_is_refused(
    guide: Tree, walk: Journey, assignment: str, words: str
) -> None:
    with pytest.raises(Trouble, match=words) as caught:
        with_date(guide, walk, assignment, TODAY)
    assert caught.value.hint is not None


def test_a_name_that_two_nodes_use_is_asked_for(guide: Tree, walk: Journey) -> None:
    from dataclasses import replace

    reply = guide.nodes["call"].deadlines[0]
    court = replace(guide.nodes["court"], deadlines=(*guide.nodes["court"].deadlines, reply))
    twice = replace(guide, nodes={**guide.nodes, "court": court})
    with pytest.raises(Trouble, match="Several deadlines") as caught:
        find_deadline(twice, walk, "reply")
    assert caught.value.hint is not None
    assert caught.value.hint.values == {"choices": "call:reply, court:reply"}
    assert find_deadline(twice, walk, "court:reply") == ("court", "reply")


def test_a_deadline_that_is_not_on_the_way_says_which_are(guide: Tree, walk: Journey) -> None:
    def hint(journey: Journey, name: str) -> dict[str, object]:
        with pytest.raises(Trouble, match="No node on this way") as caught:
            find_deadline(guide, journey, name)
        assert caught.value.hint is not None
        return dict(caught.value.hint.values)

    assert hint(walk, "replay") == {"name": "reply"}
    assert hint(walk, "zzz") == {"names": "call:reply, court:objection"}
    assert hint(begin(guide), "reply") == {}  # the call has not been reached: there is none on this way


def test_a_node_walked_twice_has_its_deadline_once(guide: Tree, walk: Journey) -> None:
    assert find_deadline(guide, walk.jump("call").jump("court"), "reply") == ("call", "reply")


def test_one_day_serves_every_deadline_of_a_node_that_the_same_event_starts(
    guide: Tree, walk: Journey
) -> None:
    from dataclasses import replace

    reply = guide.nodes["call"].deadlines[0]
    second = replace(reply, id="second", amount=reply.amount + 5)
    other = replace(reply, id="other", event=guide.nodes["court"].deadlines[0].event)
    call = replace(guide.nodes["call"], deadlines=(reply, second, other))
    tree = replace(guide, nodes={**guide.nodes, "call": call})
    day = dt.date(2026, 11, 20)
    dated = happened(tree, walk, ("call", "second"), day)
    assert dated.dates == {**walk.dates, ("call", "reply"): day, ("call", "second"): day}
    assert ("call", "reply") not in happened(tree, dated, ("call", "reply"), None).dates


@pytest.mark.parametrize("text", ["5/6", "06.05.2026", "1-2", "11/12/2026"])
def test_numbers_that_may_be_day_and_month_in_either_order_are_refused(text: str) -> None:
    with pytest.raises(Trouble, match="may mean two days"):
        event_date(text, TODAY)


@pytest.mark.parametrize(
    ("text", "day"), [("6/6", "2026-06-06"), ("sept 3", "2026-09-03"), ("24 Nov", "2025-11-24")]
)
def test_a_month_by_its_name_or_sure_numbers_are_the_last_such_day(text: str, day: str) -> None:
    assert event_date(text, TODAY) == dt.date.fromisoformat(day)


def test_before_the_first_day_of_all_there_is_none() -> None:
    with pytest.raises(Trouble, match="is no date"):
        event_date("yesterday", dt.date.min)

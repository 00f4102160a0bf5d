"""Stories: what comes of the answers of one person, compared with what must."""

import datetime as dt

import pytest

from debttree.journey.story_run import StoryTeller, corrections
from debttree.model import Tree
from debttree.model.story import Expectation, Story
from debttree.reading import read

GUIDE = b"""
format = "debttree/1"

[tree]
languages = ["en"]

[consequences.suit]
title.en = "A suit"
severity = 4

[nodes.start]
title.en = "A bill is overdue"

[[nodes.start.choices]]
label.en = "Wait"
to = "answer"

[[nodes.start.choices]]
label.en = "Pay **all** of it"
to = "paid"

[nodes.answer]
kind = "chance"
title.en = "They answer"
actor.en = "The lender"

[[nodes.answer.choices]]
label.en = "They sue"
to = "sued"

[[nodes.answer.choices]]
label.en = "They wait too"
to = "paid"

[nodes.sued]
title.en = "Sued"
brings = ["suit"]

[[nodes.sued.deadlines]]
id = "reply"
days = 15
event.en = "The papers reached you"
text.en = "Reply"

[nodes.paid]
title.en = "Paid"
"""
TODAY = dt.date(2026, 11, 28)
SUED = ("answer", "answer:sued")


@pytest.fixture(scope="module")
def teller() -> StoryTeller:
    tree = read(GUIDE, "guide").tree
    assert isinstance(tree, Tree)
    return StoryTeller(tree, TODAY)


def failed(
    teller: StoryTeller, expect: Expectation, answers: tuple[str, ...] = SUED, **given: dt.date
) -> list[tuple[object, str]]:
    dates = {name.replace("__", ":"): day for name, day in given.items()}
    told = teller.tell(Story("one", answers, dates=dates, expect=expect))
    return [(failure.path, str(failure.message)) for failure in told.failures]


def test_a_story_holds_where_all_of_it_came_so(teller: StoryTeller) -> None:
    expect = Expectation(
        at="sued",
        met=("suit",),
        status={"suit": "incurred"},
        setbacks={"suit": 0},
        last_days={"sued:reply": dt.date(2026, 12, 4)},
        within=2,
        shows=("The papers reached you", "Sued"),
        hides=("Paid",),
    )
    assert failed(teller, expect, sued__reply=dt.date(2026, 11, 19)) == []


def test_emphasis_is_no_part_of_the_words_that_stand_there(teller: StoryTeller) -> None:
    assert failed(teller, Expectation(shows=("Pay all of it",)), ()) == []


@pytest.mark.parametrize(
    ("expect", "path"),
    [
        (Expectation(at="paid"), ("expect", "at")),
        (Expectation(not_met=("suit",)), ("expect", "not_met", 0)),
        (Expectation(met=("siut",)), ("expect", "met", 0)),
        (Expectation(status={"suit": "avoidable"}), ("expect", "status", "suit")),
        (Expectation(status={"suit": "aviodable"}), ("expect", "status", "suit")),
        (Expectation(status={"siut": "avoidable"}), ("expect", "status", "siut")),
        (Expectation(setbacks={"suit": 1}), ("expect", "setbacks", "suit")),
        (Expectation(last_days={"sued:reply": TODAY}), ("expect", "last_days", "sued:reply")),
        (Expectation(last_days={"sued:repyl": TODAY}), ("expect", "last_days", "sued:repyl")),
        (Expectation(within=1), ("expect", "within")),
        (Expectation(shows=("Paid",)), ("expect", "shows", 0)),
        (Expectation(hides=("Sued",)), ("expect", "hides", 0)),
    ],
)
def test_each_thing_that_came_otherwise_is_one_failure_at_its_key(
    teller: StoryTeller, expect: Expectation, path: tuple[object, ...]
) -> None:
    assert [where for where, _ in failed(teller, expect)] == [path]


@pytest.mark.parametrize(
    ("answers", "number"),
    [(("anwser",), 0), (("answer", "sude"), 1), (("answer", "start:paid"), 1), ((*SUED, "more"), 2)],
)
def test_an_answer_that_leads_nowhere_ends_the_story_there(
    teller: StoryTeller, answers: tuple[str, ...], number: int
) -> None:
    assert [where for where, _ in failed(teller, Expectation(at="nowhere"), answers)] == [("answers", number)]


def test_a_story_may_begin_elsewhere_and_not_at_a_node_that_is_not_there(teller: StoryTeller) -> None:
    begun = Story("one", ("sued",), begins="answer", expect=Expectation(at="sued", within=1))
    assert teller.tell(begun).failures == ()
    lost = teller.tell(Story("one", begins="awnser"))
    assert [failure.path for failure in lost.failures] == [("from",)]


def test_a_date_of_no_deadline_or_of_a_day_to_come_is_a_failure(teller: StoryTeller) -> None:
    assert [where for where, _ in failed(teller, Expectation(), SUED, reply2=TODAY)] == [("dates", "reply2")]
    tomorrow = TODAY + dt.timedelta(days=1)
    assert [where for where, _ in failed(teller, Expectation(), SUED, reply=tomorrow)] == [("dates", "reply")]


def test_the_day_of_a_story_goes_before_that_of_its_file(teller: StoryTeller) -> None:
    tomorrow = TODAY + dt.timedelta(days=1)
    assert teller.tell(Story("one", SUED, dates={"reply": tomorrow}, now=tomorrow)).failures == ()


def test_what_came_can_be_written_down_but_no_words_that_a_page_should_show(teller: StoryTeller) -> None:
    expect = Expectation(at="paid", met=("suit",), not_met=("suit",), within=1, shows=("Paid",))
    told = teller.tell(Story("one", SUED, expect=expect))
    assert corrections([told]) == [
        (0, ("expect", "at"), "sued"),
        (0, ("expect", "not_met"), ()),
        (0, ("expect", "within"), 2),
    ]

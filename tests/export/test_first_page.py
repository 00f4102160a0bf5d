"""The summary as a paper: what to do and whom to ring come first, and a long walk fits three pages."""

import datetime as dt
import random
from dataclasses import replace
from itertools import count

import pytest

from debttree.analysis.wording import worst_words
from debttree.export import Format, Profile, Summary, render, summary
from debttree.export.page import SummaryPage, page
from debttree.journey import Journey, begin
from debttree.locales import phrases
from debttree.model import Contact, Text, Tree
from tests.content.test_bundled_trees import tree_of
from tests.export.conftest import TODAY

LINES = 60
"""Lines of a printed page."""


@pytest.fixture
def aided(guide: Tree) -> Tree:
    """The guide with somebody to ring at the court's papers, and somebody else at the call."""
    aid = Contact(
        "aid", Text.of("Free legal advice"), phone="12348", hours=Text.of("Working hours"), checked=TODAY
    )
    old = Contact("old", Text.of("An old office"), url="https://example.org", checked=dt.date(2020, 1, 1))
    court = replace(guide.nodes["court"], contacts=("aid",))
    call = replace(guide.nodes["call"], contacts=("old", "aid"))
    nodes = {**guide.nodes, "court": court, "call": call}
    return replace(guide, nodes=nodes, contacts={"aid": aid, "old": old})


def made(tree: Tree, walk: Journey, language: str = "en") -> Summary:
    return summary(tree, replace(walk, whose="Mrs Li"), language, TODAY)


def laid_out(tree: Tree, walk: Journey) -> SummaryPage:
    return page(made(tree, walk), phrases("en"))


def test_it_says_at_once_whose_it_is_when_it_was_made_and_by_which_guide(guide: Tree, walk: Journey) -> None:
    head = laid_out(guide, walk).subtitle
    assert head == f"For: Mrs Li · Made on 2026-11-23 (Monday) · Guide: guide, version {guide.version}"


def test_what_to_do_and_whom_to_ring_come_first_then_the_way_then_the_sources(
    aided: Tree, walk: Journey
) -> None:
    ids = [section.id for section in laid_out(aided, walk).sections]
    assert ids[:4] == ["next", "contacts", "here", "steps"]
    assert ids[-2:] == ["sources", "about"]


def test_whom_to_ring_is_told_with_hours_and_when_it_was_checked(aided: Tree, walk: Journey) -> None:
    contacts = next(section for section in laid_out(aided, walk).sections if section.id == "contacts")
    here, before = contacts.groups
    assert [(line.text, line.under) for line in here.lines] == [
        ("12348 Free legal advice", ("Working hours · checked on 2026-11-23",))
    ]
    assert before.lines[0].text == "https://example.org An old office · checked long ago, on 2020-01-01"
    told = render(made(aided, walk), Format.JSON, phrases("en")).decode()
    assert '"phone": "12348"' in told


def test_a_last_day_that_nobody_could_date_comes_before_what_is_for_this_week(guide: Tree) -> None:
    calm = replace(guide, urgent=())
    headings = [group.heading for group in laid_out(calm, begin(calm).jump("court")).sections[0].groups]
    assert headings.index("Find out the day first: it may be running") < headings.index("This week")


@pytest.mark.parametrize("profile", Profile)
@pytest.mark.parametrize("form", Format)
def test_every_format_says_whom_to_ring_and_when_somebody_answers(
    aided: Tree, walk: Journey, form: Format, profile: Profile
) -> None:
    found = summary(aided, walk, "en", TODAY, profile=profile)
    told = " ".join(
        render(found, form, phrases("en")).decode().replace("\\", "").replace("\r\n ", "").split()
    )
    for words in ("12348", "Free legal advice", "Working hours", "example.org", "An old office"):
        assert words in told, words


def test_nothing_stands_twice(guide: Tree, walk: Journey) -> None:
    paper = render(made(guide, walk), Format.TXT, phrases("en")).decode()
    for words in ("The reasons for the objection", "Rule: 15 days", "The envelope and the date"):
        assert paper.count(words) == 1


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_gravest_consequence_is_no_headline_of_the_paper(
    guide: Tree, walk: Journey, language: str
) -> None:
    say = phrases(language)
    paper = render(made(guide, walk, language), Format.MD, say).decode()
    assert not [worst for worst in range(6) if say.tell(worst_words(worst)) in paper]


def test_of_earlier_steps_title_and_answer_stay_and_their_texts_do_not(guide: Tree, walk: Journey) -> None:
    paper = render(made(guide, walk), Format.TXT, phrases("en")).decode()
    assert "2.  Before the first call › Wait and see" in paper
    assert "The lender is mostly still ready to talk." not in paper


def walked_for(tree: Tree, steps: int) -> Journey:
    """A walk of so many steps that never comes to one node twice; the first that chance finds, always the same."""
    for seed in count():
        chance, journey = random.Random(seed), begin(tree)
        while len(journey.path.steps) < steps and (choices := tree.nodes[journey.at].choices):
            journey = journey.take(tree, chance.choice(choices).id)
        if len({*journey.path.nodes}) == steps + 1:
            return journey
    raise AssertionError


def test_thirteen_steps_give_three_pages_at_most() -> None:
    tree = tree_of("alipay-overdue")
    paper = render(made(tree, walked_for(tree, 13), "zh"), Format.TXT, phrases("zh")).decode()
    assert len(paper.splitlines()) <= 3 * LINES

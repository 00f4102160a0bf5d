"""The bundled stories: the answers of one person, followed through the guide, and what must come of them."""

import pytest

from debttree.journey.story_run import StoryResult, StoryTeller
from debttree.model import Kind, Tree
from debttree.model.story import Stories
from debttree.reading.story_reader import read_stories
from tests.content.test_bundled_trees import NAMES, TREES, tree_of

LIMIT = 8
"""Answers after which every story must have come to something to do."""
ENOUGH = {"alipay-overdue": 30, "credit-card-overdue": 10}

REVIEWED = (
    "A student of 18, CNY 3,000, two weeks late",
    "Jiebei, CNY 40,000, five months, a lawyer's letter",
    "A summons, eight days ago",
    "Everybody in the phone's address book was called",
    "A plan, and one instalment missed",
    "Alipay or WeChat Pay has stopped the account",
    "An agent wants money for stopping the interest",
    "Silent for four years",
    "Several debts at once",
    "Depressed, no income",
)
"""The ten people whom the second reading walked with."""

OTHERS = (
    "Borrowed together, then divorced",
    "Guarantor for a friend",
    "A dead parent's debt",
    "A collector at the workplace",
    "A second-hand phone number gets another's messages",
    "Settled and paid, still on the record",
    "A new loan offered for the old one",
    "Living abroad",
    "Deaf, cannot ring",
    "Silent for years, but has already signed",
)
"""Ten more, whom a guide forgets first."""


@pytest.fixture(scope="module", params=NAMES)
def stories(request: pytest.FixtureRequest) -> Stories:
    reading = read_stories((TREES / f"{request.param}.stories.toml").read_bytes())
    assert reading.problems == ()
    assert reading.stories is not None
    assert reading.stories.tree == request.param
    return reading.stories


@pytest.fixture(scope="module")
def tree(stories: Stories) -> Tree:
    return tree_of(stories.tree)


@pytest.fixture(scope="module")
def told(tree: Tree, stories: Stories) -> list[StoryResult]:
    assert stories.now is not None
    return [*map(StoryTeller(tree, stories.now).tell, stories.stories)]


def test_there_are_enough_stories(stories: Stories) -> None:
    assert len(stories.stories) >= ENOUGH[stories.tree]


def test_each_of_the_twenty_people_has_a_story_of_that_name() -> None:
    told = read_stories((TREES / "alipay-overdue.stories.toml").read_bytes()).stories
    assert told is not None
    assert {*REVIEWED, *OTHERS} <= {story.name for story in told.stories}
    assert len({*REVIEWED, *OTHERS}) == 20


def test_each_story_holds(told: list[StoryResult]) -> None:
    failed = [
        (one.story.name, failure.path, str(failure.message)) for one in told for failure in one.failures
    ]
    assert failed == []


def test_each_story_says_where_it_ends_and_what_stands_there(told: list[StoryResult]) -> None:
    for one in told:
        expect = one.story.expect
        assert expect.at, one.story.name
        assert expect.shows, one.story.name
        assert expect.within is not None, one.story.name
        assert expect.within <= LIMIT, one.story.name


def test_a_story_ends_at_an_end_at_an_act_or_at_work_of_its_own(tree: Tree, told: list[StoryResult]) -> None:
    """Never at a bare question: there is always something to do, to write, to ask or to wait for."""
    for one in told:
        end = tree.nodes[one.path.end]
        assert end.kind is not Kind.QUESTION or end.checklist, one.story.name


def test_a_story_that_has_a_date_knows_its_last_day(told: list[StoryResult]) -> None:
    for one in told:
        assert bool(one.story.dates) == bool(one.story.expect.last_days), one.story.name

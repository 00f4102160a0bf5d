"""The bundled stories: the answers of one person, followed through the guide, and what must come of them."""

import datetime as dt
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path as FilePath
from typing import Any

import pytest

from debttree.analysis import Prospects
from debttree.journey import last_day
from debttree.model import Choice, Kind, Node, Path, Step, Tree
from tests.content.test_bundled_trees import texts_of, tree_of

FILE = FilePath(__file__).parents[2] / "trees" / "alipay-overdue.stories.toml"
TOLD = tomllib.loads(FILE.read_text("utf-8"))
EXPECTED = {"at", "met", "not_met", "last_days", "within", "shows", "hides", "status", "setbacks"}
LIMIT = 8
"""Answers after which every story must have come to something to do."""


@dataclass(frozen=True)
class Story:
    """One person's answers, and what must come of them."""

    name: str
    answers: tuple[str, ...]
    dates: Mapping[str, dt.date]
    expect: Mapping[str, Any]


STORIES = [
    Story(told["name"], tuple(told["answers"]), told.get("dates", {}), told["expect"])
    for told in TOLD["story"]
]


@pytest.fixture(scope="module")
def tree() -> Tree:
    return tree_of(TOLD["tree"])


@pytest.fixture(scope="module")
def prospects(tree: Tree) -> Prospects:
    return Prospects.of(tree)


@pytest.fixture(params=STORIES, ids=lambda story: story.name)
def story(request: pytest.FixtureRequest) -> Story:
    told = request.param
    assert isinstance(told, Story)
    return told


def taken(node: Node, answer: str) -> Choice:
    """The choice that an answer names: `CHOICE`, or `NODE:CHOICE`."""
    at, _, name = answer.rpartition(":")
    assert at in ("", node.id), (node.id, answer)
    return next(choice for choice in node.choices if choice.id == name)


def followed(tree: Tree, answers: tuple[str, ...]) -> Path:
    path = Path(tree.root)
    for answer in answers:
        choice = taken(tree.nodes[path.end], answer)
        path = path.then(Step(path.end, choice.id, choice.to))
    return path


def page(node: Node) -> str:
    return "\n".join(text.wording("zh").text for text in texts_of(node)).replace("**", "")


def last_days(tree: Tree, story: Story) -> Iterator[tuple[str, dt.date]]:
    """The day to keep of each deadline that the story gives a date of."""
    for place, event in story.dates.items():
        node, name = place.split(":")
        deadline = next(found for found in tree.nodes[node].deadlines if found.id == name)
        last = last_day(deadline, event, tree.holidays)
        assert last is not None
        yield place, last.earliest if deadline.by.value == "you" else last.latest


def test_the_stories_are_of_this_tree_and_named_once() -> None:
    assert TOLD["format"] == "debttree-story/1"
    assert len(STORIES) >= 20
    assert len({told.name for told in STORIES}) == len(STORIES)
    for told in STORIES:
        assert set(told.expect) <= EXPECTED, told.name


def test_a_story_ends_where_it_should_within_eight_answers(tree: Tree, story: Story) -> None:
    path = followed(tree, story.answers)
    assert path.end == story.expect["at"]
    assert len(path.steps) <= story.expect["within"] <= LIMIT


def test_a_story_meets_what_it_should_and_nothing_worse(tree: Tree, story: Story) -> None:
    met = set(followed(tree, story.answers).met(tree))
    assert set(story.expect.get("met", [])) <= met
    assert not set(story.expect.get("not_met", [])) & met
    for harm in (*story.expect.get("met", []), *story.expect.get("not_met", [])):
        assert harm in tree.consequences


def test_a_story_ends_on_a_page_that_says_what_to_do(tree: Tree, story: Story) -> None:
    seen = page(tree.nodes[story.expect["at"]])
    for words in story.expect["shows"]:
        assert words in seen
    for words in story.expect.get("hides", []):
        assert words not in seen


def test_a_story_ends_at_an_end_at_an_act_or_at_work_of_its_own(tree: Tree, story: Story) -> None:
    """Never at a bare question: there is always something to do, to write, to ask or to wait for."""
    end = tree.nodes[story.expect["at"]]
    assert end.kind is not Kind.QUESTION or end.checklist


def test_a_story_leaves_the_prospects_that_a_lawyer_would_name(
    tree: Tree, prospects: Prospects, story: Story
) -> None:
    path = followed(tree, story.answers)
    met = path.met(tree)
    statuses, setbacks = prospects.statuses(path.end, met), prospects.setbacks(path.end, met)
    expected = story.expect.get("status", {}), story.expect.get("setbacks", {})
    assert {harm: statuses[harm].value for harm in expected[0]} == expected[0]
    assert {harm: setbacks[harm] for harm in expected[1]} == expected[1]


def test_a_story_that_has_a_date_knows_its_last_day(tree: Tree, story: Story) -> None:
    assert dict(last_days(tree, story)) == story.expect.get("last_days", {})
    assert {place.split(":")[0] for place in story.dates} <= set(followed(tree, story.answers).nodes)

"""Files of stories: what they say, and what is wrong in them."""

import re
from pathlib import Path

import pytest

from debttree.model import Severity
from debttree.reading.story_reader import StoryReading, read_stories

DOCS = Path(__file__).parents[2] / "docs" / "authors"
HEAD = 'format = "debttree-story/1"\ntree = "one"\n'
STORY = '[[story]]\nname = "a"\n'


def reading(text: str) -> StoryReading:
    return read_stories(text.encode())


@pytest.mark.parametrize("page", ["stories.md", "stories.zh.md"])
def test_the_example_of_the_docs_is_read_whole(page: str) -> None:
    (example,) = re.findall(r"```toml\n(.*?)```", (DOCS / page).read_text("utf-8"), re.DOTALL)
    found = reading(example)
    assert found.problems == ()
    assert found.stories is not None
    (story,) = found.stories.stories
    assert story.answers == ("court-papers", "which-paper", "payment-order")
    assert story.expect.at == "payment-order"
    assert [*story.expect.last_days] == ["payment-order:object"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "missing"),
        ('format = "debttree/1"\ntree = "one"\n' + STORY, "unknown-format"),
        (HEAD, "no-stories"),
        (HEAD + STORY + STORY, "duplicate-story"),
        (HEAD + "[[story]]\n", "missing"),
        (HEAD + STORY + "answers = [1]\n", "mistyped"),
        (HEAD + STORY + 'dates = { d = "2026-11-19" }\n', "not-a-date"),
        (HEAD + STORY + "[story.expect]\nwithin = true\n", "mistyped"),
        (HEAD + STORY + "[story.expect]\nsetbacks = { suit = 10 }\n", "out-of-range"),
        (HEAD + STORY + "[story.expect]\nstatus = { suit = 1 }\n", "mistyped"),
        (HEAD + STORY + 'language = "Chinese"\n', "bad-language"),
        ("format =", "not-toml"),
    ],
)
def test_what_is_wrong_is_an_error_with_a_code(text: str, code: str) -> None:
    errors = [problem.code for problem in reading(text).problems if problem.severity is Severity.ERROR]
    assert code in errors


def test_a_key_that_means_nothing_is_a_warning_with_the_nearest_one() -> None:
    (problem,) = reading(HEAD + STORY + "[story.expect]\nnotmet = []\n").problems
    assert (problem.code, problem.severity) == ("unknown-key", Severity.WARNING)
    assert "not_met" in str(problem.hint)


def test_both_pages_name_the_codes_of_stories_alone() -> None:
    for page in ("stories.md", "stories.zh.md"):
        text = (DOCS / page).read_text("utf-8")
        assert {"`no-stories`", "`duplicate-story`", "`unknown-format`"} <= {*re.findall(r"`[a-z-]+`", text)}

"""The first tree of a new author: without a fault, and a lesson in their language."""

import datetime as dt

import pytest
import tomli

from debttree.analysis.checking import check_bytes
from debttree.editing.starter import Wishes, starter
from debttree.locales import phrases

TODAY = dt.date(2026, 11, 23)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_first_tree_has_no_problem_on_its_day_and_is_due_for_review_later(language: str) -> None:
    content = starter(phrases(language), TODAY).encode()
    assert check_bytes(content, "first", TODAY).problems == ()
    later = {
        problem.code for problem in check_bytes(content, "first", TODAY + dt.timedelta(days=400)).problems
    }
    assert "review-overdue" in later


def test_the_comments_are_in_the_language_of_the_author_and_the_tree_is_the_same() -> None:
    chinese, english = (starter(phrases(language), TODAY) for language in ("zh", "en"))
    assert tomli.loads(chinese) == tomli.loads(english)
    comments = [line for line in chinese.splitlines() if line.startswith("#")]
    assert comments
    assert all(any("\u4e00" <= sign <= "\u9fff" for sign in line) for line in comments)
    assert chinese != english


@pytest.mark.parametrize("blank", [False, True])
def test_a_first_tree_for_another_country_holds_no_chinese_and_marks_what_is_to_be_translated(
    blank: bool,
) -> None:
    text = starter(phrases("en"), TODAY, Wishes(("en", "es"), "US-NY", blank))
    assert check_bytes(text.encode(), "first", TODAY).problems == ()
    assert not any("\u2e80" <= sign <= "\u9fff" for sign in text)
    assert not any(word in text for word in ("Civil", "ayment order", "loan-law", "12348"))
    data = tomli.loads(text)
    assert data["tree"]["languages"] == ["en", "es"]
    assert data["tree"]["holidays"] == "US-NY"
    assert data["tree"]["title"]["es"] == "[es] " + data["tree"]["title"]["en"]


def test_the_chinese_example_stands_where_china_is_meant_alone() -> None:
    usual = starter(phrases("en"), TODAY)
    assert usual == starter(phrases("en"), TODAY, Wishes(("zh", "en"), "CN"))
    assert "《民法典》" in usual
    assert "《民法典》" not in starter(phrases("en"), TODAY, Wishes(("zh",), "TW"))

"""What people read of prospects: never more certain than the guide is, and never an id of a status."""

from collections.abc import Iterable

import pytest

from debttree.analysis import Mark, Prospects, Status
from debttree.analysis.prospect_status import Standing, by_distance
from debttree.analysis.wording import MARK_WORDS, choice_words, short_words, status_words, worst_words
from debttree.locales import phrases
from debttree.model import Kind
from tests.analysis.trees import sketched

STANDINGS = [
    Standing(Status.INCURRED, 0),
    Standing(Status.CERTAIN, 0),
    *(Standing(Status.AT_RISK, setbacks) for setbacks in range(10)),
    Standing(Status.HOLDABLE, None),
    Standing(Status.AVOIDABLE, None),
    Standing(Status.IMPOSSIBLE, None),
]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_standing_has_words_of_its_own_that_speak_of_the_guide(language: str) -> None:
    say = phrases(language)
    words = [say.tell(status_words(standing)) for standing in STANDINGS]
    assert len(set(words)) == len(STANDINGS)
    forbidden = ("impossible", "certain", "at-risk", "holdable", "avoidable", "不可能", "必然")
    assert not any(word in line for line in words for word in forbidden)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_short_words_take_twelve_cells_at_most(language: str) -> None:
    say = phrases(language)
    words = [say.tell(short_words(standing)) for standing in STANDINGS]
    assert len(set(words)) == len(STANDINGS)
    assert all(sum(1 if ord(letter) < 0x1100 else 2 for letter in line) <= 12 for line in words)


def test_what_is_nearest_comes_first() -> None:
    standings = {f"c{number}": standing for number, standing in enumerate(STANDINGS)}
    backwards = dict(reversed(standings.items()))
    assert [standing for standing, _ in by_distance(backwards)] == STANDINGS
    same = by_distance({"a": STANDINGS[3], "b": STANDINGS[0], "c": STANDINGS[3]})
    assert same == [(STANDINGS[0], ["b"]), (STANDINGS[3], ["a", "c"])]


def test_a_choice_is_marked_in_one_of_three_ways() -> None:
    assert set(MARK_WORDS) == set(Mark)


def _in_a_row(names: Iterable[str]) -> str:
    return ", ".join(names)


def test_an_answer_causes_nothing_and_a_mark_names_three_at_most_the_gravest_first() -> None:
    say = phrases("en")
    tree = sketched(
        {"pick": ("d", ["good", "bad"]), "ask": ("q", ["bad"]), "they": ("c", ["bad"]), **ENDS},
        {"bad": ["a", "b", "c", "d"]},
        {"a": 1, "b": 5, "c": 3, "d": 2},
    )
    prospects = Prospects.of(tree)

    def said(node: str, choice: int) -> list[str]:
        found = prospects.choices(node)[choice]
        return [say.tell(words) for words in choice_words(tree.nodes[node].kind, found, _in_a_row)]

    assert said("pick", 0) == []
    assert said("pick", 1) == ["brings now: b, c, d"]
    assert said("ask", 0) == ["if so, there already: a, b, c, d"]
    assert said("they", 0) == ["then: a, b, c, d"]
    assert tree.nodes["pick"].kind is Kind.DECISION


ENDS: dict[str, tuple[str, list[str]]] = {"good": ("o", []), "bad": ("o", [])}


def test_the_worst_case_is_told_with_its_scale() -> None:
    assert worst_words(0).values == {}
    assert worst_words(4).values == {"worst": 4, "gravest": 5}

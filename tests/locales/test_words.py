"""Words that are said in many places are said once, for every value there is."""

import pytest

from debttree.locales import phrases
from debttree.locales.words import KINDS, period
from debttree.model import Kind, Unit


def test_every_kind_has_words_and_two_shapes_of_its_own() -> None:
    assert list(KINDS) == list(Kind)
    assert len({words.glyph for words in KINDS.values()} | {words.outline for words in KINDS.values()}) == 8


@pytest.mark.parametrize("unit", Unit)
def test_a_period_of_one_is_said_in_the_singular(unit: Unit) -> None:
    assert f"{period(phrases('en'), 1, unit)}s" == period(phrases("en"), 2, unit).replace("2", "1")


@pytest.mark.parametrize("unit", Unit)
def test_a_period_that_is_no_number_yet_is_shown_as_it_is_written(unit: Unit) -> None:
    for language in ("en", "zh"):
        assert "soon" in period(phrases(language), "soon", unit)
        assert "\x1b" not in period(phrases(language), "\x1b[2J", unit)


def test_periods_are_said_in_chinese() -> None:
    assert period(phrases("zh"), 15, Unit.WORKING_DAYS) == "15 个工作日"

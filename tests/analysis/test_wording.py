"""What people read of prospects: never more certain than the guide is."""

import pytest

from debttree.analysis import Status
from debttree.analysis.wording import DOOR_WORDS, STATUS_WORDS, worst_words
from debttree.locales import phrases


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_status_has_words_of_its_own_that_speak_of_the_guide(language: str) -> None:
    say = phrases(language)
    words = [say.tell(STATUS_WORDS[status]) for status in Status]
    assert len(set(words)) == len(Status)
    assert not any(word in line for line in words for word in ("impossible", "certain", "不可能", "必然"))


def test_a_door_is_closed_in_one_of_three_ways() -> None:
    assert set(DOOR_WORDS) == {Status.AT_RISK, Status.CERTAIN, Status.INCURRED}


def test_the_worst_case_is_told_with_its_scale() -> None:
    assert worst_words(0).values == {}
    assert worst_words(4).values == {"worst": 4, "gravest": 5}

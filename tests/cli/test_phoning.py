"""A call in line mode: what to say, numbered answers that are kept at once, and what came of it as the next step."""

from debttree.journey import store
from debttree.journey.saved import from_bytes
from tests.cli.test_walk import Walk, walk

__all__ = ["walk"]  # the fixture


def kept_answers() -> list[tuple[str, str, str]]:
    content = store.content_of("guide")
    assert content is not None
    calls = from_bytes(content).journey.calls
    return [(answer.item, answer.text, call.came) for call in calls for answer in call.answers]


def test_a_call_tells_what_to_say_takes_answers_by_number_and_ends_with_the_next_step(walk: Walk) -> None:
    out = walk("1", "v", "1", "8812, Ms Li", "", "1", "w")
    assert "Don't agree on the phone" in out
    assert "To say: What I can pay each month, and from when" in out
    assert "1. Whatever else they said" in out
    assert "What came of the call?" in out
    assert "An answer takes" in out
    (item, text, came), *more = kept_answers()
    assert (item, text, more) == ("", "8812, Ms Li", [])
    assert came
    assert "Step 4: " in out


def test_what_was_answered_is_kept_though_the_input_ends_there(walk: Walk) -> None:
    walk("1", "v", "1", "8812")
    assert kept_answers() == [("", "8812", "")]


def test_last_time_is_told_and_a_number_that_is_none_is_asked_again(walk: Walk) -> None:
    walk("1", "v", "1", "8812", "", "")
    out = walk("y", "v", "9", "1", "9001", "", "")
    assert '"9" means nothing here.' in out
    assert "Last time, 2026-11-23 (Monday), 00:00: 8812" in out
    assert kept_answers() == [("", "8812", ""), ("", "9001", "")]


def test_an_empty_answer_changes_nothing_and_a_call_without_words_is_none(walk: Walk) -> None:
    walk("1", "v", "1", "", "", "")
    assert kept_answers() == []


def test_where_nobody_answers_a_call_ends_without_a_question(walk: Walk) -> None:
    out = walk("v", "", "1")
    assert "What came of the call?" not in out
    assert "Step 2" in out

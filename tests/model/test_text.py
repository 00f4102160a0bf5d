"""Text from outside is harmless once it is a value, and is offered in the reader's language."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debttree.model import Text, clean, clean_line

CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029\ud800-\udfff]")


@given(st.text(alphabet=st.characters(codec=None)))
def test_nothing_that_moves_a_cursor_or_turns_the_text_survives_cleaning(text: str) -> None:
    assert not CONTROL.search(clean(text))
    assert not CONTROL.search(clean_line(text))
    assert "\n" not in clean_line(text)


@given(st.text(alphabet=st.characters(codec=None)))
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert clean_line(clean_line(text)) == clean_line(text)


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("\x1b[2J", "␛[2J"),
        ("a\u202eb", "a<U+202E>b"),
        ("\x7f", "␡"),
        ("\x9b", "<U+009B>"),
        ("\ufeffx", "<U+FEFF>x"),
        ("\udc80", "<U+DC80>"),
        ("a\r\nb", "a␍\nb"),
        ("a\tb", "a    b"),
        ("家庭👨‍👩‍👧", "家庭👨‍👩‍👧"),
        ("[@click=app.quit]x[/]", "[@click=app.quit]x[/]"),
    ],
)
def test_what_is_harmful_becomes_visible_and_the_rest_stays(raw: str, shown: str) -> None:
    assert clean(raw) == shown


def test_one_line_stays_one_line() -> None:
    assert clean_line("a\n\n\tb") == "a b"


def test_a_plain_string_serves_every_language() -> None:
    text = Text.of("Overdue")
    assert text.wording("zh").text == "Overdue"
    assert not text.wording("zh").missing
    assert text.languages == ()


def test_a_missing_language_falls_back_and_says_so() -> None:
    text = Text.of({"en": "Overdue", "fr": "En retard"})
    assert text.wording("zh", "fr").text == "En retard"
    assert text.wording("zh", "fr").missing
    assert text.wording("zh").text == "Overdue"
    assert not text.wording("fr").missing


def test_a_region_is_served_by_its_plain_language() -> None:
    assert Text.of({"en": "a", "zh-Hans": "b"}).wording("zh").text == "b"
    assert Text.of({"en": "a", "zh": "b"}).wording("zh-Hant").text == "b"


def test_texts_are_cleaned_when_they_are_made() -> None:
    assert Text.of({"en": "\x1b]0;x\x07"}).wording("en").text == "␛]0;x␇"


@given(st.recursive(st.text(alphabet=st.characters(codec="utf-8")), st.lists))
def test_json_says_the_same_and_moves_no_cursor(value: object) -> None:
    import json

    from debttree.model import to_json

    written = to_json(value)
    assert json.loads(written) == value
    assert not CONTROL.search(written)

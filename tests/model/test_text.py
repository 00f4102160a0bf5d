"""Text from outside is harmless once it is a value, and is offered in the reader's language."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import wcwidth

from debttree.model import Text, clean, clean_line, first_harmful
from debttree.model.invisible import IGNORABLE
from debttree.model.text import harmful

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


NOTHING = [
    0x00AD,
    0x034F,
    0x115F,
    0x1160,
    0x17B4,
    0x180E,
    0x200B,
    0x200C,
    0x200D,
    0x2060,
    0x2800,
    0x3164,
    0xFE0F,
]
NOTHING += [0xFEFF, 0xFFA0, 0x1D159, 0x1D173, 0x1BCA0, 0x13430, 0xE0000, 0xE0041, 0xE007F, 0xE0100, 0xE0FFF]


@pytest.mark.parametrize("code", NOTHING, ids="{:04X}".format)
def test_what_draws_nothing_is_shown_as_a_sign(code: int) -> None:
    sign = f"<U+{code:04X}>"
    assert clean(f"a{chr(code)}b") == clean_line(f"a{chr(code)}b") == f"a{sign}b"
    assert clean(chr(code) * 3) == sign * 3
    assert first_harmful(f"ab{chr(code)}c") == ("ab", sign, "c")


LAWFUL = {
    "a family": "👨‍👩‍👧",
    "a heart on fire": "❤️‍🔥",
    "a skin tone": "👩🏽‍⚖️",
    "a keycap": "1️⃣ #️⃣",
    "Scotland, Texas": "🏴󠁧󠁢󠁳󠁣󠁴󠁿🏴󠁵󠁳󠁴󠁸󠁿",
    "an emoji as text": "☎︎",
    "an Indian conjunct": "क्‍ष",
    "a Persian plural": "کتاب‌ها",
    "a Persian abbreviation": "ه‍",
    "a shape of an ideograph": "葛󠄀飾区",
    "a shape of a Mongolian letter": "ᠠ᠋ᠨ",
    "a mark in the middle of its square": "。︁",
    "an accent": "e\u0301",
    "Hangul in parts": "\u1112\u1161\u11ab",
    "Chinese": "您好，“先别签字。”——请先看……１２３",
}


@pytest.mark.parametrize("text", LAWFUL.values(), ids=LAWFUL)
def test_what_a_script_or_an_emoji_needs_stays(text: str) -> None:
    assert clean(text) == clean_line(text) == text
    assert first_harmful(text) is None


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("🏴a󠁧󠁢", "🏴a<U+E0067><U+E0062>"),  # words hidden in tags
        ("🏴󠁧󠁢", "🏴<U+E0067><U+E0062>"),  # no end
        ("😀󠁧󠁢󠁥󠁮󠁧󠁿", "😀" + "".join(f"<U+E00{ord(c):02X}>" for c in "gbeng\x7f")),
        ("支付‍宝", "支付<U+200D>宝"),
        ("पे‌pay", "पे<U+200C>pay"),
        ("字󠄀󠄁", "字󠄀<U+E0101>"),
        ("😀️️", "😀️<U+FE0F>"),
        ("😀‍‍😀", "😀<U+200D><U+200D>😀"),
        ("1️ 元", "1<U+FE0F> 元"),
    ],
)
def test_out_of_its_place_it_is_shown(raw: str, shown: str) -> None:
    assert clean(raw) == shown


SEEN_ALL_THE_SAME = "[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd]"
"""Format characters that are drawn: signs of numbers, the end of a verse."""


def test_every_format_character_of_this_python_is_shown_or_known_to_be_drawn() -> None:
    for code in range(0x110000):
        if unicodedata.category(chr(code)) == "Cf" and not re.match(SEEN_ALL_THE_SAME, chr(code)):
            assert harmful().fullmatch(chr(code)), f"U+{code:04X}"


def test_every_character_of_no_width_is_shown_or_a_mark_on_another() -> None:
    for code in range(0x20, 0x110000):
        category = unicodedata.category(chr(code))
        if wcwidth(chr(code)) == 0 and category not in ("Mn", "Me", "Mc", "Cn", "Cs"):
            jamo = 0x1160 < code <= 0x11FF or 0xD7B0 <= code <= 0xD7FF  # vowels and ends of a Hangul syllable
            assert jamo or re.match(SEEN_ALL_THE_SAME, chr(code)) or harmful().fullmatch(chr(code)), (
                f"U+{code:04X}"
            )


def test_what_may_be_left_out_is_shown_where_it_stands_alone() -> None:
    for code in range(0x110000):
        if IGNORABLE.match(chr(code)):
            assert harmful().fullmatch(chr(code)), f"U+{code:04X}"
            assert clean(chr(code)) == f"<U+{code:04X}>"


@given(
    st.lists(st.sampled_from([*map(chr, NOTHING), *LAWFUL.values(), "a", "字", "🏴", "1", "क", "。"])).map(
        "".join
    )
)
def test_cleaning_twice_is_cleaning_once_among_lawful_uses_too(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert first_harmful(clean(text)) is None


@pytest.mark.parametrize(
    "words",
    ["", " \n", "a\tb", "a\x1b", "\u202e好", 1, "x" * 11],
    ids="empty blank tab act turn type long".split(),
)
def test_a_text_is_plain_only_where_there_is_nothing_to_say_against_it(words: str) -> None:
    assert Text.plain({"en": "Pay", "zh": "还"}, 10) == Text.of({"en": "Pay", "zh": "还"})
    assert Text.plain({"en": "Pay", "zh": words}, 10) is None


@given(st.dictionaries(st.sampled_from(("en", "zh")), st.text(), min_size=1))
def test_a_plain_text_is_the_text_itself(raw: dict[str, str]) -> None:
    plain = Text.plain(raw, 1_000)
    if plain is not None:
        assert plain == Text.of(raw)
        assert all(words.strip() and first_harmful(words) is None for words in raw.values())

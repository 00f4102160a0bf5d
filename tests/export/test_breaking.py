"""Lines break where a typesetter would break them: the same for screen, page, drawing and line mode."""

from collections import deque

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from wcwidth import iter_graphemes, wcswidth

from debttree.export.breaking import breaks, clusters, clusters_from_end
from debttree.export.dot import dot
from debttree.export.graph_drawing import Drawing
from debttree.export.wrapping import wrapped
from debttree.reading import read

CLOSING, OPENING = "，。？）", "（"
LATIN_CLOSING, LATIN_OPENING = ".,)", "("
FAMILY, FLAG, ACCENT = "👨‍👩‍👧", "🇨🇳", "e\u0301"

mixed = st.text(st.sampled_from("ab 中文，。？（）().,"), max_size=40)
widths = st.integers(2, 20)


def lines(text: str, width: int, lead: int = 0) -> list[str]:
    return [text[start:end] for start, end in breaks(text, width, wcswidth, lead)]


def is_wide(sign: str) -> bool:
    return wcswidth(sign) == 2


def may_break(text: str, at: int) -> bool:
    """The rules read literally, for one place between two characters; an oracle that looks at nothing else."""
    before, here = text[:at], text[at]
    if here == " " or here in CLOSING or before.rstrip(" ")[-1:] in tuple(OPENING):
        return False
    if before[-1] == " ":
        return True
    if here in LATIN_CLOSING or before[-1] in LATIN_OPENING:
        return False
    if here in OPENING or is_wide(here):
        return True
    if here in LATIN_OPENING:
        follows = text[at:].lstrip(LATIN_OPENING)[:1]
        if follows and (follows in OPENING or is_wide(follows)):
            return True
    clung = before.rstrip(CLOSING + LATIN_CLOSING)[-1:]
    marks = before[len(before.rstrip(CLOSING + LATIN_CLOSING)) :]
    return (is_wide(clung) and clung not in OPENING) or any(map(is_wide, marks))


def by_the_rules(text: str, width: int) -> list[str]:
    """Each line as long as it may be, found by trying every end of it."""
    found = []
    start = 0
    while start < len(text):
        lawful = [at for at in range(start + 1, len(text) + 1) if at == len(text) or may_break(text, at)]
        fits = [at for at in lawful if wcswidth(text[start:at].rstrip(" ")) <= width]
        if not fits:
            return []
        found.append(text[start : fits[-1]].rstrip(" "))
        start = fits[-1]
    return found


@given(mixed, widths)
def test_lines_are_those_of_the_rules_read_literally(text: str, width: int) -> None:
    text = text.strip(" ").lstrip(CLOSING + LATIN_CLOSING + " ")
    wanted = by_the_rules(text, width)
    assume(wanted)
    assert lines(text, width) == wanted


signs = [*"ab 中文，。？（）“”().,。。", FAMILY, FLAG, ACCENT, "👍🏽", "㊗️", "葛\U000e0100", "한", "1️⃣"]
anything = st.lists(st.sampled_from(signs), max_size=40).map("".join)


@given(anything, widths)
def test_nothing_is_lost_too_wide_or_cut_apart(text: str, width: int) -> None:
    found = list(breaks(text, width, wcswidth))
    assert all(wcswidth(text[start:end]) <= width for start, end in found)
    assert "".join(text[start:end] for start, end in found).replace(" ", "") == text.replace(" ", "")
    ends, at = {0}, 0
    for cluster in iter_graphemes(text):
        at += len(cluster)
        ends.add(at)
    assert {place for pair in found for place in pair} <= ends


@given(anything)
def test_characters_are_those_that_wcwidth_sees_from_either_end(text: str) -> None:
    assert list(clusters(text)) == list(iter_graphemes(text))
    assert list(clusters_from_end(text)) == list(iter_graphemes(text))[::-1]


@pytest.mark.parametrize("width", range(6, 16))
@pytest.mark.parametrize(
    "text",
    [
        "先问一句：您是谁？不要签，也不要付；（想好再说）。",
        "aaaaaaaaaa，bbbbbbbb？cccccccccccccc。",
        "他说“先别签字。”然后《民法典》第188条，写着什么？",
        "abc ，def ？",
    ],
)
def test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one(text: str, width: int) -> None:
    found = lines(text, width)
    assert not any(line[0] in "，。？）”；：》" for line in found[1:])
    assert not any(line[-1] in "（“《" for line in found)


def test_an_emoji_made_of_several_and_a_letter_with_its_accent_stay_whole() -> None:
    assert lines(FAMILY * 5, 4) == [FAMILY * 2, FAMILY * 2, FAMILY]
    assert lines(FLAG * 3, 3) == [FLAG] * 3
    assert lines(ACCENT * 5, 2) == [ACCENT * 2, ACCENT * 2, ACCENT]


def test_a_heap_of_marks_on_one_letter_is_one_character() -> None:
    text = "a" + "\u0301" * 5_000 + "b"
    assert lines(text, 1) == [text[:-1], "b"]


def test_a_space_that_parts_no_lines_parts_none() -> None:
    assert lines("pay 10\u00a0000 now", 8) == ["pay", "10\u00a0000", "now"]


def test_the_first_line_has_less_room_beside_its_number() -> None:
    assert list(wrapped("aaa bbb ccc", 9, "  ", "100. ")) == ["100. aaa", "  bbb ccc"]
    assert list(wrapped("abcdefghij", 8, "  ", "100. ")) == ["100. abc", "  defghi", "  j"]


def test_a_word_of_english_is_not_parted_at_its_apostrophe_or_bracket() -> None:
    assert lines("you don’t", 6) == ["you", "don’t"]
    assert lines("the item(s)", 8) == ["the", "item(s)"]


def count_of_measured(text: str, width: int) -> int:
    """How many characters are measured to break a text."""
    seen = 0

    def measure(part: str) -> int:
        nonlocal seen
        seen += len(part)
        return max(wcswidth(part), 0)

    deque(breaks(text, width, measure), maxlen=0)
    return seen


@pytest.mark.parametrize("text", ["x", "。", "（", FAMILY, "a，", "x ", "中\u0301", "(", ". ", "（ "])
def test_work_grows_as_the_text_does(text: str) -> None:
    assert count_of_measured(text * 4_000, 40) <= 4 * len(text) * 4_000


def test_no_line_of_a_label_in_dot_begins_with_a_closing_mark() -> None:
    title = "催收电话里对方要您当场答应一个数目怎么办？先别答应，也别说狠话；记下来。"
    found = read(f'format = "debttree/1"\n[nodes.a]\ntitle = "{title}"\n'.encode(), "x").tree
    assert found is not None
    label = dot(Drawing(found, "zh")).split('label="')[-1].split('"')[0]
    assert len(label.split("\\n")) > 3
    assert not any(line[0] in "？，；。" for line in label.split("\\n"))


def test_a_page_measures_no_more_than_the_lines_that_are_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    measured: list[str] = []

    def measure(part: str) -> int:
        measured.append(part)
        return wcswidth(part)

    monkeypatch.setattr("debttree.export.wrapping.cells", measure)
    lines = wrapped("word " * 100_000, 40)
    assert [next(lines) for _ in range(3)] == [" ".join(["word"] * 8)] * 3
    assert len(measured) < 100

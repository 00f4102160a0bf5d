"""Emphasis beside Chinese is read as its author meant it, and written so that other programs see it too."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from debttree.export.emphasis import bold, read_beside_cjk
from debttree.export.markdown import escaped, prose_in_markdown
from debttree.export.prose_blocks import blocks
from debttree.export.prose_html import prose
from debttree.export.txt import prose_lines

PLAIN = MarkdownIt("commonmark")
AMENDED = MarkdownIt("commonmark").use(read_beside_cjk)


@pytest.mark.parametrize(
    ("text", "strong"),
    [
        ("**注意：**不要签", "注意："),
        ("**“先别签字。”**然后", "“先别签字。”"),
        ("说**“先别签字。”**然后", "“先别签字。”"),
        ("拨打**(010)12378**再说", "(010)12378"),
        ("看**《民法典》**第188条", "《民法典》"),
        ("利率**36%**以上", "36%"),
        ("これは**「重要」**です", "「重要」"),
        ("葛\U000e0100**（かつ）**です", "（かつ）"),
        ("이것은**(중요)**합니다", "(중요)"),
        ("𠮷**（よし）**と読む", "（よし）"),
    ],
)
def test_emphasis_beside_chinese_japanese_and_korean_is_seen(text: str, strong: str) -> None:
    (block,) = blocks(text)
    assert (strong, True) in block.spans
    assert "*" not in block.text
    assert f"<strong>{strong}</strong>" in "".join(prose(text))
    assert list(prose_lines(text, 76)) == [block.text]


@pytest.mark.parametrize(
    "text", ["2 ** 3 是幂，4 ** 5", "说 **“x”然后", "😀**(x)**a", "中__“x”__文", "**注意： **不要", "a*(b)*c"]
)
def test_what_is_no_emphasis_stays_none(text: str) -> None:
    assert AMENDED.render(text) == PLAIN.render(text)
    assert "<strong>" not in AMENDED.render(text)


NOT_CJK = st.characters(max_codepoint=0x10FF) | st.sampled_from("—“”…‘’€😀\u2028")


@given(st.lists(st.sampled_from([*"**__`[](a b)!\\<>.,\n&\"'“”"]) | NOT_CJK, max_size=40).map("".join))
def test_a_text_without_such_characters_is_read_as_before(text: str) -> None:
    assert AMENDED.render(text) == PLAIN.render(text)


@given(st.text(st.sampled_from("**__中，“”（）(a) .\n"), max_size=30))
def test_emphasis_is_only_added_and_no_word_is_lost(text: str) -> None:
    def words(md: MarkdownIt) -> str:
        return "".join(
            child.content
            for token in md.parse(text)
            for child in token.children or []
            if child.type == "text"
        )

    assert words(AMENDED).translate({42: None, 95: None}) == words(PLAIN).translate({42: None, 95: None})


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("**注意：**不要签", "**注意**：不要签"),
        ("**“先别签字。”**然后", "**“先别签字。**”然后"),
        ("说**“先别签字。”**然后", "说“**先别签字。**”然后"),
        ("**注意：** 不要签", "**注意：** 不要签"),
        ("很**重要**", "很**重要**"),
        ("中**！**文", "中！文"),
        ("看**https://a.example/x**吧", "看<https://a.example/x>吧"),
    ],
)
def test_emphasis_is_written_so_that_plain_commonmark_sees_it(text: str, written: str) -> None:
    assert "\n".join(prose_in_markdown(text)).strip() == written


anything = st.text(st.sampled_from("中文a1 ，。“”（）()*_<&￥$~`.-"), max_size=12)


def test_underscores_in_a_row_are_escaped_each() -> None:
    assert escaped("__11__ a_b") == "\\_\\_11\\_\\_ a_b"


@given(anything, anything, anything)
def test_what_is_written_bold_shows_the_same_words_everywhere(before: str, text: str, after: str) -> None:
    before, after = escaped(before), escaped(after)
    (inline,) = PLAIN.parseInline("x " + before + bold(text, "x " + before, after, escaped) + after)
    shown = "".join(child.content for child in inline.children or [])
    wanted = "".join(
        child.content
        for child in (PLAIN.parseInline("x " + before + escaped(text) + after)[0].children or [])
    )
    assert shown == wanted
    if any(unicodedata.category(sign)[0] in "LN" for sign in text):
        assert "strong_open" in {child.type for child in inline.children or []}

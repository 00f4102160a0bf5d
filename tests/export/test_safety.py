"""Nothing of a hostile guide gets out of its place, in any format."""

import json
import re
from html.parser import HTMLParser

import icalendar
import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from debttree.export import FORMATS, Format, preview, render, summary
from debttree.export.html import STYLE
from debttree.export.html_head import policy
from debttree.export.markdown import escaped
from debttree.export.prose_blocks import blocks
from debttree.export.prose_html import prose
from debttree.locales import phrases
from debttree.model import clean, clean_line
from tests.export.conftest import TODAY
from tests.export.hostile import hostile_tree, hostile_walk

SAY = phrases("en")
ALLOWED = set(
    "html head meta title style body h1 h2 h3 p section ul ol li span strong table tr th td pre blockquote".split()
)
HARMFUL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2066-\u2069"
    "\u00ad\u115f\u1160\u2800\u3164\ufeff\uffa0\U000e0000-\U000e001f]"
)

POLICY = policy(STYLE)


def hostile(form: Format) -> str:
    tree = hostile_tree()
    made = summary(tree, hostile_walk(tree), "en", TODAY)
    return render(made, form, SAY).decode()


class Tags(HTMLParser):
    """Every tag and attribute of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes.extend(attrs)


def parsed(page: str) -> Tags:
    tags = Tags()
    tags.feed(page)
    tags.close()
    return tags


def test_the_page_holds_no_tag_and_no_attribute_that_we_did_not_write() -> None:
    page = parsed(hostile(Format.HTML))
    assert set(page.tags) <= ALLOWED
    names = {name for name, _ in page.attributes}
    assert names <= {
        "lang",
        "charset",
        "http-equiv",
        "content",
        "name",
        "class",
        "id",
        "role",
        "aria-label",
        "start",
    }


def test_the_page_has_one_style_and_a_policy_that_allows_nothing_else() -> None:
    page = hostile(Format.HTML)
    assert page.count("<style>") == 1
    assert f"<style>{STYLE}</style>" in page
    assert ("content", POLICY) in parsed(page).attributes
    assert POLICY.startswith("default-src 'none'; style-src 'sha256-")
    assert not re.search(r"""(?:src|href|action)\s*=\s*["']""", page)


@pytest.mark.parametrize("form", [form for form in FORMATS if form is not Format.ICS])
def test_no_control_character_gets_out(form: Format) -> None:
    assert not HARMFUL.search(hostile(form))


def test_no_control_character_gets_into_a_calendar() -> None:
    content = hostile(Format.ICS)
    assert not HARMFUL.search(content.replace("\r\n", ""))
    assert len(icalendar.Calendar.from_ical(content).walk("VEVENT")) == 1


def test_json_and_toml_hold_the_words_as_they_are() -> None:
    told = [
        {key: value for key, value in note.items() if value is not None}
        for note in json.loads(hostile(Format.JSON))["notes"]
    ]
    assert told == tomli.loads(hostile(Format.TOML))["notes"]


def test_markdown_renders_to_no_picture_no_foreign_link_and_no_html() -> None:
    page = parsed(MarkdownIt("gfm-like", {"html": True, "linkify": False}).render(hostile(Format.MD)))
    assert not {"img", "script", "iframe", "style", "b"} & set(page.tags)
    links = [value for name, value in page.attributes if name == "href"]
    assert all(str(link).startswith(("http://", "https://")) for link in links)


@given(st.text(st.sampled_from("*_[]()<>#|~`&$!\\-+.1a 中:;=\"'{}/^"), max_size=20))
def test_escaped_markdown_renders_to_the_same_words(text: str) -> None:
    words = clean_line(text).strip()
    tokens = MarkdownIt("gfm-like", {"html": True, "linkify": False}).parse(
        "x\n\n- " + escaped(words) if words else "x"
    )
    shown = "".join(
        child.content for token in tokens[3:] if token.type == "inline" for child in token.children or []
    )
    assert shown.split() == words.split()


@given(st.text(st.sampled_from("*_[]()<>#|~`&!\\-+.1a \n中:\"'>\t"), max_size=60))
def test_any_markdown_makes_balanced_html_of_ours(text: str) -> None:
    page = "".join(prose(clean(text)))
    assert set(parsed(page).tags) <= ALLOWED
    for tag in ("ul", "ol", "li", "p", "pre", "strong", "table", "blockquote"):
        assert len(re.findall(rf"<{tag}[ >]", page)) == page.count(f"</{tag}>")


@given(st.text(max_size=60))
def test_prose_keeps_words_and_lets_nothing_harmful_through(text: str) -> None:
    shown = "".join(block.text for block in blocks(clean(text)))
    assert not HARMFUL.search(shown)


def test_a_text_too_long_for_markdown_is_still_shown() -> None:
    long = "[" * 60_000 + "\n\nend"
    assert [block.text[-3:] for block in blocks(long)] == ["[[[", "end"]


def test_a_narrow_preview_of_anything_fits() -> None:
    from wcwidth import wcswidth

    tree = hostile_tree()
    lines = preview(summary(tree, hostile_walk(tree), "en", TODAY), SAY, 30)
    assert max(map(wcswidth, lines)) <= 30

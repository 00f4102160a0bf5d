"""`debttree print`: nothing is left out, every number leads somewhere, and no word acts."""

import datetime as dt
import re
from html import unescape
from pathlib import Path

import pytest
from hypothesis import given, settings

from debttree.cli.main import main
from debttree.export.booklet import Wish, booklet, numbered
from debttree.export.booklet_html import booklet_html
from debttree.export.booklet_markdown import booklet_markdown
from debttree.journey.matching import matched
from debttree.locales import phrases
from debttree.model import Tree
from debttree.reading import read
from tests.analysis.trees import graphs
from tests.content.test_bundled_trees import NAMES, texts_of, tree_of
from tests.journey.test_tree_diff import GUIDE, edited

TODAY = dt.date(2026, 11, 28)


def as_html(tree: Tree, *languages: str, reader: bool = False) -> str:
    made = booklet(tree, Wish(languages or ("zh", "en"), reader), phrases("en"), TODAY)
    return booklet_html(made, phrases("en"))


def words_of(page: str) -> str:
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", page)))


@pytest.mark.parametrize("name", NAMES)
def test_every_line_of_every_text_is_on_paper(name: str) -> None:
    tree = tree_of(name)
    page = re.sub(r"\W", "", words_of(as_html(tree)))
    for node in tree.nodes.values():
        for text in texts_of(node):
            for language in ("zh", "en"):
                for line in text.wording(language).text.splitlines():
                    cells = re.sub(r"^\s*\d+\. ", "", line).split("|")
                    for cell in cells:
                        assert re.sub(r"\W", "", cell) in page, (node.id, line)


@pytest.mark.parametrize("name", NAMES)
def test_everybody_to_ring_is_on_paper_for_readers_too(name: str) -> None:
    tree = tree_of(name)
    made = booklet(tree, Wish(("zh", "en"), reader=True), phrases("en"), TODAY)
    pages = [words_of(booklet_html(made, phrases("en"))), booklet_markdown(made, phrases("en"))]
    used = {name for node in tree.nodes.values() for name in node.contacts}
    for contact in (tree.contacts[name] for name in used):
        for page in pages:
            assert (contact.phone or contact.url or "?") in page.replace("\\", ""), contact.id


@pytest.mark.parametrize("reader", [False, True])
def test_every_number_leads_to_a_node(reader: bool) -> None:
    page = as_html(tree_of("alipay-overdue"), reader=reader)
    there = re.findall(r'id="n-([^"]+)"', page)
    assert len(there) == len(set(there)) == len(tree_of("alipay-overdue").nodes)
    assert {*re.findall(r'href="#n-([^"]+)"', page)} <= {*there}
    assert {*re.findall(r'href="([^"#]+)', page)} == set()


def test_readers_see_no_id_no_source_and_no_box_to_sign() -> None:
    page = as_html(edited(), "en", reader=True)
    for hidden in ("Civil Code", "signature", "Leads here", "<code", "words"):
        assert hidden not in page
    for shown in ("A bill is overdue", "go to 3", "Reply"):
        assert shown in page


def test_what_is_new_gets_a_letter_and_the_old_keeps_its_number() -> None:
    new = edited()
    lines = GUIDE.replace(
        "[nodes.sued]", '[nodes.more]\ntitle = "More"\n\n[nodes.most]\ntitle = "Most"\n\n[nodes.sued]'
    )
    later = read(lines.encode(), "guide").tree
    assert later is not None
    assert numbered(later, matched(new, later)) == {
        "start": "1",
        "more": "1a",
        "most": "1b",
        "sued": "2",
        "paid": "3",
    }


def test_since_an_older_version_only_what_changed_is_shown_and_marked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old, new = tmp_path / "old.toml", tmp_path / "new.toml"
    old.write_text(GUIDE, "utf-8")
    new.write_text(GUIDE.replace('en = "Sued"', 'en = "Summoned"'), "utf-8")
    assert main(["print", str(new), "--since", str(old), "--lang", "en,zh"]) == 0
    out = capsys.readouterr().out
    assert re.findall(r"^## (.*)$", out, re.MULTILINE) == ["2. `sued` Summoned · 被诉 (changed)"]


@settings(max_examples=25)
@given(graphs(broken=False))
def test_any_tree_can_be_printed(tree: Tree) -> None:
    made = booklet(tree, Wish(("en",)), phrases("zh"), TODAY)
    assert len(made.entries) == len(tree.nodes)
    assert booklet_markdown(made, phrases("zh")).count("\n## ") == len(tree.nodes)


def test_no_word_of_a_tree_acts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    nasty = '<script>alert(1)</script> \\"x\\" \\u001b[31m \\u202e ](javascript:x) `'
    file = tmp_path / "nasty.toml"
    file.write_text(GUIDE.replace("Wait", nasty).replace("Civil Code", nasty), "utf-8")
    for form in ("html", "md"):
        assert main(["print", str(file), "--format", form, "--lang", "en"]) == 0
        out = capsys.readouterr().out
        assert not re.search(r"(?<!\\)<script", out)
        assert "\x1b" not in out
        assert "\u202e" not in out
        assert form == "html" or not re.search(r"(?<!\\)\]\(javascript", out)


def test_a_language_that_the_tree_does_not_have_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "guide.toml"
    file.write_text(GUIDE, "utf-8")
    assert main(["print", str(file), "--lang", "en,es"]) == 2
    assert "Its languages are: en, zh" in capsys.readouterr().err

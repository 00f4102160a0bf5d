"""Trees of twenty nodes in real words: English with Spanish and French, Japanese, Thai, German.

Japanese is broken by its rules for the beginnings of lines. Thai is broken at spaces, and within a longer run between
what is drawn as one: where its words end, no library that is used here knows.
"""

import datetime as dt
import unicodedata
from pathlib import Path

import pytest

from debttree.analysis.checking import check_bytes
from debttree.analysis.search import Index
from debttree.cli.main import main
from debttree.export import Format, render, summary
from debttree.export.wrapping import cells, wrapped
from debttree.journey import begin
from debttree.locales import INTERFACE_LANGUAGES, phrases, speech
from debttree.locales.words import period
from debttree.model import Tree, Unit
from debttree.tui.explorer.scene import Scene
from tests.tui.driving import SIZE, explored
from tests.tui.screens import screen_lines

TREES = Path(__file__).parent / "trees"
DAY = dt.date(2026, 11, 23)
REAL = {"en-es": "es", "en-fr": "fr", "ja": "ja", "th": "th", "de": "de"}
WORDS = {name: language for name, language in REAL.items() if language not in INTERFACE_LANGUAGES}
"""Trees in languages that the program does not speak."""
NEVER_FIRST = "、。，．・ー）」』】っゃゅょッャュョァィゥェォ"


def tree_of(name: str) -> Tree:
    checked = check_bytes((TREES / f"{name}.toml").read_bytes(), name, DAY)
    assert checked.problems == ()
    assert checked.tree is not None
    assert len(checked.tree.nodes) == 20
    return checked.tree


@pytest.mark.parametrize(("name", "language"), WORDS.items())
def test_lines_hold_their_width_and_begin_with_what_may_begin_one(name: str, language: str) -> None:
    tree = tree_of(name)
    for node in tree.nodes.values():
        words = tree.line(node.text, language)
        for width in range(16, 79, 3):
            lines = list(wrapped(words, width))
            assert max(map(cells, lines)) <= width
            assert "".join("".join(lines).split()) == "".join(words.split())
            for line in lines[1:]:
                assert line[0] not in NEVER_FIRST
                assert unicodedata.category(line[0])[0] != "M"


@pytest.mark.parametrize(("name", "language"), WORDS.items())
def test_a_walk_and_its_page_are_in_that_language_alone(
    name: str, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    file, tree = TREES / f"{name}.toml", tree_of(name)
    assert (
        main(["export", str(file), "--lang", language, "--path", "overdue,how-late", "--format", "html"]) == 0
    )
    page = capsys.readouterr().out
    assert f'<html lang="{language}">' in page
    assert '<h2 lang="' in page
    assert tree.line(tree.nodes["how-late"].title, language).replace("'", "&#x27;") in page
    made = summary(tree, begin(tree), speech(tree.languages, "", language).guide, DAY)
    assert not made.untranslated
    lines = render(made, Format.TXT, speech(tree.languages, "zh", language).say).decode().splitlines()
    assert max(map(cells, lines)) <= 78


@pytest.mark.parametrize(("name", "typed", "node"), [
    ("en-es", "cuanto puede", "budget"), ("en-fr", "echelonnement", "instalments"), ("ja", "分割", "instalments"),
    ("th", "เงินเดือน", "wages"), ("de", "uberfallig", "overdue"),
])  # fmt: skip
def test_words_are_found_without_their_accents(name: str, typed: str, node: str) -> None:
    tree = tree_of(name)
    found = Index(tree, REAL[name]).find(typed, 5)
    assert node in {list(tree.nodes)[hit.node] for hit in found.hits}


def test_sentences_beside_a_guide_have_the_plurals_and_dates_of_the_program() -> None:
    assert [period(phrases("th", "en"), n, Unit.DAYS) for n in (1, 2)] == ["1 day", "2 days"]
    assert period(phrases("ja", "zh"), 2, Unit.DAYS) == period(phrases("zh"), 2, Unit.DAYS)


@pytest.mark.parametrize(("name", "language"), [
    ("th", "th"), *(pytest.param(*row, marks=pytest.mark.long) for row in WORDS.items() if row[0] != "th"),
])  # fmt: skip
async def test_a_screen_shows_its_words_and_no_line_is_too_long(name: str, language: str) -> None:
    tree = tree_of(name)
    app = explored(Scene(tree, begin(tree), language, DAY, interface="en"))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        lines = screen_lines(app)
        assert max(map(cells, lines)) <= SIZE[0]
        assert any(tree.line(tree.nodes["overdue"].title, language) in line for line in lines)
        assert not any("[not translated]" in line for line in lines)
        await pilot.press("L")
        assert (app.explorer.scene.say.interface == "en") == (len(tree.languages) > 1)

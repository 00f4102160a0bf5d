"""The page that explains prospects to readers says what the program says."""

from pathlib import Path

import pytest

from debttree.analysis import Prospects
from debttree.analysis.wording import DOOR_WORDS, STATUS_WORDS
from debttree.locales import phrases
from tests.analysis.trees import sketched

DOCS = Path(__file__).parents[2] / "docs"

GUIDE = sketched(
    {
        "overdue": ("d", ["lender", "waiting", "hiding"]),
        "lender": ("c", ["plan", "waiting"]),
        "waiting": ("d", ["lender", "plan", "court"]),
        "hiding": ("c", ["court"]),
        "court": ("d", ["plan"]),
        "plan": ("o", []),
    },
    {"waiting": ["cost"], "court": ["litigation", "cost"]},
    {"litigation": 4, "cost": 2},
)


def rows(text: str) -> list[list[str]]:
    """The cells of the page's only table, without its head."""
    lines = [line for line in text.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


@pytest.mark.parametrize(("page", "language"), [("prospects.md", "en"), ("prospects.zh.md", "zh")])
def test_the_table_of_the_small_guide_is_what_the_program_says(page: str, language: str) -> None:
    text = (DOCS / page).read_text("utf-8")
    say = phrases(language)
    prospects = Prospects.of(GUIDE)
    expected = [
        [name, *(say.tell(STATUS_WORDS[prospects.statuses(name)[harm]]) for harm in ("litigation", "cost"))]
        for name in GUIDE.nodes
    ]
    assert rows(text) == expected
    assert {words for row in expected for words in row[1:]} == {
        say.tell(words) for words in STATUS_WORDS.values()
    }
    flowing = "".join(text.split()) if language == "zh" else " ".join(text.split())
    assert all(say.tell(words) in flowing for words in DOOR_WORDS.values())


def test_hiding_closes_a_door_for_both_as_the_page_says() -> None:
    hide = Prospects.of(GUIDE).choices("overdue")[2]
    assert set(hide.closes) == {"litigation", "cost"}

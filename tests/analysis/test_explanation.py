"""The page that explains prospects to readers says what the program says."""

from pathlib import Path

import pytest

from debttree.analysis import Mark, Prospects
from debttree.analysis.prospect_status import Standing, Status
from debttree.analysis.wording import MARK_WORDS, short_words, status_words
from debttree.locales import phrases
from tests.analysis.trees import sketched

DOCS = Path(__file__).parents[2] / "docs"

CHOICES = sketched(
    {
        "overdue": ("d", ["lender", "waiting", "hiding"]),
        "lender": ("c", ["plan", "waiting"]),
        "waiting": ("d", ["lender", "plan", "pause", "court"]),
        "hiding": ("c", ["court"]),
        "pause": ("o", []),
        "court": ("d", ["plan"]),
        "plan": ("o", []),
    },
    {"waiting": ["cost"], "court": ["litigation", "cost"]},
    {"litigation": 4, "cost": 2},
    goes_on={"pause": ["court"]},
)

FACTS = sketched(
    {
        "overdue": ("q", ["first", "long"]),
        "first": ("d", ["lender", "pause"]),
        "lender": ("c", ["plan", "refused"]),
        "refused": ("d", ["mediation", "pause"]),
        "mediation": ("c", ["plan", "court"]),
        "long": ("d", ["desk", "pause"]),
        "desk": ("c", ["plan", "desk"]),
        "pause": ("o", []),
        "court": ("o", []),
        "plan": ("o", []),
    },
    {"long": ["cost"], "court": ["litigation"]},
    {"litigation": 4, "cost": 2},
    goes_on={"pause": ["court"]},
)

PAGES = [("prospects.md", "en"), ("prospects.zh.md", "zh")]


def tables(text: str) -> list[list[list[str]]]:
    """The cells of the page's tables, without their heads."""
    found: list[list[list[str]]] = []
    for line in text.splitlines():
        if not line.startswith("|"):
            continue
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if cells[0].startswith("---"):
            found.append([])
        elif found and cells[1:] != ["litigation", "the cost grows"] and cells[1:] != ["诉讼", "费用增加"]:
            found[-1].append(cells)
    return found


@pytest.mark.parametrize(("page", "language"), PAGES)
def test_the_tables_of_both_examples_are_what_the_program_says(page: str, language: str) -> None:
    say = phrases(language)
    expected = []
    for tree in (CHOICES, FACTS):
        prospects = Prospects.of(tree)
        standings = {name: prospects.standings(name) for name in tree.nodes}
        expected.append(
            [
                [name, *(say.tell(short_words(found[harm])) for harm in ("litigation", "cost"))]
                for name, found in standings.items()
            ]
        )
    assert tables((DOCS / page).read_text("utf-8")) == expected
    words = {cell for table in expected for row in table for cell in row[1:]}
    assert len(words) == 8, "every status and two numbers of setbacks"


@pytest.mark.parametrize(("page", "language"), PAGES)
def test_every_sentence_and_mark_of_the_program_stands_on_the_page(page: str, language: str) -> None:
    text, say = (DOCS / page).read_text("utf-8"), phrases(language)
    flowing = "".join(text.split()) if language == "zh" else " ".join(text.split())
    sentences = [
        say.tell(status_words(Standing(status, 2 if status is Status.AT_RISK else None))) for status in Status
    ]
    sentences.append(say.tell(status_words(Standing(Status.AT_RISK, 0))))
    marks = [say(words.template, titles="").rstrip("：: ") for words in MARK_WORDS.values()]
    assert all(f"**{sentence}**" in flowing for sentence in sentences)
    assert all(f"*{mark}*" in flowing for mark in marks)


def test_hiding_and_waiting_are_marked_and_calling_is_not_as_the_page_says() -> None:
    call, wait, hide = Prospects.of(CHOICES).choices("overdue")
    assert call.marks == {}
    assert wait.marks == {"cost": Mark.NOW}
    assert hide.marks == {"litigation": Mark.EVERY_WAY, "cost": Mark.EVERY_WAY}

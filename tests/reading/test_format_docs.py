"""The pages about the format name every key and every limit, and their examples are one sound tree."""

import datetime as dt
import re
from pathlib import Path

import pytest

from debttree.analysis.checking import check_bytes
from debttree.export.prose_blocks import LINES_AT_MOST, PARSED_AT_MOST
from debttree.model import Confidence, Kind, Party, Purpose, Roll
from debttree.model.ids import ID_LENGTH_LIMIT
from debttree.reading import keys, limits
from tests.reading.test_problem_docs import DOCS

PAGES = [DOCS / "format.md", DOCS / "format.zh.md"]
TODAY = dt.date(2026, 11, 23)
TABLES = {
    "[tree]": keys.TREE,
    "[[urgent]]": keys.URGENT,
    "[stages.ID]": keys.STAGE,
    "[consequences.ID]": keys.CONSEQUENCE,
    "[contacts.ID]": keys.CONTACT,
    "[events.ID]": keys.EVENT,
    "[sources.ID]": keys.SOURCE,
    "[nodes.ID]": keys.NODE,
    "[[nodes.ID.checklist]]": keys.CHECKLIST_ITEM,
    "[[nodes.ID.deadlines]]": keys.DEADLINE,
    "[[nodes.ID.choices]]": keys.CHOICE,
}


def sections(page: Path) -> dict[str, str]:
    """The text under each heading of the second rank."""
    parts = re.split(r"^## (.*)\n", page.read_text("utf-8"), flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def blocks(page: Path) -> list[str]:
    return re.findall(r"```toml\n(.*?)```", page.read_text("utf-8"), flags=re.DOTALL)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_each_table_lists_exactly_its_keys(page: Path) -> None:
    listed = {
        heading: set(re.findall(r"^\| `(\w+)` \|", text, flags=re.MULTILINE)) - set(Kind)
        for heading, text in sections(page).items()
    }
    assert {heading: listed[heading] for heading in TABLES} == TABLES
    assert keys.FILE in listed.values()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_word_and_every_limit_is_named(page: Path) -> None:
    text = page.read_text("utf-8")
    for words in (Kind, Purpose, Party, Roll, Confidence):
        assert all(f"`{word}`" in text for word in words)
    numbers = (
        limits.NODES,
        limits.TEXT_CHARACTERS,
        limits.DEADLINE_AMOUNT,
        limits.NESTING,
        ID_LENGTH_LIMIT,
        PARSED_AT_MOST,
        LINES_AT_MOST,
    )
    for number in numbers:
        assert f"{number:,}" in text
    assert f"{limits.FILE_BYTES // 1024**2} MB" in text


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_examples_together_are_one_tree_without_a_problem(page: Path) -> None:
    smallest, *rest = blocks(page)
    assert [p.code for p in check_bytes(smallest.encode(), "x", TODAY).problems] == ["no-urgent"]
    assert check_bytes("\n".join(rest).encode(), "x", TODAY).problems == ()


def test_both_pages_show_the_same_examples() -> None:
    english, chinese = map(blocks, PAGES)
    assert english == chinese

"""What the documentation points to is there: pages, headings, files of the source, targets of make."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

ROOT = Path(__file__).parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")], key=str)
SOURCES = [
    file.relative_to(ROOT).as_posix()
    for folder in ("src", "tests", "scripts", "bench")
    for file in (ROOT / folder).rglob("*.py")
]


def tokens(page: Path) -> Iterator[Token]:
    for token in MarkdownIt("commonmark").enable("table").parse(page.read_text(encoding="utf-8")):
        yield token
        yield from token.children or ()


def links(page: Path) -> Iterator[str]:
    for token in tokens(page):
        address = token.attrGet("href") or token.attrGet("src")
        if address:
            yield unquote(str(address))


def headings(page: Path) -> set[str]:
    """The anchors that hosts of code give the headings of a page."""
    found: set[str] = set()
    heading = False
    for token in tokens(page):
        if token.type == "inline" and heading:
            words = re.sub(r"[^\w\- ]", "", token.content.lower())
            found.add(words.replace(" ", "-"))
        heading = token.type == "heading_open"
    return found


def named(page: Path) -> set[str]:
    """What stands in the page as code."""
    return {token.content for token in tokens(page) if token.type == "code_inline"}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_link_leads_somewhere(page: Path) -> None:
    for address in links(page):
        if address.startswith("https://"):
            continue
        name, _, anchor = address.partition("#")
        target = (page.parent / name).resolve() if name else page
        assert target.exists(), address
        assert target.is_relative_to(ROOT), address
        assert not anchor or anchor in headings(target), address


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_module_and_target_of_make_that_a_page_names_is_there(page: Path) -> None:
    targets = set(re.findall(r"^([\w-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    for code in named(page):
        if re.fullmatch(r"[\w/]+\.py", code):
            assert any(f"/{source}".endswith(f"/{code}") for source in SOURCES), code
        if target := re.match(r"make ([\w-]+)", code):
            assert target[1] in targets, code


def test_the_pages_that_the_source_names_are_there() -> None:
    for source in SOURCES:
        for name in re.findall(
            r"\bdocs/[\w./-]+\.(?:md|toml|svg)\b", (ROOT / source).read_text(encoding="utf-8")
        ):
            assert (ROOT / name).is_file(), f"{name}, named in {source}"


def test_the_words_of_the_code_are_a_table_of_at_most_forty_lines() -> None:
    page = (ROOT / "docs" / "ARCHITECTURE.md").read_text(encoding="utf-8")
    words = page.partition("## The words of the code")[2].partition("\n## ")[0]
    assert 20 < sum(line.startswith("|") for line in words.split("\n")) <= 40


def test_no_docstring_says_that_work_is_done_beside_the_keys() -> None:
    """Work is done in the background; that phrase has come back once."""
    for source in (source for source in SOURCES if source.startswith("src/")):
        assert not re.search(r"beside.the.keys", (ROOT / source).read_text(encoding="utf-8")), source

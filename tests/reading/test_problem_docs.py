"""Every problem code is documented, and the examples in the docs do what the docs say."""

import datetime as dt
import re
from pathlib import Path

import pytest

from debttree.analysis.checking import check_bytes
from debttree.journey.house_rules import house_problems
from debttree.model import Problem
from debttree.reading.references import WHAT

DOCS = Path(__file__).parents[2] / "docs" / "authors"
SOURCE = Path(__file__).parents[2] / "src" / "debttree"
HEAD = 'format = "debttree/1"\n\n[[urgent]]\nlabel = "Papers from a court have come"\nto = "start"\n\n'
TODAY = dt.date(2026, 11, 23)
WITHOUT_EXAMPLE = {"not-utf-8", "too-large", "too-deep", "no-story"}
"""Codes whose examples would be unreadable; `test_reader.py` and `test_check.py` provoke them."""


def sections(file: Path) -> dict[str, tuple[str, list[str]]]:
    """Of each code its severity as documented and its TOML blocks."""
    found = {}
    for section in re.split(r"^## ", file.read_text("utf-8"), flags=re.MULTILINE)[1:]:
        code, _, rest = section.partition("\n")
        blocks = re.findall(r"```toml\n(.*?)```", rest, flags=re.DOTALL)
        found[code.strip()] = (rest.split(":")[0].strip(), blocks)
    return found


def is_guide(name: str) -> bool:
    """The one guide that is there for the examples."""
    return name == "credit-card-overdue"


def problems_of(content: str) -> list[Problem]:
    """What the file, the graph, the day and the rules of its house show."""
    checked = check_bytes(content.encode(), "x", TODAY, is_guide)
    tree = checked.tree
    owed = house_problems(tree, tree.require, TODAY, None) if tree and not checked.errors else []
    return [*checked.problems, *owed]


def codes(example: str) -> list[str]:
    content = example if "format =" in example else HEAD + example
    return sorted({problem.code for problem in problems_of(content)})


ENGLISH = sections(DOCS / "problems.md")


@pytest.mark.parametrize("code", [code for code in ENGLISH if code not in WITHOUT_EXAMPLE])
def test_the_example_gives_the_problem_and_the_cure_takes_it_away(code: str) -> None:
    _, (example, cure) = ENGLISH[code]
    found = codes(example)
    assert code in found
    if "format =" not in example:
        assert found == [code], "one cause, one problem"
    assert codes(cure) == []


@pytest.mark.parametrize("code", list(ENGLISH))
def test_the_documented_severity_is_the_real_one(code: str) -> None:
    severity, blocks = ENGLISH[code]
    assert severity in ("error", "warning")
    if blocks:
        content = blocks[0] if "format =" in blocks[0] else HEAD + blocks[0]
        found = problems_of(content)
        assert {str(problem.severity) for problem in found if problem.code == code} == {severity}


def test_every_code_in_the_source_is_documented() -> None:
    words = set()
    for room in ("reading", "analysis", "journey"):
        for file in (SOURCE / room).glob("*.py"):
            if file.name == "story_reader.py":  # its own codes stand on a page of their own
                continue
            text = file.read_text("utf-8")
            words |= set(
                re.findall(r'(?:error|warning|_refused|roblem)\(\s*(?:[^\s"(]+,\s*)?"([a-z0-9.-]+)"', text)
            )
            words |= set(re.findall(r'code(?:: str)? ?= ?"([a-z-]+)"', text))
    words |= {f"unknown-{what}" for what in ("target", *WHAT.values())} | {"unknown-kind"}
    assert words == set(ENGLISH)


def test_the_chinese_page_documents_the_same_codes_with_the_same_examples() -> None:
    chinese = sections(DOCS / "problems.zh.md")
    assert {code: blocks for code, (_, blocks) in chinese.items()} == {
        code: blocks for code, (_, blocks) in ENGLISH.items()
    }

"""`debttree walk`, t: all that is to be done on the way, and each line a number away from done."""

from pathlib import Path

import pytest

from tests.cli.test_walk import Walk, walk
from tests.export.conftest import GUIDE

__all__ = ["walk"]

CONTACT = """
[contacts.line]
title = "Legal advice"
phone = "12348"
checked = 2026-11-01
"""


def rung(folder: Path) -> Path:
    """The guide with a line at the court's node and in the urgent list."""
    text = GUIDE.read_text(encoding="utf-8") + CONTACT
    text = text.replace("[nodes.court]\n", '[nodes.court]\ncontacts = ["line"]\n')
    text = text.replace('to = "court"\n', 'to = "court"\ncontacts = ["line"]\n', 1)
    file = folder / "guide.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_a_deadline_is_marked_done_on_a_day_and_the_mark_is_taken_back(walk: Walk) -> None:
    out = walk("2", "d", "1", "2026-11-13", "t", "3", "2026-11-20", "t", "3", "-", "t", "3", "")
    assert "This week:\n3. Object in writing: Last day: 2026-11-30 (Monday). 7 days left." in out
    assert "Done:\n3. Object in writing: Done on 2026-11-20 (Friday)." in out
    assert out.count("Object in writing: Done on 2026-11-20 (Friday).") == 2
    assert out.count("Object in writing: Done on 2026-11-23 (Monday).") == 1


def test_the_numbers_are_told_at_the_step_in_the_list_and_before_an_urgent_entry_is_chosen(
    walk: Walk, tmp_path: Path
) -> None:
    tree = rung(tmp_path)
    out = walk("!", "1", "t", "", tree=tree)
    assert "Papers from a court have come · 12348 Legal advice" in " ".join(out.split())
    assert out.count("Ring 12348: Legal advice") == 2
    guide = "As the guide “A bill is overdue” says, checked on 2026-11-01 (Sunday)."
    assert " ".join(out.split()).count(guide) == 2


@pytest.mark.parametrize("typed", ["someday", "2030-01-01"])
def test_a_day_that_is_none_marks_nothing(walk: Walk, typed: str) -> None:
    out = walk("2", "d", "1", "2026-11-13", "t", "3", typed, "t", "")
    assert "Done:" not in out

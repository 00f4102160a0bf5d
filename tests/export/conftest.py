"""Fixtures: a small guide in two languages, and a walk through it with notes, ticks and dates."""

import datetime as dt
from pathlib import Path

import pytest

from debttree.journey import Journey, begin
from debttree.model import Tree
from debttree.reading import read

TODAY = dt.date(2026, 11, 23)
GUIDE = Path(__file__).parent / "guide.toml"


@pytest.fixture(scope="session")
def guide() -> Tree:
    tree = read(GUIDE.read_bytes(), "guide").tree
    assert tree is not None
    return tree


@pytest.fixture
def walk(guide: Tree) -> Journey:
    """Waited, was sued, jumped back to the call by the outline, with notes, ticks and dates."""
    journey = (
        begin(guide)
        .take(guide, "short")
        .noted("客服 95188，工号 10086 <b>_小王_</b>\n下周再打", dt.date(2026, 11, 2))
    )
    journey = journey.ticked(("call", "contract")).dated(("call", "reply"), dt.date(2026, 9, 18))
    journey = journey.take(guide, "wait").ticked(("court", "envelope"))
    return journey.dated(("court", "objection"), dt.date(2026, 11, 13))

"""A deadline that two nodes of a way name alike stands on the paper once."""

import datetime as dt
from dataclasses import replace

from debttree.export import Format, render, summary
from debttree.journey import Journey
from debttree.locales import phrases
from debttree.model import Tree
from tests.export.conftest import TODAY

FRIDAY, MONDAY = dt.date(2026, 11, 13), dt.date(2026, 11, 16)


def with_a_twin(guide: Tree) -> Tree:
    """The court's deadline stands at the call too, under an id of its own."""
    twin = replace(guide.nodes["court"].deadlines[0], id="twin")
    return replace(guide, nodes={**guide.nodes, "call": replace(guide.nodes["call"], deadlines=(twin,))})


def deadlines_on(tree: Tree, journey: Journey, form: Format = Format.TXT) -> str:
    return render(summary(tree, journey, "en", TODAY), form, phrases("en")).decode()


def test_alike_and_undated_is_one(guide: Tree, walk: Journey) -> None:
    paper = deadlines_on(with_a_twin(guide), replace(walk, dates={}))
    assert paper.count("Rule: 15 days") == 1


def test_the_one_with_a_date_stands_for_both(guide: Tree, walk: Journey) -> None:
    tree = with_a_twin(guide)
    for item in (("call", "twin"), ("court", "objection")):
        paper = deadlines_on(tree, replace(walk, dates={item: FRIDAY}))
        assert paper.count("Rule: 15 days") == 1
        assert "The event was on 2026-11-13" in paper


def test_two_days_make_two_and_one_day_makes_one(guide: Tree, walk: Journey) -> None:
    tree = with_a_twin(guide)
    items = (("call", "twin"), ("court", "objection"))
    for days in ((FRIDAY, MONDAY), (FRIDAY, FRIDAY)):
        dated = replace(walk, dates=dict(zip(items, days, strict=True)))
        assert deadlines_on(tree, dated).count("Rule: 15 days") == len(set(days))
        assert deadlines_on(tree, dated, Format.ICS).count("BEGIN:VEVENT") == len(set(days))

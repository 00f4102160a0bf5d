"""What a reader is told: no tag of the author's, which end is none, whose step a last day is, how a date was read."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

import pytest

from debttree.analysis.search import Index
from debttree.journey import Journey, begin
from debttree.journey.calls import ending, script
from debttree.locales import phrases
from debttree.model import Kind, Purpose, Text, Tree
from debttree.tui.explorer.saving import written
from debttree.tui.explorer.scene import Scene
from debttree.tui.explorer.views.choices import choices
from debttree.tui.explorer.views.search import HitEntries
from debttree.tui.explorer.views.to_do import to_do
from debttree.tui.kit.help import help_blocks
from debttree.tui.kit.page import Block, lay, plain
from debttree.tui.kit.scopes import Scope
from tests.content.test_bundled_trees import tree_of
from tests.tui.conftest import TODAY
from tests.tui.driving import explored, settled
from tests.tui.screens import screen_text

OBJECTION = ("papers", "objection")


def shown(tree: Tree, journey: Journey) -> Scene:
    return Scene(tree, journey, "en", TODAY)


def laid(blocks: Iterable[Block]) -> list[str]:
    return [plain(line) for line in lay(blocks, 80).lines]


def test_a_tag_finds_its_step_and_neither_it_nor_markup_is_shown(loan: Tree) -> None:
    node = replace(loan.nodes["papers"], tags=("zz-tag",), text=Text.of("**Read** them."))
    tree = replace(loan, nodes={**loan.nodes, "papers": node})
    found = Index(tree, "en").find("zz-tag", 9)
    said = "".join(
        map(plain, HitEntries(shown(tree, begin(tree)), tuple(tree.nodes), found.hits).lines(0, 80))
    )
    assert tree.line(node.title, "en") in said
    assert "Read them." in said
    assert "tag" not in said


def test_an_end_where_another_guide_goes_on_is_not_said_to_end_there() -> None:
    tree = tree_of("alipay-overdue")
    name, choice = next(
        (node.id, choice)
        for node in tree.nodes.values()
        for choice in node.choices
        if tree.nodes[choice.to].guide is not None
    )
    scene = shown(tree, begin(tree).jump(name))
    offered = next(one for one in choices(scene).offered if getattr(one.item, "choice", "") == choice.id)
    full, folded = ("\n".join(laid(blocks)) for blocks in (offered.full, offered.folded))
    assert "⇢ another guide" in full
    assert "⇢" in folded
    assert "ends here" not in full
    helped = "\n".join(laid(help_blocks(phrases("en"), {}, (Scope.MAIN,), Scope.EXPLORER)))
    assert "⇢ the story goes on in another guide" in helped
    assert "▲ end: a way ends here" in helped


def test_a_last_day_of_an_earlier_step_names_it_beside_its_words(loan: Tree) -> None:
    journey = begin(loan).jump("papers").dated(OBJECTION, TODAY - dt.timedelta(days=3)).jump(loan.root)
    lines = laid(to_do(shown(loan, journey), frozenset())[0])
    title, words = loan.line(loan.nodes["papers"].title, "en"), loan.nodes["papers"].deadlines[0].text
    assert any(f"{loan.line(words, 'en')} · {title}" in line for line in lines)
    assert not any(line.strip().startswith("·") for line in lines)


@pytest.mark.parametrize(
    ("keeps", "said"), [(True, "The date is saved: 2026-11-20."), (False, "The date: 2026-11-20.")]
)
def test_a_date_is_said_as_it_was_understood(loan: Tree, keeps: bool, said: str) -> None:
    before = begin(loan).jump("papers")
    told = written(before, before.dated(OBJECTION, dt.date(2026, 11, 20)), keeps=keeps)
    assert told is not None
    assert phrases("en").tell(told) == said


def test_who_writes_alone_hangs_up_to_the_answers_too() -> None:
    tree = tree_of("alipay-overdue")
    papers = tree.nodes["court-papers"]
    assert {item.purpose for item in script(papers)} == {Purpose.WRITE}
    found = ending(tree, papers.id)
    assert found is not None
    assert found.node.kind is Kind.CHANCE


@pytest.mark.parametrize("private", [True, False])
async def test_all_of_the_first_step_is_in_sight_at_80_by_24(private: bool) -> None:
    tree = tree_of("alipay-overdue")
    app = explored(Scene(tree, begin(tree), "zh", TODAY, private=private))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        seen = screen_text(app)
        assert "不知道也可以，选最后一项；欠的是银行信用卡，也选它。" in seen
        assert "9 我说不清" in seen
        assert "PgDn" not in seen

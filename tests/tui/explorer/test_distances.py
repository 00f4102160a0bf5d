"""The distances as a picture: order and signs against the data that scripts read, and plans as they are told."""

import datetime as dt
import itertools
from pathlib import Path

import pytest

from debttree.analysis import Prospects
from debttree.analysis.checking import check_file
from debttree.analysis.elsewhere import guide_at
from debttree.analysis.plans import ROUNDS
from debttree.analysis.told_plans import kept_off
from debttree.cli.prospects_report import Report, as_data
from debttree.journey import begin
from debttree.model import Choice, Consequence, Kind, Node, Text, Tree
from debttree.tui.explorer.items import Avoid, Choose
from debttree.tui.explorer.scene import Scene
from debttree.tui.explorer.views.distances import panel, to_mark
from debttree.tui.kit.page import lay, plain
from tests.tui.conftest import TODAY, Start
from tests.tui.screens import screen_lines

TREES = sorted((Path(__file__).parents[3] / "trees").glob("*-overdue.toml"))
NEAREST_FIRST = ["incurred", "certain", "at-risk", "holdable", "avoidable", "impossible"]
SIGNS = {
    "incurred": "!",
    "certain": "▼",
    "at-risk": "~",
    "holdable": "◌",
    "avoidable": "○",
    "impossible": "-",
}


def read(file: Path) -> Tree:
    tree = check_file(file, dt.date(2026, 11, 27)).tree
    assert tree is not None
    return tree


def sign(status: str, setbacks: int | None) -> str:
    """The picture of one line of the data."""
    if status != "at-risk" or not setbacks:
        return SIGNS[status]
    return "▮" * setbacks + ("+" if setbacks == 9 else "")


def place(status: str, setbacks: int | None) -> tuple[int, int]:
    return NEAREST_FIRST.index(status), setbacks or 0


def has_no_picture(node: Node) -> bool:
    """Whether nothing is shown of what lies ahead: life is in danger, or the story goes on in another guide."""
    return "crisis" in node.tags or guide_at(node) is not None


def without_picture(tree: Tree) -> set[str]:
    """The nodes that have no picture, and those with a choice that leads to one."""
    found = {node.id for node in tree.nodes.values() if has_no_picture(node)}
    leading = {node.id for node in tree.nodes.values() if found & {choice.to for choice in node.choices}}
    return found | set(sorted(leading)[::9])


def is_as_the_data(tree: Tree, prospects: Prospects, node: str) -> None:
    """Compare the picture at a node, and what it shows of each choice, with the JSON of `prospects`."""
    journey = begin(tree) if node == tree.root else begin(tree).jump(node)
    scene = Scene(tree, journey, "en", TODAY, prospects=prospects)
    data = as_data(Report(prospects, journey.path, (), "en"))
    status, setbacks = data["consequences"], data["setbacks"]
    order = sorted(status, key=lambda name: place(status[name], setbacks[name]))
    shown = [block for block in to_mark(scene, ()) if block.item]
    if has_no_picture(scene.node):
        assert not shown
        return
    assert [block.item for block in shown] == [Avoid(name) for name in order]
    for name, block in zip(order, shown, strict=True):
        line = plain(next(iter(block.lines(200))))
        assert line.split("]", 1)[1].split()[0] == sign(status[name], setbacks[name])
    for choice in data["choices"]:
        then, now = choice["consequences"], zip(order, panel(scene, Choose(choice["id"]))[1:], strict=True)
        if has_no_picture(tree.nodes[choice["to"]]):
            assert all("→" not in plain(next(iter(block.lines(200)))) for _, block in now)
            continue
        for name, block in now:
            line = plain(next(iter(block.lines(200))))
            expected = sign(then[name], choice["setbacks"][name])
            if (then[name], choice["setbacks"][name]) == (status[name], setbacks[name]):
                assert "→" not in line
            else:
                assert line.partition("→ ")[2].split()[0] == expected


@pytest.mark.parametrize("file", TREES, ids=lambda file: file.stem)
def test_order_and_signs_are_those_of_the_data(file: Path) -> None:
    tree = read(file)
    prospects = Prospects.of(tree)
    for node in {*itertools.islice(tree.nodes, 0, None, 9), *without_picture(tree)}:
        is_as_the_data(tree, prospects, node)


@pytest.mark.long
@pytest.mark.parametrize("file", TREES, ids=lambda file: file.stem)
def test_order_and_signs_are_those_of_the_data_at_every_node(file: Path) -> None:
    tree = read(file)
    prospects = Prospects.of(tree)
    for node in tree.nodes:
        is_as_the_data(tree, prospects, node)


def no_harm_is_told(tree: Tree, prospects: Prospects, node: str) -> None:
    """At a node: no choice is told to be taken that is marked or brings a harm itself."""
    met = set(tree.nodes[node].brings)
    for plan in kept_off(prospects, node):
        assert not met.intersection(plan.names)
        for step in (*plan.here, *(told.taken for told in plan.told)):
            assert tree.nodes[step.node].kind is Kind.DECISION
            assert met.issuperset(tree.nodes[step.to].brings)
            assert not prospects.marks(step.node, met)[step.choice or ""]


@pytest.mark.parametrize("file", TREES, ids=lambda file: file.stem)
def test_no_plan_that_is_told_argues_for_another_harm(file: Path) -> None:
    tree = read(file)
    prospects = Prospects.of(tree)
    for node in itertools.islice(tree.nodes, 0, None, 15):
        no_harm_is_told(tree, prospects, node)


@pytest.mark.long
@pytest.mark.parametrize("file", TREES, ids=lambda file: file.stem)
def test_no_plan_that_is_told_argues_for_another_harm_at_any_node(file: Path) -> None:
    tree = read(file)
    prospects = Prospects.of(tree)
    for node in tree.nodes:
        no_harm_is_told(tree, prospects, node)


def test_every_choice_told_here_leaves_the_harm_as_far_off(loan: Tree) -> None:
    prospects = Prospects.of(loan)
    told = {name: plan for plan in kept_off(prospects, "before-call") for name in plan.names}
    assert [step.choice for step in told["litigation"].here] == ["call", "pay"]  # and not "wait"
    assert "credit-damage" not in told


async def test_the_picture_shows_what_would_be_after_the_choice_under_the_cursor(start: Start) -> None:
    app = start()
    async with app.run_test(size=(120, 36)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.press("1")
        assert any("Prospects" in line and "→ choosing 1" in line for line in screen_lines(app))
        await pilot.press("down", "down")
        lines = screen_lines(app)
        assert any("Prospects" in line and "→ choosing 3" in line for line in lines)
        assert any("◌ Litigation" in line and "→ ▮ 1 answer" in line for line in lines)
        assert any("◌ Collection" in line and "→ ! met" in line for line in lines)
        await pilot.press("home")
        assert not any("→ ▮" in line for line in screen_lines(app))


def test_where_facts_decide_what_would_be_is_dim(loan: Tree) -> None:
    scene = Scene(loan, begin(loan), "en", TODAY, prospects=Prospects.of(loan))
    for choice in scene.node.choices:
        for line in lay(panel(scene, Choose(choice.id)), 60).lines:
            arrow = next((n for n, run in enumerate(line) if "→" in run.text), len(line))
            assert {run.role for run in line[arrow:]} <= {"dim"}


def test_a_plan_is_told_for_no_more_answers_than_anybody_reads() -> None:
    def answers(count: int, to: str) -> tuple[Choice, ...]:
        return tuple(Choice(f"a{number}", Text.of(f"A{number}"), to) for number in range(count))

    nodes = [
        Node("ask", Kind.CHANCE, Text.of("Ask"), choices=answers(1_000, "again")),
        Node("again", Kind.CHANCE, Text.of("Again"), choices=answers(1_000, "mine")),
        Node("mine", Kind.DECISION, Text.of("Mine"), choices=(Choice("go", Text.of("Go"), "end"), *answers(1, "bad"))),
        Node("bad", Kind.OUTCOME, Text.of("Bad"), brings=("harm",)),
        Node("end", Kind.OUTCOME, Text.of("End")),
    ]  # fmt: skip
    harm = Consequence("harm", Text.of("Harm"), 3)
    tree = Tree(
        "t", "0" * 12, Text.of("T"), "ask", {node.id: node for node in nodes}, consequences={"harm": harm}
    )
    assert kept_off(Prospects.of(tree), "ask") == []
    found = kept_off(Prospects.of(tree), "again")
    assert [told.taken.choice for plan in found for told in plan.told] == ["go"]
    assert len(found[0].told[0].last) < ROUNDS

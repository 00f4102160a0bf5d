"""The map as text: boxes of the right width, lines that are joined as they meet, the way and the cursor to be seen."""

import dataclasses

from hypothesis import given
from hypothesis import strategies as st

from debttree.analysis.tree_index import TreeIndex
from debttree.journey import Journey, begin
from debttree.model import Choice, Kind, Node, Path, Step, Text, Tree
from debttree.tui.explorer.scene import Scene
from debttree.tui.kit.map.drawing import Detail, Map
from debttree.tui.kit.map.steering import Steering
from debttree.tui.kit.page import cells, line_cells, plain
from debttree.tui.kit.page.strokes import strokes
from tests.analysis.trees import graphs, sketched
from tests.tui.conftest import TODAY


def scene_of(tree: Tree, journey: Journey | None = None) -> Scene:
    return Scene(tree, journey or begin(tree), "en", TODAY)


def drawn(
    tree: Tree, form: Detail, cursor: str | None = None, journey: Journey | None = None, *, near: bool = False
) -> list[str]:
    """All rows of a map, without blanks at their ends."""
    scene, index = scene_of(tree, journey), TreeIndex(tree)
    way, at = scene.journey.path.nodes, cursor or scene.journey.at
    columns = index.around(at, way) if near else index.whole
    picture = Map(scene, columns, form, 16)
    marks = picture.marks(at, index.following(at), way)
    return [plain(picture.row(y, 0, picture.width, marks)[1]).rstrip() for y in range(picture.height)]


def node(name: str, title: str, *targets: str, kind: Kind = Kind.DECISION) -> Node:
    choices = tuple(Choice(f"to-{target}", Text.of(target), target) for target in targets)
    return Node(name, kind if targets else Kind.OUTCOME, Text.of(title), choices=choices)


def tree_of(*nodes: Node) -> Tree:
    return Tree("t", "0" * 12, Text.of("T"), nodes[0].id, {each.id: each for each in nodes})


DEBT = tree_of(
    node("a", "逾期多久了？", "b", "c", "e"),
    node("b", "Call the lender", "c", "d", "a", kind=Kind.CHANCE),
    node("c", "等待", "d"),
    node("e", "E"),
    node("d", "谈成了，按计划还", kind=Kind.OUTCOME),
)


def test_boxes_lines_the_way_and_the_cursor() -> None:
    assert drawn(DEBT, Detail.BOX, journey=begin(DEBT).take(DEBT, "to-b")) == [
        "                     ╔═ ● 2 ══════════════╗",
        "                 ╔══▶║›Call the           ╟━┓",
        "                 ║   ║ lender             ║ ┃     ┌─ ▲ ──────────┐",
        "                 ║   ╚═ you are here  +2 ═╝ ┗━┯━2▶│ 谈成了，按计 │",
        "╔═ ■ 1 ════════╗ ║   ┌─ ■ ────────────────┐   │   │ 划还         │",
        "║ 逾期多久了？ ╠═╬──▶│ 等待               ├───╯   └──────────────┘",
        "╚══════════════╝ │   └────────────────────┘",
        "                 │   ┌─ ▲ ────────────────┐",
        "                 ╰──▶│ E                  │",
        "                     └────────────────────┘",
    ]


def test_what_stands_elsewhere_is_named_and_what_lies_beyond_is_counted() -> None:
    journey = begin(DEBT).take(DEBT, "to-b")
    assert drawn(DEBT, Detail.BOX, journey=journey, near=True) == [
        "                                            ┌─ ■ ──────────┐",
        "                                        ┏━1▶│ 等待         ├────▶↩ 谈成了，按…",
        "                                        ┃   └──────────────┘",
        "╔═ ■ 1 ════════╗     ╔═ ● 2 ══════════╗ ┃   ┌─ ▲ ──────────┐",
        "║ 逾期多久了？ ╠════▶║›Call the       ╟━╋━2▶│ 谈成了，按计 │",
        "╚═ +2 ═════════╝     ║ lender         ║ ┃   │ 划还         │",
        "                     ╚═ you are here ═╝ ┃   └──────────────┘",
        "                                        ┗━3▶↩ 逾期多久了？",
    ]


def test_small_forms_mark_the_way_here_and_the_cursor() -> None:
    journey = begin(DEBT).take(DEBT, "to-b")
    assert drawn(DEBT, Detail.LINE, "c", journey) == [
        "                 ╔══▶║● Call the le… +2‹─┲━1▶ ▲ 谈成了，按…",
        "║■ 逾期多久了？ ═╬━━▶›■ 等待 ━━━━━━━━━━━━┛",
        "                 ╰──▶ ▲ E",
    ]
    assert drawn(DEBT, Detail.DOT, "c", journey) == [
        "    ╔══▶║●‹─┲━1▶ ▲",
        "║■ ═╬━━▶›■ ━┛",
        "    ╰──▶ ▲",
    ]


def test_a_jump_leaves_its_nodes_marked_and_no_line_between_them() -> None:
    journey = Journey(Path("a", (Step("a", None, "d"),)))
    rows = drawn(DEBT, Detail.DOT, "a", journey)
    assert not any("═" in row for row in rows)
    assert any("▲‹" in row for row in rows)


def test_a_long_title_is_shortened_and_hostile_words_stay_words() -> None:
    tree = tree_of(node("a", "[@click=app.pwn]\x1b]0;owned\x07 " + "word " * 30, "b"), node("b", "终" * 60))
    text = "\n".join(drawn(tree, Detail.BOX))
    assert "\x1b" not in text
    assert "\x07" not in text
    assert "[@click=" in text
    assert text.count("…") == 2


@st.composite
def crowded(draw: st.DrawFn) -> Tree:
    """Two columns with many lines between them, which cannot but cross."""
    ends = [f"e{number}" for number in range(draw(st.integers(3, 7)))]
    targets = st.lists(st.sampled_from(ends), min_size=1, max_size=3)
    middle = {f"m{number}": ("d", draw(targets)) for number in range(draw(st.integers(3, 7)))}
    return sketched({"root": ("d", list(middle)), **middle, **{name: ("o", []) for name in ends}})


@given(st.one_of(crowded(), graphs(max_nodes=10)), st.sampled_from(Detail), st.data())
def test_every_row_is_as_wide_as_the_map_and_a_part_of_it_is_the_same(
    tree: Tree, form: Detail, data: st.DataObject
) -> None:
    tree = dataclasses.replace(
        tree,
        nodes={
            name: dataclasses.replace(each, title=Text.of(data.draw(st.text("还a款 é", max_size=30)) or "x"))
            for name, each in tree.nodes.items()
        },
    )
    scene, index = scene_of(tree), TreeIndex(tree)
    picture = Map(scene, index.whole, form, 16)
    marks = picture.marks(tree.root, index.following(tree.root), [tree.root])
    left = data.draw(st.integers(0, picture.width - 1))
    right = data.draw(st.integers(left + 1, picture.width))
    for y in range(picture.height):
        begin_at, whole = picture.row(y, 0, picture.width, marks)
        assert begin_at == 0
        assert line_cells(whole) == picture.width
        begin_at, part = picture.row(y, left, right, marks)
        assert begin_at <= left
        assert begin_at + line_cells(part) >= right
        spread = _spread(plain(whole))
        assert spread[begin_at : begin_at + line_cells(part)] == _spread(plain(part))


def _spread(text: str) -> list[str]:
    """One entry for each cell; what takes no cell belongs to the one before."""
    found: list[str] = []
    for character in text:
        if cells(character):
            found += [character] + [""] * (cells(character) - 1)
        elif found:
            found[-1] += character
    return found


@given(st.one_of(crowded(), graphs(max_nodes=12)), st.sampled_from(Detail), st.data())
def test_lines_join_what_arcs_join_and_nothing_else(tree: Tree, form: Detail, data: st.DataObject) -> None:
    """Followed cell by cell, lines of one bundle hang together, and two bundles nowhere touch."""
    scene, index = scene_of(tree), TreeIndex(tree)
    picture = Map(scene, index.whole, form, 16)
    cursor = data.draw(st.sampled_from(["", *tree.nodes]))
    ways_on = index.following(cursor) if cursor else ()
    marks = picture.marks(cursor, ways_on, [tree.root])
    grid = [_spread(plain(picture.row(y, 0, picture.width, marks)[1])) for y in range(picture.height)]
    door = int(form is Detail.BOX)
    for name in tree.nodes:
        targets = picture.drawn_ahead(name)
        if not targets:
            continue
        spot = picture.spot(name)
        gap = range(spot.x + spot.width, picture.spot(targets[0]).x)
        ends = _follow(grid, spot.y + door, gap)
        bundle = _bundle(picture, name)
        assert ends == {(picture.spot(target).y + door) for target in bundle}


def _bundle(picture: Map, name: str) -> set[str]:
    """The targets of a node, of the nodes that share one with it, and so on."""
    sources, targets = {name}, set(picture.drawn_ahead(name))
    while True:
        more = {source for target in targets for source in picture.drawn_before(target)}
        found = {target for source in more for target in picture.drawn_ahead(source)}
        if more <= sources and found <= targets:
            return targets
        sources |= more
        targets |= found


_SIGNS = {sign: number for soft in (True, False) for number, sign in enumerate(strokes(soft=soft))}
_LEVEL, _UPRIGHT = 0b00110011, 0b11001100


def _follow(grid: list[list[str]], row: int, gap: range) -> set[int]:
    """The rows of the arrows that a line reaches which enters a gap in some row."""
    seen: set[tuple[int, int, int, int]] = set()
    waiting = [(gap.start, row, 1, 0)]
    arrows = set()
    while waiting:
        x, y, by_x, by_y = waiting.pop()
        if (x, y, by_x, by_y) in seen or x not in gap:
            continue
        seen.add((x, y, by_x, by_y))
        sign = grid[y][x]
        if sign == "▶":
            arrows.add(y)
            sign = "╴"
        number = _SIGNS["─" if sign.isdigit() else sign]
        if not number & (_LEVEL if by_x else _UPRIGHT):  # another line passes over this one
            waiting.append((x + by_x, y + by_y, by_x, by_y))
            continue
        for to_x, to_y, shift in ((0, -1, 6), (1, 0, 4), (0, 1, 2), (-1, 0, 0)):
            if number >> shift & 3:
                waiting.append((x + to_x, y + to_y, to_x, to_y))
    return arrows


def test_arrows_go_along_arcs_and_there_and_back_ends_where_it_began() -> None:
    index = TreeIndex(DEBT)
    picture = Map(scene_of(DEBT), index.whole, Detail.BOX, 16)
    steering = Steering(index, ["a", "b"])
    assert steering.ahead("a", picture) == "b"  # the way walked
    assert steering.back("c", picture) == "a"
    assert steering.ahead("a", picture) == "c"  # where we have just come from
    assert steering.ahead("d", picture) is None
    assert steering.back("a", picture) == "b"  # no line is drawn, but an arc leads here


def test_a_click_finds_the_box_under_it() -> None:
    index = TreeIndex(DEBT)
    picture = Map(scene_of(DEBT), index.whole, Detail.BOX, 16)
    for name in DEBT.nodes:
        spot = picture.spot(name)
        assert picture.at(spot.x, spot.y) == name
        assert picture.at(spot.x + spot.width - 1, spot.y + spot.height - 1) == name
        assert picture.at(spot.x + spot.width, spot.y) is None
    assert picture.at(picture.width, 0) is None

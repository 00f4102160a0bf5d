"""A tree on sheets of A4: every node a box with its number, every arc a line or a number, and nothing that acts."""

import re
import xml.etree.ElementTree as ElementTree

import pytest
from hypothesis import given, settings

from debttree.export.booklet import numbered
from debttree.export.graph_drawing import Drawing
from debttree.export.sheets import HEIGHT, WIDTH, Box, Sheets
from debttree.export.svg import sheet_svg, svg
from debttree.locales import phrases
from debttree.model import Tree, parse_path
from tests.analysis.trees import graphs, sketched
from tests.content.test_bundled_trees import NAMES, tree_of
from tests.export.hostile import hostile_tree

SVG = "{http://www.w3.org/2000/svg}"


def sheets_of(tree: Tree, language: str = "zh", path: str | None = None) -> Sheets:
    drawing = Drawing(tree, language, parse_path(tree, path) if path else None)
    return Sheets(drawing, numbered(tree), phrases(language))


def overlap(one: Box, other: Box) -> bool:
    return abs(one.x - other.x) < one.width and abs(one.y - other.y) < one.height


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", NAMES)
def test_each_stage_of_a_bundled_tree_is_one_sheet_and_no_box_leaves_it(name: str, language: str) -> None:
    tree = tree_of(name)
    pages = sheets_of(tree, language).pages
    assert len(pages) == len({node.stage for node in tree.nodes.values()})
    for page in pages:
        for number, box in enumerate(page.boxes):
            assert box.x >= 0
            assert box.x + box.width <= WIDTH
            assert box.y + box.height <= HEIGHT
            assert not any(overlap(box, other) for other in page.boxes[:number])


@settings(max_examples=50)
@given(graphs())
def test_every_node_is_a_box_and_every_arc_a_line_or_a_number(tree: Tree) -> None:
    """A tree with errors, too."""
    pages = sheets_of(tree).pages
    boxes = [box for page in pages for box in page.boxes]
    assert sorted(box.node for box in boxes) == sorted(tree.nodes)
    for page in pages:
        arcs = [
            (box, arc) for box in page.boxes for arc in sheets_of(tree).drawing.arcs_of(tree.nodes[box.node])
        ]
        stubs = sum(len(re.findall(r"\d+|\?", box.foot.partition("▲")[0])) for box in page.boxes)
        cut = any("…" in box.foot for box in page.boxes)
        distinct = {(box.node, arc.target if arc.target in tree.nodes else "?") for box, arc in arcs}
        assert cut or stubs + len(page.wires) >= len(distinct)


def test_a_stage_that_no_sheet_holds_goes_on_on_the_next() -> None:
    wide = [f"n{number}" for number in range(1_000)]
    tree = sketched({"root": ("d", wide), **{name: ("o", []) for name in wide}})
    pages = sheets_of(tree).pages
    assert len(pages) > 1
    assert sum(len(page.boxes) for page in pages) == 1_001
    assert all(box.y + box.height <= HEIGHT for page in pages for box in page.boxes)


def test_a_path_is_marked() -> None:
    pages = sheets_of(tree_of("alipay-overdue"), path="overdue,first-time").pages
    assert {box.node for page in pages for box in page.boxes if box.walked} == {"overdue", "first-time"}
    assert sum(wire.walked for page in pages for wire in page.wires) == 1


def test_the_picture_holds_text_nodes_alone_and_links_to_its_own_page_alone() -> None:
    tree = hostile_tree()
    for picture in (svg(sheets_of(tree, "en").pages), *map(sheet_svg, sheets_of(tree, "en").pages)):
        root = ElementTree.fromstring(picture)
        elements = list(root.iter())
        assert {element.tag.removeprefix(SVG) for element in elements} <= {
            "svg",
            "g",
            "a",
            "rect",
            "path",
            "text",
        }
        for element in elements:
            assert not any(name.startswith("on") or name == "style" for name in element.attrib)
            assert re.fullmatch(r"#n-\w+", element.get("href", "#n-1"))

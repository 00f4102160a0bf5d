"""Measure map, outline and search: laying out a graph, drawing a window of it, one letter of a search."""

import datetime as dt
from typing import TYPE_CHECKING

from bench.measuring import calls_side_by_side
from bench.report import Section
from bench.trees import tree_text
from debttree.analysis.checking import check_bytes, check_file
from debttree.analysis.outline import Outline
from debttree.analysis.search import Index
from debttree.analysis.tree_index import TreeIndex
from debttree.journey import begin
from debttree.model import Tree
from debttree.storage.library import DEFAULT_TREE, find_tree
from debttree.tui.explorer.scene import Scene
from debttree.tui.kit.map.drawing import Detail, Map

if TYPE_CHECKING:
    from collections.abc import Callable

TODAY = dt.date(2026, 11, 23)
SIZES = (1_000, 10_000)
WINDOW = (160, 48)
"""Size of the window that is drawn, in cells and rows."""

_WINDOWS = 12
"""Number of places of the window that are timed together; the figure is for one."""

_LETTERS = ("征信", "jl", "jlr", "凭证 xj")


def run() -> Section:
    section = Section(
        "map",
        "Map, outline and search",
        "Calls in one process, best of five, in turn, on the bundled tree and on generated ones. Whole map: columns, "
        "order, rows and tracks of every node, with what each box takes. Near: the same for a neighbourhood. Window: "
        f"the rows of a full window of {WINDOW[0]}x{WINDOW[1]}, none kept from before; scrolling down draws one row of "
        "them. Outline: everything unfolded. Letter: the slowest of some searches in an index that is there.",
    )
    names = ("whole", "near", "window", "outline", "index", "letter")
    section.rows = [["nodes", "whole map", "near", "window", "outline", "index", "letter"]]
    bundled = check_file(find_tree(DEFAULT_TREE), TODAY).tree
    assert bundled is not None
    for tree in (bundled, *map(_generated, SIZES)):
        seconds = _measured(tree)
        n = len(tree.nodes)
        section.rows.append([f"{n:,}", *(f"{seconds[name] * 1000:.1f} ms" for name in names)])
        if tree is bundled:
            section.budgets.append(
                ("milliseconds for the bundled tree's whole map", seconds["whole"] * 1000, 100)
            )
        elif n == SIZES[0]:
            section.budgets.append((f"milliseconds for a window, {n:,} nodes", seconds["window"] * 1000, 16))
        else:
            section.budgets.append((f"milliseconds for a letter, {n:,} nodes", seconds["letter"] * 1000, 50))
    return section


def _generated(nodes: int) -> Tree:
    tree = check_bytes(tree_text(nodes).encode(), "generated", TODAY).tree
    assert tree is not None
    return tree


def _measured(tree: Tree) -> dict[str, float]:
    scene, atlas = Scene(tree, begin(tree), "zh", TODAY), TreeIndex(tree)
    middle = [*begin(tree).path.nodes]
    picture = Map(scene, atlas.whole, Detail.BOX, 28)
    marks = picture.marks(middle[0], atlas.following(middle[0]), middle)
    index = Index(tree, "zh")

    def windows() -> None:
        width, height = WINDOW
        for place in range(_WINDOWS):
            left = (picture.width - width) * place // _WINDOWS
            top = (picture.height - height) * place // _WINDOWS
            for y in range(max(top, 0), min(max(top, 0) + height, picture.height)):
                picture.row(y, max(left, 0), max(left, 0) + width, marks)

    def outline() -> None:
        rows = Outline(atlas.graph, atlas.starts)
        for place in reversed(range(len(rows.rows))):
            rows.unfold_all(place)

    calls: dict[str, Callable[[], object]] = {
        "whole": lambda: Map(scene, TreeIndex(tree).whole, Detail.BOX, 28),
        "near": lambda: Map(scene, atlas.around(middle[0], middle), Detail.BOX, 28),
        "window": windows,
        "outline": outline,
        "index": lambda: Index(tree, "zh"),
        **{letters: lambda letters=letters: index.find(letters, 200) for letters in _LETTERS},  # type: ignore[misc]
    }
    found = {name: took.seconds for name, took in calls_side_by_side(calls, typical=min).items()}
    found["window"] /= _WINDOWS
    found["letter"] = max(found[letters] for letters in _LETTERS)
    return found

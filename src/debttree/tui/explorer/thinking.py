"""What is found out about a tree, and loaded for its other pages, in the background once the first one is painted."""

from collections.abc import Callable
from contextlib import suppress

from debttree.analysis import Prospects, Unwanted
from debttree.analysis.tree_index import TreeIndex
from debttree.export.prose_blocks import prepare_parser
from debttree.tui.explorer.rest import background_work
from debttree.tui.kit.wanted import is_wanted_here


def think(index: TreeIndex, know: Callable[[Prospects], None]) -> None:
    """Find the prospects of a tree, then make its graph for map and outline.

    Args:
        index: of the tree.
        know: takes the prospects.
    """
    is_wanted = is_wanted_here()
    prepare_parser()
    with suppress(Unwanted), background_work(index.tree):  # the person has left, or walks another tree
        prospects = Prospects.of(index.tree, is_wanted=is_wanted)
        prospects.prepare_marks(is_wanted)
        know(prospects)
        index.prepare()

"""Text as values: runs of words in a role, blocks of them, and the lines they make at a width."""

from debttree.tui.kit.page.blocks import (
    Block,
    Flow,
    Grid,
    Laid,
    Made,
    Pair,
    Para,
    Spot,
    blank,
    headed,
    joined,
    lay,
    numbered,
)
from debttree.tui.kit.page.lazily import Lazily
from debttree.tui.kit.page.runs import ELLIPSIS, Line, Run, cells, dotted, fitted, line_cells, plain
from debttree.tui.kit.page.wrap import wrap

__all__ = [
    "ELLIPSIS",
    "Block",
    "Flow",
    "Grid",
    "Laid",
    "Lazily",
    "Line",
    "Made",
    "Pair",
    "Para",
    "Run",
    "Spot",
    "blank",
    "cells",
    "dotted",
    "fitted",
    "headed",
    "joined",
    "lay",
    "line_cells",
    "numbered",
    "plain",
    "wrap",
]

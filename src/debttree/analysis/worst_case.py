"""Compute the least severity to which the worst case can be held from each node.

What is in your hands under a low threshold is in your hands under a higher one, too. So the thresholds come from above,
and each is looked for only among the nodes held under the one before.
"""

from operator import not_

from debttree.analysis.flat_graph import FlatGraph
from debttree.analysis.reachability import greatest_ahead
from debttree.analysis.setbacks import IS_HELD, Shrinking, attracted, first_level


def least_worst(flat: FlatGraph, severities: bytes) -> bytes:
    """Return the least `s` for which it is in your hands to keep off all nodes that bring anything graver than `s`.

    Where not even an end is, it is the gravest severity that can be met.

    Args:
        flat: the graph, with arcs where others can go on.
        severities: the gravest severity that each node brings.
    """
    worst = greatest_ahead(flat, severities)
    held = bytes([1]) * len(flat)
    for severity in sorted({0, *severities}, reverse=True):
        barred = [node for node, mark in enumerate(held) if not mark or severities[node] > severity]
        held = _held(flat, barred)
        for node, mark in enumerate(held):
            if mark:
                worst[node] = severity
    return bytes(worst)


def _held(flat: FlatGraph, barred: list[int]) -> bytes:
    """Return 1 for each node of the limit that keeps off the barred ones."""
    owed, forced = attracted(flat, barred)
    via = first_level(flat, owed, forced)
    return Shrinking(flat, forced, bytearray(map(not_, owed)), via).setbacks(0).translate(IS_HELD)

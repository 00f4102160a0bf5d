"""Compute for each node the least severity to which you can limit the worst case.

A node from which you can stay below a threshold can also stay below any higher one. So thresholds are tried from the
highest down, each only among the nodes that passed the one before.
"""

from operator import not_

from debttree.analysis.flat_graph import FlatGraph
from debttree.analysis.reachability import greatest_ahead
from debttree.analysis.setbacks import IS_HELD, Shrinking, attracted, first_level


def least_worst(flat: FlatGraph, severities: bytes) -> bytes:
    """Return for each node the least severity `s` such that you can avoid all nodes that bring anything graver.

    If you cannot even reach an outcome for certain, it is the gravest severity that can be met.

    Args:
        flat: the graph, with arcs where others can go on.
        severities: the gravest severity that each node brings, 0-5.
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
    """Return 1 for each node in the limit for avoiding the barred nodes."""
    owed, forced = attracted(flat, barred)
    via = first_level(flat, owed, forced)
    return Shrinking(flat, forced, bytearray(map(not_, owed)), via).setbacks(0).translate(IS_HELD)

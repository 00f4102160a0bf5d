"""Find what two texts, or two lists of lines, have in common at their beginning and at their end."""

from collections.abc import Callable, Sequence

_STRIDE = 65_536
"""Characters, or lines, that are compared at a time."""


def common_ends(before: Sequence[str], after: Sequence[str]) -> tuple[int, int]:
    """Return how many characters, or lines, both begin with, and how many of the rest both end with."""
    shorter = min(len(before), len(after))
    start = _longest(shorter, lambda known, tried: before[known:tried] == after[known:tried])
    rest = shorter - start
    end = _longest(
        rest,
        lambda known, tried: (
            before[len(before) - tried : len(before) - known]
            == after[len(after) - tried : len(after) - known]
        ),
    )
    return start, end


def _longest(limit: int, same: Callable[[int, int], bool]) -> int:
    """Return the greatest length up to `limit` at which both are the same; slices do the work.

    In strides, so that no slice holds half of a large text; then halving.
    """
    known = 0
    while known + _STRIDE <= limit and same(known, known + _STRIDE):
        known += _STRIDE
    unknown = min(known + _STRIDE, limit)
    while known < unknown:
        tried = (known + unknown + 1) // 2
        if same(known, tried):
            known = tried
        else:
            unknown = tried - 1
    return known

"""Find the common beginning and end of two texts, or of two lists of lines."""

from collections.abc import Callable, Sequence

_STRIDE = 65_536
"""Characters, or lines, that are compared in one step."""


def common_ends(before: Sequence[str], after: Sequence[str]) -> tuple[int, int]:
    """Return the length of the common beginning, and of the common end of the rest, in characters or lines."""
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
    """Return the greatest length up to `limit` for which `same` holds.

    Steps of a fixed size come first, so that no slice copies half of a large text; then bisection.
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

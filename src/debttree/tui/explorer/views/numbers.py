"""The numbers before items that digits choose."""

from collections.abc import Iterator

from debttree.tui.kit.page import Line, Run

DIGITS = 9
"""Number of items that have a digit."""

Numbers = Iterator[int]
"""Counts the items of a list that digits choose."""


def lead(numbers: Numbers | None) -> tuple[Line, str]:
    """Return the words before an item, its number if it has one, and the same width of spaces for its other lines."""
    if numbers is None:
        return (Run(" "),), " "
    number = next(numbers)
    return (Run(" "), Run(f"{number} " if number <= DIGITS else "  ", "key")), "   "

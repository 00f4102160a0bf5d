"""Numbers before the items of a list that digits choose from."""

from collections.abc import Iterator

from debttree.tui.kit.page import Line, Run

DIGITS = 9
"""Items that a digit reaches."""

Numbers = Iterator[int]
"""Counts the items of a list that digits choose from."""


def lead(numbers: Numbers | None) -> tuple[Line, str]:
    """Return what stands before an item: its number where it has one; and as many spaces."""
    if numbers is None:
        return (Run(" "),), " "
    number = next(numbers)
    return (Run(" "), Run(f"{number} " if number <= DIGITS else "  ", "key")), "   "

"""The limits of a tree file; a file beyond them is refused early, with a clear error."""

from collections.abc import Iterable

FILE_BYTES = 64 * 1024 * 1024
"""Bytes of a file. tomli needs a little less than a second for each 10 MB; a guide for people stays far below."""

NODES = 200_000
"""Nodes of a tree: what every pass over the graph is known to finish in a few seconds."""

TEXT_CHARACTERS = 1_000_000
"""Characters of one text: a person reads a page, and a screen must lay it out between two keys."""

NESTING = 64
"""Tables and arrays within each other; the format needs six. The compiled tomli stops at 400, the pure one sooner."""

DEADLINE_AMOUNT = 36_500
"""Days, months or years of a deadline: a hundred years in days, more than any period of the law."""


def is_too_deep(value: object) -> bool:
    """Return whether a value that nobody reads is nested beyond the limit, without recursion."""
    level: Iterable[object] = [value]
    for _ in range(NESTING):
        level = [child for item in level if isinstance(item, dict | list) for child in _children(item)]
        if not level:
            return False
    return True


def _children(item: dict[str, object] | list[object]) -> Iterable[object]:
    return item.values() if isinstance(item, dict) else item

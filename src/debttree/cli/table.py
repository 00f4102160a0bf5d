"""Plain tables for a terminal of any font: columns line up in cells, not in characters."""

from collections.abc import Sequence

from wcwidth import wcswidth, wrap


def cells(text: str) -> int:
    """How many terminal cells a line takes; clean text always has a width."""
    return max(wcswidth(text), 0)


def padded(text: str, width: int) -> str:
    """`text` with spaces up to `width` cells."""
    return text + " " * max(width - cells(text), 0)


def table(rows: Sequence[Sequence[str]], width: int = 80, gap: int = 2) -> list[str]:
    """Lines of a table whose last column wraps at `width` cells.

    Args:
        rows: equally long rows of clean one-line texts; the first may be a heading.
    """
    if not rows:
        return []
    widths = [max(cells(row[column]) for row in rows) for column in range(len(rows[0]) - 1)]
    indent = sum(widths) + gap * len(widths)
    lines = []
    for row in rows:
        head = "".join(padded(text, size) + " " * gap for text, size in zip(row, widths, strict=False))
        wrapped = wrap(row[-1], max(width - indent, 20)) or [""]
        lines.append((head + wrapped[0]).rstrip())
        lines.extend((" " * indent + rest).rstrip() for rest in wrapped[1:])
    return lines

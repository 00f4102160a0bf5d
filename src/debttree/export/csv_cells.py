"""Rows as CSV (RFC 4180) that a spreadsheet reads as words, never as a formula."""

import csv
import io
from collections.abc import Iterable, Sequence

_ACTS = ("=", "+", "-", "@", "\t", "\r")
"""The beginnings of cells that a spreadsheet would evaluate as a formula."""

_GUARD = "'"


def guarded(cell: str) -> str:
    """Return a cell for a CSV file; one that a spreadsheet would evaluate gets a leading `'`.

    >>> guarded("=1+1"), guarded("Mrs Li")
    ("'=1+1", 'Mrs Li')
    """
    return _GUARD + cell if cell.startswith(_ACTS) else cell


def csv_bytes(rows: Iterable[Sequence[str]]) -> bytes:
    """Return rows as the bytes of a CSV file in UTF-8, each line ended as RFC 4180 has it.

    Args:
        rows: equally long rows of clean words; the first one has the names of the columns.
    """
    text = io.StringIO(newline="")
    csv.writer(text).writerows([guarded(cell) for cell in row] for row in rows)
    return text.getvalue().encode()

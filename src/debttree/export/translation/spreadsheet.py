"""Translations as CSV, in all variants that spreadsheets write: BOM, `;`, tabs, CRLF, line breaks in cells."""

import csv
import re
from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO

from debttree.editing.translating import Given
from debttree.export.translation.sheet import Returned, TextSheet, decoded
from debttree.locales import Phrases
from debttree.model import Trouble, clean_line, msg, suggestion

_PLACE, _SOURCE, _TRANSLATION = "place", "source", "translation"

_COLUMNS = (_PLACE, "kind", "step", "state", "source before", _SOURCE)

_ACTS = re.compile(r"'*[=+\-@\t\r]")
"""How a cell begins that a spreadsheet might run, or one that was made harmless already."""


def harmless(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula; `as_meant` takes the sign off again.

    >>> harmless("=1+1"), harmless("plain"), as_meant(harmless("'=1"))
    ("'=1+1", 'plain', "'=1")
    """
    return f"'{cell}" if _ACTS.match(cell) else cell


def as_meant(cell: str) -> str:
    """Return a cell without the sign that made it harmless."""
    return cell[1:] if cell.startswith("'") and _ACTS.match(cell) else cell


def csv_table(sheet: TextSheet, say: Phrases) -> bytes:
    """Return the rows as CSV: UTF-8 with a BOM, by which Excel knows it.

    Args:
        sheet: what to translate.
        say: the language of the words for kinds.
    """
    table = StringIO(newline="")
    writer = csv.writer(table)
    writer.writerow([*_COLUMNS, f"{_TRANSLATION} {sheet.language}"])
    for row in sheet.rows:
        node = row.passage.node or ""
        state = "stale" if row.is_stale else "" if row.translation else "missing"
        cells = (
            row.passage.place,
            say.tell(row.passage.kind),
            clean_line(sheet.titles.get(node, "")),
            state,
            row.before or "" if row.is_stale else "",
            row.source,
            row.translation,
        )
        writer.writerow([harmless(cell) for cell in cells])
    return table.getvalue().encode("utf-8-sig")


def read_csv(content: bytes) -> Returned:
    """Return the rows of a CSV file, with whatever separator a spreadsheet has put between them.

    Raises:
        Trouble: it is not UTF-8, or has not the columns that it needs.
    """
    text = decoded(content)
    if text.startswith("sep="):  # a line for Excel
        text = text.partition("\n")[2]
    with _long_cells(len(text)):
        table = list(_table(text))
    heads = [cell.strip().lower() for cell in table[0]] if table else []
    target = next((head for head in heads if head.startswith(_TRANSLATION)), _TRANSLATION)
    places = [_column(heads, name) for name in (_PLACE, _SOURCE, target)]
    return Returned(target.removeprefix(_TRANSLATION).strip(), tuple(_given(table[1:], places)))


def _table(text: str) -> Iterator[list[str]]:
    # strict: else a file cut off within a cell would give that cell all the rows below it
    reader = csv.reader(StringIO(text, newline=""), delimiter=_separator(text), strict=True)
    try:
        yield from reader
    except csv.Error as error:
        raise Trouble(
            msg("This is no CSV file: {reason}", reason=f"{reader.line_num}: {error}"),
            msg("Save it anew in your tool."),
        ) from None


def _separator(text: str) -> str:
    """Return the separator between the first two cells of the first line."""
    line = text.partition("\n")[0]
    return min(",;\t", key=lambda sign: line.find(sign) if sign in line else len(line) + 1)


def _column(heads: list[str], name: str) -> int:
    if name in heads:
        return heads.index(name)
    message = msg('The first line of the CSV file has no column "{name}".', name=name)
    raise Trouble(message, suggestion(name, heads, msg("Keep the first line as it was written.")))


def _given(table: list[list[str]], places: list[int]) -> Iterator[Given]:
    for row in table:
        cells = [as_meant(row[place]) if place < len(row) else "" for place in places]
        if any(cells):
            yield Given(cells[0], cells[1], cells[2])


@contextmanager
def _long_cells(limit: int) -> Iterator[None]:
    """Let cells be as long as the file, meanwhile: one too long for a text is refused by itself, with its place.

    The limit is one of the whole process.
    """
    before = csv.field_size_limit(limit + 1)
    try:
        yield
    finally:
        csv.field_size_limit(before)

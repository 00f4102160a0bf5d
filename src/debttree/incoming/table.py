"""Read a table (CSV): columns id, kind, title, choice, to, and stage and text where there are any."""

import csv
import io
from typing import NamedTuple

from debttree.incoming.found import Finding, FoundTree, NotReadable
from debttree.model import Kind, did_you_mean, msg

COLUMNS = ("id", "kind", "title", "choice", "to", "stage", "text")
_NEEDED = ("id", "to")
_GUARDED = tuple("=+-@\t\r")


class _Columns(NamedTuple):
    places: dict[str, int]
    width: int


def unguarded(cell: str) -> str:
    """Return a cell without the `'` that keeps a spreadsheet from running it.

    >>> unguarded("'=1+1"), unguarded("'tis")
    ('=1+1', "'tis")
    """
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_GUARDED) else cell


def read_table(text: str) -> FoundTree:
    """Read a table: the first row of an id says kind and title, each row with `to` is a choice.

    A row without an id belongs to the id above it.
    """
    finding = Finding()
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    try:
        columns = _columns(next(rows, []), finding)
        key = ""
        for row in rows:
            if any(cell.strip() for cell in row):
                key = _row(row, columns, key, rows.line_num, finding)
    except csv.Error as error:
        raise NotReadable(msg("this is no table: {reason}", reason=str(error)), rows.line_num) from None
    return finding.found(root=next(iter(finding.nodes), ""))


def _delimiter(text: str) -> str:
    first = text.split("\n", 1)[0]
    return max(",;\t", key=first.count)


def _columns(header: list[str], finding: Finding) -> _Columns:
    names = [name.strip().casefold() for name in header]
    for name in _NEEDED:
        if name not in names:
            hint = msg("The first row names the columns: {columns}", columns=", ".join(COLUMNS[:5]))
            raise NotReadable(msg('there is no column "{name}".', name=name), 1, hint)
    for name in names:
        if name and name not in COLUMNS:
            finding.lost(1, msg('The column "{name}" is not read.', name=name))
    return _Columns({name: names.index(name) for name in COLUMNS if name in names}, len(names))


def _row(row: list[str], columns: _Columns, above: str, line: int, finding: Finding) -> str:
    def cell(name: str) -> str:
        place = columns.places.get(name, len(row))
        return unguarded(row[place]).strip() if place < len(row) else ""

    for extra in filter(str.strip, row[columns.width :]):
        finding.lost(line, msg('The cell "{cell}" stands in no column.', cell=extra))
    key = cell("id") or above
    if not key:
        finding.lost(line, msg("This row has no id, and none stands above it."))
        return above
    kind = _kind(cell("kind"), line, finding)
    finding.node(
        key, title=cell("title"), name=key, kind=kind, stage=cell("stage"), text=cell("text"), line=line
    )
    if cell("to"):
        finding.arrow(key, cell("to"), label=cell("choice"), line=line)
    elif cell("choice"):
        finding.lost(line, msg('The choice "{choice}" leads nowhere: "to" is empty.', choice=cell("choice")))
    return key


def _kind(word: str, line: int, finding: Finding) -> Kind | None:
    try:
        return Kind(word.casefold()) if word else None
    except ValueError:
        near = did_you_mean(word, Kind)
        reason = msg('"{word}" is no kind; those are: {kinds}', word=word, kinds=", ".join(Kind))
        finding.lost(line, msg("{reason} {hint}", reason=reason, hint=near) if near else reason)
        return None

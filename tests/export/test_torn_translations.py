"""A translator's file that was cut off on its way is refused: half a text is no text."""

import pytest

from debttree.export.translation.po import read_po_file
from debttree.export.translation.spreadsheet import read_csv
from debttree.model import Trouble

_HEAD = "place,source,translation es\r\n"


@pytest.mark.parametrize("rest", ['a,b,"x\r\nc,d,y\r\n', 'a,"b,x\r\nc,d,y\r\n', 'a,b,"x"y\r\n'])
def test_a_cell_that_nobody_closed_does_not_swallow_the_rows_below_it(rest: str) -> None:
    with pytest.raises(Trouble, match="no CSV file"):
        read_csv((_HEAD + rest).encode())


@pytest.mark.parametrize("string", ['"Pagos acordado', '"Pagos "acor" dados"', '"Pagos \\"', "Pagos", '"'])
def test_a_string_of_a_po_file_without_its_end_loses_no_letter(string: str) -> None:
    with pytest.raises(Trouble, match="no PO file"):
        read_po_file(f'msgctxt "a"\nmsgid "b"\nmsgstr {string}\n'.encode())


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_whole_strings_are_read_with_whatever_lies_within_them(end: str) -> None:
    lines = ('# x "', 'msgctxt "a"', 'msgid ""', '  "b"', 'msgstr "\\"c\\\\" ', "")
    (row,) = read_po_file(end.join(lines).encode()).rows
    assert (row.place, row.source, row.translation) == ("a", "b", '"c\\')

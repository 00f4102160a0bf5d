"""Tables: every line fits, columns line up in cells, no word is lost."""

from hypothesis import given
from hypothesis import strategies as st

from debttree.cli.table import table
from debttree.export.wrapping import cells

WORDS = st.text(alphabet="ab -，逾期的账单，é🙂", max_size=40)


def test_columns_line_up_in_cells_not_in_characters() -> None:
    assert table([["编号", "name"], ["1", "逾期"], ["22222", "x"]]) == [
        "编号   name",
        "1      逾期",
        "22222  x",
    ]


def test_the_widest_columns_wrap_where_a_table_is_too_wide() -> None:
    assert table([["a", "one two three four five", "x"], ["b", "six", "y"]], width=20) == [
        "a  one two three   x",
        "   four five",
        "b  six             y",
    ]


def test_no_rows_are_no_lines() -> None:
    assert table([]) == []


@given(st.lists(st.tuples(WORDS, WORDS, WORDS), min_size=1, max_size=5))
def test_every_line_fits_and_nothing_is_lost(rows: list[tuple[str, str, str]]) -> None:
    lines = table(rows, width=50)
    assert all(cells(line) <= 50 for line in lines)
    letters = sorted("".join("".join(row) for row in rows).replace(" ", ""))
    assert sorted("".join(lines).replace(" ", "")) == letters

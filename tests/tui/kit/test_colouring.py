"""Colours of raw TOML while it changes: as if the whole text had been read anew."""

from hypothesis import given
from hypothesis import strategies as st

from debttree.reading.pieces import TOP, LineBegin
from debttree.tui.kit.colouring import Colouring

LINES = st.lists(
    st.sampled_from(['a = "x"', 'a = """', '"""', "'''", "b = [", "]", "c = {", "}", "[d]", "# e", "1,", ""]),
    max_size=12,
)


@given(
    LINES,
    st.lists(st.tuples(LINES, st.integers(0, 12)), max_size=4),
    st.sampled_from([TOP, LineBegin('"""')]),
)
def test_after_each_change_every_line_is_coloured_as_if_it_was_new(
    first: list[str], changes: list[tuple[list[str], int]], begin: LineBegin
) -> None:
    colouring = Colouring(begin)
    for lines, asked in [(first, 12), *changes]:
        colouring.follow(lines)
        fresh = Colouring(begin)
        fresh.follow(lines)
        for index in range(min(asked, len(lines))):
            assert colouring.pieces(index) == fresh.pieces(index)

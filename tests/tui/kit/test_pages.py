"""Lines at a width: nothing lost, nothing too wide, no line begun by a closing mark."""

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from debttree.tui.kit.page import (
    Grid,
    Laid,
    Lazily,
    Made,
    Pair,
    Para,
    Run,
    cells,
    fitted,
    lay,
    line_cells,
    plain,
    wrap,
)
from debttree.tui.kit.page.blocks import LINES_BETWEEN_LOOKS
from debttree.tui.kit.page.runs import sliced
from debttree.tui.kit.prose import addresses, written

words = st.text(st.sampled_from("abc 您好，。（）《》“”1-\u0301"), max_size=60)
widths = st.integers(2, 40)


@given(words, widths)
def test_wrapping_keeps_every_word_and_the_width(text: str, width: int) -> None:
    lines = list(wrap((Run(text),), width))
    assert all(line_cells(line) <= width for line in lines)
    assert "".join(map(plain, lines)).replace(" ", "") == text.replace(" ", "")


@given(st.text(st.sampled_from("逾期之后您可以先打电话，。；"), min_size=1, max_size=60), st.integers(12, 40))
def test_no_line_of_chinese_begins_with_a_closing_mark(text: str, width: int) -> None:
    runs_of_marks = any(mark * 5 in text for mark in "，。；")
    clinging = max((len(part) for part in _marks(text)), default=0)
    lines = [plain(line) for line in wrap((Run(text),), width)]
    if not runs_of_marks and clinging < 5:
        assert not any(line[:1] in "，。；" for line in lines[1:])


def _marks(text: str) -> list[str]:
    return "".join(c if c in "，。；" else " " for c in text).split()


def test_roles_survive_wrapping() -> None:
    line = (Run("plain ", ""), Run("strong words here", "strong"))
    assert [[run.role for run in part] for part in wrap(line, 12)] == [["", "strong"], ["strong"]]


@given(words, st.integers(0, 30), st.booleans())
def test_fitting_shortens_to_the_width(text: str, width: int, keep_end: bool) -> None:
    line = fitted((Run(text),), width, keep_end=keep_end)
    assert line_cells(line) <= max(width, 0)


def test_what_stands_right_goes_below_where_there_is_no_room() -> None:
    para = Para((Run("a long enough label"),), right=(Run("decision"),))
    assert [plain(line) for line in para.lines(40)] == ["a long enough label             decision"]
    assert [plain(line) for line in para.lines(14)] == ["a long enough", "label", "decision"]


def test_a_table_becomes_a_list_where_it_does_not_fit() -> None:
    grid = Grid(((Run("offer"),), (Run("cost"),)), (((Run("分期"),), (Run("interest"),)),))
    assert [plain(line) for line in grid.lines(40)] == [
        "offer  cost    ",
        "───────────────",
        "分期   interest",
    ]
    assert [plain(line) for line in grid.lines(12)] == ["- offer:", "    分期", "  cost:", "    interest"]


def test_neighbouring_blocks_of_one_item_are_one_place() -> None:
    laid = lay([Para((Run("a"),), item="x"), Para((Run("b"),), item="x"), Para((Run("c"),), item="y")], 10)
    assert [(spot.item, spot.first, spot.end) for spot in laid.spots] == [("x", 0, 2), ("y", 2, 3)]


def test_markdown_keeps_markup_of_other_kinds_as_words() -> None:
    text = "[@click=app.quit]here[/] <b>bold</b> and **strong**"
    (para,) = written(text)
    assert plain(next(iter(para.lines(80)))) == "[@click=app.quit]here[/] <b>bold</b> and strong"


def test_addresses_end_before_punctuation() -> None:
    assert addresses("See <https://a.cn/x>, （https://b.cn/y）。And https://a.cn/x.") == [
        "https://a.cn/x",
        "https://b.cn/y",
    ]


def test_cells_count_wide_characters_twice() -> None:
    assert cells("花呗 a") == 6


def test_lines_are_made_as_far_as_they_are_asked_for() -> None:
    laid = Laid([Para((Run("x" * 1_000_000),)), Para((Run("choice"),), item="c")], 70)
    laid.reach(10)
    assert (len(laid.lines), laid.is_whole, laid.spots, list(laid.items)) == (10, False, [], ["c"])
    laid.reach(1_000_000)
    assert laid.is_whole
    assert [(spot.item, spot.first) for spot in laid.spots] == [("c", len(laid.lines) - 1)]


def test_ranges_of_many_runs_are_cut_in_one_walk() -> None:
    runs = [Run("ab ", "strong" if number % 2 else "") for number in range(20_000)]
    walked = 0

    def walk() -> Iterator[Run]:
        nonlocal walked
        for run in runs:
            walked += 1
            yield run

    lines = list(sliced(walk(), ((start, start + 30) for start in range(0, 60_000, 30))))
    assert walked == len(runs)
    assert [plain(line) for line in lines] == ["ab " * 10] * 2_000
    assert [[run.role for run in line] for line in lines[:2]] == [["", "strong"] * 5] * 2


def test_blocks_are_made_as_far_as_they_are_laid_out_and_once() -> None:
    made: list[int] = []

    def make() -> Iterator[Para]:
        for number in range(10_000):
            made.append(number)
            yield Para((Run(f"{number}"),), item=str(number))

    blocks = Lazily(make())
    laid = Laid(blocks, 40)
    laid.reach(5)
    assert len(made) == 5
    assert (laid.items.at(7), len(made)) == ("7", 8)
    Laid(blocks, 20).reach(8)
    assert len(made) == 8
    assert len(laid.items) == 10_000
    assert len(made) == 10_000


def test_lines_that_take_long_are_made_some_at_a_time() -> None:
    laid = Laid([Para((Run("x" * 1_000),))], 10)
    for number in range(1, 4):
        laid.reach(100, 0)
        assert len(laid.lines) == number * LINES_BETWEEN_LOOKS


def test_a_table_too_wide_is_listed_without_measuring_all_of_it() -> None:
    grid = Grid(((Run("head"),),) * 4_000, (((Run("value"),),) * 4_000,))
    laid = Laid([grid], 40)
    laid.reach(3)
    assert [plain(line) for line in laid.lines] == ["- head: value", "  head: value", "  head: value"]


def test_two_texts_beside_each_other_come_line_by_line() -> None:
    pair = Pair((), ((Run("left"),),) * 2, ((Run("right"),),) * 3)
    assert [plain(line).split() for line in pair.lines(60)] == [["left", "│", "right"]] * 2 + [["│", "right"]]


def test_made_lines_follow_the_width_and_are_never_wider() -> None:
    made = Made(lambda width: [(Run("x" * (width + 1)),)])
    assert [[plain(line) for line in made.lines(width)] for width in (3, 5)] == [["xxx", "x"], ["xxxxx", "x"]]

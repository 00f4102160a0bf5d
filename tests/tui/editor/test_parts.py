"""The editor's parts without screens: text as a widget holds it, ids, differences."""

import gc
import weakref

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debttree.locales import phrases
from debttree.model import Trouble, free_id, is_id
from debttree.reading.gc_pause import LARGE, in_background
from debttree.tui.editor.making import period_from
from debttree.tui.editor.text_buffer import Excerpt, shown, written
from debttree.tui.editor.views.diff import changed_lines, diff

LINES = st.lists(st.text(st.sampled_from("ab \r\x0b\x1c\x85\u2028逾")), max_size=8)
ENDS = st.sampled_from(["\n", "\r\n"])


@given(LINES, ENDS)
def test_a_text_that_is_shown_and_not_touched_is_as_it_was(lines: list[str], newline: str) -> None:
    text = newline.join(lines)
    assert written(text, shown(text), newline) == text
    assert len(shown(text).splitlines()) <= shown(text).count("\n") + 1


@given(LINES, LINES, LINES, ENDS, ENDS)
def test_lines_that_nobody_touched_keep_their_bytes(
    above: list[str], typed: list[str], below: list[str], one: str, other: str
) -> None:
    head = "".join(line + one for line in above)
    tail = "".join(line + other for line in below)
    middle = "".join(line.replace("\r", "") + "\n" for line in typed)
    found = written(head + "old" + one + tail, shown(head) + middle + shown(tail), "\n")
    assert found.startswith(head)
    assert found.endswith(tail)


def test_new_lines_end_as_the_file_does() -> None:
    assert written("a\r\nb", "a\nnew\nb", "\r\n") == "a\r\nnew\r\nb"
    assert written("a\r\nb\r\n", "a\nb\nc", "\r\n") == "a\r\nb\r\nc"


@given(st.text(max_size=80), st.sets(st.sampled_from(["node", "node-2", "a", "逾期"])))
def test_ids_made_of_words_are_ids_and_free(words: str, taken: set[str]) -> None:
    found = free_id(words, taken, "node")
    assert is_id(found)
    assert found not in taken


@pytest.mark.parametrize(
    ("typed", "period"),
    [
        ("15", ("days", 15)),
        ("15 days", ("days", 15)),
        ("10 个工作日", ("working_days", 10)),
        ("3个月", ("months", 3)),
        ("2 Years", ("years", 2)),
    ],
)
def test_periods_are_read_as_people_write_them(typed: str, period: tuple[str, int]) -> None:
    assert period_from(typed) == period


@pytest.mark.parametrize("typed", ["", "soon", "0 days", "-1 days", "15 parsecs"])
def test_what_is_no_period_is_refused(typed: str) -> None:
    with pytest.raises(Trouble):
        period_from(typed)


def test_of_a_large_text_a_part_around_a_line_is_shown_and_the_rest_keeps_its_bytes() -> None:
    text = "".join(f'[nodes.n{n}]\r\ntitle = "{n}"\n' for n in range(30_000))
    part = Excerpt.around(text, 30_001)
    lines = part.shown.split("\n")
    assert not part.is_whole
    assert len(part.shown) < 150_000
    assert lines[30_001 - part.first] == "[nodes.n15000]"
    assert lines[0].startswith("[")
    assert part.last - part.first + 1 == len(lines) - 1
    assert part.written(part.shown, "\n") == text
    typed = part.shown.replace('"15000"', '"changed"')
    after = part.written(typed, "\n")
    assert after == text.replace('"15000"', '"changed"')
    assert part.after(after).shown == typed


class Loop:
    """Something that names itself, as the parts of a screen name each other."""

    def __init__(self) -> None:
        self.own = self


def test_work_beside_a_large_document_frees_what_was_closed_before() -> None:
    closed = weakref.ref(Loop())
    try:
        with in_background(LARGE):
            assert not gc.isenabled()
            assert closed() is None
        assert gc.isenabled()
    finally:
        gc.unfreeze()


def test_a_difference_is_numbered_from_the_beginning_of_the_file() -> None:
    before = "".join(f"line {n}\n" for n in range(1, 1001))
    after = before.replace("line 500\n", "line five hundred\n")
    words = [
        "".join(run.text for line in block.lines(80) for run in line)
        for block in diff(phrases("en"), before, after)
    ]
    assert words[0].strip() == "From line 497"
    assert "- line 500" in words
    assert "+ line five hundred" in words
    assert changed_lines(before, after) == (1, 1)

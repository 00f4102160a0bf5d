"""Markdown that is made to be slow: read in pieces, each when it is come to, and to the same words."""

import pytest

from debttree.export.prose_blocks import LINES_AT_MOST, MARKS_AT_ONCE, BlockForm, blocks, in_pieces


@pytest.mark.parametrize("sample", ["a**b**", "[a](b ", "*a _b ", "`a` ", "<a ", "a\n*b*\n", "\\\\* ", "["])
def test_pieces_are_the_whole_and_each_is_short(sample: str) -> None:
    words = sample * 8_000
    pieces = list(in_pieces(words))
    assert "".join(pieces) == words
    assert len(pieces) > 1
    assert max(map(len, pieces)) <= MARKS_AT_ONCE * (len(sample) + 1)


def test_a_paragraph_with_few_marks_is_one_piece() -> None:
    words = "Keep *every* letter, with its date. " * 400
    assert list(in_pieces(words)) == [words]


def test_emphasis_is_not_cut_apart() -> None:
    found = list(blocks("a**b**" * 8_000))
    assert len(found) > 1
    assert "".join(block.text for block in found) == "ab" * 8_000
    assert {span for block in found for span in block.spans} == {("a", False), ("b", True)}


def test_only_the_first_piece_is_read_until_the_next_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    from markdown_it import MarkdownIt

    read: list[int] = []
    whole = MarkdownIt.parseInline

    def counted(self: MarkdownIt, src: str, env: dict[str, object] | None = None) -> object:
        read.append(len(src))
        return whole(self, src, env)

    monkeypatch.setattr(MarkdownIt, "parseInline", counted)
    next(blocks("[" * 49_000))
    assert read == [MARKS_AT_ONCE]


def test_what_a_link_refers_to_may_stand_below_it() -> None:
    (block,) = blocks("See [the law][l].\n\n[l]: https://law.example/1")
    assert block.text == "See the law (https://law.example/1)."


def test_a_long_item_keeps_one_marker() -> None:
    found = list(blocks("- " + "*a* b " * 2_000))
    assert {block.form for block in found} == {BlockForm.ITEM}
    assert [block.marker for block in found] == ["-"] + [""] * (len(found) - 1)


@pytest.mark.parametrize("text", ["- a\n" * (LINES_AT_MOST + 1), "|a" * (LINES_AT_MOST + 1) + "\n|-"])
def test_more_lines_and_cells_than_can_be_read_at_once_are_words(text: str) -> None:
    assert [block.form for block in blocks(text)] == [BlockForm.PARAGRAPH]

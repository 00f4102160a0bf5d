"""Blocks follow changes of their text without looking at what was not touched."""

import random

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from debttree.model import Place
from debttree.reading.blocks import Blocks, Splice, scan, spliced
from debttree.reading.lines import Lines
from debttree.reading.spans import entries
from tests.reading.rebuild import corpus


def _change(blocks: Blocks, chance: random.Random) -> list[Splice]:
    """Blocks and entries put in and taken out here and there."""
    splices = []
    for number in range(len(blocks.starts)):
        start, end = blocks.block(number)
        way = chance.random()
        if number and way < 0.1:
            splices.append(Splice(start, end, ""))
        elif number and way < 0.2:
            splices.append(Splice(start, start, f"[new{number}]\n[[more{number}]]\nx = '''\n[no]'''\n"))
        elif way < 0.3:
            splices += [Splice(e.line, e.end, "") for e in entries(blocks.text, blocks.body(number))[:1]]
    return splices


@pytest.mark.parametrize("text", corpus())
@given(seed=st.integers(0, 2**32))
def test_a_changed_layout_is_that_of_the_changed_text(text: str, seed: int) -> None:
    blocks = scan(text)
    splices = _change(blocks, random.Random(seed))
    after = spliced(text, splices)
    try:
        tomli.loads(after)
    except tomli.TOMLDecodeError:
        return  # a table that was taken out may have held an array's first item
    changed, fresh = blocks.changed(splices), scan(after)
    assert changed.text == after
    assert list(changed.starts) == list(fresh.starts)
    assert list(changed.headers.of_block) == list(fresh.headers.of_block)


def test_a_change_that_touches_no_header_keeps_what_is_known_of_them() -> None:
    blocks = scan("[a]\nx = 1\n[b]\n")
    assert blocks.changed([Splice(8, 9, "200")]).headers is blocks.headers


def test_the_blocks_of_a_node_are_found_wherever_the_author_put_them() -> None:
    headers = scan(
        "[nodes.a.title]\n[[nodes.a.choices]]\n[nodes.ab]\n[[nodes.a.choices]]\n[nodes.a.choices.label]\n"
    ).headers
    headers.prepare()
    assert headers.first_under(("nodes", "a")) == 1
    assert headers.first_under(("nodes", "a", "choices", 1)) == 4
    assert headers.first_under(("stages",)) is None
    assert headers.blocks_under(("nodes", "a")) == [1, 2, 4, 5]
    assert headers.blocks_under(("nodes", "a", "choices", 1)) == [4, 5]
    assert headers.blocks_under(("nodes",)) == [1, 2, 3, 4, 5]
    assert headers.blocks_under(("nodes", "b")) == []


def test_nobody_looks_into_what_is_no_toml() -> None:
    blocks = Blocks.plain("[a\n[b]\n")
    assert list(blocks.starts) == [0]
    assert blocks.block(0) == blocks.body(0) == (0, 7)
    assert blocks.header_parts(0) == []


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_lines_by_number_have_no_ends_and_there_is_none_beyond_the_last(ends: str) -> None:
    lines = Lines(ends.join(["逾期", "", "x"]))
    assert [lines.line(number) for number in (1, 2, 3, 4)] == ["逾期", "", "x", ""]
    assert lines.at(1) == Place(1, 2)
    assert lines.at(2 + len(ends)) == Place(2, 1)

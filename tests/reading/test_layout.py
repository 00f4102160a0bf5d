"""A layout follows changes of its text without looking at what was not touched."""

import random
import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debttree.reading.layout import Layout, Splice, scan, spliced
from debttree.reading.spans import entries
from tests.reading.rebuild import corpus


def _change(layout: Layout, chance: random.Random) -> list[Splice]:
    """Blocks and entries put in and taken out here and there."""
    splices = []
    for number in range(len(layout.starts)):
        start, end = layout.block(number)
        way = chance.random()
        if number and way < 0.1:
            splices.append(Splice(start, end, ""))
        elif number and way < 0.2:
            splices.append(Splice(start, start, f"[new{number}]\n[[more{number}]]\nx = '''\n[no]'''\n"))
        elif way < 0.3:
            splices += [Splice(e.line, e.end, "") for e in entries(layout.text, layout.body(number))[:1]]
    return splices


@pytest.mark.parametrize("text", corpus())
@given(seed=st.integers(0, 2**32))
def test_a_changed_layout_is_that_of_the_changed_text(text: str, seed: int) -> None:
    layout = scan(text)
    splices = _change(layout, random.Random(seed))
    after = spliced(text, splices)
    try:
        tomllib.loads(after)
    except tomllib.TOMLDecodeError:
        return  # a table that was taken out may have held an array's first item
    changed, fresh = layout.changed(splices), scan(after)
    assert changed.text == after
    assert list(changed.starts) == list(fresh.starts)
    assert list(changed.outline.headers) == list(fresh.outline.headers)


def test_a_change_that_touches_no_header_keeps_what_is_known_of_them() -> None:
    layout = scan("[a]\nx = 1\n[b]\n")
    assert layout.changed([Splice(8, 9, "200")]).outline is layout.outline

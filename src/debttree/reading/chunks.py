"""Parse a large TOML text piece by piece, so that other threads and Ctrl-C get their turn in between.

The compiled tomli holds the interpreter until it has read all that it was given: 5 MB are more than half a second
in which no key and no Ctrl-C gets through. So a large text is cut before headers, each piece is read for itself,
and their data are put together. That is exact, because

- a piece that tomli accepts, and that ends with a line end, ends between two statements, wherever it was cut: what
  the pieces say is what the whole says, statement by statement;
- what the whole may still refuse is a table that is defined again. Pieces are put together only where they share no
  table but those at the top level (`nodes`), and where headers alone define these.

In all other cases (a node with scattered tables, dotted keys into others' tables, any error) the whole text is parsed
in one call, which also gives the message and place of an error.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import tomli

from debttree.reading.spans import Header, NotToml, scan_blocks

CHUNK = 32_768
"""Characters of a piece, at least: read in about 2 ms, less than the 5 ms after which Python changes threads."""

AT_ONCE = 8 * CHUNK
"""Characters of a text that is read in one call: about 10 ms, too short to notice."""

Data = dict[str, Any]


class _Entangled(Exception):
    """The pieces cannot be put together: the text must be read as a whole."""


def loads(text: str) -> tuple[Data, Sequence[tuple[int, Header]] | None]:
    """Return or raise what `tomli.loads` does, but let signals and other threads run in between.

    Returns:
        The data, and the blocks of the text where they were looked for.

    Raises:
        tomli.TOMLDecodeError: it is no TOML.
        RecursionError: it is nested too deeply.
        ValueError: a number has too many digits.
    """
    if len(text) <= AT_ONCE:
        return tomli.loads(text), None
    try:
        blocks = scan_blocks(text, 0, len(text))
        return _put_together(text, blocks), blocks
    except (_Entangled, NotToml, RecursionError, ValueError):
        return tomli.loads(text), None


def _put_together(text: str, blocks: Sequence[tuple[int, Header]]) -> Data:
    """Return the data of all pieces, read one by one."""
    starts = [*(start for start, _ in blocks), len(text)]
    whole: Data = tomli.loads(text[: starts[0]])
    top = set(whole)
    declared: set[str] = set()  # tables at the top level that have a header of their own
    for first, following in pairwise([*_cuts(blocks), len(blocks)]):
        data = tomli.loads(text[starts[first] : starts[following]])
        own = {header.names[0] for _, header in blocks[first:following] if len(header.names) == 1}
        if not (top.isdisjoint(data) and declared.isdisjoint(own)):
            raise _Entangled
        declared |= own
        for name, value in data.items():
            _add(whole, name, value)
    return whole


def _cuts(blocks: Sequence[tuple[int, Header]]) -> list[int]:
    """Return the numbers of the blocks that pieces begin with, at least `CHUNK` characters apart."""
    cuts: list[int] = []
    unit: tuple[str, ...] = ()
    for number, (start, (names, is_array)) in enumerate(blocks):
        if unit and names[: len(unit)] == unit:
            continue
        unit = names[:2] if len(names) > 1 else names if is_array else ()
        if not cuts or start - blocks[cuts[-1]][0] >= CHUNK:
            cuts.append(number)
    return cuts


def _add(whole: Data, name: str, value: Any) -> None:
    """Add what one piece says of a table at the top level."""
    known = whole.setdefault(name, value)
    if known is value:
        return
    if type(known) is not dict or type(value) is not dict or not known.keys().isdisjoint(value):
        raise _Entangled
    known.update(value)

"""Read only the part of a large tree that its first page shows: everything except nodes, the root, and its targets.

The whole tree is read after that page is shown, and only then checked. So this pass reads the text unit by unit, and
gives up if anything is unusual: then the whole tree is read before anything is shown.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any

import tomli

from debttree.model import Severity, Tree
from debttree.reading.gc_pause import without_collector
from debttree.reading.reader import read_data
from debttree.reading.spans import Header, NotToml, scan_blocks
from debttree.reading.toml import BOM, Data

LARGE = 300_000
"""Bytes of a file from which this is worth it: a smaller one is read as fast as a whole."""


class _Unusual(Exception):
    """The nodes cannot be separated by their headers alone."""


def first_pass(content: bytes, name: str) -> Tree | None:
    """Return the tree of a large file with the nodes that its first page shows; None: read all of it.

    Args:
        content: all bytes of the file.
        name: the file's name without folder and ending.
    """
    if len(content) < LARGE:
        return None
    try:
        with without_collector():
            data, elsewhere = _first_data(content.decode().removeprefix(BOM))
    except (_Unusual, NotToml, ValueError, RecursionError):  # whoever reads all of it says what is wrong
        return None
    tree, problems = read_data(data, name, hashlib.sha256(content).hexdigest()[:12], elsewhere)
    return None if any(problem.severity is Severity.ERROR for problem in problems) else tree


def _first_data(text: str) -> tuple[Data, Iterable[str]]:
    """Return the data of everything but the nodes, and of those that the first page shows; the ids of all nodes."""
    above, units = _units(text, scan_blocks(text, 0, len(text)))
    data: Data = tomli.loads(above)
    if "nodes" in data:
        raise _Unusual
    about = data.get("tree")
    root = about.get("root") if isinstance(about, dict) else None
    root = next(iter(units)) if root is None else root
    begin = _node(text, units, root)
    ahead = (*_targets(data.get("urgent")), *_targets(begin.get("choices")), *_strings(begin.get("goes_on")))
    wanted = {root, *ahead}
    data["nodes"] = {name: _node(text, units, name) for name in units if name in wanted}
    if len(data["nodes"]) < len(wanted):
        raise _Unusual
    return data, units


def _units(text: str, blocks: Sequence[tuple[int, Header]]) -> tuple[str, dict[str, list[tuple[int, int]]]]:
    """Return the text of all but the nodes, and where the blocks of each node stand."""
    units: dict[str, list[tuple[int, int]]] = {}
    starts = [*(start for start, _ in blocks), len(text)]
    above = [text[: starts[0]]]
    for (_, (names, _)), (start, end) in zip(blocks, pairwise(starts), strict=True):
        if names[0] != "nodes":
            above.append(text[start:end])
        elif len(names) == 1:
            raise _Unusual
        else:
            units.setdefault(names[1], []).append((start, end))
    if not units:
        raise _Unusual
    return "".join(above), units


def _node(text: str, units: dict[str, list[tuple[int, int]]], name: Any) -> dict[str, Any]:
    """Return the data of one node by its id."""
    if not isinstance(name, str) or name not in units:
        raise _Unusual
    nodes = tomli.loads("".join(text[start:end] for start, end in units[name])).get("nodes")
    node = nodes.get(name) if isinstance(nodes, dict) else None
    if not isinstance(node, dict):
        raise _Unusual
    return node


def _targets(tables: Any) -> Iterator[str]:
    """Yield where the tables of an array lead."""
    if isinstance(tables, list):
        yield from (
            table["to"] for table in tables if isinstance(table, dict) and isinstance(table.get("to"), str)
        )


def _strings(values: Any) -> Iterator[str]:
    if isinstance(values, list):
        yield from (value for value in values if isinstance(value, str))

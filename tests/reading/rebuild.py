"""Rebuild data from spans, to test the scanner and all places that it returns."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import tomli

from debttree.model import DataPath
from debttree.reading.blocks import scan
from debttree.reading.spans import KeyValue, Span, entries, items, key_parts, pairs

CORPUS = Path(__file__).parent / "corpus"


def corpus() -> list[Any]:
    """Every document of the corpus as a test parameter: its text without BOM, with its own line ends."""
    files = sorted(CORPUS.glob("*.toml"))
    return [pytest.param(file.read_bytes().decode("utf-8-sig"), id=file.stem) for file in files]


def rebuilt(text: str) -> dict[str, Any]:
    """The data according to the spans of `text`, with each scalar parsed by tomli separately."""
    blocks = scan(text)
    data: dict[str, Any] = {}
    for number, path in enumerate(blocks.headers.paths):
        table = _table_at(data, path)
        for entry in entries(text, blocks.body(number)):
            _put(text, table, entry)
    return data


def _put(text: str, table: dict[str, Any], entry: KeyValue) -> None:
    assert tuple(part.name for part in key_parts(text, entry.key)) == entry.names
    inner = _table_at(table, entry.names[:-1])
    assert entry.names[-1] not in inner
    inner[entry.names[-1]] = _value(text, entry.value)


def _value(text: str, span: Span) -> Any:
    if text[span.start] == "{":
        table: dict[str, Any] = {}
        for entry in pairs(text, span):
            _put(text, table, entry)
        return table
    if text[span.start] == "[":
        return [_value(text, item) for item in items(text, span)]
    return tomli.loads(f"k = {text[span.start : span.end]}")["k"]


def _table_at(data: dict[str, Any], path: DataPath) -> Any:
    at: Any = data
    for step, following in zip(path, (*path[1:], ""), strict=False):
        if isinstance(step, int):
            if step == len(at):
                at.append({})
            at = at[step]
        else:
            at = at.setdefault(step, [] if isinstance(following, int) else {})
    return at


def paths(data: Any, above: DataPath = ()) -> Iterator[tuple[DataPath, Any]]:
    """Every path in the data with its value, from the top down."""
    steps = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, value in steps:
        yield (*above, step), value
        yield from paths(value, (*above, step))

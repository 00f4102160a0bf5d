"""Find all references in a tree file to a thing it declares: a node, a source, an event ..."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

from debttree.model import DataPath


def references(data: Any, path: DataPath) -> list[DataPath]:
    """Return the data paths of all values that name the thing declared at `path`, as in ("nodes", "overdue")."""
    kind, name = path
    found = _REFERRERS[str(kind)](data)
    return [place for place, value in found if value == name and type(value) is str]


def _to_nodes(data: Any) -> Iterator[tuple[DataPath, Any]]:
    yield ("tree", "root"), _get(_get(data, "tree"), "root")
    for index, urgent in _items(_get(data, "urgent")):
        yield ("urgent", index, "to"), _get(urgent, "to")
    for node, table in _tables(data):
        for index, choice in _items(_get(table, "choices")):
            yield ("nodes", node, "choices", index, "to"), _get(choice, "to")
        for index, name in _items(_get(table, "goes_on")):
            yield ("nodes", node, "goes_on", index), name


def _to_stages(data: Any) -> Iterator[tuple[DataPath, Any]]:
    for node, table in _tables(data):
        yield ("nodes", node, "stage"), _get(table, "stage")


def _to_contacts(data: Any) -> Iterator[tuple[DataPath, Any]]:
    for index, urgent in _items(_get(data, "urgent")):
        for number, name in _items(_get(urgent, "contacts")):
            yield ("urgent", index, "contacts", number), name
    yield from _in_lists(data, "contacts")


def _to_events(data: Any) -> Iterator[tuple[DataPath, Any]]:
    for node, table in _tables(data):
        for index, deadline in _items(_get(table, "deadlines")):
            yield ("nodes", node, "deadlines", index, "on"), _get(deadline, "on")


def _in_lists(data: Any, key: str) -> Iterator[tuple[DataPath, Any]]:
    for node, table in _tables(data):
        for index, value in _items(_get(table, key)):
            yield ("nodes", node, key, index), value


_REFERRERS: Mapping[str, Callable[[Any], Iterator[tuple[DataPath, Any]]]] = {
    "nodes": _to_nodes,
    "stages": _to_stages,
    "consequences": partial(_in_lists, key="brings"),
    "contacts": _to_contacts,
    "events": _to_events,
    "sources": partial(_in_lists, key="sources"),
}


def _get(table: Any, key: str) -> Any:
    return table.get(key) if isinstance(table, dict) else None


def _items(array: Any) -> Iterator[tuple[int, Any]]:
    return iter(enumerate(array)) if isinstance(array, list) else iter(())


def _tables(data: Any) -> Iterator[tuple[str, Any]]:
    nodes = _get(data, "nodes")
    return iter(nodes.items()) if isinstance(nodes, dict) else iter(())

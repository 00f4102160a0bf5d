"""Change data by copying only the tables and arrays on the path, and compare data exactly."""

import math
from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from debttree.editing.toml.conventions import Conventions
from debttree.model import DataPath

MISSING: Any = object()
"""The value of `at` for a path with no value."""


_LEVELS = 8
"""Depth down to which data are compared: that of a text of a choice, and some more. What is deeper is held whole."""


class Delta(NamedTuple):
    """What turns data into other data.

    Attributes:
        value: the other data.
        inside: instead, the deltas of some values of a table that keeps its keys in order, or of a list that keeps its
            length.
    """

    value: Any
    inside: "Mapping[Any, Delta] | None"


def delta(old: Any, new: Any, levels: int = _LEVELS) -> Delta:
    """Return what turns one data into another. It holds nothing that both share: a large table has 300 kB of keys.

    Args:
        old: some data.
        new: other data.
        levels: depth to compare.
    """
    if levels and type(old) is type(new) is dict and list(old) == list(new):
        pairs: Iterable[tuple[Any, Any]] = zip(old.items(), new.values(), strict=True)
    elif levels and type(old) is type(new) is list and len(old) == len(new):
        pairs = zip(enumerate(old), new, strict=True)
    else:
        return Delta(new, None)
    found = {key: delta(a, b, levels - 1) for (key, a), b in pairs if a is not b and not _are_same(a, b)}
    return Delta(None, {key: inner for key, inner in found.items() if inner.inside != {}})


def with_delta(old: Any, found: Delta) -> Any:
    """Return the data that `delta` compared `old` with."""
    if found.inside is None:
        return found.value
    copy = old.copy()
    for key, inner in found.inside.items():
        copy[key] = with_delta(old[key], inner)
    return copy


def _are_same(a: Any, b: Any) -> bool:
    """Return whether two values are the same string, number or truth value."""
    return type(a) is type(b) and isinstance(a, str | int | float) and _same(a, b)


def at(data: Any, path: DataPath) -> Any:
    """Return the value at `path`, or `MISSING`."""
    for step in path:
        if isinstance(step, int):
            if not isinstance(data, list) or not 0 <= step < len(data):
                return MISSING
        elif not isinstance(data, dict) or step not in data:
            return MISSING
        data = data[step]
    return data


def altered(data: Any, path: DataPath, change: Callable[[Any], Any]) -> Any:
    """Return a copy of the data with the value at `path` changed; everything else is shared with the original.

    Args:
        data: of the whole text.
        path: data path in it.
        change: returns the new value, given the old one.
    """
    containers = [data]
    for step in path:
        containers.append(containers[-1][step])
    value = change(containers.pop())
    for container, step in zip(reversed(containers), reversed(path), strict=True):
        copy = container.copy()
        copy[step] = value
        value = copy
    return value


def put(data: Any, path: DataPath, value: Any, after: str | None = None) -> Any:
    """Return data with a value set; a new key becomes the last of its table, or comes behind `after`.

    A missing table is made.

    Args:
        data: of the whole text.
        path: data path of a key, which may be new.
        value: its value.
        after: the key before a new one; by default the last.
    """
    if at(data, path[:-1]) is MISSING:
        return put(data, path[:-1], {path[-1]: value})

    def change(table: Any) -> Any:
        if after is None or path[-1] in table:
            copy = table.copy()
            copy[path[-1]] = value
            return copy
        copy = {}
        for key, old in table.items():
            copy[key] = old
            if key == after:
                copy[path[-1]] = value
        return copy

    return altered(data, path[:-1], change)


def without(data: Any, path: DataPath) -> Any:
    """Return data without the value at `path`."""

    def change(container: Any) -> Any:
        copy = container.copy()
        del copy[path[-1]]
        return copy

    return altered(data, path[:-1], change)


def inserted(data: Any, path: DataPath, index: int, value: Any) -> Any:
    """Return data with a new item in the array at `path`.

    Args:
        data: of the whole text.
        path: data path of the array.
        index: of the new item, from 0.
        value: the new item.
    """
    return altered(data, path, lambda array: [*array[:index], value, *array[index:]])


def moved(data: Any, path: DataPath, old: int, new: int) -> Any:
    """Return data with an item of the array at `path` moved.

    Args:
        data: of the whole text.
        path: data path of the array.
        old: index of the item, from 0.
        new: its new index.
    """

    def change(array: Any) -> Any:
        copy = array.copy()
        copy.insert(new, copy.pop(old))
        return copy

    return altered(data, path, change)


def moved_key(data: Any, path: DataPath, index: int) -> Any:
    """Return data with the key at `path` moved among the keys of its table.

    Args:
        data: of the whole text.
        path: data path of the key.
        index: its new index, from 0.
    """

    def change(table: Any) -> Any:
        names = [name for name in table if name != path[-1]]
        names.insert(index, path[-1])
        return {name: table[name] for name in names}

    return altered(data, path[:-1], change)


def renamed(data: Any, path: DataPath, new: str) -> Any:
    """Return data with another name for the key at `path`, in its old place.

    Args:
        data: of the whole text.
        path: data path of the key.
        new: its new name.
    """
    return altered(
        data,
        path[:-1],
        lambda table: {new if key == path[-1] else key: value for key, value in table.items()},
    )


def difference(one: Any, other: Any, conventions: Conventions) -> DataPath | None:
    """Return the path of the first difference between two data, or None.

    Types count (1 differs from 1.0 and True), and so does the order of keys if it has a meaning; NaN equals NaN.

    Args:
        one: some data.
        other: the data to compare it with.
        conventions: say which tables have a meaningful order of keys.
    """
    pending: list[tuple[DataPath, Any, Any]] = [((), one, other)]
    steps: Iterable[tuple[str | int, Any, Any]]
    while pending:
        path, a, b = pending.pop()
        if type(a) is not type(b):
            return path
        if type(a) is dict:
            if list(a) == list(b):  # nearly always true, and fast
                steps = zip(a, a.values(), b.values(), strict=True)
            elif a.keys() != b.keys() or conventions.order_matters(path):
                return path
            else:
                steps = ((key, value, b[key]) for key, value in a.items())
        elif type(a) is list:
            if len(a) != len(b):
                return path
            steps = zip(range(len(a)), a, b, strict=True)
        elif _same(a, b):
            continue
        else:
            return path
        for step, inner, counterpart in steps:
            if type(inner) is not str or type(counterpart) is not str:  # by far most values are strings
                pending.append(((*path, step), inner, counterpart))
            elif inner != counterpart:
                return (*path, step)
    return None


def _same(a: Any, b: Any) -> bool:
    if type(a) is float:
        return (math.isnan(a) and math.isnan(b)) or (a == b and math.copysign(1, a) == math.copysign(1, b))
    return bool(a == b)

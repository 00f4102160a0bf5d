"""Every simple change of a TOML text, without a tree: one of each kind at each place."""

from collections.abc import Callable, Iterator
from operator import methodcaller
from typing import Any

from debttree.editing.toml.text import Change, TomlText
from debttree.model import DataPath

Try = Callable[[TomlText], Change]


def places(data: Any) -> Iterator[tuple[DataPath, Any]]:
    """Every path in the data with its value, the outermost first."""
    pending: list[tuple[DataPath, Any]] = [((), data)]
    while pending:
        path, value = pending.pop(0)
        if path:
            yield path, value
        if isinstance(value, dict):
            pending += [((*path, key), inner) for key, inner in value.items()]
        elif isinstance(value, list):
            pending += [((*path, index), inner) for index, inner in enumerate(value)]


def changes(data: dict[str, Any]) -> Iterator[tuple[str, Try]]:
    """Every possible change of the data, each with a description."""
    yield "a key at the top", methodcaller("set", ("new key",), ["of", "strings"])
    for path, value in places(data):
        name = ".".join(map(str, path))
        yield f"set {name}", methodcaller("set", path, 'it is "new"\n')
        if isinstance(path[-1], str):
            yield f"unset {name}", methodcaller("unset", path)
            yield f"rename {name}", methodcaller("rename", path, "an other.name")
        else:
            yield f"remove {name}", methodcaller("remove", path)
            yield f"move {name}", methodcaller("move", path, 0)
        if isinstance(value, dict):
            yield f"a key of {name}", methodcaller("set", (*path, "new key"), {"a": 1})
            if isinstance(path[-1], str):
                yield f"copy {name}", methodcaller("copy", path, "copied")
        if isinstance(value, list):
            yield f"an item of {name}", methodcaller("add", path, 7)
            yield f"a first item of {name}", methodcaller("add", path, {"b": 2}, 0)

"""Look up what a tree file refers to by id: stages, consequences, sources, contacts and events."""

from collections.abc import Mapping
from typing import Any

from debttree.model import DataPath, nearest
from debttree.reading.collector import Collector, Table

WHAT = {
    "stages": "stage",
    "consequences": "consequence",
    "sources": "source",
    "contacts": "contact",
    "events": "event",
}
"""The tables of what can be referred to, and what one of each is called in the codes of problems."""


class References:
    """Notes which declared things are used, and collects errors where one is not there.

    Args:
        collect: takes values out and collects problems.
        declared: the tables of `WHAT`, each with what the file declares in it.
    """

    def __init__(self, collect: Collector, declared: Mapping[str, Mapping[str, Any]]) -> None:
        self.collect = collect
        self.declared = declared
        self.used: dict[str, set[str]] = {kind: set() for kind in WHAT}

    def name(self, table: Table, key: str, kind: str, path: DataPath) -> str | None:
        """Return the id under `key`, or None.

        Args:
            table: the table that has `key`.
            key: of the reference.
            kind: the table in which it is declared.
            path: data path of `table`.
        """
        if key not in table:
            return None
        name = self.collect.string(table, key, path)
        if name is None:
            self._may_mean_any(kind)
        else:
            self._refer(kind, name, (*path, key))
        return name

    def names(self, table: Table, key: str, kind: str, path: DataPath) -> tuple[str, ...]:
        """Return the ids in the array under `key`, each once.

        Args:
            table: the table that has `key`.
            key: of the references.
            kind: the table in which they are declared.
            path: data path of `table`.
        """
        if key not in table:
            return ()
        names = self.collect.strings(table, key, path)
        if len(names) != (len(table[key]) if type(table[key]) is list else -1):
            self._may_mean_any(kind)
        for name, where in names:
            self._refer(kind, name, where)
        return tuple(dict.fromkeys(name for name, _ in names))

    def unused(self, kind: str) -> list[str]:
        """Return the declared ids of a kind to which nothing refers, in file order."""
        return [name for name in self.declared[kind] if name not in self.used[kind]]

    def _refer(self, kind: str, name: str, path: DataPath) -> None:
        """Note that a declared thing is used; a misspelt name counts for the nearest one as well."""
        self.used[kind].add(name)
        if name not in self.declared[kind]:
            self.collect.unknown(WHAT[kind], name, self.declared[kind], path)
            self.used[kind].add(nearest(name, self.declared[kind]) or name)

    def _may_mean_any(self, kind: str) -> None:
        """Note that a reference cannot be read: nothing can be called unused then."""
        self.used[kind].update(self.declared[kind])

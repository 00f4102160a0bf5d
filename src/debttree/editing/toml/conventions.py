"""The conventions of a kind of file beyond TOML: the order of keys, and the meaning of tables."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from debttree.model import DataPath


def any_order(path: DataPath) -> Sequence[str]:
    """Return no keys: any key, in any order."""
    return ()


@dataclass(frozen=True, slots=True)
class Conventions:
    """How files of a kind are written. The default has no conventions: plain TOML.

    Attributes:
        keys_of: the keys that the table at a path may have, in the order in which authors write them; empty: any.
        texts: keys whose tables hold one text in several languages, as in `title.en = "..."`.
        declared: top-level tables whose keys are ids; the order of first mention of these ids has a meaning.
    """

    keys_of: Callable[[DataPath], Sequence[str]] = any_order
    texts: frozenset[str] = frozenset()
    declared: tuple[str, ...] = ()

    def declares(self, path: DataPath) -> bool:
        """Return whether the key at a path is the id of a declared thing."""
        return len(path) == 2 and path[0] in self.declared

    def is_text(self, path: DataPath) -> bool:
        """Return whether the table at a path is one text in several languages."""
        return bool(path) and path[-1] in self.texts and not self.declares(path)

    def order_matters(self, path: DataPath) -> bool:
        """Return whether the order of a table's keys has a meaning: for ids, and for the languages of a text."""
        return (len(path) == 1 and path[0] in self.declared) or self.is_text(path)

    def rank(self, table: DataPath, name: str | int) -> int:
        """Return the place of a key in the order of the table at a path; unknown keys come last."""
        order = self.keys_of(table)
        return order.index(name) if isinstance(name, str) and name in order else len(order)

    def in_order(self, path: DataPath, value: Any) -> Any:
        """Return a value with its keys, and those of tables in its lists, in the conventional order."""
        if isinstance(value, list):
            return [self.in_order((*path, index), item) for index, item in enumerate(value)]
        if not isinstance(value, Mapping) or not self.keys_of(path):
            return value
        names = sorted(value, key=lambda name: self.rank(path, name))
        return {name: self.in_order((*path, name), value[name]) for name in names}


PLAIN_TOML = Conventions()
"""No conventions at all."""

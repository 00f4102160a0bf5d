"""What an author expects where in a tree file: which keys a table has, and in which order they are written."""

from collections.abc import Mapping, Sequence
from typing import Any

from debttree.model import DataPath
from debttree.reading import keys

TEXTS = frozenset({"title", "summary", "disclaimer", "text", "label", "caution", "actor", "event"})
"""Keys whose tables are one text in several languages."""

NAMED = ("stages", "consequences", "sources", "nodes")
"""Tables at the top whose keys are ids."""

_NAMED_KEYS = {
    "stages": keys.STAGE,
    "consequences": keys.CONSEQUENCE,
    "sources": keys.SOURCE,
    "nodes": keys.NODE,
}
_ITEM_KEYS = {"choices": keys.CHOICE, "checklist": keys.CHECKLIST_ITEM, "deadlines": keys.DEADLINE}


def keys_of(path: DataPath) -> tuple[str, ...]:
    """The keys that the table at `path` may have, in the order in which authors write them; empty: any."""
    match path:
        case ():
            return tuple(keys.FILE)
        case ("tree",):
            return tuple(keys.TREE)
        case ("urgent", int()):
            return tuple(keys.URGENT)
        case (str(named), str()) if named in _NAMED_KEYS:
            return tuple(_NAMED_KEYS[named])
        case ("nodes", str(), str(items), int()) if items in _ITEM_KEYS:
            return tuple(_ITEM_KEYS[items])
    return ()


def rank(order: Sequence[str], name: str | int) -> int:
    """Which place a key has in the order of its table; unknown ones are last."""
    return order.index(name) if name in order and isinstance(name, str) else len(order)


def in_order(path: DataPath, value: Any) -> Any:
    """A new value for `path` with its keys, and those of tables in its lists, in the order of authors."""
    if isinstance(value, list):
        return [in_order((*path, index), item) for index, item in enumerate(value)]
    order = keys_of(path)
    if not isinstance(value, Mapping) or not order:
        return value
    names = sorted(value, key=lambda name: rank(order, name))
    return {name: in_order((*path, name), value[name]) for name in names}


def order_matters(path: DataPath) -> bool:
    """Whether the order of the keys of this table means something: the first node, stages, the first language."""
    if len(path) == 1:
        return path[0] in NAMED
    return bool(path) and path[-1] in TEXTS and not (len(path) == 2 and path[0] in NAMED)

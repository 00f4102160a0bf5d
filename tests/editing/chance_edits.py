"""Random edits that fit a tree."""

import copy
import random
from typing import Any

from debttree.editing.edits import (
    Add,
    Drop,
    Duplicate,
    Edit,
    InsertItem,
    MoveItem,
    Redirect,
    Remove,
    Rename,
    Set,
    SetRoot,
    Unset,
)
from debttree.model import DataPath
from tests.editing.nasty import ODDITIES, WORDS


def _table(data: dict[str, Any], kind: str) -> dict[str, Any]:
    """A top-level table; empty if it is none."""
    found = data.get(kind)
    return found if isinstance(found, dict) else {}


def _choices(data: dict[str, Any], node: tuple[str, ...]) -> list[Any]:
    table = _table(data, "nodes").get(node[1])
    found = table.get("choices") if isinstance(table, dict) else None
    return found if isinstance(found, list) else []


def any_edit(data: dict[str, Any], chance: random.Random) -> Edit:
    """A random edit, sensible or not, of a tree that may have errors anywhere."""
    path = _anywhere(data, chance)
    value = copy.deepcopy(chance.choice([*ODDITIES, {"en": "words"}, [{"label": "x", "to": "n0"}]]))
    others: list[str] = [str(step) for step in path] or ["n0"]
    kind = chance.choice(
        ["nodes", "nodes", "stages", "consequences", "contacts", "events", "sources", "tree", "other"]
    )
    fields: dict[str, Any] = chance.choice(
        [{}, {"title": "t"}, {"title": {"en": "t"}, "choices": [{"label": "x", "to": "n0"}]}]
    )
    siblings = [None, *map(str, _table(data, kind))]
    edits: list[Edit] = [
        Set(path, value),
        Unset(path),
        InsertItem(path, value, chance.choice([None, 0, 1, -1, 9])),
        MoveItem(path, chance.randint(-1, 3)),
        Add((kind, chance.choice(["new", "又一个"])), fields, chance.choice(siblings)),
        Duplicate(path[:2], "copied"),
        Remove(path[:2], chance.choice([None, Drop(), Redirect(chance.choice(others))])),
        Rename(path, "renamed"),
        SetRoot(chance.choice(others)),
    ]
    return chance.choice(edits)


def _anywhere(data: dict[str, Any], chance: random.Random) -> DataPath:
    """A random path in the data, or one just outside of it."""
    path: DataPath = ()
    here: Any = data
    while isinstance(here, dict | list) and (not path or chance.random() < 0.8):
        steps: list[str | int] = list(here) if isinstance(here, dict) else list(range(len(here)))
        if not steps or chance.random() < 0.05:
            past: list[str | int] = ["b", "title", "choices", 0, 5]
            return (*path, chance.choice(past))
        step: Any = chance.choice(steps)
        path, here = (*path, step), here[step]
    return path


def an_edit(data: dict[str, Any], chance: random.Random) -> Edit:
    """A random edit that an author might make to this tree."""
    ways = [
        _field,
        _unset,
        _add,
        _duplicate,
        _remove,
        _rename,
        _choice,
        _choice,
        _move,
        _list,
        _root,
    ]
    while True:
        edit = chance.choice(ways)(data, chance)
        if edit is not None:
            return edit


def _words(chance: random.Random) -> Any:
    if chance.random() < 0.5:
        return chance.choice(WORDS)
    return {language: chance.choice(WORDS) for language in chance.sample(["en", "zh", "fr"], 2)}


def _node(data: dict[str, Any], chance: random.Random) -> tuple[str, ...]:
    return ("nodes", chance.choice(list(data["nodes"])))


def _declared(data: dict[str, Any], chance: random.Random) -> tuple[str, str]:
    kind = chance.choice(
        [
            k
            for k in ("nodes", "nodes", "stages", "consequences", "contacts", "events", "sources")
            if data.get(k)
        ]
    )
    return kind, chance.choice(list(data[kind]))


def _field(data: dict[str, Any], chance: random.Random) -> Edit:
    target = chance.choice([_node(data, chance), _declared(data, chance), ("tree",)])
    key = chance.choice(
        ["title", "title", "text", "kind"] if target != ("tree",) else ["title", "summary", "holidays"]
    )
    return Set((*target, key), "chance" if key in ("kind", "holidays") else _words(chance))


def _unset(data: dict[str, Any], chance: random.Random) -> Edit | None:
    node = _node(data, chance)
    keys = list(data["nodes"][node[1]])
    return Unset((*node, chance.choice(keys))) if keys else None


def _add(data: dict[str, Any], chance: random.Random) -> Edit:
    kind = chance.choice(["nodes", "nodes", "stages", "contacts", "events", "sources"])
    fields: dict[str, Any] = {"title": _words(chance)}
    if kind == "nodes" and chance.random() < 0.5:
        fields["choices"] = [{"label": _words(chance), "to": _node(data, chance)[1]}]
    after = chance.choice([None, *data.get(kind, {})])
    return Add((kind, chance.choice(["new", "又一个"])), fields, after)


def _duplicate(data: dict[str, Any], chance: random.Random) -> Edit:
    return Duplicate(_declared(data, chance), "copied")


def _remove(data: dict[str, Any], chance: random.Random) -> Edit:
    kind, name = _declared(data, chance)
    others = [other for other in data[kind] if other != name]
    policy = Redirect(chance.choice(others)) if others and chance.random() < 0.5 else Drop()
    return Remove((kind, name), policy)


def _rename(data: dict[str, Any], chance: random.Random) -> Edit:
    return Rename(_declared(data, chance), chance.choice(["renamed", "改名", "b-2"]))


def _choice(data: dict[str, Any], chance: random.Random) -> Edit:
    node = _node(data, chance)
    choices = _choices(data, node)
    path = (*node, "choices")
    way = chance.random()
    if not choices or way < 0.4:
        return InsertItem(
            path, {"label": _words(chance), "to": _node(data, chance)[1]}, chance.choice([None, 0, 1])
        )
    index = chance.randrange(len(choices))
    if way < 0.7:
        return Unset((*path, index))
    if way < 0.85:
        return Set((*path, index, "to"), _node(data, chance)[1])
    return Set((*path, index, "label"), _words(chance))


def _move(data: dict[str, Any], chance: random.Random) -> Edit | None:
    if chance.random() < 0.5:
        path = _declared(data, chance)
        return MoveItem(path, chance.randrange(len(data[path[0]])))
    node = _node(data, chance)
    choices = _choices(data, node)
    if not choices:
        return None
    return MoveItem((*node, "choices", chance.randrange(len(choices))), chance.randrange(len(choices)))


def _list(data: dict[str, Any], chance: random.Random) -> Edit:
    node = _node(data, chance)
    return Set((*node, "brings"), chance.sample(["c", "d", "e"], chance.randint(0, 3)))


def _root(data: dict[str, Any], chance: random.Random) -> Edit:
    return SetRoot(_node(data, chance)[1])

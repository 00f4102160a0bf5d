"""Translate edits of a tree into operations on TOML data, and refuse edits that cannot be made."""

from collections.abc import Iterable
from difflib import SequenceMatcher
from typing import Any

from debttree.editing.edits import (
    Add,
    Drop,
    Duplicate,
    InsertItem,
    MoveItem,
    Redirect,
    Remove,
    Rename,
    Set,
    SetEach,
    SetRoot,
    TreeEdit,
    Unset,
)
from debttree.editing.references import references
from debttree.editing.refusal import InUse
from debttree.editing.shape import TREE_FILE
from debttree.editing.toml.checks import existing, insertion, movement
from debttree.editing.toml.data import MISSING, at, difference
from debttree.editing.toml.operations import Copy, Delete, Insert, Operation, Put, RenameKey
from debttree.editing.toml.refused import Refused
from debttree.editing.toml.tokens import Value
from debttree.model import DataPath, default_choice_ids, did_you_mean, is_id, msg, not_an_id
from debttree.reading.problem_list import NOT_THERE
from debttree.reading.references import WHAT

Round = list[Operation]
"""Operations that touch different things, so that all can be planned on the same text."""


def rounds_of(edit: TreeEdit, data: Any) -> list[Round]:
    """Return the operations of an edit in rounds; each round applies to the data that the one before left.

    Raises:
        Refused: the edit makes no sense here.
    """
    match edit:
        case Set(path, value):
            return _set(data, path, value)
        case SetEach(values):
            return _set_each(data, values)
        case Unset(path):
            return _unset(data, path)
        case InsertItem(path, value, index):
            return _insert(data, path, TREE_FILE.in_order((*path, 0), value), index)
        case MoveItem(path, index):
            return _move(data, path, index)
        case Add(path, fields, after):
            _check_new_id(data, path)
            if after is not None:
                _existing(data, (*path[:-1], after))
            return [[Put(path, TREE_FILE.in_order(path, dict(fields)), after)]]
        case Duplicate(path, new):
            _existing(data, path)
            _check_new_id(data, (*path[:-1], new))
            return [[Copy(path, new)]]
        case Remove(path, policy):
            return _remove(data, path, policy)
        case Rename(path, new):
            return _rename(data, path, new)
        case SetRoot(node):
            _existing(data, ("nodes", node))
            return _set(data, ("tree", "root"), node)


def _existing(data: Any, path: DataPath) -> Any:
    """Return the value at a path.

    Raises:
        Refused: there is none.
    """
    if TREE_FILE.declares(path) and at(data, path) is MISSING:
        name, known = str(path[-1]), at(data, path[:-1])
        hint = did_you_mean(name, known) if isinstance(known, dict) else None
        raise Refused(msg(_ABSENT[str(path[0])].template, name=name), hint)
    return existing(data, path)


_ABSENT = {
    "nodes": msg('There is no node "{name}" in this tree.'),
    **{kind: NOT_THERE[what] for kind, what in WHAT.items()},
}

_NOT_DECLARED = msg("Only nodes, stages, consequences, contacts, events and sources are declared by an id.")


def _check_new_id(data: Any, path: DataPath) -> None:
    new = str(path[-1])
    if not TREE_FILE.declares(path):
        raise Refused(_NOT_DECLARED)
    if not is_id(new):
        raise Refused(*not_an_id(new))
    if at(data, path) is not MISSING:
        raise Refused(msg('The id "{name}" is there already.', name=new))
    if not isinstance(data.get(path[0], {}), dict):
        raise Refused(msg('"{name}" is no table; mend it in the text first.', name=str(path[0])))


def _unset(data: Any, path: DataPath) -> list[Round]:
    _existing(data, path)
    return _remove(data, path, None) if TREE_FILE.declares(path) else [[Delete(path)]]


def _set(data: Any, path: DataPath, value: Value) -> list[Round]:
    if not path:
        raise Refused(msg("The file as a whole is no field."))
    if at(data, path) is not MISSING:
        return _differing(data, path, value)
    while (parent := at(data, path[:-1])) is MISSING and isinstance(path[-1], str):
        value, path = {path[-1]: value}, path[:-1]
    if not isinstance(parent, dict) or not isinstance(path[-1], str):
        raise Refused(msg('There is no "{name}" here.', name=str(path[-1])))
    return [[Put(path, value)]]


def _set_each(data: Any, values: Iterable[tuple[DataPath, Value]]) -> list[Round]:
    puts: Round = [Put(path, value) for path, value in values if _existing(data, path) != value]
    return [puts] if puts else []


def _differing(data: Any, path: DataPath, value: Value) -> list[Round]:
    """Return operations for the parts that differ: keys of tables, items of lists of plain values."""
    rounds: list[Round] = []
    gone: list[Round] = []
    pending = [(path, value)]
    while pending:
        here, new = pending.pop(0)
        old = at(data, here)
        if old is not MISSING and difference(old, new, TREE_FILE) is None:
            continue
        if isinstance(old, dict) and isinstance(new, dict) and (new or isinstance(here[-1], int)):
            pending += [((*here, key), inner) for key, inner in new.items()]
            gone += [[Delete((*here, key))] for key in old if key not in new]
        elif _is_plain(old) and _is_plain(new) and old and new:
            rounds += _list_rounds(here, old, new)
        else:
            rounds.append([Put(here, new)])
    return rounds + gone


def _is_plain(value: Any) -> bool:
    return isinstance(value, list) and not any(isinstance(item, dict | list) for item in value)


def _list_rounds(path: DataPath, old: list[Value], new: list[Value]) -> list[Round]:
    """Return the fewest insertions, deletions and changes of items, the last first, so that indices stay valid."""
    before, after = (["".join((type(item).__name__, repr(item))) for item in items] for items in (old, new))
    rounds: list[Round] = []
    for _tag, old_start, old_end, new_start, new_end in reversed(
        SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    ):
        shared = min(old_end - old_start, new_end - new_start)
        if _tag == "equal":
            continue
        rounds += [[Delete((*path, i))] for i in reversed(range(old_start + shared, old_end))]
        rounds += [
            [Insert(path, old_start + shared, new[i])] for i in reversed(range(new_start + shared, new_end))
        ]
        rounds += [[Put((*path, old_start + i), new[new_start + i])] for i in range(shared)]
    return rounds


def _insert(data: Any, path: DataPath, value: Value, index: int | None) -> list[Round]:
    items = at(data, path)
    if items is MISSING:
        return _set(data, path, [value])
    return [[insertion(data, path, value, index)]]


def _move(data: Any, path: DataPath, index: int) -> list[Round]:
    moves: Round = [*movement(data, path, index)]
    return [moves] if moves else []


def _rename(data: Any, path: DataPath, new: str) -> list[Round]:
    table = _existing(data, path)
    if isinstance(path[-1], int):
        return _rename_item(data, path, table, new)
    if new == path[-1]:
        return []
    _check_new_id(data, (*path[:-1], new))
    puts: Round = [Put(place, new) for place in references(data, path)]
    return [[*puts, RenameKey(path, new)]]


def _rename_item(data: Any, path: DataPath, table: Any, new: str) -> list[Round]:
    if not isinstance(table, dict) or path[-2] not in ("choices", "checklist", "deadlines"):
        raise Refused(msg("Only choices, checklist items and deadlines have ids here."))
    if not is_id(new):
        raise Refused(*not_an_id(new))
    others = [item for index, item in enumerate(at(data, path[:-1])) if index != path[-1]]
    if new in _item_ids(others):
        raise Refused(msg('The id "{name}" is there already.', name=new))
    return _set(data, (*path, "id"), new)


def _item_ids(items: Iterable[Any]) -> list[str]:
    """Return the ids of items, for choices without one their default ids."""
    tables = [item for item in items if isinstance(item, dict)]
    given = [item["id"] if isinstance(item.get("id"), str) else None for item in tables]
    targets = [item["to"] if isinstance(item.get("to"), str) else "" for item in tables]
    return default_choice_ids(targets, given)


def _remove(data: Any, path: DataPath, policy: Redirect | Drop | None) -> list[Round]:
    _existing(data, path)
    if not TREE_FILE.declares(path):
        raise Refused(_NOT_DECLARED)
    named_by = [place for place in references(data, path) if place[:2] != path]
    if path[0] == "events" and isinstance(policy, Drop):
        return [*_in_own_words(data, path, named_by), [Delete(path)]]
    if not named_by or isinstance(policy, Drop):
        return _with_first(_dropped(named_by), [Delete(path)])
    if policy is None:
        raise InUse(str(path[-1]), named_by)
    _existing(data, (path[0], policy.to))
    if policy.to == path[-1]:
        raise Refused(msg("What goes cannot take the place of itself."))
    doubled = [
        place for place in named_by if isinstance(place[-1], int) and policy.to in at(data, place[:-1])
    ]
    puts: Round = [Put(place, policy.to) for place in named_by if place not in doubled]
    return _with_first(_dropped(doubled), [*puts, Delete(path)])


def _in_own_words(data: Any, path: DataPath, named_by: list[DataPath]) -> list[Round]:
    """Return rounds that give deadlines an event's title as their own text, so that the event can be removed."""
    event = at(data, path)
    title = event["title"] if isinstance(event, dict) and "title" in event else str(path[-1])
    return [[Put((*place[:-1], "event"), title) for place in named_by], [Delete(place) for place in named_by]]


def _with_first(rounds: list[Round], more: Round) -> list[Round]:
    """Return rounds with operations added to the first one, since each round on a large file takes time."""
    return [[*(rounds[0] if rounds else []), *more], *rounds[1:]]


def _dropped(named_by: list[DataPath]) -> list[Round]:
    """Return rounds that remove references to a removed thing: one per list and round, from the end of each list."""
    by_list: dict[DataPath, list[DataPath]] = {}
    for place in named_by:
        item = place[:-1] if place[-1] == "to" else place
        by_list.setdefault(item[:-1], []).append(item)
    rounds: list[Round] = []
    for items in by_list.values():
        for number, item in enumerate(reversed(items)):
            if number == len(rounds):
                rounds.append([])
            rounds[number].append(Delete(item))
    return rounds

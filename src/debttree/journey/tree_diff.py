"""Compute the difference between two versions of a tree as changes of things, not of lines."""

import datetime as dt
import re
from bisect import bisect_left
from collections import deque
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any

from debttree.journey.matching import DECLARED, Ids, Matching
from debttree.model import Choice, Deadline, Text, Tree, Urgent

Path = tuple[str, ...]
"""The path of a thing: ids and names of fields, as in ("nodes", "sued", "choices", "defend", "label")."""


class Sort(StrEnum):
    """The kind of a change. Scripts rely on the values."""

    ADDED = "added"
    REMOVED = "removed"
    RENAMED = "renamed"
    RETARGETED = "retargeted"
    REORDERED = "reordered"
    REWORDED = "reworded"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Difference:
    """One change.

    Attributes:
        sort: the kind of the change.
        path: of the thing; ids of the new tree, of the old one if it was removed.
        before: words or value then; None where there was none.
        after: words or value now.
        language: of reworded words; empty: they are of no language.
    """

    sort: Sort
    path: Path
    before: str | None = None
    after: str | None = None
    language: str = ""


def differences(matching: Matching) -> list[Difference]:
    """Return every difference: of the tree, then of its nodes in the new order, then of what it declares."""
    return [
        *_about_tree(matching),
        *_of_list(matching, ("nodes",), matching.nodes, matching.old.nodes, matching.new.nodes),
        *(difference for kind in DECLARED for difference in _of_kind(matching, kind)),
    ]


_TREE_TEXTS = ("title", "summary", "disclaimer", "call_reminder")
_TREE_VALUES = ("languages", "reviewed", "review_after_days", "holidays", "require")


def _about_tree(matching: Matching) -> Iterator[Difference]:
    old, new = matching.old, matching.new
    for name in _TREE_TEXTS:
        if name == "title" and _is_called_after_its_file(old) and _is_called_after_its_file(new):
            continue
        yield from _reworded(("tree", name), getattr(old, name), getattr(new, name))
    for name in _TREE_VALUES:
        yield from _changed(("tree", name), getattr(old, name), getattr(new, name))
    if matching.nodes.get(old.root) != new.root:
        yield Difference(Sort.RETARGETED, ("tree", "root"), old.root, new.root)
    yield from _urgent(matching)


def _is_called_after_its_file(tree: Tree) -> bool:
    return tree.title == Text.of(tree.name)


def _urgent(matching: Matching) -> Iterator[Difference]:
    """Compare the urgent entries, which have no ids: those of one label, else of one target, are the same."""
    then = {str(number): entry for number, entry in enumerate(matching.old.urgent)}
    now = {str(number): entry for number, entry in enumerate(matching.new.urgent)}
    pairs: dict[str, str] = {}

    def pair(then_key: Callable[[Urgent], Hashable], now_key: Callable[[Urgent], Hashable]) -> None:
        free: dict[Hashable, deque[str]] = {}
        for number in sorted(now.keys() - pairs.values(), key=int):
            free.setdefault(now_key(now[number]), deque()).append(number)
        for number in sorted(then.keys() - pairs.keys(), key=int):
            if found := free.get(then_key(then[number])):
                pairs[number] = found.popleft()

    pair(lambda entry: entry.label, lambda entry: entry.label)
    pair(lambda entry: matching.nodes.get(entry.to), lambda entry: entry.to)
    yield from _of_list(matching, ("urgent",), pairs, then, now, ids_count=False)


def _of_kind(matching: Matching, kind: str) -> Iterator[Difference]:
    return _of_list(
        matching, (kind,), matching.declared[kind], getattr(matching.old, kind), getattr(matching.new, kind)
    )


def _of_list(
    matching: Matching,
    where: Path,
    pairs: Ids,
    old: Mapping[str, Any],
    new: Mapping[str, Any],
    *,
    ids_count: bool = True,
) -> Iterator[Difference]:
    """Compare two lists of things: removed ones first, then each of the new list.

    Args:
        matching: of the trees.
        where: whose list.
        pairs: which thing of the old list is which of the new one.
        old: the old list by ids.
        new: the new list by ids.
        ids_count: whether another id is a difference.
    """
    back = {after: before for before, after in pairs.items()}
    for name in old:
        if name not in pairs:
            yield Difference(Sort.REMOVED, (*where, name), _words(old[name], matching.language))
    moved = _moved([pairs[name] for name in old if name in pairs], [name for name in new if name in back])
    for name, thing in new.items():
        if name not in back:
            yield Difference(Sort.ADDED, (*where, name), after=_words(thing, matching.language))
            continue
        before = old[back[name]]
        if ids_count and back[name] != name and not (_is_default(before) and _is_default(thing)):
            yield Difference(Sort.RENAMED, (*where, name), back[name], name)
        if name in moved:
            yield Difference(Sort.REORDERED, (*where, name))
        yield from _inside(matching, (*where, name), before, thing)


def _is_default(thing: Any) -> bool:
    """Return whether this is a choice that is called after its target: it is renamed with that, unasked."""
    return isinstance(thing, Choice) and re.fullmatch(re.escape(thing.to) + r"(-\d+)?", thing.id) is not None


def _words(thing: Any, language: str) -> str:
    """Return the words that something is called by."""
    text = getattr(thing, "title", None) or getattr(thing, "label", None) or getattr(thing, "text", None)
    return text.wording(language).text if isinstance(text, Text) else ""


def _moved(then: Sequence[str], now: Sequence[str]) -> frozenset[str]:
    """Return the fewest things whose moves explain the new order: all but a longest increasing subsequence."""
    places = {name: place for place, name in enumerate(now)}
    tails: list[int] = []
    chains: list[tuple[int, Any]] = []
    for name in then:
        place = places[name]
        at = bisect_left(tails, place)
        chain = (place, chains[at - 1] if at else None)
        tails[at : at + 1] = [place]
        chains[at : at + 1] = [chain]
    kept: set[int] = set()
    link = chains[-1] if chains else None
    while link:
        kept.add(link[0])
        link = link[1]
    return frozenset(name for name, place in places.items() if place not in kept)


_REFERENCES = {
    "brings": "consequences",
    "sources": "sources",
    "contacts": "contacts",
    "stage": "stages",
    "on": "events",
    "goes_on": "nodes",
}
"""Fields that name other things, and the kind of those."""

_LISTS = ("choices", "checklist", "deadlines")


def _inside(matching: Matching, path: Path, old: Any, new: Any) -> Iterator[Difference]:
    """Compare the fields of two things that are the same."""
    for field in fields(new):
        then, now, where = getattr(old, field.name), getattr(new, field.name), (*path, field.name)
        if field.name == "id" or (field.name == "event" and old.on is not None and new.on is not None):
            continue
        if field.name in _LISTS:
            pairs = matching.inside.get((old.id, field.name), {})
            yield from _of_list(matching, where, pairs, _by_id(then), _by_id(now))
        elif field.name == "to":
            if matching.nodes.get(then) != now:
                yield Difference(Sort.RETARGETED, path, then, now)
        elif field.name in _REFERENCES:
            yield from _referring(matching, where, then, now)
        elif isinstance(then, Text) or isinstance(now, Text):
            yield from _reworded(where, then, now)
        else:
            yield from _changed(where, _value(old, field.name), _value(new, field.name))


def _by_id(things: Iterable[Any]) -> dict[str, Any]:
    return {thing.id: thing for thing in things}


def _value(thing: Any, name: str) -> Any:
    """Return the value of a field as people read it: an amount together with its unit."""
    if isinstance(thing, Deadline) and name in ("amount", "unit"):
        return f"{thing.amount} {thing.unit}" if name == "amount" else None
    return getattr(thing, name)


def _referring(matching: Matching, path: Path, then: Any, now: Any) -> Iterator[Difference]:
    kind = _REFERENCES[path[-1]]
    ids = matching.nodes if kind == "nodes" else matching.declared[kind]
    if isinstance(then, tuple):
        expected: Any = tuple(ids.get(name, name) for name in then)
    else:
        expected = None if then is None else ids.get(then, then)
    yield from _changed(path, expected, now)


def _changed(path: Path, then: Any, now: Any) -> Iterator[Difference]:
    if then != now:
        yield Difference(Sort.CHANGED, path, _said(then), _said(now))


def _said(value: Any) -> str | None:
    if value is None:
        return None
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return value.isoformat() if isinstance(value, dt.date) else str(value)


def _reworded(path: Path, then: Text | None, now: Text | None) -> Iterator[Difference]:
    """Compare texts language by language."""
    before, after = dict(then.variants if then else ()), dict(now.variants if now else ())
    for language in dict.fromkeys((*before, *after)):
        if before.get(language) != after.get(language):
            yield Difference(
                Sort.REWORDED, path, before.get(language), after.get(language), language=language or ""
            )

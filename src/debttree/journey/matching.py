"""Match the things of an old tree with those of a new one, renamed things included."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeVar

from debttree.journey.fingerprint import Prints
from debttree.model import Choice, Node, Tree

DECLARED = ("stages", "consequences", "sources", "contacts", "events")
"""The tables of a tree with declared things, except nodes."""


class Named(Protocol):
    """Something with an id."""

    @property
    def id(self) -> str:
        """Its id."""


T = TypeVar("T", bound=Named)
Ids = Mapping[str, str]
"""From ids of the old tree to those of the new one."""


@dataclass(frozen=True, slots=True)
class Matching:
    """The pairs of things that are the same in two versions of a tree.

    Attributes:
        old: the old tree.
        new: the new tree.
        nodes: new ids by old ids, of nodes that still exist.
        declared: the same for each kind in `DECLARED`.
        language: in which things are called by their words; empty: the first one written.
        inside: of choices, checklist items and deadlines, by the old node and the name of the list.
    """

    old: Tree
    new: Tree
    nodes: Ids
    declared: Mapping[str, Ids]
    language: str = ""
    inside: Mapping[tuple[str, str], Ids] = field(default_factory=dict)

    def choices(self, node: str) -> Ids:
        """Return the choices of an old node that are there still."""
        return self.inside.get((node, "choices"), {})


def matched(old: Tree, new: Tree, language: str = "") -> Matching:
    """Find nodes as a resumed journey does, else by their ids; what is in them by words and ids.

    Args:
        old: the old tree.
        new: the new tree.
        language: in which things are called by their words; empty: the first one written.
    """
    nodes = _nodes(old, new)
    declared = {kind: _declared(getattr(old, kind), getattr(new, kind)) for kind in DECLARED}
    inside: dict[tuple[str, str], Ids] = {}
    for before, after in nodes.items():
        one, other = old.nodes[before], new.nodes[after]
        inside[before, "choices"] = _choices(one, other, nodes)
        inside[before, "checklist"] = _paired(one.checklist, other.checklist, _id, lambda item: item.text)
        inside[before, "deadlines"] = _paired(one.deadlines, other.deadlines, _id, lambda rule: rule.text)
    return Matching(old, new, nodes, declared, language, inside)


def _nodes(old: Tree, new: Tree) -> dict[str, str]:
    found: dict[str, str] = {}
    for language in _languages(old):
        then, now = Prints(old, language), Prints(new, language)
        for name in old.nodes:
            if name not in found and (again := now.find(then.of(name))):
                found[name] = again
    found = _one_to_one(found)
    taken = set(found.values())
    for name in old.nodes:
        if name not in found and name in new.nodes and name not in taken:
            found[name] = name
    return {name: found[name] for name in old.nodes if name in found}


def _languages(tree: Tree) -> tuple[str, ...]:
    written = (language for node in tree.nodes.values() for language, _ in node.title.variants if language)
    return tree.languages or tuple(dict.fromkeys(written)) or ("en",)


def _one_to_one(found: Mapping[str, str]) -> dict[str, str]:
    """Remove ambiguous pairs, of which only one with an unchanged id is kept."""
    claims: dict[str, list[str]] = {}
    for before, after in found.items():
        claims.setdefault(after, []).append(before)
    kept = {}
    for after, claiming in claims.items():
        if len(claiming) == 1:
            kept[claiming[0]] = after
        elif after in claiming:
            kept[after] = after
    return kept


def _choices(old: Node, new: Node, nodes: Ids) -> dict[str, str]:
    """Return the choices that still exist: with the same label and target, else with the same label, id or target."""

    def to_before(choice: Choice) -> str:
        return nodes.get(choice.to, "")

    keys: tuple[tuple[Callable[[Choice], Hashable], Callable[[Choice], Hashable]], ...] = (
        (lambda one: (one.label, to_before(one), one.id), lambda one: (one.label, one.to, one.id)),
        (lambda one: (one.label, to_before(one)), lambda one: (one.label, one.to)),
        (lambda one: one.label, lambda one: one.label),
        (lambda one: one.id, lambda one: one.id),
        (to_before, lambda one: one.to),
    )
    return _by_keys(old.choices, new.choices, keys)


def _id(thing: Named) -> Hashable:
    return thing.id


def _declared(old: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, str]:
    return _paired([*old.values()], [*new.values()], _id, lambda thing: thing.title)


def _paired(
    old: Sequence[Any],
    new: Sequence[Any],
    *keys: Callable[[Any], Hashable],
) -> dict[str, str]:
    return _by_keys(old, new, tuple((key, key) for key in keys))


def _by_keys(
    old: Sequence[T],
    new: Sequence[T],
    keys: Iterable[tuple[Callable[[T], Hashable], Callable[[T], Hashable]]],
) -> dict[str, str]:
    """Pair things with equal keys, by the first key first; a key shared by several things of one side pairs none."""
    found: dict[str, str] = {}
    for key_then, key_now in keys:
        then = _alone((one for one in old if one.id not in found), key_then)
        taken = set(found.values())
        now = _alone((one for one in new if one.id not in taken), key_now)
        found.update({one.id: now[key].id for key, one in then.items() if key in now})
    return {one.id: found[one.id] for one in old if one.id in found}


def _alone(things: Iterable[T], key: Callable[[T], Hashable]) -> dict[Hashable, T]:
    found: dict[Hashable, list[T]] = {}
    for thing in things:
        found.setdefault(key(thing), []).append(thing)
    return {name: same[0] for name, same in found.items() if len(same) == 1}

"""What can be edited in a tree: its settings, nodes, urgent ways, stages and all else that it declares."""

from collections.abc import Iterable, Mapping
from itertools import repeat
from typing import Any

from debttree.editing.toml.data import MISSING, at
from debttree.model import DataPath, Kind, best_match

TREE: DataPath = ("tree",)
"""The settings of the tree."""

ORDER = ("nodes", "urgent", "stages", "consequences", "contacts", "events", "sources")
"""Tables and lists of subjects, as the list of subjects shows them."""


def table(data: object) -> Mapping[str, Any]:
    """Return the data as a table; empty where it is none."""
    return data if isinstance(data, dict) else {}


def items(data: object) -> list[Any]:
    """Return the data as a list; empty where it is none."""
    return data if isinstance(data, list) else []


def _keys(data: Mapping[str, Any], name: str) -> Iterable[str | int]:
    """Return what the subjects under a name are called in the data: ids, or numbers in a list."""
    return range(len(items(data.get(name)))) if name == "urgent" else table(data.get(name))


def subjects(data: Mapping[str, Any]) -> list[DataPath]:
    """Return everything that has a form of its own: the tree first, then nodes and the rest in file order."""
    found: list[DataPath] = [TREE]
    for name in ORDER:
        found += zip(repeat(name), _keys(data, name))  # no step of Python for each of ten thousand nodes
    return found


def shape(data: Mapping[str, Any]) -> list[list[str | int]]:
    """Return what the list of subjects depends on; far quicker to make and compare than the list."""
    return [list(_keys(data, name)) for name in ORDER]


def standing(data: object, path: DataPath) -> Any:
    """Return what stands at a path; None where nothing does."""
    found = at(data, path)
    return None if found is MISSING else found


def place_of_node(data: Mapping[str, Any], node: str, before: str | None) -> DataPath:
    """Return the path of a node; of one that is not written yet that of the choice that leads to it.

    Args:
        data: of the tree file.
        node: the id of the node.
        before: the id of the node whose choice was taken to come there, or None.
    """
    nodes = table(data.get("nodes"))
    if node not in nodes and before is not None:
        for number, choice in enumerate(items(table(nodes.get(before)).get("choices"))):
            if table(choice).get("to") == node:
                return "nodes", before, "choices", number, "to"
    return "nodes", node


def kind_of(node: object) -> Kind:
    """Return the kind of a node, as the reader takes it: what it says, else by its choices."""
    said = table(node).get("kind")
    if isinstance(said, str) and said in tuple(Kind):
        return Kind(said)
    return Kind.DECISION if items(table(node).get("choices")) else Kind.OUTCOME


def languages(data: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the languages that every text must offer; none where the tree promises none."""
    return tuple(name for name in items(table(data.get("tree")).get("languages")) if isinstance(name, str))


def language_of_new(data: Mapping[str, Any], language: str) -> str:
    """Return the language that new words are filed under: the one asked for, else the tree's first; empty: none."""
    promised = languages(data)
    return best_match(language, promised) or (promised[0] if promised else "")


def words_in(text: object, language: str) -> str:
    """Return the words of a text as the data holds it, in a language if it can be, else in the first one written."""
    if isinstance(text, str):
        return text
    variants = {key: value for key, value in table(text).items() if isinstance(value, str)}
    return variants.get(language) or next(iter(variants.values()), "")


def arrivals(data: Mapping[str, Any]) -> dict[str, list[DataPath]]:
    """Return the choices that lead to each node, by their paths."""
    found: dict[str, list[DataPath]] = {}
    for name, raw in table(data.get("nodes")).items():
        for number, choice in enumerate(items(table(raw).get("choices"))):
            if isinstance(choice, dict) and isinstance(to := choice.get("to"), str):
                found.setdefault(to, []).append(("nodes", name, "choices", number))
    return found

"""The subjects of a tree, the things with a form: its settings, nodes, urgent entries, stages and so on."""

from collections.abc import Iterable, Mapping
from itertools import repeat
from typing import Any

from debttree.editing.toml.data import MISSING, at
from debttree.model import DataPath, Kind, best_match

TREE: DataPath = ("tree",)
"""The path of the tree's settings."""

ORDER = ("nodes", "urgent", "stages", "consequences", "contacts", "events", "sources")
"""The tables and lists of subjects, in the order of the editor's list."""


def table(data: object) -> Mapping[str, Any]:
    """Return data if it is a table, else an empty table."""
    return data if isinstance(data, dict) else {}


def items(data: object) -> list[Any]:
    """Return data if it is a list, else an empty list."""
    return data if isinstance(data, list) else []


def _keys(data: Mapping[str, Any], name: str) -> Iterable[str | int]:
    """Return the keys of the subjects in a table or list: ids, or indices."""
    return range(len(items(data.get(name)))) if name == "urgent" else table(data.get(name))


def subjects(data: Mapping[str, Any]) -> list[DataPath]:
    """Return the paths of all subjects: the tree first, then nodes and the others in file order."""
    found: list[DataPath] = [TREE]
    for name in ORDER:
        found += zip(repeat(name), _keys(data, name))  # no Python step per node
    return found


def shape(data: Mapping[str, Any]) -> list[list[str | int]]:
    """Return a value that changes with the list of subjects, and is much faster to make and compare."""
    return [list(_keys(data, name)) for name in ORDER]


def standing(data: object, path: DataPath) -> Any:
    """Return the value at a data path, or None."""
    found = at(data, path)
    return None if found is MISSING else found


def place_of_node(data: Mapping[str, Any], node: str, before: str | None) -> DataPath:
    """Return the data path of a node; for one not written yet, of a choice that leads to it.

    Args:
        data: of the tree file.
        node: the id of the node.
        before: id of the node whose choice to prefer, or None.
    """
    nodes = table(data.get("nodes"))
    if node not in nodes and before is not None:
        for number, choice in enumerate(items(table(nodes.get(before)).get("choices"))):
            if table(choice).get("to") == node:
                return "nodes", before, "choices", number, "to"
    return "nodes", node


def kind_of(node: object) -> Kind:
    """Return the kind of a node as the reader infers it: the kind it states, else by its choices."""
    said = table(node).get("kind")
    if isinstance(said, str) and said in tuple(Kind):
        return Kind(said)
    return Kind.DECISION if items(table(node).get("choices")) else Kind.OUTCOME


def languages(data: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the languages that the tree promises; may be empty."""
    return tuple(name for name in items(table(data.get("tree")).get("languages")) if isinstance(name, str))


def language_of_new(data: Mapping[str, Any], language: str) -> str:
    """Return the language for new words: the one asked for if promised, else the first promised one; empty: none."""
    promised = languages(data)
    return best_match(language, promised) or (promised[0] if promised else "")


def words_in(text: object, language: str) -> str:
    """Return the words of a text of the data, in a language if it has it, else in the first one written."""
    if isinstance(text, str):
        return text
    variants = {key: value for key, value in table(text).items() if isinstance(value, str)}
    return variants.get(language) or next(iter(variants.values()), "")


def arrivals(data: Mapping[str, Any]) -> dict[str, list[DataPath]]:
    """Return for each node the data paths of the choices that lead to it."""
    found: dict[str, list[DataPath]] = {}
    for name, raw in table(data.get("nodes")).items():
        for number, choice in enumerate(items(table(raw).get("choices"))):
            if isinstance(choice, dict) and isinstance(to := choice.get("to"), str):
                found.setdefault(to, []).append(("nodes", name, "choices", number))
    return found

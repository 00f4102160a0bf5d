"""debttree: walk, export and edit decision graphs about overdue consumer credit.

For other Python programs: `load`, `graph`, `prospects` and `Journey`; docs/python.md shows them at work. Modules are
imported when they are first used, so that `import debttree`, `--version` and `--help` are fast.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from os import PathLike

    import networkx as nx

    from debttree.analysis import Prospects, Status
    from debttree.journey import Journey
    from debttree.model import Choice, Node, Path, Tree, Trouble

__version__ = "0.1.0"

__all__ = [
    "Choice",
    "Journey",
    "Node",
    "Path",
    "Prospects",
    "Status",
    "Tree",
    "Trouble",
    "__version__",
    "graph",
    "load",
    "prospects",
]

_CLASSES = {
    "Choice": "debttree.model",
    "Journey": "debttree.journey",
    "Node": "debttree.model",
    "Path": "debttree.model",
    "Prospects": "debttree.analysis",
    "Status": "debttree.analysis",
    "Tree": "debttree.model",
    "Trouble": "debttree.model",
}
"""The module that each public class is imported from."""


def load(path: "str | PathLike[str]") -> "Tree":
    """Read a tree file and check it.

    Args:
        path: a file (with a `/`, or ending in `.toml`), else the name of a bundled tree or of one of the user's own.

    Raises:
        Trouble: there is no such file, it cannot be read, or the tree has errors; `debttree check` shows them all.
    """
    import datetime as dt
    from os import fspath

    from debttree.analysis.checking import check_file
    from debttree.model import DoesNotFollow, msg
    from debttree.storage.library import find_tree

    file = find_tree(fspath(path))
    checked = check_file(file, dt.date.today())  # noqa: DTZ011 - the user's local date
    if checked.tree is None or checked.errors:
        first = checked.errors[0].message
        raise DoesNotFollow(msg("{file} has errors: {first}", file=str(file), first=first))
    return checked.tree


def graph(tree: "Tree") -> "nx.MultiDiGraph[str]":
    """Return a new decision graph of a tree, for networkx.

    Nodes are named by their ids and hold their `Node` as `node`; arcs are keyed by the id of their choice and hold
    it as `choice`. Choices to nowhere are left out, and those of an outcome: an outcome is an end.
    """
    from debttree.analysis.graph import decision_graph

    return decision_graph(tree)


def prospects(tree: "Tree") -> "Prospects":
    """Compute which consequences can still be avoided from every node of a tree."""
    from debttree.analysis import Prospects

    return Prospects.of(tree)


if not TYPE_CHECKING:  # else type checkers would accept any name

    def __getattr__(name: str) -> object:
        """Import a public class when it is first used."""
        if name not in _CLASSES:
            message = f"module {__name__!r} has no attribute {name!r}"
            raise AttributeError(message)
        from importlib import import_module

        value = getattr(import_module(_CLASSES[name]), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})

"""No module needs itself: the graph of imports, those for types alone included, has no circle."""

import ast
from collections.abc import Iterator
from pathlib import Path

import networkx as nx

import debttree

ROOT = Path(debttree.__file__).parent


def modules() -> dict[str, Path]:
    """Every module of the program and its file."""
    found = {}
    for file in ROOT.rglob("*.py"):
        parts = file.relative_to(ROOT.parent).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = file
    return found


def imports(file: Path) -> Iterator[tuple[str, str]]:
    """What a module imports, wherever that stands in it: the module, and a name in it, which may be one too."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((alias.name, "") for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from ((node.module, alias.name) for alias in node.names)


def graph() -> "nx.DiGraph[str]":
    """An arrow from each module to those that it imports."""
    known = modules()
    arrows: nx.DiGraph[str] = nx.DiGraph()
    for name, file in known.items():
        for module, imported in imports(file):
            target = f"{module}.{imported}" if f"{module}.{imported}" in known else module
            if target in known and target != name:
                arrows.add_edge(name, target)
    return arrows


def test_no_import_leads_back_to_where_it_stands() -> None:
    assert [sorted(lump) for lump in nx.strongly_connected_components(graph()) if len(lump) > 1] == []

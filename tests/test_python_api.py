"""The public API: lazily imported, typed, and every example of docs/python.md runs."""

import ast
import doctest
import subprocess
import sys
from pathlib import Path
from typing import assert_type

import networkx as nx
import pytest

import debttree
from debttree.model import Kind

ROOT = Path(__file__).parents[1]
PAGES = ["docs/python.md", "docs/python.zh.md"]


def blocks(page: str) -> list[str]:
    """The Python of a page, block by block."""
    text = (ROOT / page).read_text("utf-8")
    return [part.split("```", 1)[0] for part in text.split("```python\n")[1:]]


@pytest.mark.parametrize("page", PAGES)
def test_every_example_of_the_page_says_what_is_written_there(page: str) -> None:
    examples = "".join(block for block in blocks(page) if ">>>" in block)
    found = doctest.DocTestParser().get_doctest(examples, {}, page, page, 0)
    assert len(found.examples) > 15
    assert doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(found).failed == 0


def test_both_languages_have_the_same_examples() -> None:
    assert blocks(PAGES[0]) == blocks(PAGES[1])


def test_what_is_drawn_with_networkx_is_there_in_networkx() -> None:
    """It wants numpy and matplotlib, which are no dependencies: its names are looked up, not called."""
    [drawing] = [block for block in blocks(PAGES[0]) if ">>>" not in block]
    called = {
        node.attr
        for node in ast.walk(ast.parse(drawing))
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "nx"
    }
    assert called == {"bfs_layout", "draw"}
    assert all(hasattr(nx, name) for name in called)


def test_importing_debttree_pays_for_nothing() -> None:
    program = "import debttree, sys; print([name for name in sys.modules if name.startswith('debttree.')])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_users_get_real_types() -> None:
    """mypy holds each of these, as a user's own checker would by py.typed."""
    tree = debttree.load("tutorial")
    assert_type(tree, debttree.Tree)
    graph = debttree.graph(tree)
    assert_type(graph, "nx.MultiDiGraph[str]")
    prospects = debttree.prospects(tree)
    assert_type(prospects, debttree.Prospects)
    journey = debttree.Journey(debttree.Path(tree.root))
    assert_type(journey.at, str)
    assert tree.nodes[journey.at].kind is Kind.DECISION


def test_everything_public_can_be_imported_and_nothing_else() -> None:
    assert set(debttree.__all__) <= set(dir(debttree))
    assert all(hasattr(debttree, name) for name in debttree.__all__)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        debttree.nothing  # type: ignore[attr-defined]  # noqa: B018


def test_a_tree_with_errors_says_the_first_in_plain_words(tmp_path: Path) -> None:
    file = tmp_path / "tree.toml"
    file.write_text(
        'format = "debttree/1"\n[nodes.a]\ntitle = "A"\n[[nodes.a.choices]]\nlabel = "x"\nto = "b"\n'
    )
    with pytest.raises(debttree.Trouble, match=r"tree\.toml has errors: .*b"):
        debttree.load(file)
    with pytest.raises(debttree.Trouble, match='called "nowhere"'):
        debttree.load("nowhere")

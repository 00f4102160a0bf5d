"""Turn sources into trees in tests, through the file that would be written."""

from collections import Counter

from debttree.incoming.assembling import assembled
from debttree.incoming.sources import read_source
from debttree.incoming.writing import written
from debttree.locales import phrases
from debttree.model import Tree, msg
from debttree.reading import read


def file_from(source: str | bytes, name: str) -> str:
    """The TOML that a source makes."""
    content = source.encode() if isinstance(source, str) else source
    return written(list(assembled(read_source(content, name), "x")), msg("A head."), phrases("en"))


def tree_from(source: str | bytes, name: str) -> Tree:
    """The tree that a source makes."""
    tree = read(file_from(source, name).encode(), "x").tree
    assert tree is not None
    return tree


def reasons(source: str | bytes, name: str) -> list[tuple[int, str]]:
    """Line and reason of everything that has no place in the tree."""
    content = source.encode() if isinstance(source, str) else source
    return [(one.line, str(one.reason)) for one in read_source(content, name).unplaced]


def plain(words: str) -> str:
    return " ".join(words.split())


def shape_of(tree: Tree) -> tuple[Counter[tuple[str, str]], Counter[tuple[str, str, str]]]:
    """Kinds and titles of all nodes, and arcs by the titles of their ends with their labels."""

    def title(name: str) -> str:
        node = tree.nodes.get(name)
        return plain(tree.words(node.title, "en")) if node else f"? {name}"

    nodes = Counter((str(node.kind), title(node.id)) for node in tree.nodes.values())
    arcs = Counter(
        (title(node.id), title(choice.to), plain(tree.words(choice.label, "en")))
        for node in tree.nodes.values()
        for choice in node.choices
    )
    return nodes, arcs


def arcs(tree: Tree) -> list[tuple[str, str, str]]:
    """Each choice as source, label, target."""
    return [
        (node.id, tree.words(choice.label, "en"), choice.to)
        for node in tree.nodes.values()
        for choice in node.choices
    ]

"""The nodes and arcs of a tree for drawings: in one language, clean, in file order."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from debttree.locales import Phrases
from debttree.locales.words import line_of
from debttree.model import Choice, Node, Path, Text, Tree


@dataclass(frozen=True, slots=True)
class Arc:
    """A choice as it is drawn.

    Attributes:
        source: id of the node it leads from.
        number: which of its node's choices it is, from 0: ids may be there twice in a tree with errors.
        target: id of the node it leads to, which may not be there in a tree with errors.
        label: clean words on one line.
        walked: it is part of the path that is marked.
    """

    source: str
    number: int
    target: str
    label: str
    walked: bool


@dataclass(frozen=True)
class Drawing:
    """A tree in one language, with a path marked in it.

    Attributes:
        tree: the tree.
        language: of its words.
        path: that is marked.
        marks: says, in the language of its sentences, where words are in another language; None: nothing does.
    """

    tree: Tree
    language: str
    path: Path | None = None
    marks: Phrases | None = None

    @property
    def title(self) -> str:
        """The tree's title."""
        return self.line(self.tree.title)

    def label(self, node: Node) -> str:
        """Return the title of a node."""
        return self.line(node.title)

    def brings(self, node: Node) -> list[str]:
        """Return the titles of the consequences that a node brings."""
        known = (self.tree.consequences.get(name) for name in node.brings)
        return [self.line(found.title) for found in known if found is not None]

    def is_walked(self, node: str) -> bool:
        """Return whether the marked path visits a node."""
        return node in self._nodes_walked

    def arcs_of(self, node: Node) -> list[Arc]:
        """Return the choices of one node."""
        return [self._arc(node, number, choice) for number, choice in enumerate(node.choices)]

    def arcs(self) -> Iterator[Arc]:
        """Yield every choice of the tree."""
        for node in self.tree.nodes.values():
            yield from self.arcs_of(node)

    def nowhere(self) -> list[str]:
        """Return the targets that are no nodes, each once."""
        targets = dict.fromkeys(arc.target for arc in self.arcs())
        return [target for target in targets if target not in self.tree.nodes]

    def line(self, text: Text | None) -> str:
        """Return words of the tree on one line."""
        tree, marks = self.tree, self.marks
        return tree.line(text, self.language) if marks is None else line_of(tree, text, marks)

    def _arc(self, node: Node, number: int, choice: Choice) -> Arc:
        label = self.line(choice.label)
        return Arc(node.id, number, choice.to, label, (node.id, choice.id) in self._choices_taken)

    @cached_property
    def _nodes_walked(self) -> frozenset[str]:
        return frozenset(self.path.nodes if self.path else ())

    @cached_property
    def _choices_taken(self) -> frozenset[tuple[str, str | None]]:
        return frozenset((step.node, step.choice) for step in (self.path.steps if self.path else ()))

"""Recognise a node after its tree has changed.

An id alone is not enough: an author may give it to another node, and whoever walked here before must never be
sent elsewhere unasked. So a journey stores what the person saw: the kind and title of the node, and a digest of all its
words in case two nodes have the same title.
"""

from collections import defaultdict
from dataclasses import dataclass
from hashlib import sha256

from debttree.model import Node, Text, Tree


@dataclass(frozen=True, slots=True)
class Print:
    """A node as it was when somebody walked through it.

    Attributes:
        id: then.
        kind: of the node.
        title: in the language walked.
        text: a digest of its text.
        labels: a digest of the labels of its choices, in any order.
        has_twin: another node had the same kind and title.
    """

    id: str
    kind: str
    title: str
    text: str
    labels: str
    has_twin: bool = False


class Prints:
    """The fingerprints of a tree's nodes in one language, each made when it is asked for.

    Attributes:
        tree: whose nodes.
        language: of the words.
    """

    def __init__(self, tree: Tree, language: str) -> None:
        self.tree = tree
        self.language = language
        self._called: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        self._digested: dict[str, tuple[str, str]] = {}
        for node in tree.nodes.values():
            self._called[self._name(node)].append(node.id)

    def of(self, node_id: str) -> Print:
        """Return the fingerprint of a node of the tree."""
        node = self.tree.nodes[node_id]
        kind, title = name = self._name(node)
        return Print(node_id, kind, title, *self._digests(node), len(self._called[name]) > 1)

    def label(self, text: Text) -> str:
        """Return the words of a choice, item or deadline on one line."""
        return self.tree.line(text, self.language)

    def find(self, print_: Print) -> str | None:
        """Return the id of the node that this fingerprint was taken of, or None where that is not sure.

        Only a node of the same kind and title is one. Where it is the only one, then and now, its id or its
        text or its choices must be the same too; an author may mend two of the three. Where several are, or
        were, called so, both text and choices must be the same, and the id too unless it is gone.
        """
        called = self._called.get((print_.kind, print_.title), [])
        if len(called) == 1 and not print_.has_twin:
            return called[0] if called[0] == print_.id or any(self._same_words(called[0], print_)) else None
        same = [node for node in called if all(self._same_words(node, print_))]
        if print_.id in same:
            return print_.id
        return same[0] if len(same) == 1 and print_.id not in called else None

    def _same_words(self, node_id: str, print_: Print) -> tuple[bool, bool]:
        """Return whether the text is the same, and whether the choices are."""
        text, labels = self._digests(self.tree.nodes[node_id])
        return text == print_.text, labels == print_.labels

    def _name(self, node: Node) -> tuple[str, str]:
        return node.kind.value, self.label(node.title)

    def _digests(self, node: Node) -> tuple[str, str]:
        if node.id not in self._digested:
            text = self.tree.words(node.text, self.language)
            labels = sorted(self.label(choice.label) for choice in node.choices)
            self._digested[node.id] = _digest(text), _digest("\0".join(labels))
        return self._digested[node.id]


def _digest(words: str) -> str:
    return sha256(words.encode()).hexdigest()[:12]

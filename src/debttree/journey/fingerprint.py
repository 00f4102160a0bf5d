"""How a journey knows a node again after its tree has changed.

An id alone is not enough: an author may give it to another node, and whoever walked here before must never be
sent elsewhere unasked. So a journey keeps what the person saw: the kind and title of the node, and a digest of
all its words for the case that two nodes are called the same.
"""

from collections import defaultdict
from dataclasses import dataclass
from hashlib import sha256

from debttree.model import Node, Text, Tree, clean_line


@dataclass(frozen=True, slots=True)
class Print:
    """What a node looked like when somebody walked through it.

    Attributes:
        id: then.
        kind: of the node.
        title: in the language walked.
        digest: of its kind, title, text and choices in that language.
        has_twin: another node had the same kind and title.
    """

    id: str
    kind: str
    title: str
    digest: str
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
        for node in tree.nodes.values():
            self._called[self._name(node)].append(node.id)

    def of(self, node_id: str) -> Print:
        """The fingerprint of a node of the tree."""
        node = self.tree.nodes[node_id]
        kind, title = name = self._name(node)
        return Print(node_id, kind, title, self._digest(node), len(self._called[name]) > 1)

    def label(self, text: Text) -> str:
        """The words of a choice, item or deadline."""
        return clean_line(self.tree.words(text, self.language))

    def find(self, print_: Print) -> str | None:
        """The id of the node that this fingerprint was taken of, or None where that is not sure.

        Only a node of the same kind and title is one. Where several are, or were, called so, all of its
        words must be the same, and where even that leaves several, its id.
        """
        called = self._called.get((print_.kind, print_.title), [])
        if called == [print_.id] and not print_.has_twin:
            return print_.id
        same = [node for node in called if self._same_words(node, print_)]
        if print_.id in same:
            return print_.id
        return same[0] if len(same) == 1 else None

    def _same_words(self, node_id: str, print_: Print) -> bool:
        return self._digest(self.tree.nodes[node_id]) == print_.digest

    def _name(self, node: Node) -> tuple[str, str]:
        return node.kind.value, self.label(node.title)

    def _digest(self, node: Node) -> str:
        words = [*self._name(node), self.tree.words(node.text, self.language)]
        words.extend(sorted(self.label(choice.label) for choice in node.choices))
        return sha256("\0".join(words).encode()).hexdigest()[:12]

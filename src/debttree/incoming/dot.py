"""Read Graphviz's DOT: shapes are kinds, labels words, clusters stages.

pydot reads DOT as well, but takes seconds for a thousand nodes and says no lines; the language's grammar is one page.
"""

from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from debttree.incoming.dot_tokens import DotToken, dot_tokens, dot_words
from debttree.incoming.found import HEADLESS, Finding, FoundTree, NotReadable, label_fields, one_line
from debttree.model import Kind, msg
from debttree.reading.limits import NESTING

_KINDS = {
    **dict.fromkeys(("diamond", "Mdiamond"), Kind.QUESTION),
    **dict.fromkeys(("circle", "doublecircle"), Kind.CHANCE),
    **dict.fromkeys(("triangle", "invtriangle"), Kind.OUTCOME),
    **dict.fromkeys(("box", "rect", "rectangle", "square"), Kind.DECISION),
}


def read_dot(text: str) -> FoundTree:
    """Read the first graph of a file.

    Raises:
        NotReadable: it is no DOT, or has no node.
    """
    return _Reader(text).found()


@dataclass(slots=True)
class _Scope:
    """A graph or subgraph that is open."""

    stage: str = ""
    nodes: dict[str, str] = field(default_factory=dict)
    edges: dict[str, str] = field(default_factory=dict)
    names: list[str] = field(default_factory=list)
    is_cluster: bool = False
    before: list[list[str]] = field(default_factory=list)


class _Reader:
    def __init__(self, text: str) -> None:
        self.tokens = dot_tokens(text)
        self.token = next(self.tokens)
        self.finding = Finding()
        self.title = ""
        self.nowhere: dict[str, str] = {}
        self.scopes = [_Scope()]
        self.pending: list[tuple[list[str], int]] = []
        self.is_directed = True

    def next(self) -> DotToken:
        token = self.token
        if token.kind != "end":
            self.token = next(self.tokens)
        return token

    def takes(self, text: str) -> bool:
        if self.token.kind == "sign" and self.token.text == text:
            self.next()
            return True
        return False

    def word(self) -> DotToken:
        if self.token.kind != "word":
            raise NotReadable(msg('"{sign}" is not understood here.', sign=self.token.text), self.token.line)
        first = self.next()
        while self.takes("+"):
            more = self.word()
            first = DotToken("word", first.text + more.text, first.line)
        return first

    def found(self) -> FoundTree:
        if self.token.text.casefold() == "strict":
            self.next()
        head = self.next()
        if head.text.casefold() not in ("digraph", "graph"):
            raise NotReadable(
                msg('a graph begins with "digraph"; this begins with "{word}".', word=head.text), head.line
            )
        self.is_directed = head.text.casefold() == "digraph"
        if self.token.kind == "word":
            self.title = self.word().text
        if not self.takes("{"):
            raise NotReadable(msg('"{sign}" is not understood here.', sign=self.token.text), self.token.line)
        while self.scopes:
            self._statement()
        if self.token.kind != "end":
            self.finding.lost(self.token.line, msg("What stands behind the first graph is not read."))
        finding = self.finding
        for name in self.nowhere:
            finding.nodes.pop(name, None)
        finding.call_by_their_keys()
        return finding.found(title=one_line(self.title))

    def _statement(self) -> None:
        token = self.token
        if token.kind == "end":
            raise NotReadable(msg('the graph does not end: a "{sign}" is missing.', sign="}"), token.line)
        if self.takes(";") or self.takes(","):
            return
        if self.takes("}"):
            self._close()
        elif (token.kind, token.text.casefold()) in (("sign", "{"), ("word", "subgraph")):
            self._opens_subgraph()
        else:
            self._worded()

    def _opens_subgraph(self) -> bool:
        """Read the beginning of a subgraph, with or without a name; return whether it was one."""
        name = ""
        if self.token.text.casefold() == "subgraph":
            self.next()
            name = self.word().text if self.token.kind == "word" else ""
        opens = self.takes("{")
        if opens:
            self._open(name)
        return opens

    def _open(self, name: str) -> None:
        if len(self.scopes) >= NESTING:
            raise NotReadable(
                msg("there are more than {limit} subgraphs within each other.", limit=NESTING),
                self.token.line,
            )
        above = self.scopes[-1]
        self.scopes.append(
            _Scope(above.stage, dict(above.nodes), dict(above.edges), is_cluster=name.startswith("cluster"))
        )

    def _close(self) -> None:
        closed = self.scopes.pop()
        if self.scopes:
            self.scopes[-1].names += closed.names
            self._onward([*closed.before, list(dict.fromkeys(closed.names))], self.token.line)

    def _worded(self) -> None:
        word = self.word()
        kind = word.text.casefold()
        if kind in ("node", "edge", "graph") and self.token.text == "[":
            given = self._attributes()
            scope = self.scopes[-1]
            {"node": scope.nodes, "edge": scope.edges, "graph": {}}[kind].update(given)
            self._graph_label(given if kind == "graph" else {})
        elif self.takes("="):
            self._graph_label({word.text: self.word().text})
        else:
            self._node(word)

    def _graph_label(self, given: dict[str, str]) -> None:
        if label := given.get("label"):
            if len(self.scopes) == 1:
                self.title = dot_words(label, "")
            elif self.scopes[-1].is_cluster:
                self.scopes[-1].stage = one_line(dot_words(label, ""))

    def _node(self, word: DotToken) -> None:
        name = self._name(word)
        given = self._attributes() if self.token.text == "[" else {}
        self._onward([[name]], word.line, given)

    def _name(self, word: DotToken) -> str:
        """Return a node's name and pass its port over."""
        while self.takes(":"):
            self.word()
        name = dot_words(word.text, "")
        scope = self.scopes[-1]
        scope.names.append(name)
        if name not in self.finding.nodes:
            self.finding.node(
                name, name=name, line=word.line, stage=scope.stage, **self._fields(name, scope.nodes)
            )
        return name

    def _onward(self, groups: list[list[str]], line: int, given: dict[str, str] | None = None) -> None:
        """Join each group of nodes to the next, as long as arrows follow; a subgraph goes on when it closes."""
        while self.takes("->") or self.takes("--"):
            if self.token.kind == "sign" or self.token.text.casefold() == "subgraph":
                self._into_subgraph(groups)
                return
            groups.append([self._name(self.word())])
        if self.token.text == "[":
            given = self._attributes()
        if len(groups) == 1:
            if given and len(groups[0]) == 1:
                self._say_of_node(groups[0][0], given)
            return
        said = {**self.scopes[-1].edges, **(given or {})}
        guesses = () if self.is_directed else (HEADLESS,)
        label = one_line(dot_words(said.get("whole") or said.get("label", ""), ""))
        for left, right in pairwise(groups):
            targets = [self.nowhere.get(target, target) for target in right]
            self.finding.join(left, targets, label=label, line=line, guesses=guesses)

    def _into_subgraph(self, before: list[list[str]]) -> None:
        if self._opens_subgraph():
            self.scopes[-1].before = before

    def _say_of_node(self, name: str, given: dict[str, str]) -> None:
        label = dot_words(given.get("label", ""), name)
        if given.get("style") == "dashed" and label.startswith("? "):
            self.nowhere[name] = label[2:]
        self.finding.node(name, **self._fields(name, given))

    def _fields(self, name: str, given: dict[str, str]) -> dict[str, Any]:
        fields: dict[str, Any] = {}
        if shape := given.get("shape"):
            kind = _KINDS.get(shape)
            fields |= {"kind": kind, "is_sure": kind is not Kind.DECISION}
        if "label" in given or "whole" in given:
            whole = dot_words(given["whole"], name) if "whole" in given else ""
            fields |= label_fields((whole or dot_words(given["label"], name)).split("\n"))
        return fields

    def _attributes(self) -> dict[str, str]:
        given: dict[str, str] = {}
        while self.takes("["):
            while not self.takes("]"):
                if self.takes(",") or self.takes(";"):
                    continue
                name = self.word().text
                given[name] = self.word().text if self.takes("=") else "true"
        return given

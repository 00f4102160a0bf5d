"""Read a Mermaid flowchart: shapes are kinds, edge labels choices, subgraphs stages.

There is no parser of Mermaid outside of JavaScript that is kept, so this one reads the flowchart's statements as
Mermaid's own lexer parts them. Looks (`style`, `classDef` ...) are counted, and all else that is not understood is
said with its line.
"""

import re
from dataclasses import replace
from typing import Any

from debttree.incoming.ahead import Ahead
from debttree.incoming.found import HEADLESS, Finding, FoundTree, label_fields
from debttree.incoming.mermaid_text import Chart, label_words
from debttree.model import Kind, msg

_NAME = re.compile(r"""(?:[^\s\[\](){}<>|"&;:@~=\-]|-(?=[^>\-.\s])|=(?!=)|:(?!::))+""")
_ARROW = re.compile(r"(?:[\w-]+@(?=[-=<~xo]))?([<xo]?)(--+[->xo]|==+[=>xo]|-\.+-[>xo]?|~~~+)")
_OPENED = re.compile(r"(?:[\w-]+@(?=[-=<xo]))?([<xo]?)(--|==|-\.)")
_CLOSED = {
    "--": re.compile(r"--+[->xo]|\n"),
    "==": re.compile(r"==+[=>xo]|\n"),
    "-.": re.compile(r"\.+-[>xo]?|\n"),
}
_SHAPES = {
    "(((": (")))",), "((": ("))",), "([": ("])",), "[(": (")]",), "[[": ("]]",), "{{": ("}}",),
    "[/": ("/]", "\\]"), "[\\": ("\\]", "/]"), "[": ("]",), "(": (")",), "{": ("}",), ">": ("]",),
}  # fmt: skip
_KINDS = {"{": Kind.QUESTION, "((": Kind.CHANCE, "(((": Kind.OUTCOME}
_NAMED_KINDS = {
    **dict.fromkeys(("diam", "decision", "diamond", "question"), Kind.QUESTION),
    **dict.fromkeys(("circle", "circ"), Kind.CHANCE),
    **dict.fromkeys(
        ("tri", "extract", "triangle", "dbl-circ", "double-circle", "fr-circ", "stop"), Kind.OUTCOME
    ),
}
_WORD = re.compile(
    r"(subgraph|end|direction|style|classDef|class|linkStyle|click|accTitle|accDescr)(?=[\s;:]|$)"
)
_SHAPE_NAME = re.compile(r"\bshape\s*:\s*\"?([\w-]+)")
_SHAPE_LABEL = re.compile(r"\blabel\s*:\s*\"([^\"]*)\"")
_BLANK = re.compile(r"(?:[\s;]|%%[^\n]*)+")
_SET_UP = re.compile(r"^[ \t]*(?=%%\{)", re.MULTILINE)
"""A directive such as `%%{init: ...}%%`: it looks like a comment and sets how the drawing looks."""

_ONWARD = re.compile(r"\s*(?=[-=~<])")
_SPACES = re.compile(r"[ \t]*")
_REST = re.compile(r"[^\n]*")
_ANY_SPACE = re.compile(r"\s*")
_QUOTE = re.compile(r'\s*"')
_UNQUOTE = re.compile(r'"\s*')
_AND = re.compile(r"[ \t]*&\s*")
_MARKS = re.compile(r":::([\w,-]+)")
_NOWHERE = "nowhere"


def read_mermaid(text: str) -> FoundTree:
    """Read a flowchart.

    Raises:
        NotReadable: it is another drawing, or has no node.
    """
    return _Reader(text).found()


class _Reader:
    def __init__(self, whole: str) -> None:
        self.finding = Finding()
        self.chart = Chart(whole, self.finding)
        self.text, self.at = self.chart.text, self.chart.start
        self.ahead = Ahead(self.text)
        self.groups: list[str] = []
        self.group_names: set[str] = set()
        self.nowhere: dict[str, str] = {}
        self.title = self.chart.title
        set_up = [found.start() for found in _SET_UP.finditer(self.text)]
        self.looks, self.looks_line = len(set_up), self.chart.line(set_up[0]) if set_up else 0

    def found(self) -> FoundTree:
        while self._skip(_BLANK) and self.at < len(self.text):
            before = self.at
            if not self._statement() or self.at == before:
                self._lose_line(before)
        if self.looks:
            self.finding.lost(
                self.looks_line,
                msg("Lines about looks or links (style, class, click ...), left out: {n}", n=self.looks),
            )
        self._sort_out()
        return self.finding.found(title=self.title)

    def _skip(self, pattern: re.Pattern[str]) -> bool:
        if matched := pattern.match(self.text, self.at):
            self.at = matched.end()
        return True

    @property
    def line(self) -> int:
        return self.chart.line(self.at)

    def _lose_line(self, start: int) -> None:
        self.at = max(self.at, start)
        number = self.line
        rest = _REST.match(self.text, self.at)
        words = rest[0] if rest else ""
        self.at += max(len(words), 1)
        self.finding.lost(number, msg('This is not understood: "{words}"', words=words.strip()[:80]))

    def _statement(self) -> bool:
        if word := _WORD.match(self.text, self.at):
            rest = _REST.match(self.text, word.end())
            words = rest[0].strip() if rest else ""
            is_end = word[1] == "end" and words.partition("%%")[0].strip(" ;") == ""
            if (word[1] != "end" or is_end) and not words.startswith(("-->", "[", "(", "{", "&", "---")):
                line = self.line
                self.at = word.end() + (len(rest[0]) if rest else 0)
                return self._directive(word[1], words, line)
        return self._chain()

    def _directive(self, word: str, words: str, line: int) -> bool:
        if word == "subgraph":
            name, bracket, title = words.strip("; ").partition("[")
            title = title.rpartition("]")[0] if bracket else name
            self.group_names.add(name.strip())
            title = title.strip().strip('"')
            self.groups.append(label_words(title))
        elif word == "end":
            if self.groups:
                self.groups.pop()
        elif word == "accTitle":
            self.title = self.title or words.lstrip(": ")
        elif word != "direction":
            self.looks += 1
            self.looks_line = self.looks_line or line
        return True

    def _chain(self) -> bool:
        left = self._nodes()
        while left:
            here = self.at
            self._skip(_ONWARD)
            self._skip(_SPACES)
            arrow = self._arrow()
            if arrow is None:
                self.at = here
                return self._at_end()
            line, label, is_both, is_plain, is_unseen = arrow
            self._skip(_ANY_SPACE)
            right = self._nodes()
            if not right:
                return False
            if is_unseen:
                self.finding.lost(line, msg("An invisible line (~~~) is no choice."))
            else:
                self._join(left, right, label, line, is_both, is_plain)
            left = right
        return False

    def _at_end(self) -> bool:
        self._skip(_SPACES)
        return (
            self.at >= len(self.text) or self.text[self.at] in "\n\r;" or self.text.startswith("%%", self.at)
        )

    def _join(
        self, left: list[str], right: list[str], label: str, line: int, is_both: bool, is_plain: bool
    ) -> None:
        guesses = (HEADLESS,) if is_plain else ()
        for source in left:
            for target in right:
                self.finding.arrow(source, target, label=label, line=line, guesses=guesses)
                if is_both:
                    self.finding.arrow(target, source, label=label, line=line)

    def _arrow(self) -> tuple[int, str, bool, bool, bool] | None:
        line = self.line
        if matched := _ARROW.match(self.text, self.at):
            self.at = matched.end()
            return (line, self._piped(), *_heads(matched[1], matched[2]), matched[2].startswith("~"))
        if (opened := _OPENED.match(self.text, self.at)) is None:
            return None
        start = opened.end()
        quoted = _QUOTE.match(self.text, start)
        after = self.ahead.find('"', quoted.end()) if quoted else start
        closed = self.ahead.search(_CLOSED[opened[2]], after)
        if closed is None or closed[0] == "\n":
            return None
        self.at = closed.end()
        words = self.text[start : closed.start()].strip()
        if len(words) > 1 and words[0] == words[-1] == '"':
            words = words[1:-1]
        return (line, label_words(words), *_heads(opened[1], closed[0]), False)

    def _piped(self) -> str:
        here = self.at
        self._skip(_SPACES)
        if not self.text.startswith("|", self.at):
            self.at = here
            return ""
        words, self.at = self._until(("|",), self.at + 1) or ("", here)
        return words

    def _until(self, closers: tuple[str, ...], start: int) -> tuple[str, int] | None:
        """Return the words up to a closing sign, quoted or not, and the place behind it."""
        spaces = _ANY_SPACE.match(self.text, start)
        inner = spaces.end() if spaces else start
        if self.text.startswith('"', inner):
            quote = self.ahead.find('"', inner + 1)
            behind = _UNQUOTE.match(self.text, quote)
            for closer in closers if behind else ():
                if behind and self.text.startswith(closer, behind.end()):
                    return label_words(self.text[inner + 1 : quote]), behind.end() + len(closer)
        place, closer = min((self.ahead.find(closer, start), closer) for closer in closers)
        if place >= len(self.text) or "\n\n" in self.text[start : min(place, start + 2000)]:
            return None
        return label_words(self.text[start:place].strip()), place + len(closer)

    def _nodes(self) -> list[str]:
        names = []
        while (name := self._node()) is not None:
            names.append(name)
            joint = _AND.match(self.text, self.at)
            if joint is None:
                return names
            self.at = joint.end()
        return []

    def _node(self) -> str | None:
        matched = _NAME.match(self.text, self.at)
        if matched is None:
            return None
        name, line = matched[0], self.line
        self.at = matched.end()
        fields = self._shape() or {}
        while self.text.startswith("@{", self.at):
            fields |= self._braces()
        marks = _MARKS.match(self.text, self.at)
        if marks:
            self.at = marks.end()
        if marks and marks[1] == _NOWHERE and str(fields.get("title", "")).startswith("? "):
            self.nowhere[name] = str(fields["title"])[2:]
        self.finding.node(name, line=line, stage=self._stage(name), **fields)
        return name

    def _stage(self, name: str) -> str:
        known = self.finding.nodes.get(name)
        return self.groups[-1] if self.groups and not (known and known.stage) else ""

    def _shape(self) -> dict[str, Any] | None:
        opener = next((sign for sign in _SHAPES if self.text.startswith(sign, self.at)), None)
        if opener is None:
            return None
        found = self._until(_SHAPES[opener], self.at + len(opener))
        if found is None:
            return None
        words, self.at = found
        kind = _KINDS.get(opener, Kind.DECISION)
        return {**label_fields(words.split("\n")), "kind": kind, "is_sure": opener in _KINDS}

    def _braces(self) -> dict[str, Any]:
        end = self.ahead.find("}", self.at)
        inside = self.text[self.at : end]
        self.at = min(end + 1, len(self.text))
        fields: dict[str, Any] = {}
        if shape := _SHAPE_NAME.search(inside):
            kind = _NAMED_KINDS.get(shape[1].casefold())
            fields |= {"kind": kind or Kind.DECISION, "is_sure": kind is not None}
        if label := _SHAPE_LABEL.search(inside):
            fields["title"] = label_words(label[1]).replace("\n", " ")
        return fields

    def _sort_out(self) -> None:
        """Give choices to nowhere their names back; say of arrows at a subgraph that they have no node."""
        finding = self.finding
        groups = {name for name in self.group_names if name in finding.nodes}
        kept = []
        for arrow in finding.arrows:
            if arrow.source in groups or arrow.target in groups:
                finding.lost(arrow.line, msg("An arrow to or from a whole subgraph: name a node in it."))
            else:
                target = self.nowhere.get(arrow.target, arrow.target)
                kept.append(replace(arrow, target=target))
        finding.arrows[:] = kept
        for name in [*groups, *self.nowhere]:
            finding.nodes.pop(name, None)
        finding.call_by_their_keys()


def _heads(start: str, body: str) -> tuple[bool, bool]:
    """Return whether an arrow leads both ways, and whether it has no head."""
    has_head = body[-1] in ">xo"
    return start != "" and has_head, not has_head

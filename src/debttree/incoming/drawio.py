"""Read a drawing of draw.io: shapes are kinds, arrows choices, containers and pages stages."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from debttree.incoming.drawio_pages import DrawnPage, drawn_pages
from debttree.incoming.found import Finding, FoundTree, one_line
from debttree.incoming.html_words import html_words
from debttree.incoming.plain_xml import XmlElement
from debttree.model import Kind, Message, msg

_KINDS = {
    "rhombus": Kind.QUESTION,
    "mxgraph.flowchart.decision": Kind.QUESTION,
    "triangle": Kind.OUTCOME,
    "mxgraph.flowchart.extract_or_measurement": Kind.OUTCOME,
    "mxgraph.flowchart.terminator": None,
    "ellipse": None,
}
"""By the shape; any other is a decision, as far as arrows leave it."""

_CIRCLES = frozenset(("ellipse", "mxgraph.flowchart.on-page_reference"))
_WORDS_ONLY = frozenset(("text", "edgeLabel", "label"))


def read_drawio(content: bytes) -> FoundTree:
    """Read all pages of a drawing.

    Raises:
        NotReadable: it is no drawing of draw.io, or has no node.
    """
    finding = Finding()
    pages = drawn_pages(content)
    for number, page in enumerate(pages):
        _Page(page, f"{number}:", page.name if len(pages) > 1 else "", finding).read()
    return finding.found(title=pages[0].name if len(pages) == 1 and not _is_page_name(pages[0].name) else "")


def _is_page_name(name: str) -> bool:
    """Return whether draw.io itself gave the name, as in `Page-1`."""
    return name.rpartition("-")[2].strip().isdigit() or not name


@dataclass(slots=True)
class _Cell:
    """A vertex or an edge."""

    key: str
    words: str
    parent: str
    line: int
    shapes: frozenset[str]
    settings: dict[str, str]
    is_edge: bool
    ends: tuple[str, str]
    link: str
    children: list["_Cell"] = field(default_factory=list)


class _Page:
    def __init__(self, page: DrawnPage, prefix: str, stage: str, finding: Finding) -> None:
        self.prefix, self.stage, self.finding = prefix, stage, finding
        self.cells = {}
        for element in page.model.all("mxCell", "UserObject", "object"):
            for cell in _cells(element):
                self.cells[cell.key] = cell
        for cell in self.cells.values():
            if cell.parent in self.cells and cell.parent != cell.key:
                self.cells[cell.parent].children.append(cell)

    def read(self) -> None:
        edges = [cell for cell in self.cells.values() if cell.is_edge]
        leaving = Counter(edge.ends[0] for edge in edges)
        joined = {end for edge in edges for end in edge.ends if end in self.cells}
        labels = {label.key for edge in edges for label in edge.children}
        stages = {key for key, cell in self.cells.items() if key not in joined and self._is_container(cell)}
        spoken: set[str] = set()
        for key in joined:
            if not self.cells[key].words:
                spoken.update(child.key for child in self.cells[key].children)
        for key, cell in self.cells.items():
            if key in joined and not cell.is_edge:
                self._node(cell, stages, leaving[key])
            elif not cell.is_edge and key not in labels and key not in stages and key not in spoken:
                self._lose(cell)
        for edge in edges:
            self._edge(edge)

    def _is_container(self, cell: _Cell) -> bool:
        return not cell.is_edge and bool(cell.words) and any(not child.is_edge for child in cell.children)

    def _node(self, cell: _Cell, stages: set[str], leaving: int) -> None:
        words = cell.words or " ".join(child.words for child in cell.children if not child.is_edge)
        known = [shape for shape in cell.shapes if shape in _KINDS]
        kind = _KINDS[known[0]] if known else Kind.DECISION
        if cell.shapes & _CIRCLES and leaving > 1:
            kind = Kind.CHANCE
        self.finding.node(
            self.prefix + cell.key,
            title=one_line(words),
            kind=kind,
            is_sure=kind is not Kind.DECISION,
            stage=self._stage(cell, stages),
            text=cell.link,
            line=cell.line,
        )

    def _stage(self, cell: _Cell, stages: set[str]) -> str:
        seen = {cell.key}
        while (parent := self.cells.get(cell.parent)) is not None and parent.key not in seen:
            if parent.key in stages:
                return one_line(parent.words)
            seen.add(parent.key)
            cell = parent
        return self.stage

    def _lose(self, cell: _Cell) -> None:
        if cell.words:
            words = one_line(cell.words)[:80]
            self.finding.lost(cell.line, msg('No arrow leads to or from "{words}".', words=words))
        elif not cell.children and cell.parent not in ("", "0") and not cell.shapes & {"group"}:
            self.finding.lost(cell.line, msg("A shape without words and arrows."))

    def _edge(self, edge: _Cell) -> None:
        source, target = edge.ends
        label = " ".join(filter(None, [edge.words, *(child.words for child in edge.children)]))
        reason = self._why_not(source, target)
        if reason is not None:
            said = msg('{reason} Its words: "{words}"', reason=reason, words=one_line(label)[:80])
            self.finding.lost(edge.line, said if label else reason)
            return
        head, tail = edge.settings.get("endArrow", "classic"), edge.settings.get("startArrow", "none")
        guesses: tuple[Message, ...] = ()
        if tail != "none" and head == "none":
            source, target = target, source
        elif head == "none":
            guesses = (msg("Guessed: the line has no arrowhead; it is read from its beginning to its end."),)
        fields: dict[str, Any] = {"label": one_line(label), "line": edge.line}
        self.finding.arrow(self.prefix + source, self.prefix + target, guesses=guesses, **fields)
        if tail != "none" and head != "none":
            self.finding.arrow(self.prefix + target, self.prefix + source, **fields)

    def _why_not(self, source: str, target: str) -> Message | None:
        ends = [self.cells.get(source), self.cells.get(target)]
        if None in ends:
            return msg("An arrow hangs free at an end: no shape is joined to it.")
        if any(end is not None and end.is_edge for end in ends):
            return msg("An arrow leads to or from another arrow.")
        return None


def _cells(element: XmlElement) -> list[_Cell]:
    """Return the cell of an element; that of a `UserObject` stands in it and is called by its id and label."""
    inner = element if element.name == "mxCell" else next(iter(element.all("mxCell")), None)
    key = element.attributes.get("id", "")
    own = inner.attributes if inner is not None else {}
    is_drawn = own.get("vertex") == "1" or own.get("edge") == "1"
    if inner is None or not key or not (is_drawn or element.name == "mxCell"):
        return []
    style = [piece.strip() for piece in own.get("style", "").split(";")]
    settings = dict(piece.split("=", 1) for piece in style if "=" in piece)
    shapes = frozenset(piece for piece in [*style, settings.get("shape", "")] if piece and "=" not in piece)
    label = element.attributes.get("label", element.attributes.get("value", ""))
    words = html_words(label) if settings.get("html") == "1" or "<" in label else label
    return [
        _Cell(
            key,
            words.strip() if is_drawn else "",
            own.get("parent", ""),
            element.line,
            shapes,
            settings,
            own.get("edge") == "1",
            (own.get("source", ""), own.get("target", "")),
            element.attributes.get("link", ""),
        )
    ]

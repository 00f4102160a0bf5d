"""Draw a tree on sheets of A4, a stage on each: boxes in layers, with lines if nothing is in their way.

If a line would run backwards, to another sheet, far, or through another box, the box shows the number of the target
instead. A stage too large for a sheet continues on the next one.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from debttree.analysis.stage_layers import stage_layers
from debttree.export.graph_drawing import Drawing
from debttree.export.wrapping import cells, wrapped
from debttree.locales import Phrases
from debttree.locales.words import KINDS
from debttree.model import Node

WIDTH, HEIGHT = 210.0, 297.0
"""A4, upright, in millimetres."""

MARGIN = 10.0
HEAD = 12.0
"""Room for the title of a sheet."""

_GAP = 3.0
"""Millimetres between two boxes beside each other."""

_FREE = 2.2
"""Millimetres that a row leaves free for lines below it."""

_ACROSS = range(4, 8)
"""Number of boxes side by side: as few, and so as wide, as a stage allows."""

LETTER = 2.15
"""Height of letters in millimetres: about six points."""

_LEADING = 2.5
_TITLE_LINES = 2
_FAR = 2
"""Layers that a line leads down at most."""


@dataclass(frozen=True, slots=True)
class Box:
    """A node on a sheet; all lengths in millimetres.

    Attributes:
        node: its id.
        number: as in the print of the tree.
        x: left edge.
        y: upper edge.
        width: of the box.
        height: of the box.
        layer: in which layer of its stage.
        lines: of its title, the number and the shape of its kind first.
        foot: what it brings, and the numbers that no line leads to.
        walked: whether the marked path visits it.
        is_end: whether ways end there.
    """

    node: str
    number: str
    x: float
    y: float
    width: float
    height: float
    layer: int
    lines: tuple[str, ...]
    foot: str
    walked: bool
    is_end: bool


@dataclass(frozen=True, slots=True)
class Wire:
    """A line from the lower edge of one box to the upper edge of another."""

    start: tuple[float, float]
    end: tuple[float, float]
    walked: bool


@dataclass(frozen=True, slots=True)
class StageSheet:
    """One page."""

    title: str
    boxes: tuple[Box, ...]
    wires: tuple[Wire, ...]


@dataclass(frozen=True)
class Sheets:
    """A tree drawn on sheets.

    Attributes:
        drawing: the tree in one language, with a path marked in it.
        numbers: the number of each node.
        say: the language of the words beside it.
    """

    drawing: Drawing
    numbers: Mapping[str, str]
    say: Phrases

    @cached_property
    def pages(self) -> tuple[StageSheet, ...]:
        """The sheets, in the order of the stages."""
        tree = self.drawing.tree
        found = []
        for part in stage_layers(tree):
            name = self.drawing.line(tree.stages[part.stage].title) if part.stage else ""
            title = " · ".join(filter(None, (self.drawing.title, name)))
            parts = [*_paged(part.layers)]
            for number, layers in enumerate(parts, 1):
                page = self.say("{title} ({n} of {total})", title=title, n=number, total=len(parts))
                found.append(self._sheet(page if len(parts) > 1 else title, layers))
        return tuple(found)

    def _sheet(self, title: str, layers: Sequence[Sequence[str]]) -> StageSheet:
        across = next((n for n in _ACROSS if _rows(layers, n) <= _rows_of_a_page()), _ACROSS[-1])
        placed = self._placed(layers, across)
        wires: list[Wire] = []
        boxes = []
        for box in placed.values():
            drawn, stubs = self._leading(box, placed)
            wires += drawn
            boxes.append(self._with_foot(box, stubs))
        return StageSheet(title, tuple(boxes), tuple(wires))

    def _placed(self, layers: Sequence[Sequence[str]], across: int) -> dict[str, Box]:
        width = (WIDTH - 2 * MARGIN + _GAP) / across - _GAP
        found: dict[str, Box] = {}
        row = 0
        for number, layer in enumerate(layers):
            for start in range(0, len(layer), across):
                names = layer[start : start + across]
                left = (WIDTH - len(names) * (width + _GAP) + _GAP) / 2
                for place, name in enumerate(names):
                    x, y = left + place * (width + _GAP), MARGIN + HEAD + row * _row_height()
                    found[name] = self._box(name, number, x, y, width)
                row += 1
        return found

    def _box(self, name: str, layer: int, x: float, y: float, width: float) -> Box:
        node = self.drawing.tree.nodes[name]
        words = f"{self.numbers[name]} {KINDS[node.kind].outline} {self.drawing.label(node)}"
        return Box(
            name,
            self.numbers[name],
            x,
            y,
            width,
            _row_height() - _FREE,
            layer,
            tuple(_cut([*wrapped(words, _cells_in(width))], _TITLE_LINES, width)),
            "",
            self.drawing.is_walked(name),
            not node.choices,
        )

    def _leading(self, box: Box, placed: Mapping[str, Box]) -> tuple[list[Wire], list[str]]:
        """Return the lines that can be drawn from a box, and the numbers of what the others lead to."""
        wires, stubs = [], dict[str, None]()
        for arc in self.drawing.arcs_of(self.drawing.tree.nodes[box.node]):
            target = placed.get(arc.target)
            wire = target and Wire(
                (box.x + box.width / 2, box.y + box.height),
                (target.x + target.width / 2, target.y),
                arc.walked,
            )
            if wire and target and 0 < target.layer - box.layer <= _FAR and _is_free(wire, placed.values()):
                wires.append(wire)
            else:
                stubs[self.numbers.get(arc.target, "?")] = None
        return wires, list(stubs)

    def _with_foot(self, box: Box, stubs: Sequence[str]) -> Box:
        node = self.drawing.tree.nodes[box.node]
        said = [f"→ {' '.join(stubs)}"] if stubs else []
        said += [f"▲ {' · '.join(harms)}"] if (harms := self.drawing.brings(node)) else []
        said += self._going_on(node)
        if not said:
            return box
        return replace(box, foot=_cut([*wrapped("  ".join(said), _cells_in(box.width))], 1, box.width)[0])

    def _going_on(self, node: Node) -> list[str]:
        numbers = [self.numbers[name] for name in node.goes_on or () if name in self.numbers]
        return [f"⇢ {' '.join(numbers)}"] if numbers else []


def _row_height() -> float:
    return (_TITLE_LINES + 1) * _LEADING + 0.9 + _FREE


def _rows_of_a_page() -> int:
    return int((HEIGHT - 2 * MARGIN - HEAD + _FREE) // _row_height())


def _rows(layers: Sequence[Sequence[str]], across: int) -> int:
    return sum(-(-len(layer) // across) for layer in layers)


def _paged(layers: Sequence[Sequence[str]]) -> Iterator[list[Sequence[str]]]:
    """Part layers into as many as go on one page each; a layer that no page holds is parted itself."""
    across, room = _ACROSS[-1], _rows_of_a_page()
    page: list[Sequence[str]] = []
    for layer in layers:
        for start in range(0, len(layer), across * room):
            part = layer[start : start + across * room]
            if _rows([*page, part], across) > room:
                yield page
                page = []
            page.append(part)
    if page:
        yield page


def _cells_in(width: float) -> int:
    """Return how many cells of text go into a box; a letter of two cells is as wide as it is high."""
    return int((width - 1.6) / (LETTER * 0.53))


def _cut(lines: list[str], room: int, width: float) -> list[str]:
    """Return the first lines, with a sign where words were left out."""
    if len(lines) <= room:
        return lines
    last = lines[room - 1]
    while cells(last) > _cells_in(width) - 1:
        last = last[:-1]
    return [*lines[: room - 1], last + "…"]


def _is_free(wire: Wire, boxes: Iterable[Box]) -> bool:
    """Return whether a line that runs down crosses no box between its ends."""
    (left, upper), (right, lower) = wire.start, wire.end
    slope = (right - left) / (lower - upper)
    for box in boxes:
        if upper < box.y + box.height and box.y < lower:
            xs = (left + slope * (box.y - upper), left + slope * (box.y + box.height - upper))
            if max(xs) > box.x and min(xs) < box.x + box.width:
                return False
    return True

"""The lines of the reader's map: the steps of the path (the spine), choices not taken beside it, ends below it."""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING

from debttree.analysis.elsewhere import guide_at
from debttree.journey.spine import Door, WayStop, stage_number, stops
from debttree.locales.words import KINDS
from debttree.model import Kind, Node
from debttree.tui.explorer.items import AtStep, GoTo, Heading, MoreDoors
from debttree.tui.explorer.scene import Scene
from debttree.tui.kit.page import Line, Run, fitted, line_cells
from debttree.tui.kit.widgets.cursor_list import POINTER

if TYPE_CHECKING:
    from debttree.analysis.ends import End

Ends = Mapping[str | None, "Sequence[End]"]
"""The ends that are still possible, by the id of the gravest consequence on the way there."""

DOORS = 3
"""Most choices not taken that are named at a step; further ones are counted."""

BESIDE = 88
"""Least width for choices not taken beside their steps, in cells; in a narrower window they are below."""


@dataclass(frozen=True, slots=True)
class SpineRow:
    """A row: the item on the left and the item beside it; None: nothing."""

    main: Hashable
    side: Hashable = None


def rows(scene: Scene, ends: Ends | None, *, beside: bool) -> list[SpineRow]:
    """Return all rows.

    Args:
        scene: the tree and who looks at it.
        ends: that can be reached from the present node; None: not computed yet.
        beside: whether choices not taken are beside their steps.
    """
    found: list[SpineRow] = []
    for stop in stops(scene.tree, scene.journey, DOORS):
        found += _stop_rows(stop, beside=beside)
    return [*found, SpineRow(None), *_rows_below(scene, ends)]


def _stop_rows(stop: WayStop, *, beside: bool) -> Iterator[SpineRow]:
    doors: list[Hashable] = [*stop.doors]
    if stop.more:
        doors.append(MoreDoors(stop.number, stop.more))
    if not beside:
        yield from map(SpineRow, (AtStep(stop.number), *doors))
    else:
        for main, side in zip_longest([AtStep(stop.number)], doors):
            yield SpineRow(main, side)


def _rows_below(scene: Scene, ends: Ends | None) -> Iterator[SpineRow]:
    """Yield the ends below the present step, group by group; at an outcome what others can still do."""
    say, node = scene.say, scene.node
    if node.kind is Kind.OUTCOME:
        yield SpineRow(Heading(say("This way ends here.")))
        if guide_at(node) is not None:
            yield SpineRow(Heading(say("goes on in another guide")))
        if node.goes_on:
            yield SpineRow(Heading(say("Others can still take it to:")))
            yield from (SpineRow(GoTo(name)) for name in node.goes_on)
        return
    if ends is None:
        yield SpineRow(Heading(say("Looking for the ends ...")))
        return
    yield SpineRow(
        Heading(say("Ends that you can still come to") if ends else say("No end can be reached from here."))
    )
    for gravest, group in ends.items():
        yield SpineRow(Heading(_brings(scene, gravest), gravest))
        yield from map(SpineRow, group)


def _brings(scene: Scene, gravest: str | None) -> str:
    if gravest is None:
        return scene.say("Nothing more is met")
    consequence = scene.tree.consequences[gravest]
    return scene.say(
        "{title} is met, severity {n} of 5", title=scene.name(consequence.title), n=consequence.severity
    )


def how_far(scene: Scene) -> Line:
    """Return the progress of the person: the stage, and the number of steps."""
    say, n = scene.say, len(scene.journey.path.steps)
    number = stage_number(scene.tree, scene.journey.at)
    parts = [say.plural("{n} step", "{n} steps", n)] if n else []
    if number:
        title = scene.name([*scene.tree.stages.values()][number - 1].title)
        total = len(scene.tree.stages)
        parts.insert(0, say("stage {number} of {total}: {title}", number=number, total=total, title=title))
    return (Run(" · ".join(parts), "dim"),)


class SpineEntries:
    """The rows as entries of a list.

    Args:
        scene: the tree and who looks at it.
        rows: the rows.
        at_side: number of the row in which the cursor is on the item beside; None: it is on a left item.
    """

    tall = 1

    def __init__(self, scene: Scene, rows: Sequence[SpineRow], at_side: int | None) -> None:
        self._scene = scene
        self._rows = rows
        self._at_side = at_side
        self._lead = len(str(len(scene.journey.path.nodes))) + 2

    def __len__(self) -> int:
        return len(self._rows)

    def lines(self, number: int, width: int) -> tuple[Line]:
        """Return the line of a row: a step on the left, a choice not taken beside it."""
        row = self._rows[number]
        if row.side is None:
            return (self._item(row.main, width),)
        left = width * 3 // 5
        main = self._item(row.main, left - 1) if row.main is not None else self._trunk()
        points = number == self._at_side
        lead = Run(POINTER if points else "┄" if row.main is not None else " ", "key" if points else "dim")
        gap = Run(" " * max(left - line_cells(main), 0))
        return ((*main, gap, lead, Run(" "), *self._door(row.side, width - left - 2)),)

    def _trunk(self) -> Line:
        return (Run(" " * self._lead), Run(" │", "rule"))

    def _item(self, item: Hashable, width: int) -> Line:
        match item:
            case AtStep(number):
                return self._step(number, width)
            case Door() | MoreDoors():
                lead = (Run(" " * self._lead), Run(" ├─ ", "rule"))
                return (*lead, *self._door(item, width - self._lead - 4))
            case Heading(words, gravest):
                sign: Line = (Run("! ", "bad"),) if gravest is not None else ()
                return fitted((Run(" "), *sign, Run(words, "heading")), width)
            case GoTo(node):
                return fitted((Run("   · "), *self._scene.line(self._scene.tree.nodes[node].title)), width)
            case None:
                return (Run(" "),)
        return self._end(item, width)

    def _step(self, number: int, width: int) -> Line:
        """Return a step: its number, its title, and the choice taken."""
        scene, steps = self._scene, self._scene.journey.path.steps
        here = number == len(steps)
        node = scene.journey.at if here else steps[number].node
        lead = (Run(f" {number + 1:>{self._lead - 2}} ", "walked" if here else "dim"),)
        title = scene.line(scene.tree.nodes[node].title, "strong" if here else "")
        room = width - line_cells(lead)
        if here:
            words: Line = (Run(" ‹ ", "walked"), Run(scene.say("you are here"), "walked"))
        else:
            choice = scene.taken(number)
            label = scene.line(choice.label, "walked") if choice else self._jumped()
            words = (Run(" › " if choice else " ⇢ ", "rule"), *label)
        title = fitted(title, max(room - line_cells(words), room // 2))
        return (*lead, *title, *fitted(words, room - line_cells(title)))

    def _jumped(self) -> Line:
        return (Run(self._scene.say("gone to directly"), "walked"),)

    def _door(self, item: Hashable, width: int) -> Line:
        if isinstance(item, Door):
            return fitted((Run(f"{item.number} ", "dim"), *self._scene.line(item.choice.label)), width)
        more = item.more if isinstance(item, MoreDoors) else 0
        words = self._scene.say.plural("and {n} more", "and {n} more", more)
        return fitted((Run(words, "dim"),), width)

    def _end(self, item: Hashable, width: int) -> Line:
        """Return an end: its title, whether others may go on from there, and the fewest steps to it."""
        scene, end = self._scene, as_end(item)
        if end is None:
            return (Run(" "),)
        node, say = scene.tree.nodes[end.node], scene.say
        far = say.plural("{n} step on", "{n} steps on", end.steps) if end.steps else say("at once")
        right: Line = (Run(far, "dim"),)
        if words := self._beyond(node):
            dot = Run(" · ", "dim")
            told: list[Line] = [(Run(each, "warn"), dot, *right) for each in words]
            right = next((line for line in told if line_cells(line) <= width * 3 // 5), told[-1][:1])
        glyph = Run(f"   {KINDS[Kind.OUTCOME].glyph} ", Kind.OUTCOME.value)
        left = fitted((glyph, *scene.line(node.title)), width - line_cells(right) - 2)
        gap = Run(" " * max(width - line_cells(left) - line_cells(right) - 1, 1))
        return (*left, gap, *right)

    def _beyond(self, node: Node) -> list[str]:
        """Return alternatives for the words about what may follow an end, the longest first; none if nothing may."""
        say = self._scene.say
        if guide_at(node) is not None:
            return [say("goes on in another guide"), say("another guide")]
        return [say("open: others may go on"), say("may go on")] if node.goes_on else []


def as_end(item: Hashable) -> "End | None":
    """Return an item if it is an end, else None; networkx is imported only here, once a map is open."""
    from debttree.analysis.ends import End

    return item if isinstance(item, End) else None


def row_of(found: Sequence[SpineRow], items: Iterable[Hashable]) -> int:
    """Return the number of the row of the first of some items that is in the rows; else 0."""
    rows_of = (place for item in items for place, row in enumerate(found) if item in (row.main, row.side))
    return next(rows_of, 0)

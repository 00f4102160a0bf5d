"""The list of people: each as one line of a table, and a description of the one under the cursor."""

import datetime as dt
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from debttree.journey import Journey, Note
from debttree.journey.deadlines import WEEK
from debttree.journey.desk import Person
from debttree.locales import Phrases
from debttree.model import Message, clean, clean_line, msg
from debttree.tui.explorer.scene import Scene
from debttree.tui.explorer.views.breadcrumb import way
from debttree.tui.explorer.views.card import in_full
from debttree.tui.explorer.views.notes import desk_mark
from debttree.tui.kit.page import Block, Line, Para, Run, blank, cells, fitted, line_cells

"""The orders of the rows in words."""

_GAP = 2
_LEAD = 4
"""Width of cursor, mark and number, in cells."""

_OPEN, _VISIT = 5, 8
_ALL_FROM = 56
"""Least width of a row with all five columns, in cells; a narrower one has only name and last day."""

_FAR = 60
"""Number of days from which a day is shown as a date."""

_A_YEAR = dt.timedelta(days=300)
"""Days nearer than this are shown without the year."""

_MARK = "*"


@dataclass(frozen=True)
class PeopleEntries:
    """People as entries of a list.

    Attributes:
        scene: gives language and day.
        rows: the people, in order.
        marked: files of the marked people.
        alike: files of people whose name another one has too.
        here: file of the present journey; None if it is not stored.
    """

    scene: Scene
    rows: Sequence[Person]
    marked: Collection[str] = ()
    alike: Collection[str] = ()
    here: str | None = None

    tall = 1

    def __len__(self) -> int:
        return len(self.rows)

    def lines(self, number: int, width: int) -> Sequence[Line]:
        """Return the line of a person."""
        row = self.rows[number]
        digit = str(number + 1) if number < 9 else " "
        lead = (Run(" "), Run(_MARK if row.file in self.marked else " ", "warn"), Run(f"{digit} ", "key"))
        return [(*lead, *in_columns(self._cells(row), width - _LEAD, self.scene.say, self.longest))]

    @cached_property
    def longest(self) -> int:
        """The width of the longest name, in cells."""
        return max((line_cells(self._name(row)) for row in self.rows), default=0)

    def _name(self, row: Person) -> Line:
        is_here = row.file == self.here
        name = Run(name_of(self.scene.say, row), "walked" if is_here else "strong" if row.whose else "dim")
        return (name, Run(f" ({clean_line(row.file)})", "dim")) if row.file in self.alike else (name,)

    def _cells(self, row: Person) -> Sequence[Line]:
        say, scene = self.scene.say, self.scene
        name = self._name(row)
        if row.problem is not None:
            return (name, (Run(say.tell(row.problem), "warn"),), (), (), ())
        done = (Run(f"{row.open_items}/{row.items}", "dim"),) if row.items else ()
        visit = say("this one") if row.file == self.here else _visit(say, row, scene.today)
        stands = (Run(row.stands(scene.language)),)
        return (name, stands, last_day(scene, row), done, (Run(visit, "dim"),))


def headings(say: Phrases, width: int, longest: int = 0) -> Line:
    """Return the line above the table.

    Args:
        say: the language.
        width: cells of the line.
        longest: width of the longest name, in cells.
    """
    names = (say("Who"), say("Stands at"), say("Last day"), say("Open"), say("Seen"))
    return (
        Run(" " * _LEAD),
        *in_columns([(Run(name, "heading"),) for name in names], width - _LEAD, say, longest),
    )


def in_columns(found: Sequence[Line], width: int, say: Phrases, longest: int = 0) -> Line:
    """Return the columns of a line: name, place, last day, open tasks, last visit; only two of them if it is narrow.

    Args:
        found: the words of the five columns.
        width: cells of the line.
        say: the language; columns are wide enough for its headings.
        longest: width of the longest name in cells, for which other columns make room if possible.
    """
    name, stands, day, done, visit = found
    if width < _ALL_FROM:
        first = max(width * 2 // 5, 1)
        return (*_padded(name, first), *fitted(day or stands, max(width - first, 0)))
    narrow, last = max(_OPEN, cells(say("Open"))), max(_VISIT, cells(say("Seen")))
    rest = width - narrow - last - 4 * _GAP
    first = min(max(longest, rest * 3 // 10), rest * 4 // 10)
    second = (rest - first) * 3 // 7
    third = rest - first - second
    sizes = (first, second, third, narrow, last)
    runs: list[Run] = []
    for cell, size in zip((name, stands, day, done), sizes[:-1], strict=True):
        runs += _padded(cell, size + _GAP)
    return (*runs, *fitted(visit, sizes[-1]))


def _padded(line: Line, width: int) -> Line:
    """Return the words of a column, padded to its width and the gap."""
    line = fitted(line, width - _GAP)
    return (*line, Run(" " * (width - line_cells(line))))


def name_of(say: Phrases, row: Person) -> str:
    """Return a person's name; a phrase if they have none; the file's name if the journey cannot be read."""
    unnamed = say("(no name yet)") if row.problem is None else clean_line(row.file)
    return clean_line(row.whose) or unnamed


def last_day(scene: Scene, row: Person) -> Line:
    """Return how far off the nearest last day is, and the text of its deadline."""
    if row.nearest is None:
        return (Run("—", "dim"),) if row.tree is not None else (Run(scene.say("guide not at hand"), "warn"),)
    when, role = _when(scene.say, row, scene.today)
    return (Run(when, role), Run(f" {row.what_for(scene.language)}"))


def _when(say: Phrases, row: Person, today: dt.date) -> tuple[str, str]:
    left, day = row.days_left(today), row.day
    if left is None or day is None:
        return say("date?"), "warn"
    if left < 0:
        return say.plural("! {n} day past", "! {n} days past", -left), "bad"
    if left == 0:
        return say("! today"), "bad"
    if left > _FAR:
        return day.isoformat(), ""
    return say.plural("in {n} day", "in {n} days", left), "warn" if left <= WEEK else ""


def _visit(say: Phrases, row: Person, today: dt.date) -> str:
    if row.visited is None:
        return ""
    if row.visited != today:
        return f"{row.visited:%m-%d}" if abs(today - row.visited) < _A_YEAR else f"{row.visited:%Y-%m}"
    return row.visited_at.strftime("%H:%M") if row.visited_at is not None else say("today")


def beside(scene: Scene, row: Person) -> list[Block]:
    """Return the description of a person: tasks, last note, path."""
    say = scene.say
    blocks: list[Block] = [Para((Run(name_of(say, row), "title"),))]
    if row.problem is not None:
        return [*blocks, blank(), Para((Run(say.tell(row.problem), "warn"),))]
    if row.tree is None or row.journey is None:
        return [*blocks, Para((Run(row.stands(scene.language)),)), blank(), *_elsewhere(scene, row)]
    theirs = replace(scene, tree=row.tree, journey=row.journey, before=None, prospects=None)
    if row.tree.name != scene.tree.name:
        blocks += _elsewhere(scene, row)
    blocks += [Para(theirs.line(theirs.node.title)), blank(), *in_full(theirs)]
    note = max(reversed(row.journey.notes), key=_made, default=None)  # of one minute's notes the last
    if note is not None:
        blocks += [blank(), *_note(say, note)]
    return [*blocks, blank(), *way(theirs)]


def glance(scene: Scene, row: Person) -> Line:
    """Return a person's place and next task in one line, for when there is no room beside the table."""
    if row.tree is None:
        return (Run(name_of(scene.say, row)),)
    day = (Run(" · ", "dim"), *last_day(scene, row)) if row.nearest is not None else ()
    return (Run(row.stands(scene.language)), *day)


def _elsewhere(scene: Scene, row: Person) -> Iterator[Block]:
    title = row.saved.tree_title if row.saved is not None else ""
    yield Para((Run(scene.say("In another guide: {title}", title=title), "dim"),))


def _made(note: Note) -> tuple[dt.date, dt.time]:
    return note.made, note.at or dt.time()


def _note(say: Phrases, note: Note) -> Iterator[Block]:
    yield Para((*desk_mark(say, note), Run(say("Last note, {when}", when=note.when), "heading")))
    for line in clean(note.text).split("\n"):
        yield Para((Run(line, "em"),))


def counted(say: Phrases, journey: Journey) -> tuple[str, str]:
    """Return the numbers of steps and notes of a journey, in words."""
    steps, notes = len(journey.path.steps), len(journey.notes)
    return say.plural("{n} step", "{n} steps", steps), say.plural("{n} note", "{n} notes", notes)


NOTHING_KEPT: Message = msg("Nothing is kept in a private session, so there is nobody to show.")
NOBODY: Message = msg("Nobody is kept yet. N begins somebody's journey; each is kept from then on.")
NO_SUCH: Message = msg("Nobody's row holds that.")

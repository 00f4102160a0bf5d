"""A journey as a value: each move returns another journey, and none loses notes or steps."""

import datetime as dt
from collections import Counter, defaultdict, deque
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from debttree.journey.calls import Call, with_call
from debttree.model import JUMP, Path, Step, Tree

Item = tuple[str, str]
"""A checklist item or deadline: the id of its node and its own."""


@dataclass(frozen=True, slots=True)
class Note:
    """A note made at a node, and its day.

    Attributes:
        node: its id; empty where that node has gone from the tree since.
        was_at: the title of the node that has gone, else empty.
        at: the time of that day, to the minute; None if it is not known.
        desk: whether it is for the adviser alone; it never appears in the person's own summary.
    """

    node: str
    text: str
    made: dt.date
    was_at: str = ""
    at: dt.time | None = None
    desk: bool = False

    @property
    def when(self) -> str:
        """The day, and the time where it is known, as people read it."""
        return f"{self.made.isoformat()} {self.at:%H:%M}" if self.at else self.made.isoformat()


@dataclass(frozen=True, slots=True)
class Journey:
    """A person's walk through a tree, and what they noted on it.

    Attributes:
        path: from where they began to where they stand.
        ahead: steps taken before and undone since: first those that can be taken again from here, in order, then those
            that may fit again elsewhere.
        notes: in the order in which they were made.
        ticks: checklist items that are done.
        dates: when the event of a deadline happened.
        earlier: the whole way that a changed answer replaced; `bring_back` restores it.
        revision: how often a date or a mark of what is done was changed; calendars ask which of two entries is newer.
        done: the day on which a deadline was kept, if the person said so.
        whose: the name by which somebody knows the person, as they typed it; may be empty.
        days: on which day a step was taken first, as far as that is known.
        calls: in the order in which they were begun.
    """

    path: Path
    ahead: tuple[Step, ...] = ()
    notes: tuple[Note, ...] = ()
    ticks: frozenset[Item] = frozenset()
    dates: Mapping[Item, dt.date] = field(default_factory=dict)
    earlier: Path | None = None
    revision: int = 0
    done: Mapping[Item, dt.date] = field(default_factory=dict)
    whose: str = ""
    days: Mapping[Step, dt.date] = field(default_factory=dict)
    calls: tuple[Call, ...] = ()

    @property
    def at(self) -> str:
        """The id of the node that they stand on."""
        return self.path.end

    @property
    def next_step(self) -> Step | None:
        """The step that `forward` takes: what was done here before."""
        return self.ahead[0] if self.ahead and self.ahead[0].node == self.at else None

    @property
    def holding(self) -> tuple[Step, ...]:
        """Every step that `forward` would take from here, one after the other."""
        return _sorted_out(self.at, self.ahead)[0]

    @property
    def whole(self) -> Path:
        """The path and every step that `forward` would take after it."""
        return Path(self.path.start, (*self.path.steps, *self.holding))

    @property
    def fallen(self) -> tuple[Step, ...]:
        """Steps of the earlier way that are neither on this one nor ahead of it."""
        if self.earlier is None:
            return ()
        held = Counter(self.whole.steps)
        fallen = []
        for step in self.earlier.steps:
            if held[step]:
                held[step] -= 1
            else:
                fallen.append(step)
        return tuple(fallen)

    @property
    def is_blank(self) -> bool:
        """Whether nothing was done or typed yet."""
        return not (
            self.path.steps
            or self.ahead
            or self.notes
            or self.ticks
            or self.dates
            or self.done
            or self.calls
            or self.earlier
        )

    def take(self, tree: Tree, choice_id: str) -> "Journey":
        """Take a choice of this node.

        If it differs from the one before, later steps stay ahead if they still fit, and the replaced way becomes the
        earlier one.
        """
        choice = tree.nodes[self.at].choice(choice_id)
        if choice is None:
            raise KeyError(choice_id)
        return self._walk(Step(self.at, choice_id, choice.to))

    def jump(self, to: str) -> "Journey":
        """Return the journey after going elsewhere without a choice; what was met stays met."""
        return self._walk(Step(self.at, JUMP, to))

    def back(self) -> "Journey":
        """Return the journey one step back; at the root the same journey."""
        if not self.path.steps:
            return self
        *earlier, last = self.path.steps
        return replace(self, path=Path(self.path.start, tuple(earlier)), ahead=(last, *self.ahead))

    def forward(self) -> "Journey":
        """Take the next step ahead again; where there is none the same journey."""
        return self._walk(self.next_step) if self.next_step else self

    def forward_to_end(self) -> "Journey":
        """Take every step that `forward` would take, one after the other."""
        holding, resting = _sorted_out(self.at, self.ahead)
        return replace(self, path=self.whole, ahead=resting) if holding else self

    def change(self, tree: Tree, number: int, choice_id: str) -> "Journey":
        """Return the journey with another choice at an earlier stop, and every later step that still holds.

        Args:
            tree: the tree walked.
            number: which stop, from 1; the journey has taken a step from it.
            choice_id: the choice to take there instead.
        """
        steps = self.path.steps
        there = replace(
            self,
            path=Path(self.path.start, steps[: number - 1]),
            ahead=(*steps[number - 1 :], *self.ahead),
        )
        return there.take(tree, choice_id).forward_to_end()

    def bring_back(self) -> "Journey":
        """Return the journey at the end of the earlier way; the present way is the earlier one then.

        Steps that are ahead of neither stay ahead.
        """
        if self.earlier is None:
            return self
        _, resting = _sorted_out(self.at, self.ahead)
        left = tuple((Counter(resting) - Counter(self.earlier.steps)).elements())
        return replace(self, path=self.earlier, ahead=in_order(self.earlier.end, left), earlier=self.whole)

    def noted(
        self,
        text: str,
        made: dt.date,
        node: str | None = None,
        *,
        at: dt.time | None = None,
        desk: bool = False,
    ) -> "Journey":
        """Return the journey with a note at a node, by default the present one.

        Args:
            text: what the person wrote.
            made: the day on which they wrote it.
            node: id of the node; default: the present one.
            at: the time of that day.
            desk: whether it is for the desk alone.
        """
        note = Note(node or self.at, text, made, at=at and at.replace(second=0, microsecond=0), desk=desk)
        return replace(self, notes=(*self.notes, note))

    def renoted(self, number: int, text: str, *, desk: bool | None = None) -> "Journey":
        """Return the journey with a note changed; when it was made stays.

        Args:
            number: of the note, from 0.
            text: its words now; without any the note is gone.
            desk: whether it is for the desk alone; None: as before.
        """
        old = self.notes[number]
        note = [replace(old, text=text, desk=old.desk if desk is None else desk)] if text else []
        return replace(self, notes=(*self.notes[:number], *note, *self.notes[number + 1 :]))

    def stamped(self, today: dt.date) -> "Journey":
        """Return the journey with a day for each step of the way that had none; a jump has one as well."""
        fresh = {step: today for step in self.path.steps if step not in self.days}
        return replace(self, days={**self.days, **fresh}) if fresh else self

    def ticked(self, item: Item) -> "Journey":
        """Return the journey with an item ticked, or no longer ticked."""
        return replace(self, ticks=self.ticks ^ {item})

    def called(self, call: Call) -> "Journey":
        """Return the journey with a call as it is now.

        An item is ticked when it gets an answer, and no longer where the only answer to it is taken away.
        """
        was = next((known for known in self.calls if known.is_same(call)), None)
        calls = with_call(self.calls, call)
        before = was.items if was else frozenset()
        answered = frozenset().union(*(known.items for known in calls if known.node == call.node))
        new = {(call.node, item) for item in call.items - before}
        gone = {(call.node, item) for item in before - answered}
        return replace(self, calls=calls, ticks=(self.ticks | new) - gone)

    def dated(self, item: Item, day: dt.date | None) -> "Journey":
        """Return the journey with the date of a deadline's event, or without it.

        Changing the date removes marks of done: it may be the date of another paper.
        """
        if self.dates.get(item) == day:
            return self
        done = _with(self.done, item, None) if item in self.dates else self.done
        return replace(self, dates=_with(self.dates, item, day), done=done, revision=self.revision + 1)

    def kept(self, item: Item, day: dt.date | None) -> "Journey":
        """Return the journey with a deadline marked as kept on a day, or not marked any more."""
        if self.done.get(item) == day:
            return self
        return replace(self, done=_with(self.done, item, day), revision=self.revision + 1)

    def _walk(self, step: Step) -> "Journey":
        replaced = self.next_step
        earlier = self.whole if replaced not in (None, step) else self.earlier
        left = self.ahead[1:] if replaced else self.ahead
        return replace(self, path=self.path.then(step), ahead=in_order(step.to, left), earlier=earlier)


def _with(days: Mapping[Item, dt.date], item: Item, day: dt.date | None) -> dict[Item, dt.date]:
    """Return days with that of one item as the last; without it where it has none."""
    others = {known: other for known, other in days.items() if known != item}
    return others if day is None else {**others, item: day}


def in_order(at: str, steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """Return the steps, first those that follow one another from `at`, then the others."""
    holding, resting = _sorted_out(at, steps)
    return holding + resting


def _sorted_out(at: str, steps: tuple[Step, ...]) -> tuple[tuple[Step, ...], tuple[Step, ...]]:
    """Split steps taken before into those that can be taken again from `at`, in order, and the others.

    At each node the first unused one that begins there applies.
    """
    waiting: defaultdict[str, deque[int]] = defaultdict(deque)
    for place, step in enumerate(steps):
        waiting[step.node].append(place)
    used: dict[int, None] = {}
    while waiting[at]:
        place = waiting[at].popleft()
        used[place] = None
        at = steps[place].to
    return tuple(steps[place] for place in used), tuple(
        step for place, step in enumerate(steps) if place not in used
    )


def begin(tree: Tree) -> Journey:
    """Return a journey that stands at the root."""
    return Journey(Path(tree.root))

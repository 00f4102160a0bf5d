"""Continue a stored journey after its tree may have changed: each step is kept, moved, or asked again.

A step is kept only if the person would see the same again: a node of the same kind and title, and a choice with the
same label that leads to a node of the same kind and title. Ids may have changed. Other steps are asked again, with a
message; nobody is moved silently.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum

from debttree.journey.calls import Answer, Call, told_apart
from debttree.journey.events import date_key, event_key, is_event_key
from debttree.journey.fingerprint import Prints
from debttree.journey.journey import Item, Journey, Note, in_order
from debttree.journey.saved import Saved
from debttree.model import JUMP, Choice, Message, Path, Step, Tree, msg


class Outcome(StrEnum):
    """The result for one step."""

    KEPT = "kept"
    MOVED = "moved"
    ASKED = "asked"


@dataclass(frozen=True, slots=True)
class Recalled:
    """One step of the saved path.

    Attributes:
        number: from 1.
        title: of its node, as it was.
        label: of the choice, as it was; empty for a jump.
        outcome: its result.
        reason: why it is asked again.
    """

    number: int
    title: str
    label: str
    outcome: Outcome
    reason: Message | None = None


@dataclass(frozen=True, slots=True)
class Resumed:
    """A saved journey in the tree as it is now.

    Attributes:
        journey: with this tree's ids.
        steps: the result for each step of the saved path.
        lost: sentences about other things that could not be kept.
        saved: the day on which the journey was saved.
    """

    journey: Journey
    steps: tuple[Recalled, ...]
    lost: tuple[Message, ...]
    saved: dt.date

    @property
    def is_whole(self) -> bool:
        """Whether everything was kept."""
        return not self.lost and all(step.outcome is not Outcome.ASKED for step in self.steps)

    def told(self) -> tuple[Message, ...]:
        """Return the sentences about the change for the person; none if all steps were kept."""
        return tuple(_told(self))


def resume(tree: Tree, saved: Saved) -> Resumed:
    """Find a saved journey again in the tree as it is now."""
    return _Resuming(tree, saved).result()


def belongs(tree: Tree, saved: Saved) -> bool:
    """Return whether a journey was walked in this tree, at least in an older version of it."""
    if saved.tree_version == tree.version:
        return True
    prints = Prints(tree, saved.language)
    start = saved.prints.get(saved.journey.path.start)
    same_title = prints.label(tree.title) == saved.tree_title
    return saved.tree_name == tree.name and (
        same_title or (start is not None and prints.find(start) is not None)
    )


@dataclass
class _Resuming:
    tree: Tree
    saved: Saved
    prints: Prints = field(init=False)
    found: dict[str, str | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.prints = Prints(self.tree, self.saved.language)

    def result(self) -> Resumed:
        old = self.saved.journey
        held = [self.step(step) for step in old.path.steps]
        firm = next((place for place, step in enumerate(held) if not isinstance(step, Step)), len(held))
        start = self.node(old.path.start)
        path = Path(start or self.tree.root, tuple(step for step in held[:firm] if isinstance(step, Step)))
        left = [*held[firm:], *map(self.step, old.ahead)]
        ahead = in_order(path.end, tuple(step for step in left if isinstance(step, Step)))
        ticks, unticked = self.ticks()
        dates, undated = self.dates()
        done, undone = self.done()
        notes = (*map(self.note, old.notes), *undated)
        recalled = tuple(
            self.recalled(number, step, result)
            for number, (step, result) in enumerate(zip(old.path.steps, held, strict=True), 1)
        )
        return Resumed(
            journey=Journey(
                path,
                ahead,
                notes,
                ticks,
                dates,
                self.earlier(start),
                self.saved.journey.revision + len(undated) + len(undone),
                done,
                old.whose,
                self.days(),
                told_apart(map(self.call, old.calls)),
            ),
            steps=recalled,
            lost=(*unticked, *undone, *map(_turned_into_note, undated)),
            saved=self.saved.saved,
        )

    def node(self, old: str) -> str | None:
        """Return the id that the node has now."""
        if old not in self.found:
            print_ = self.saved.prints.get(old)
            self.found[old] = None if print_ is None else self.prints.find(print_)
        return self.found[old]

    def title(self, old: str) -> str:
        print_ = self.saved.prints.get(old)
        return print_.title if print_ else old

    def step(self, old: Step) -> Step | Message:
        """Return the step with its present ids, or why it does not hold."""
        node, to = self.node(old.node), self.node(old.to)
        if node is None:
            return msg("this step is no longer in the guide, or reads differently now")
        if old.choice is JUMP:
            return (
                Step(node, JUMP, to) if to else msg("the place you went to is gone, or reads differently now")
            )
        label = self.saved.labels.get((old.node, old.choice), "")
        called = [c for c in self.tree.nodes[node].choices if self.prints.label(c.label) == label]
        if not called:
            return msg("this answer is gone, or reads differently now")
        choice = _same(old.choice, [choice for choice in called if choice.to == to])
        if choice is None or to is None:
            return msg("this answer leads elsewhere now, or to a step that reads differently")
        return Step(node, choice.id, to)

    def recalled(self, number: int, old: Step, result: Step | Message) -> Recalled:
        label = "" if old.choice is None else self.saved.labels.get((old.node, old.choice), "")
        title = self.title(old.node)
        if not isinstance(result, Step):
            return Recalled(number, title, label, Outcome.ASKED, result)
        outcome = Outcome.KEPT if result == old else Outcome.MOVED
        return Recalled(number, title, label, outcome)

    def earlier(self, start: str | None) -> Path | None:
        """Return the earlier way with its present ids, or None where not all of it holds."""
        old = self.saved.journey.earlier
        if old is None or start is None:
            return None
        held = [self.step(step) for step in old.steps]
        steps = tuple(step for step in held if isinstance(step, Step))
        return Path(start, steps) if len(steps) == len(held) else None

    def note(self, note: Note) -> Note:
        """Return the note with its node's present id, or with that node's title where the node is gone."""
        if not note.node:
            return note
        node = self.node(note.node)
        return replace(note, node=node) if node else replace(note, node="", was_at=self.title(note.node))

    def call(self, call: Call) -> Call:
        """Return the call with present ids; things that are gone are named by their old words."""
        node = self.node(call.node) if call.node else None
        answers = tuple(self.answer(call.node, node, answer) for answer in call.answers)
        gone = "" if node else self.title(call.node) if call.node else call.was_at
        return replace(call, node=node or "", was_at=gone, answers=answers)

    def answer(self, old: str, node: str | None, answer: Answer) -> Answer:
        """Return the answer with the present id of an item that reads the same, else with the item's words."""
        if not answer.item:
            return answer
        asked = self.saved.questions.get((old, answer.item), "")
        items = self.tree.nodes[node].checklist if node else ()
        same = [item.id for item in items if self.prints.label(item.text) == asked]
        if not same:
            return replace(answer, item="", asked=asked)
        return replace(answer, item=answer.item if answer.item in same else same[0])

    def ticks(self) -> tuple[frozenset[Item], list[Message]]:
        """Return the ticks of items that read the same, and sentences about the others."""
        ticks: set[Item] = set()
        lost = []
        for node_id, item_id in sorted(self.saved.journey.ticks):
            text, node = self.saved.items.get((node_id, item_id), ""), self.node(node_id)
            items = self.tree.nodes[node].checklist if node else ()
            same = [item.id for item in items if self.prints.label(item.text) == text]
            if node and same:
                ticks.add((node, item_id if item_id in same else same[0]))
            else:
                lost.append(msg('"{text}" was ticked; it is gone, or reads differently now.', text=text))
        return frozenset(ticks), lost

    def dates(self) -> tuple[dict[Item, dt.date], list[Note]]:
        """Return the dates of events that read the same; the others become notes.

        Two days that are those of one event now: the earlier is kept, which makes no last day later.
        """
        dates: dict[Item, dt.date] = {}
        notes = []
        old = sorted(self.saved.journey.dates.items(), key=lambda dated: (dated[1], dated[0]))
        for item, day in old:
            event = self.saved.events.get(item, "")
            key = self.dated(item, event)
            if key is None or dates.setdefault(key, day) != day:
                text = f"{event}: {day.isoformat()}"
                notes.append(self.note(Note(item[0] or self.saved.journey.at, text, self.saved.saved)))
        return dates, notes

    def days(self) -> dict[Step, dt.date]:
        """Return the days on which the steps that hold were taken."""
        found = ((self.step(old), day) for old, day in self.saved.journey.days.items())
        return {step: day for step, day in found if isinstance(step, Step)}

    def dated(self, item: Item, event: str) -> Item | None:
        """Return the key that the date of an event has now, or None where nothing reads the same.

        Args:
            item: its key then.
            event: its words then.
        """
        if is_event_key(item):
            called = [one.id for one in self.tree.events.values() if self.prints.label(one.title) == event]
            return event_key(item[1] if item[1] in called else called[0]) if called else None
        node = self.node(item[0])
        rules = self.tree.nodes[node].deadlines if node else ()
        same = {rule.id: rule for rule in rules if self.prints.label(rule.event) == event}
        if node is None or not same:
            return None
        return date_key(node, same.get(item[1]) or next(iter(same.values())))

    def done(self) -> tuple[dict[Item, dt.date], list[Message]]:
        """Return the deadlines kept that read the same, and sentences about the others."""
        done: dict[Item, dt.date] = {}
        lost = []
        for (node_id, name), day in sorted(self.saved.journey.done.items()):
            text, node = self.saved.deeds.get((node_id, name), ""), self.node(node_id)
            rules = self.tree.nodes[node].deadlines if node else ()
            same = [rule.id for rule in rules if self.prints.label(rule.text) == text]
            if node and same:
                done[node, name if name in same else same[0]] = day
            else:
                lost.append(
                    msg(
                        '"{text}" was marked as done on {date}; it is gone, or reads differently now.',
                        text=text,
                        date=day.isoformat(),
                    )
                )
        return done, lost


def _same(old: str, choices: list[Choice]) -> Choice | None:
    """Return the choice of the old id among choices with one label and one target, else the only one."""
    named = [choice for choice in choices if choice.id == old]
    if named:
        return named[0]
    return choices[0] if len(choices) == 1 else None


def _turned_into_note(note: Note) -> Message:
    return msg(
        'The deadline of a date is gone, or reads differently now; the date is among your notes: "{text}"',
        text=note.text,
    )


def _told(resumed: Resumed) -> Iterator[Message]:
    moved = sum(step.outcome is Outcome.MOVED for step in resumed.steps)
    asked = [step for step in resumed.steps if step.outcome is Outcome.ASKED]
    if not (moved or asked or resumed.lost):
        return
    yield msg(
        "The guide has changed since: of {steps} steps {kept} are as they were, {moved} have moved with it, "
        "{asked} are asked again.",
        steps=len(resumed.steps),
        kept=len(resumed.steps) - moved - len(asked),
        moved=moved,
        asked=len(asked),
    )
    for step in asked:
        yield msg(
            'Asked again: step {number}, "{title}", "{label}": {reason}',
            number=step.number,
            title=step.title,
            label=step.label,
            reason=step.reason or "",
        )
    yield from resumed.lost

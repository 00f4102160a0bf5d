"""All tasks of the journey in three groups; below them contacts, and tasks that are done."""

from collections.abc import Hashable, Iterable, Iterator
from itertools import count
from typing import TYPE_CHECKING

from debttree.export.sentences import Sentences
from debttree.journey import Due, Urgency
from debttree.journey.contacts import contacts_of, helper
from debttree.journey.todo import Duty, tasks
from debttree.tui.explorer.items import Happened, Tick
from debttree.tui.explorer.scene import Scene
from debttree.tui.explorer.views.contacts import contacts
from debttree.tui.explorer.views.in_hand import ask_when
from debttree.tui.explorer.views.numbers import Numbers, lead
from debttree.tui.kit.page import Block, Line, Para, Run, headed, joined

if TYPE_CHECKING:
    from debttree.model import Contact


def to_do(scene: Scene, stays: frozenset[Hashable]) -> tuple[list[Block], frozenset[Hashable]]:
    """Return the list, and the tasks that have been open in it so far.

    Args:
        scene: the tree and the journey.
        stays: tasks that keep their place although they are done, so that the list does not jump.
    """
    say, numbers = scene.say, count(1)
    found = tasks(scene.tree, scene.journey, scene.today)
    stays |= {task.key for task in found if not task.done}
    parts: list[list[Block]] = [
        _part(
            scene,
            say.tell(group.words),
            [one for one in found if one.group is group and one.key in stays],
            numbers,
        )
        for group in Urgency
    ]
    if not any(parts):
        parts.append(
            [Para((Run(say("Nothing is to be done on your way."), "dim"),), (Run(" "),), (Run(" "),))]
        )
    parts.append(_to_ring(scene, found, numbers))
    parts.append(_part(scene, say("Done"), [task for task in found if task.key not in stays], numbers))
    return list(joined(parts)), stays


def _part(scene: Scene, heading: str, found: list[Duty], numbers: Numbers) -> list[Block]:
    """Return tasks under a heading; empty if there are none."""
    return [*headed(heading, (block for task in found for block in _task(scene, task, numbers)))]


def _task(scene: Scene, task: Duty, numbers: Numbers) -> Iterable[Block]:
    before, space = lead(numbers)
    rest = (Run(f"{space}    "),)
    first = (*before, Run("[x] ", "good") if task.done else Run("[ ] ", "key"))
    if task.due is not None:
        item = Happened(task.item)
        words = scene.line(task.due.deadline.text, "dim" if task.done else "strong")
        yield Para((*words, *_where(scene, task)), first, rest, _day(scene, task, task.due), item)
        for line in _about(scene, task, task.due):
            yield Para(line, rest, rest, item=item)
    elif task.entry is not None:
        purpose = Sentences(scene.say).purposes()[task.entry.purpose]
        heading = Run(scene.say("{heading}: ", heading=purpose), "dim")
        words = (heading, *scene.line(task.entry.text, "dim" if task.done else ""))
        yield Para((*words, *_where(scene, task)), first, rest, item=Tick(task.item))


def _where(scene: Scene, task: Duty) -> Line:
    """Return the title of a task's step, if it is an earlier one."""
    return () if task.here else (Run(" · " + scene.title(task.node), "dim"),)


def _day(scene: Scene, task: Duty, due: Due) -> Line:
    """Return the time left in short."""
    say, left = scene.say, due.days_left(scene.today)
    if task.done or left is None:
        return ()
    if left < 0:
        return (Run(say("passed"), "strong bad"),)
    words = say.plural("{n} day left", "{n} days left", left) if left else say("today")
    return (Run(words, "strong warn" if task.urgency is not Urgency.LATER else "strong"),)


def _about(scene: Scene, task: Duty, due: Due) -> Iterator[Line]:
    """Yield the last day in full, whom to call if it has passed, and what the keys do."""
    say, sentences = scene.say, Sentences(scene.say)
    for end in sentences.end(due, scene.today):
        yield (Run(end, "good" if task.done else "warn"),)
    if task.done:
        yield (Run(say("Enter: another day. Space: it is not done yet."), "dim"),)
    elif due.event_date is None:
        yield (Run(ask_when(scene, due) + " ", "warn"), *scene.line(due.deadline.event))
    else:
        yield (Run(say("Space: it is done. Enter: the day from which it counts."), "dim"),)


def _to_ring(scene: Scene, found: Iterable[Duty], numbers: Numbers) -> list[Block]:
    """Return contacts in full: those of this node, and those who help if a last day has passed."""
    asked: list[Contact] = [*contacts_of(scene.tree, scene.node.id)]
    for task in found:
        if task.due is not None and not task.done and (task.due.days_left(scene.today) or 0) < 0:
            contact = helper(scene.tree, task.node)
            asked += [contact] if contact is not None else []
    return [*headed(scene.say("Whom to ring"), contacts(scene, dict.fromkeys(asked), numbers))]

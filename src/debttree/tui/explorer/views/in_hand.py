"""Checklists, and deadlines with the days left, of the present node and of earlier steps."""

from collections.abc import Iterable, Iterator

from debttree.export.sentences import Sentences
from debttree.journey import Due, dues
from debttree.model import Node, Party, Purpose
from debttree.tui.explorer.items import Happened, Tick
from debttree.tui.explorer.scene import Scene
from debttree.tui.explorer.views.numbers import Numbers, lead
from debttree.tui.kit.page import Block, Lazily, Line, Para, Run, blank, joined


def _entries(scene: Scene, node: Node, purpose: Purpose, numbers: Numbers | None) -> Iterator[Block]:
    for entry in node.checklist:
        if entry.purpose is purpose:
            before, space = lead(numbers)
            done = (node.id, entry.id) in scene.journey.ticks
            box = Run("[x] " if done else "[ ] ", "good" if done else "key")
            words = scene.line(entry.text, "dim" if done else "")
            item = Tick((node.id, entry.id))
            yield Para(words, (*before, box), (Run(f"{space}    "),), item=item)


def checklist(scene: Scene, node: Node, heading: Line, numbers: Numbers | None = None) -> Iterator[Block]:
    """Yield a checklist by purpose; each entry is an item to tick.

    Args:
        scene: the tree and the journey.
        node: the node of the checklist.
        heading: above it.
        numbers: counts the entries that digits choose from.
    """
    if not node.checklist:
        return
    ticked = sum((node.id, entry.id) in scene.journey.ticks for entry in node.checklist)
    count = scene.say("{ticked} of {n}", ticked=ticked, n=len(node.checklist))
    yield Para(heading, first=(Run(" "),), right=(Run(count, "dim"),))
    headings = Sentences(scene.say).purposes()
    for purpose in Purpose:
        if any(entry.purpose is purpose for entry in node.checklist):
            yield Para((Run(headings[purpose], "dim"),), first=(Run(" "),))
            yield from _entries(scene, node, purpose, numbers)


def deadlines(
    scene: Scene, found: list[Due], heading: Line, numbers: Numbers | None = None
) -> Iterator[Block]:
    """Yield deadlines as items, to set the dates of their events.

    Args:
        scene: the tree and the journey.
        found: the deadlines.
        heading: above them.
        numbers: counts the entries that digits choose from.
    """
    if found:
        yield Para(heading, first=(Run(" "),))
    for due in found:
        yield from _deadline(scene, due, numbers)


def _deadline(scene: Scene, due: Due, numbers: Numbers | None) -> Iterable[Block]:
    sentences, item = Sentences(scene.say), Happened((due.node, due.deadline.id))
    before, space = lead(numbers)
    rest = (Run(f"{space}  "),)
    who = scene.say("You: ") if due.deadline.by is Party.YOU else scene.say("They: ")
    done = due.done is not None
    sign = Run("[x] ", "good") if done else Run("! ", "warn")
    yield Para(
        (Run(who, "dim"), *scene.line(due.deadline.text, "dim" if done else "strong")),
        (*before, sign),
        rest,
        item=item,
    )
    ends = list(sentences.end(due, scene.today)) or [ask_when(scene, due)]
    for end in ends:
        yield Para((Run(end, "good" if done else "warn"),), rest, rest, item=item)
    if numbers is not None:
        undo = scene.say("Space: it is not done yet.") if done else scene.say("Space: it is done.")
        yield Para((Run(undo, "dim"),), rest, rest, item=item)
    event = scene.name(due.deadline.event)
    for line in sentences.origin(due, event, scene.today):
        yield Para((Run(line, "dim"),), rest, rest, item=item)


def ask_when(scene: Scene, due: Due) -> str:
    """Return the line that asks for the date of a deadline's event."""
    say = scene.say
    return say("Enter: when is it?") if due.deadline.before else say("Enter: when was it?")


def in_hand(scene: Scene, numbers: Numbers | None = None) -> Iterator[Block]:
    """Return deadlines and checklist of the present node, with an empty line between."""
    say, node = scene.say, scene.node
    found = [due for due in dues(scene.tree, scene.journey) if due.node == node.id]
    return joined(
        [
            deadlines(scene, found, (Run(say("Deadlines"), "heading"),), numbers),
            checklist(scene, node, (Run(say("Your checklist"), "heading"),), numbers),
        ]
    )


def in_hand_before(scene: Scene, numbers: Numbers) -> Iterator[Block]:
    """Yield checklists and deadlines of earlier steps, whose tasks may still be open."""
    of_node: dict[str, list[Due]] = {}
    for due in dues(scene.tree, scene.journey):
        of_node.setdefault(due.node, []).append(due)
    parts = []
    for name in dict.fromkeys(scene.journey.path.nodes):
        if name != scene.journey.at:
            node, title = scene.tree.nodes[name], scene.line(scene.tree.nodes[name].title, "strong")
            parts.append(deadlines(scene, of_node.get(name, []), title, numbers))
            parts.append(checklist(scene, node, title, numbers))
    found = Lazily(joined(parts))
    if found:
        yield Para((Run(scene.say("From earlier steps"), "heading"),), first=(Run(" "),))
        yield blank()
        yield from found

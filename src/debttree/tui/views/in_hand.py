"""What to have in hand at a node: the checklist, and the deadlines with the days that are left."""

from collections.abc import Iterable

from debttree.export.wording import Sentences
from debttree.journey import Due, dues
from debttree.model import Node, Party, Purpose
from debttree.tui.page import Block, Para, Run, blank
from debttree.tui.views.items import DATE, TICK
from debttree.tui.views.scene import Scene


def checklist(scene: Scene, node: Node) -> list[Block]:
    """The checklist by purpose, each entry an item to tick."""
    if not node.checklist:
        return []
    ticked = sum((node.id, entry.id) in scene.journey.ticks for entry in node.checklist)
    count = scene.say("{ticked} of {n}", ticked=ticked, n=len(node.checklist))
    blocks: list[Block] = [
        Para((Run(scene.say("In hand"), "heading"),), first=(Run(" "),), right=(Run(count, "dim"),))
    ]
    headings = Sentences(scene.say).purposes()
    for purpose in Purpose:
        entries = [entry for entry in node.checklist if entry.purpose is purpose]
        if entries:
            blocks.append(Para((Run(headings[purpose], "dim"),), first=(Run(" "),)))
        for entry in entries:
            done = (node.id, entry.id) in scene.journey.ticks
            lead = (Run(" "), Run("[x] " if done else "[ ] ", "good" if done else "key"))
            words = scene.line(entry.text, "dim" if done else "")
            blocks.append(Para(words, lead, (Run("     "),), item=TICK + entry.id))
    return blocks


def deadlines(scene: Scene, node: Node) -> list[Block]:
    """The deadlines of a node, each an item whose event can be given a date."""
    here = [due for due in dues(scene.tree, scene.journey) if due.node == node.id]
    if not here:
        return []
    blocks: list[Block] = [Para((Run(scene.say("Deadlines"), "heading"),), first=(Run(" "),))]
    for due in here:
        blocks += _deadline(scene, due)
    return blocks


def _deadline(scene: Scene, due: Due) -> Iterable[Block]:
    sentences, item = Sentences(scene.say), DATE + due.deadline.id
    rest = (Run("   "),)
    who = scene.say("You: ") if due.deadline.by is Party.YOU else scene.say("They: ")
    yield Para(
        (Run(who, "dim"), *scene.line(due.deadline.text, "strong")),
        (Run(" "), Run("! ", "warn")),
        rest,
        item=item,
    )
    yield Para(
        (Run(sentences.rule(due.deadline, scene.name(due.deadline.event)), "dim"),), rest, rest, item=item
    )
    ends = list(sentences.end(due, scene.today))
    if not ends:
        ends = [scene.say("Enter: when was it?")]
    for end in ends:
        yield Para((Run(end, "warn"),), rest, rest, item=item)


def in_hand(scene: Scene) -> list[Block]:
    """Checklist and deadlines of where I stand, with an empty line between."""
    parts = [part for part in (checklist(scene, scene.node), deadlines(scene, scene.node)) if part]
    return joined(parts)


def joined(parts: Iterable[list[Block]]) -> list[Block]:
    """Parts below each other, with an empty line between."""
    blocks: list[Block] = []
    for part in parts:
        if blocks and part:
            blocks.append(blank())
        blocks += part
    return blocks

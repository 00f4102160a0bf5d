"""A look at another node: its text, the targets of its choices, and the way there. Looking takes no step."""

from dataclasses import replace

from debttree.model import Node, Path
from debttree.tui.explorer.scene import Scene
from debttree.tui.explorer.views.node import node_text
from debttree.tui.kit.page import Block, Line, Para, Run, blank
from debttree.tui.kit.prose import written
from debttree.tui.kit.signs import end_sign

CHOICES_SHOWN = 50
"""Most choices listed: a node may have thousands."""


def glance(scene: Scene, node: Node, *, text: bool = False) -> list[Block]:
    """Return a short description of a node: title, what it brings, targets of choices, and optionally its text.

    Args:
        scene: the tree and who looks at it.
        node: the node.
        text: whether to add its text.
    """
    heading = Para(scene.line(node.title, "title"), rest=(Run("  "),))
    words = written(scene.words(node.text) if text else "")
    below: list[Block] = [blank(), words] if words else []
    return [heading, *_brought(scene, node), *ways_on(scene, node), *below]


def aside(scene: Scene, node: Node) -> list[Block]:
    """Return a short description of a node with its whole text."""
    where = standing(scene, node)
    known = [blank(), Para(where)] if where else []
    return [*node_text(scene, node), *known, blank(), *ways_on(scene, node)]


def look(scene: Scene, node: Node, way: Path | None) -> list[Block]:
    """Return the way to a node, its text, and the targets of its choices.

    Args:
        scene: the tree and who looks at it.
        node: the node.
        way: the way to it, or None.
    """
    return [_way_there(scene, node, way), blank(), *node_text(scene, node), blank(), *ways_on(scene, node)]


def ways_on(scene: Scene, node: Node) -> list[Block]:
    """Return the numbered choices with their targets, at most `CHOICES_SHOWN`."""
    blocks: list[Block] = []
    for number, choice in enumerate(node.choices[:CHOICES_SHOWN], 1):
        lead = (Run(f" {number} " if number < 10 else f"{number} ", "key"),)
        to = scene.tree.nodes[choice.to]
        words = (*scene.line(choice.label), Run(" → ", "dim"), *end_sign(to), *scene.line(to.title, "dim"))
        blocks.append(Para(words, lead, (Run("   "),)))
    more = len(node.choices) - CHOICES_SHOWN
    if more > 0:
        words = (Run(scene.say.plural("and {n} more", "and {n} more", more), "dim"),)
        blocks.append(Para(words, (Run("   "),)))
    return blocks


def standing(scene: Scene, node: Node) -> Line:
    """Return words if the person is at the node, or has been there."""
    if node.id == scene.journey.at:
        return (Run(scene.say("you are here"), "walked"),)
    if node.id in scene.journey.path.nodes:
        return (Run(scene.say("on your way"), "walked"),)
    return ()


def _brought(scene: Scene, node: Node) -> list[Block]:
    titles = [scene.name(scene.tree.consequences[name].title) for name in node.brings]
    if not titles:
        return []
    words = (Run(scene.say("This brings: "), "bad"), Run(", ".join(titles), "strong"))
    return [Para(words, (Run(" ! ", "bad"),), (Run("   "),))]


def _way_there(scene: Scene, node: Node, way: Path | None) -> Para:
    """Return the choices of the way there, or the words that there is none."""
    say = scene.say
    if node.id == scene.journey.at:
        return Para((Run(say("You are here."), "walked"),))
    if way is None:
        return Para((Run(say("No choices lead here, from where you stand or from the beginning."), "dim"),))
    n = len(way.steps)
    if way.start == scene.journey.at:
        lead = say.plural("{n} step from where you stand: ", "{n} steps from where you stand: ", n)
    else:
        lead = say.plural("Only from the beginning, {n} step: ", "Only from the beginning, {n} steps: ", n)
    walked = replace(scene, journey=replace(scene.journey, path=way))
    words: Line = (Run(lead, "dim"),)
    for number in range(n):
        choice = walked.taken(number)
        if choice is not None:
            words = (*words, *((Run(" › ", "rule"),) if number else ()), *scene.line(choice.label, "accent"))
    return Para(words)

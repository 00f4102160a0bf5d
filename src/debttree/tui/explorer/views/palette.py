"""What the palette offers: actions, the choices here, languages, themes, nodes."""

from collections.abc import Iterator

from debttree.tui.explorer.items import CHOICE, GO
from debttree.tui.explorer.scene import Scene
from debttree.tui.kit.actions import ACTIONS, Keymap, Where
from debttree.tui.kit.entries import Entry, action_entries, look_entries, matching
from debttree.tui.kit.page import Block, Para, Run
from debttree.tui.kit.signs import kind_mark

_UNOFFERED = frozenset({"palette", "close", "take", "read-on", "read-back"})


def entries(scene: Scene, keymap: Keymap) -> Iterator[Entry]:
    """Everything on offer, what is nearest first."""
    say = scene.say
    for choice in scene.node.choices:
        yield Entry(CHOICE + choice.id, scene.line(choice.label), (Run(say("choice"), "dim"),))
    offered = [a for a in ACTIONS if a.where in (Where.MAIN, Where.EVERYWHERE) and a.id not in _UNOFFERED]
    yield from action_entries(say, keymap, offered)
    yield from look_entries(say)
    for node in scene.tree.nodes.values():
        yield Entry(GO + node.id, scene.line(node.title), kind_mark(scene.say, node.kind), node.id)


def palette(scene: Scene, keymap: Keymap, typed: str) -> list[Block]:
    """The entries that hold every word typed."""
    blocks: list[Block] = [
        Para(entry.words, (Run(" "),), (Run("   "),), entry.right, entry.item)
        for entry in matching(entries(scene, keymap), typed)
    ]
    return blocks or [Para((Run(scene.say("Nothing is called like that."), "dim"),))]

"""What the palette offers: actions, the choices here, languages, themes, nodes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from debttree.tui.actions import ACTIONS, Keymap, Where, keys_of, with_keys
from debttree.tui.page import Block, Line, Para, Run
from debttree.tui.themes import PALETTES
from debttree.tui.views.items import CHOICE, GO, LANGUAGE, RUN, THEME
from debttree.tui.views.scene import Scene
from debttree.tui.views.signs import kind_mark

SHOWN_AT_MOST = 60
"""Entries shown: nobody reads further, they type another letter."""

_UNOFFERED = frozenset({"palette", "close", "take", "read-on", "read-back"})


@dataclass(frozen=True, slots=True)
class Entry:
    """Something the palette offers: what it stands for, its words, and what stands at the right."""

    item: str
    words: Line
    right: Line

    def matches(self, wanted: Iterable[str]) -> bool:
        """Whether every word typed is somewhere in it."""
        text = "".join(run.text for run in (*self.words, *self.right)).casefold()
        return all(word in text for word in wanted)


def entries(scene: Scene, keymap: Keymap) -> Iterator[Entry]:
    """Everything on offer, what is nearest first."""
    say = scene.say
    for choice in scene.node.choices:
        yield Entry(CHOICE + choice.id, scene.line(choice.label), (Run(say("choice"), "dim"),))
    offered = [a for a in ACTIONS if a.where in (Where.MAIN, Where.EVERYWHERE) and a.id not in _UNOFFERED]
    for action in with_keys(offered, keymap):
        if not action.id.startswith("choice-"):
            yield Entry(RUN + action.run, (Run(say.tell(action.help)),), (Run(keys_of(action, 1), "key"),))
    for language, name in (("zh", "中文"), ("en", "English")):
        yield Entry(LANGUAGE + language, (Run(name),), (Run(say("language"), "dim"),))
    for palette in PALETTES:
        yield Entry(THEME + palette.name, (Run(palette.name),), (Run(say("colours"), "dim"),))
    for node in scene.tree.nodes.values():
        yield Entry(GO + node.id, scene.line(node.title), kind_mark(scene, node.kind))


def palette(scene: Scene, keymap: Keymap, typed: str) -> list[Block]:
    """The entries that hold every word typed."""
    wanted = typed.casefold().split()
    blocks: list[Block] = []
    for entry in entries(scene, keymap):
        if entry.matches(wanted):
            blocks.append(Para(entry.words, (Run(" "),), (Run("   "),), entry.right, entry.item))
        if len(blocks) == SHOWN_AT_MOST:
            break
    return blocks or [Para((Run(scene.say("Nothing is called like that."), "dim"),))]

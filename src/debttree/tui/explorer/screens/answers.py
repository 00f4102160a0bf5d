"""Change the answer at an earlier step: later answers that still fit are kept, the others are listed."""

from collections.abc import Hashable, Iterable
from itertools import count

from debttree.tui.explorer.fitting import changed_answer
from debttree.tui.explorer.items import Choose
from debttree.tui.explorer.screens.sheet import NumberedSheet, Walking
from debttree.tui.explorer.views.choices import to_take
from debttree.tui.kit.page import Block, Para, Run, blank
from debttree.tui.kit.signs import end_mark


class Answers(NumberedSheet):
    """The choices of one step of the path, with a mark at the one taken."""

    def __init__(self, explorer: Walking, step: int) -> None:
        super().__init__(explorer)
        self._step = step

    def heading(self) -> str:
        """Return the title of that step's node."""
        scene = self.scene
        return scene.say("Step {n}: {title}", n=self._step + 1, title=scene.title(self._node()))

    def _node(self) -> str:
        return self.scene.journey.path.nodes[min(self._step, len(self.scene.journey.path.nodes) - 1)]

    def blocks(self) -> Iterable[Block]:
        """Return its choices."""
        scene = self.scene
        say, node = scene.say, scene.tree.nodes[self._node()]
        taken = scene.taken(self._step) if self._step < len(scene.journey.path.steps) else None
        blocks: list[Block] = [
            Para((Run(say("Later answers stay as far as they still hold."), "dim"),)),
            blank(),
        ]
        numbers = count(1)
        for choice in node.choices:
            mark = (
                (Run(say("your answer"), "good"),)
                if choice == taken
                else end_mark(scene.say, scene.tree.nodes[choice.to])
            )
            blocks += to_take(scene, choice, numbers, mark)
        return blocks

    def choose(self, item: Hashable) -> None:
        """Change the answer."""
        scene = self.scene
        choice = scene.tree.nodes[self._node()].choice(item.choice) if isinstance(item, Choose) else None
        if choice is not None and self._step < len(scene.journey.path.steps):
            changed = scene.journey.change(scene.tree, self._step + 1, choice.id)
            self.change(changed, changed_answer(changed, self._step + 1))
            self.explorer.action_close()

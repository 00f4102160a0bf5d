"""Another answer at an earlier step: later answers that still hold are kept, the others are told."""

from collections.abc import Iterable

from debttree.journey import Journey
from debttree.tui.explorer.items import CHOICE
from debttree.tui.explorer.scene import Scene
from debttree.tui.explorer.screens.numbered import Numbered
from debttree.tui.kit.page import Block, Para, Run, blank
from debttree.tui.kit.signs import kind_mark


class Answers(Numbered):
    """The choices of one step of the way; the one taken is marked."""

    def __init__(self, step: int) -> None:
        super().__init__()
        self._step = step

    def heading(self, scene: Scene) -> str:
        """The title of that step's node."""
        return scene.say("Step {n}: {title}", n=self._step + 1, title=scene.title(self._node(scene)))

    def _node(self, scene: Scene) -> str:
        return scene.journey.path.nodes[min(self._step, len(scene.journey.path.nodes) - 1)]

    def blocks(self, scene: Scene) -> Iterable[Block]:
        """Its choices."""
        say, node = scene.say, scene.tree.nodes[self._node(scene)]
        taken = scene.taken(self._step) if self._step < len(scene.journey.path.steps) else None
        blocks: list[Block] = [
            Para((Run(say("Later answers stay as far as they still hold."), "dim"),)),
            blank(),
        ]
        for number, choice in enumerate(node.choices, 1):
            mark = (
                (Run(say("your answer"), "good"),)
                if choice == taken
                else kind_mark(scene.say, scene.tree.nodes[choice.to].kind)
            )
            lead = (Run(" "), Run(f"{number} " if number < 10 else "  ", "key"))
            blocks.append(Para(scene.line(choice.label), lead, (Run("   "),), mark, CHOICE + choice.id))
        return blocks

    def choose(self, item: str) -> None:
        """Change the answer, after a yes where there is a caution."""
        scene = self.scene
        choice = scene.tree.nodes[self._node(scene)].choice(item.removeprefix(CHOICE))
        if choice is not None and self._step < len(scene.journey.path.steps):
            changed = scene.journey.change(scene.tree, self._step + 1, choice.id)
            self.ask_caution(choice, lambda: self._change(changed))

    def _change(self, journey: Journey) -> None:
        self.change(journey)
        self.explorer.action_close()

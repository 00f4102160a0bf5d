"""Welcome back: where somebody was, what has become of their steps, and whether to go on."""

from collections.abc import Iterable

from debttree.journey import Resumed, where_you_were
from debttree.model import Message
from debttree.tui.explorer.scene import Scene
from debttree.tui.explorer.screens.numbered import Numbered
from debttree.tui.kit.page import Block, Para, Run, blank

_GO_ON, _ANEW = "welcome:go-on", "welcome:anew"


class Welcome(Numbered):
    """Offers to go on with a saved journey; closing it goes on."""

    def __init__(self, resumed: Resumed, notices: tuple[Message, ...]) -> None:
        super().__init__()
        self._resumed = resumed
        self._notices = notices

    def heading(self, scene: Scene) -> str:
        """The title of the guide."""
        return scene.name(scene.tree.title)

    def blocks(self, scene: Scene) -> Iterable[Block]:
        """A few lines, what changed, and two ways to begin."""
        say = scene.say
        blocks: list[Block] = [Para((Run(say("Welcome back"), "heading"),)), blank()]
        blocks += [Para((Run(line),)) for line in where_you_were(scene.tree, self._resumed, say, scene.today)]
        if self._notices:
            blocks.append(blank())
        blocks += [
            Para((Run(say.tell(notice), "warn"),), (Run("! ", "warn"),), (Run("  "),))
            for notice in self._notices
        ]
        offers = ((_GO_ON, say("Go on from there")), (_ANEW, say("Begin anew; the saved journey is kept")))
        blocks.append(blank())
        for number, (item, words) in enumerate(offers, 1):
            blocks.append(Para((Run(words),), (Run(" "), Run(f"{number} ", "key")), (Run("   "),), item=item))
        return blocks

    def choose(self, item: str) -> None:
        """Go on, or begin anew."""
        if item == _ANEW:
            self.explorer.begin_anew()
        self.explorer.action_close()

"""The welcome screen for a stored journey: its card, changes of its steps, and whether to continue."""

from collections.abc import Hashable, Iterable

from debttree.journey import Resumed
from debttree.journey.recap import where_you_stand
from debttree.model import Message
from debttree.tui.explorer.items import Begin
from debttree.tui.explorer.screens.sheet import NumberedSheet, Walking
from debttree.tui.explorer.views import card
from debttree.tui.kit.page import Block, Para, Run, blank, numbered


class Welcome(NumberedSheet):
    """Offers to continue a saved journey; closing the screen continues it.

    Args:
        explorer: the mode that it belongs to.
        resumed: the stored journey, fitted to the present tree.
        notices: messages for the person.
    """

    def __init__(self, explorer: Walking, resumed: Resumed, notices: tuple[Message, ...]) -> None:
        super().__init__(explorer)
        self._resumed = resumed
        self._notices = notices

    def heading(self) -> str:
        """Return the title of the guide."""
        return self.scene.name(self.scene.tree.title)

    def blocks(self) -> Iterable[Block]:
        """Return the card, the present node, the changes, and the two answers."""
        scene = self.scene
        say = scene.say
        blocks: list[Block] = [Para((Run(say("Welcome back"), "heading"),)), blank()]
        first = card.in_full(scene)
        blocks += [*first, *([blank()] if first else [])]
        blocks += [Para((Run(line, "dim"),)) for line in where_you_stand(scene.tree, self._resumed, say)]
        if self._notices:
            blocks.append(blank())
        blocks += [
            Para((Run(say.tell(notice), "warn"),), (Run("! ", "warn"),), (Run("  "),))
            for notice in self._notices
        ]
        offers = (
            (Begin.GO_ON, say("Go on from there")),
            (Begin.ANEW, say("Begin anew; the saved journey is kept")),
        )
        return [*blocks, blank(), *numbered(offers)]

    def choose(self, item: Hashable) -> None:
        """Continue, or begin anew."""
        if item is Begin.ANEW:
            self.explorer.begin_anew()
        self.explorer.action_close()

"""Your way: every step, any of which can be answered otherwise, and what fell away when that was done."""

from collections.abc import Hashable, Iterable, Sequence
from typing import ClassVar

from textual.binding import BindingType

from debttree.tui.explorer.items import AtStep
from debttree.tui.explorer.screens.answers import Answers
from debttree.tui.explorer.screens.sheet import SheetPane
from debttree.tui.explorer.views.breadcrumb import fallen, notes_elsewhere, way
from debttree.tui.explorer.views.call import log
from debttree.tui.kit.actions import Scope, bindings
from debttree.tui.kit.page import Block, joined
from debttree.tui.kit.widgets.foot import Hint
from debttree.tui.kit.widgets.pane import Pane


class WaySheet(SheetPane):
    """The steps so far; Enter changes the answer of one."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Scope.WAY)]
    scopes = (Scope.WAY, Scope.LIST)

    def heading(self) -> str:
        """Return what Enter does here."""
        return self.scene.say("Your way: Enter changes an answer or a note")

    def blocks(self) -> Iterable[Block]:
        """Return the way, and what is no part of it any more."""
        scene = self.scene
        return joined([way(scene), fallen(scene), notes_elsewhere(scene), log(scene)])

    @property
    def noted_node(self) -> str:
        """The node of the step that the cursor rests on."""
        item = self.query_one("#pane", Pane).item
        if isinstance(item, AtStep):
            return self.scene.journey.path.nodes[item.number]
        return super().noted_node

    def hints(self) -> Sequence[Hint]:
        """Bringing back is offered only where there is something to bring."""
        offered = super().hints()
        return (
            offered if self.scene.journey.earlier else [hint for hint in offered if hint.run != "bring_back"]
        )

    def action_choose_number(self, digit: int) -> None:
        """Ask for another answer at the step of that number."""
        if digit <= len(self.scene.journey.path.steps):
            self.choose(AtStep(digit - 1))

    def choose(self, item: Hashable) -> None:
        """Ask for another answer at that step."""
        if isinstance(item, AtStep):
            self.explorer.open(Answers(self.explorer, item.number))
        else:
            super().choose(item)

    def action_bring_back(self) -> None:
        """Go back to the way as it was before an answer was changed."""
        self.change(self.scene.journey.bring_back())

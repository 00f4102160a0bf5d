"""Your way: every step, whose answer can be changed, and the steps that were dropped by that."""

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
    """The steps so far; Enter changes the answer at one."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Scope.WAY)]
    scopes = (Scope.WAY, Scope.LIST)

    def heading(self) -> str:
        """Return the heading, which says what Enter does here."""
        return self.scene.say("Your way: Enter changes an answer or a note")

    def blocks(self) -> Iterable[Block]:
        """Return the steps, and those that are no longer part of the path."""
        scene = self.scene
        return joined([way(scene), fallen(scene), notes_elsewhere(scene), log(scene)])

    @property
    def noted_node(self) -> str:
        """The id of the node of the step under the cursor."""
        item = self.query_one("#pane", Pane).item
        if isinstance(item, AtStep):
            return self.scene.journey.path.nodes[item.number]
        return super().noted_node

    def hints(self) -> Sequence[Hint]:
        """Return the hints of the foot; restoring is offered only if steps were dropped."""
        offered = super().hints()
        return (
            offered if self.scene.journey.earlier else [hint for hint in offered if hint.run != "bring_back"]
        )

    def action_choose_number(self, digit: int) -> None:
        """Ask for another answer at the step with that number."""
        if digit <= len(self.scene.journey.path.steps):
            self.choose(AtStep(digit - 1))

    def choose(self, item: Hashable) -> None:
        """Ask for another answer at the chosen step."""
        if isinstance(item, AtStep):
            self.explorer.open(Answers(self.explorer, item.number))
        else:
            super().choose(item)

    def action_bring_back(self) -> None:
        """Restore the path as it was before an answer was changed."""
        self.change(self.scene.journey.bring_back())

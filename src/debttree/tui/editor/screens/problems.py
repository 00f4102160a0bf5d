"""The list of all problems of the tree; Enter goes to the place of one."""

from collections.abc import Hashable, Iterable, Sequence

from debttree.tui.editor.items import path_of
from debttree.tui.editor.screens.page import OneList
from debttree.tui.editor.views.side import all_problems
from debttree.tui.kit.page import Block
from debttree.tui.kit.widgets.foot import Hint


class Problems(OneList):
    """All problems, updated with each edit."""

    def heading(self) -> str:
        """Return the heading, with the number of problems."""
        view = self.view
        n = len(view.assessment.problems) if view.assessment else 0
        return view.say.plural("{n} problem", "{n} problems", n)

    def blocks(self) -> Iterable[Block]:
        """Return the problems."""
        return all_problems(self.view)

    def hints(self) -> Sequence[Hint]:
        """Return the hints of the foot: Enter goes to the place of a problem."""
        return [self.choosing(self.say("go there")), *super().hints()]

    def choose(self, item: Hashable) -> None:
        """Go to the place of a problem."""
        self.dismiss()
        self.editor.go_to(path_of(item) or ())

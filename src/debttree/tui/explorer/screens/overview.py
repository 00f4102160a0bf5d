"""What map and outline have in common: a picture of the guide with a cursor, and what the cursor rests on."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Container
from textual.widget import Widget

from debttree.tui.explorer.screens.look import Look
from debttree.tui.explorer.screens.main import TALL, WIDE
from debttree.tui.explorer.screens.sheet import Sheet
from debttree.tui.explorer.views.look import aside, glance, standing
from debttree.tui.kit.page import Line, Run
from debttree.tui.kit.widgets.bar import Bar
from debttree.tui.kit.widgets.pane import Pane

HIGH = 30
"""Rows from which there is room for more about the node under the picture."""


class Overview(Sheet):
    """A picture, and below it or beside it the node that the cursor rests on.

    Args:
        node: the id of the node that the cursor rests on at first; else it is where the person stands.
    """

    DEFAULT_CSS = """
    Overview #body { height: 1fr; layout: vertical; }
    Overview #glance { height: 6; padding: 0 1; }
    Overview.-low #glance { height: 2; }
    Overview.-high #glance { height: 10; }
    Overview.-beside #body { layout: horizontal; }
    Overview.-beside #glance { width: 44; height: 1fr; border-left: solid $rule; }
    Overview.-beside #under { display: none; }
    """
    beside_from: ClassVar[int] = WIDE
    """Cells of the screen from which the picture and what the cursor rests on stand side by side."""

    unhinted: ClassVar[frozenset[str]] = frozenset(
        {"map", "outline", "in-hand", "prospects", "urgent", "summary", "way", "compare", "sources", "note"}
    )

    def __init__(self, node: str | None = None) -> None:
        super().__init__()
        self._asked_for = node

    def picture(self) -> Widget:
        """The widget that shows the guide."""
        raise NotImplementedError

    @property
    def looking_at(self) -> str:
        """The id of the node that the cursor rests on."""
        raise NotImplementedError

    def body(self) -> ComposeResult:
        """The picture, and what the cursor rests on."""
        with Container(id="body"):
            yield self.picture()
            yield Bar(id="under", fill="─")
            yield Pane(id="glance", focusable=False, rest=self._rest)

    def _rest(self, lines: int) -> Line:
        """What stands for lines that there is no room for: Enter shows them all."""
        return (Run(" "), *self._more(lines)) if self._beside else ()

    def _more(self, lines: int) -> Line:
        """How many lines of the node are not to be seen."""
        return (Run(self.say("{n} more: Enter", n=lines), "key"),)

    def arrive(self) -> None:
        """Arrange the screen before anything is shown."""
        self._arrange()
        super().arrive()

    def resized(self) -> None:
        """Another arrangement may fit."""
        self._arrange()

    def _arrange(self) -> None:
        """Below where the screen is narrow, beside where it is wide."""
        self.set_class(self._beside, "-beside")
        self.set_class(self.room.height < TALL, "-low")
        self.set_class(self.room.height >= HIGH and not self._beside, "-high")

    @property
    def _beside(self) -> bool:
        return self.room.width >= self.beside_from

    def show_glance(self) -> None:
        """Show what the cursor rests on."""
        scene = self.scene
        node = scene.tree.nodes[self.looking_at]
        high = self.room.height >= HIGH
        blocks = aside(scene, node) if self._beside else glance(scene, node, text=high)
        self.query_one("#glance", Pane).show(blocks)
        self._show_under()

    def on_pane_scrolled(self, event: Pane.Scrolled) -> None:
        """Another number of lines is not to be seen."""
        event.stop()
        self._show_under()

    def _show_under(self) -> None:
        """The rule under the picture: where the node stands, and how much more there is to be said of it."""
        scene, below = self.scene, self.query_one("#glance", Pane).below
        under: Line = (Run("── ", "rule"), Run(scene.say("Looking at"), "heading"), Run(" "))
        where = standing(scene, scene.tree.nodes[self.looking_at])
        more = self._more(below) if below else ()
        both = (*where, Run(" · ", "dim"), *more) if where and more else where or more
        words = [(Run(" "), *right, Run(" ──", "rule")) for right in (both, more) if right]
        self.query_one("#under", Bar).show(under, *words)

    def action_look(self) -> None:
        """Show the node that the cursor rests on; it is no step."""
        self.app.push_screen(Look(self.looking_at))

"""The base of map and outline: a picture of the guide with a cursor, and a description of the node under it."""

from typing import ClassVar, Self

from textual.app import ComposeResult
from textual.containers import Container
from textual.widget import Widget

from debttree.tui.explorer.screens.look import Look
from debttree.tui.explorer.screens.sheet import Sheet, Walking
from debttree.tui.explorer.views.look import aside, glance, standing
from debttree.tui.kit.dialogs.frame import Framed
from debttree.tui.kit.page import Line, Run
from debttree.tui.kit.widgets.bar import Bar
from debttree.tui.kit.widgets.pane import Pane


class Overview(Sheet):
    """A picture, and below or beside it a description of the node under the cursor.

    Args:
        node: id of the node to put the cursor on at first; by default the present node.
    """

    DEFAULT_CSS = """
    Overview #body { height: 1fr; layout: vertical; }
    Overview #glance { height: 6; padding: 0 1; }
    Overview.-short #glance { height: 2; }
    Overview.-high #glance { height: 10; }
    Overview.-wide #body, Overview.-vast #body { layout: horizontal; }
    Overview.-wide #glance, Overview.-vast #glance { width: 44; height: 1fr; border-left: solid $rule; }
    Overview.-wide #under, Overview.-vast #under { display: none; }
    """
    ranks: ClassVar = dict.fromkeys(
        ("map", "outline", "in-hand", "prospects", "urgent", "summary", "way", "compare", "sources", "note"),
        0,
    )

    def __init__(self, explorer: Walking, node: str | None = None) -> None:
        super().__init__(explorer)
        self._asked_for = node

    def picture(self) -> Widget:
        """Return the widget of the picture."""
        raise NotImplementedError

    @property
    def looking_at(self) -> str:
        """The id of the node under the cursor."""
        raise NotImplementedError

    def body(self) -> ComposeResult:
        """Compose the picture and the description."""
        with Container(id="body"):
            yield self.picture()
            yield Bar(id="under", fill="─")
            yield Pane(id="glance", focusable=False, rest=self._rest)

    def _rest(self, lines: int) -> Line:
        """Return the words for lines that do not fit: Enter shows them all."""
        return (Run(" "), *self._more(lines)) if self.is_wide else ()

    def _more(self, lines: int) -> Line:
        """Return words for the number of lines of the description that are out of view."""
        return (Run(self.say("{n} more: Enter", n=lines), "key"),)

    @classmethod
    def opened_from(cls, below: Framed, *given: str) -> Self:
        """Return a new screen with the cursor on the node that the screen below showed."""
        screen = super().opened_from(below, *given)
        screen._asked_for = below.looking_at if isinstance(below, Overview) else None
        return screen

    def show_glance(self) -> None:
        """Describe the node under the cursor."""
        scene = self.scene
        node = scene.tree.nodes[self.looking_at]
        blocks = aside(scene, node) if self.is_wide else glance(scene, node, text=self.has_class("-high"))
        self.query_one("#glance", Pane).show(blocks)
        self._show_under()

    def on_pane_scrolled(self, event: Pane.Scrolled) -> None:
        """Show the number of lines out of view."""
        event.stop()
        self._show_under()

    def _show_under(self) -> None:
        """Draw the rule below the picture: whether the person is or was at the node, and how much is out of view."""
        scene, below = self.scene, self.query_one("#glance", Pane).below
        under: Line = (Run("── ", "rule"), Run(scene.say("Looking at"), "heading"), Run(" "))
        where = standing(scene, scene.tree.nodes[self.looking_at])
        more = self._more(below) if below else ()
        both = (*where, Run(" · ", "dim"), *more) if where and more else where or more
        words = [(Run(" "), *right, Run(" ──", "rule")) for right in (both, more) if right]
        self.query_one("#under", Bar).show(under, *words)

    def action_look(self) -> None:
        """Open a look at the node under the cursor, which is not a step."""
        self.app.push_screen(Look(self.explorer, self.looking_at))

"""The main screen: where I am, what the node says, and the choices that lead on."""

from collections.abc import Hashable, Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical

from debttree.tui.explorer.items import AtEnd, AtStep, Choose
from debttree.tui.explorer.scene import Scene
from debttree.tui.explorer.screens.sheet import Sheet, Walking
from debttree.tui.explorer.views import breadcrumb, distances, status_line
from debttree.tui.explorer.views import node as node_view
from debttree.tui.explorer.views.in_hand import in_hand
from debttree.tui.explorer.views.sources import sources_in_brief
from debttree.tui.kit.actions import Scope, bindings
from debttree.tui.kit.page import Block, Line, Para, Run, blank, joined
from debttree.tui.kit.widgets.bar import Bar
from debttree.tui.kit.widgets.pane import Pane, more_below

if TYPE_CHECKING:
    from debttree.journey import Journey

BESIDE = {"side": 44, "way": 36}
"""Cells that the parts beside the text take."""

AROUND = 6
"""Rows of the bars above and below all that."""


class Main(Sheet):
    """Text above, choices below; beside them, where there is room, the way walked."""

    DEFAULT_CSS = """
    Main #body { height: 1fr; }
    Main #middle { width: 1fr; }
    Main #text { padding: 0 1; }
    Main #choices { height: 1fr; padding: 0 1; }
    Main #way { padding: 0 1 0 0; }
    Main #side { padding: 0 1; border-left: solid $rule; }
    Main #way, Main #side { display: none; }
    Main.-wide #side, Main.-vast #side, Main.-vast #way { display: block; }
    Main.-short #way, Main.-short #side, Main.-short #choices { display: none; }
    Main.-short #asked, Main.-short #crumb, Main.-short #top { display: none; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Scope.NUMBERED, Scope.MAIN)]
    AUTO_FOCUS = ""
    scopes = (Scope.NUMBERED, Scope.MAIN, Scope.LIST)
    ranks: ClassVar = dict.fromkeys(("close",), 0)

    def __init__(self, explorer: Walking) -> None:
        super().__init__(explorer)
        self._page = 0
        self._parts: list[str] = []
        """The parts that stand beside the text at this size."""
        self._shown: Journey | None = None

    def body(self) -> ComposeResult:
        """Compose the parts of the screen."""
        yield Bar(id="crumb", keep_end=True)
        yield Bar(id="top", fill="─")
        way, side = Pane(id="way"), Pane(id="side")
        way.styles.width, side.styles.width = BESIDE["way"], BESIDE["side"]
        with Horizontal(id="body"):
            yield way
            with Vertical(id="middle"):
                yield Pane(id="text")
                yield Bar(id="asked", fill="─")
                yield Pane(id="choices", pages=False)
            yield side
        yield Bar(id="bottom", fill="─")
        yield Bar(id="strip")

    @property
    def _split(self) -> bool:
        return not self.has_class("-short")

    @property
    def _choosing(self) -> Pane:
        """The pane that holds the choices."""
        return self.query_one("#choices" if self._split else "#text", Pane)

    def resized(self) -> None:
        """Arrange the parts for this size."""
        if self._shown is not None:
            self._fill(self.scene, keep_place=True)

    def show(self) -> None:
        """Show where the journey stands; the place in view stays unless the person has moved."""
        scene = self.scene
        moved = self._shown is None or self._shown.path != scene.journey.path
        if moved:
            self._page = 0
        self._shown = scene.journey
        self._fill(scene, keep_place=not moved)

    def _fill(self, scene: Scene, *, keep_place: bool) -> None:
        self._arrange()
        self._fill_bars(scene)
        text, choices = node_view.node_text(scene, scene.node), node_view.choices(scene, self._page)
        if self._split:
            self._put("choices", choices, keep_place)
        else:
            text = [*text, blank(), self._question(scene), *choices]
        self._put("text", text, keep_place)
        if "way" in self._parts:
            self._put("way", breadcrumb.way(scene), keep_place)
        if "side" in self._parts:
            self._put("side", _side(scene, self._choosing.item), keep_place)
        self._share_height()
        if self.focused is None or self.focused.id in ("text", "choices"):
            self._choosing.focus(scroll_visible=False)

    def _arrange(self) -> None:
        """Decide which parts there are at this size."""
        self._parts = [
            part
            for part, shown in (("side", self.is_wide), ("way", self.has_class("-vast")))
            if shown and self._split
        ]
        beside = sum(BESIDE[part] for part in self._parts)
        for part in ("text", "choices"):  # laid out now, their heights are right at the first paint
            self.query_one(f"#{part}", Pane).lay_out(self.room.width - beside - 2)

    def _put(self, part: str, blocks: Iterable[Block], keep_place: bool) -> None:
        pane = self.query_one(f"#{part}", Pane)
        if keep_place:
            pane.update(blocks)
        else:
            pane.show(blocks)

    def on_pane_laid_out(self, event: Pane.LaidOut) -> None:
        """Arrange the parts for their new size."""
        event.stop()
        self._share_height()

    def _share_height(self) -> None:
        """Give the text the lines that it takes, the choices the rest; both scroll where there are too few."""
        text, choices = self.query_one("#text", Pane), self.query_one("#choices", Pane)
        room = (self.query_one("#middle").size.height or self.room.height - AROUND) - 1
        if not self._split:
            text.styles.height = "1fr"
        elif room > 0:
            choosing = min(choices.length, max(room * 3 // 5, 4))
            text.styles.height = max(min(text.length + 1, room - choosing), 1)

    def _question(self, scene: Scene) -> Para:
        return Para((Run(node_view.asked(scene), "heading"), *self._pages(scene)))

    def _fill_bars(self, scene: Scene) -> None:
        title: Line = (Run(scene.name(scene.tree.title), "title"),)
        stages, alone, steps = (
            breadcrumb.stages(scene),
            breadcrumb.stage_alone(scene),
            breadcrumb.step_number(scene),
        )
        head, crumb = self.query_one("#head", Bar), self.query_one("#crumb", Bar)
        if self._split:
            head.show(title, stages, alone)
            crumb.show(breadcrumb.breadcrumb(scene), steps)
        else:
            head.show(alone or title, steps)
        self._fill_rules(scene)
        self.query_one("#strip", Bar).show(status_line.met(scene), *status_line.ahead(scene))

    def _fill_rules(self, scene: Scene) -> None:
        """Draw the rules above and below the choices, with how much there is below."""
        question: Line = (
            Run("── ", "rule"),
            Run(node_view.asked(scene), "heading"),
            *self._pages(scene),
            Run(" "),
        )
        self.query_one("#asked", Bar).show(question, self._below())
        self.query_one("#bottom", Bar).show((), self._beside() if self._split else self._below())

    def _pages(self, scene: Scene) -> Line:
        pages = node_view.choice_pages(scene.node)
        if pages == 1:
            return ()
        words = scene.say(" ({page} of {pages}; 0: next)", page=self._page + 1, pages=pages)
        return (Run(words, "dim"),)

    def _below(self) -> Line:
        return more_below(self.say, self.query_one("#text", Pane))

    def _beside(self) -> Line:
        side = self.query_one("#side", Pane)
        if "side" not in self._parts or not side.below:
            return ()
        words = self.scene.say.plural("{n} more line: Tab", "{n} more lines: Tab", side.below)
        return (Run(" "), Run(words, "key"), Run(" ──", "rule"))

    def on_pane_scrolled(self, event: Pane.Scrolled) -> None:
        """Say how much there is below."""
        event.stop()
        if self._shown is not None:
            self._fill_rules(self.scene)

    def on_pane_moved(self, event: Pane.Moved) -> None:
        """Show beside the text what would be after the choice that the cursor rests on."""
        event.stop()
        if "side" in self._parts and event.pane is self._choosing:
            self.query_one("#side", Pane).update(_side(self.scene, event.item))

    def choose(self, item: Hashable) -> None:
        """Take the choice, or do what the item stands for."""
        from debttree.tui.explorer.screens.answers import Answers

        match item:
            case Choose(name):
                self._take(name)
            case AtEnd.SUMMARY:
                self.explorer.action_open("explorer.screens.summary:SummarySheet")
            case AtEnd.BACK:
                self.action_back()
            case AtEnd.RESTART:
                self.action_restart()
            case AtStep(number):
                self.explorer.open(Answers(self.explorer, number))
            case _:
                super().choose(item)

    def _take(self, name: str) -> None:
        choice = self.scene.node.choice(name)
        if choice is not None:
            self.ask_caution(choice, lambda: self.change(self.scene.journey.take(self.scene.tree, name)))

    def action_choose_number(self, digit: int) -> None:
        """Take the choice of that number among those shown."""
        items = [item for item in self._choosing.items if not isinstance(item, AtStep)]
        if digit <= len(items):
            self.choose(items[digit - 1])

    def action_more(self) -> None:
        """Show the next nine choices; after the last ones the first."""
        pages = node_view.choice_pages(self.scene.node)
        if pages > 1:
            self._page = (self._page + 1) % pages
            self._fill(self.scene, keep_place=not self._split)

    def action_take(self) -> None:
        """Take the choice that the cursor rests on."""
        if self._choosing.item is not None:
            self.choose(self._choosing.item)

    def action_back(self) -> None:
        """Go one step back."""
        self.change(self.scene.journey.back())

    def action_forward(self) -> None:
        """Take the step again that was gone back over."""
        self.change(self.scene.journey.forward())

    def action_restart(self) -> None:
        """Back to the beginning; nothing is lost, the steps stay ahead."""
        journey = self.scene.journey
        while journey.path.steps:
            journey = journey.back()
        self.change(journey)

    def action_read(self, direction: int) -> None:
        """Scroll the text by a page."""
        self.query_one("#text", Pane).action_page(direction)


def _side(scene: Scene, resting: Hashable) -> Iterable[Block]:
    """Return what stands beside the text where there is room.

    Args:
        scene: the tree and who looks at it.
        resting: what the cursor rests on among the choices.
    """
    return joined([distances.panel(scene, resting), in_hand(scene), sources_in_brief(scene, scene.node)])

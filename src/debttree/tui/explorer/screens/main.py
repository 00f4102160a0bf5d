"""The main screen: the place in the tree, the text of the node, and its choices."""

from collections.abc import Hashable, Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from debttree.model import clean, msg
from debttree.tui.explorer.card_bars import CARD, CardBars
from debttree.tui.explorer.items import AtEnd, AtStep, Choose, Elsewhere
from debttree.tui.explorer.room import Sharing
from debttree.tui.explorer.scene import Scene
from debttree.tui.explorer.screens.sheet import Sheet, Walking
from debttree.tui.explorer.views import breadcrumb, status_line
from debttree.tui.explorer.views.card import card, one_row, rows
from debttree.tui.explorer.views.choices import Choices, asked, choice_pages, choices
from debttree.tui.explorer.views.contacts import reached_by
from debttree.tui.explorer.views.node import node_text
from debttree.tui.explorer.views.side import side
from debttree.tui.kit.actions import Scope, actions_in, bindings
from debttree.tui.kit.one_frame import until_asked_for_a_paint
from debttree.tui.kit.page import Block, Flow, Line, Para, Run, blank, dotted, fitted, line_cells, plain
from debttree.tui.kit.widgets.bar import Bar
from debttree.tui.kit.widgets.foot import Hint
from debttree.tui.kit.widgets.kept import Across, Down
from debttree.tui.kit.widgets.more_below import more_below
from debttree.tui.kit.widgets.pane import Pane

if TYPE_CHECKING:
    from debttree.journey import Journey

BESIDE = {"side": 44, "way": 36}
"""Widths of the parts beside the text, in cells."""

ONE_ROW_BELOW = 16
"""Height of a window below which the card has one row, in rows."""

ROOMY = 30
"""Height of a window from which every bar is shown besides the card, in rows."""

LEFT_OUT = ("strip", "crumb", "top")
"""Bars that are hidden in favour of the card, the last one first."""


class Main(Sheet):
    """The text with the choices below, and the path beside them if there is room."""

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
    Main.-short #asked { display: none; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Scope.NUMBERED, Scope.MAIN)]
    AUTO_FOCUS = ""
    scopes = (Scope.NUMBERED, Scope.MAIN, Scope.LIST)
    stays = frozenset({"choice-1", "back", "urgent", "help", "language", "quit", "summary"})
    ranks: ClassVar = {
        "close": 0,
        "urgent": 2,
        **dict.fromkeys(("language", "quit", "summary"), 3),
        "call": 4,
        "to-do": 5,
        "in-hand": 5,
        "prospects": 6,
    }

    def __init__(self, explorer: Walking) -> None:
        super().__init__(explorer)
        self._page = 0
        self._parts: list[str] = []
        """The parts that stand beside the text at this size."""
        self._shown: Journey | None = None
        self._choices = Choices(())
        self._folded = False
        """Whether there is no room for all lines of all choices."""
        self._around = 6
        """Rows of the bars that are shown."""
        self._gained = 0
        """Rows that the middle will have more once it is laid out."""

    def body(self) -> ComposeResult:
        """Compose the parts of the screen."""
        yield Bar(id="crumb", keep_end=True)
        yield CardBars()
        yield Bar(id="top", fill="─")
        way, side = Pane(id="way"), Pane(id="side")
        way.styles.width, side.styles.width = BESIDE["way"], BESIDE["side"]
        with Across(id="body"):
            yield way
            with Down(id="middle"):
                yield Pane(id="text", pages=False, keeps_top=True)
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
        """The pane that contains the choices."""
        return self.query_one("#choices" if self._split else "#text", Pane)

    @property
    def pointed_choice(self) -> str | None:
        """The choice under the cursor, or None."""
        item = self._choosing.item
        return item.choice if isinstance(item, Choose) else None

    def resized(self) -> None:
        """Arrange the parts for this size."""
        if self._shown is not None:
            self._fill(self.scene, keep_place=True)

    def show(self) -> None:
        """Show the present node; the scroll position stays unless the person has moved to another node."""
        scene = self.scene
        moved = self._shown is None or self._shown.path != scene.journey.path
        if moved:
            self._page = 0
        self._shown = scene.journey
        self._fill(scene, keep_place=not moved)

    def _fill(self, scene: Scene, *, keep_place: bool) -> None:
        self._arrange()
        self._choices = choices(scene, self._page)
        self._beside_of = cache(lambda item: Flow(side(scene, item)))
        if self._split:
            self._put("text", node_text(scene, scene.node, contacts="side" not in self._parts), keep_place)
        self._show_card(scene)
        self._fill_bars(scene)
        self._share_height()
        self._show_choices(keep_place=keep_place)
        if "way" in self._parts:
            self._put("way", breadcrumb.way(scene), keep_place)
        if "side" in self._parts:
            self._put("side", self._beside_of(self._choosing.item), keep_place)
        at, choosing = self.focused, self._choosing
        if at is not choosing and (at is None or at.id in ("text", "choices")):
            choosing.focus(scroll_visible=False)

    def _arrange(self) -> None:
        """Decide which parts to show at this size."""
        self._parts = [
            part
            for part, shown in (("side", self.is_wide), ("way", self.has_class("-vast")))
            if shown and self._split
        ]
        self.query_one("#text", Pane).can_focus = not self._split  # split, it has nothing to choose
        for part in ("text", "choices"):  # so that their heights are right at the first paint
            self.query_one(f"#{part}", Pane).lay_out(self._width)

    def _show_card(self, scene: Scene) -> None:
        """Show the card, and as many of the other bars as there is room for."""
        height, width = self.room.height, self.room.width
        found = one_row(scene, width) if height < ONE_ROW_BELOW else rows(scene, width)
        self.query_one(CardBars).show(found)
        spare = (len(LEFT_OUT) if self._split else 1) + (CARD if height >= ROOMY else 0) - len(found)
        shown = {*LEFT_OUT[: max(spare, 0)]}
        if not (breadcrumb.breadcrumb(scene) or plain(breadcrumb.step_number(scene))):
            shown.discard("crumb")  # it would be an empty line
        if self._split:
            spared = [bar for bar in reversed(LEFT_OUT[1:]) if bar in shown]
            shown -= {*self._sharing.given_up(self.room.height - 4 - len(found) - len(shown), spared)}
        for name in LEFT_OUT:
            self.query_one(f"#{name}", Bar).display = name in shown
        around = 3 + len(found) + len(shown)
        self._gained += self._around - around
        self._around = around

    @property
    def _sharing(self) -> Sharing:
        return Sharing(self.query_one("#text", Pane).length, self._choices, self._width)

    @property
    def _width(self) -> int:
        """Return the width of text and choices in cells."""
        return self.room.width - sum(BESIDE[part] for part in self._parts) - 2

    def _show_choices(self, *, keep_place: bool) -> None:
        """Show the choices, folded if there are too few rows; in a small window together with the text."""
        scene, pane = self.scene, self._choosing
        pointed = pane.item if keep_place else None
        blocks = self._choices.folded(pointed) if self._folded else self._choices.unfolded()
        if not self._split:
            question = Para((Run(asked(scene), "heading"), *self._pages(scene)))
            blocks = [*node_text(scene, scene.node), blank(), question, *blocks]
        self._put(str(pane.id), blocks, keep_place)

    def _put(self, part: str, blocks: Iterable[Block], keep_place: bool) -> None:
        self.query_one(f"#{part}", Pane).fill(blocks, keep_place=keep_place)

    def on_pane_laid_out(self, event: Pane.LaidOut) -> None:
        """Arrange the parts after a pane has got a new size."""
        event.stop()
        was_folded, self._gained = self._folded, 0
        self._share_height()
        if self._folded != was_folded and self._shown is not None:
            self._show_choices(keep_place=True)

    async def on_pane_moved(self, event: Pane.Moved) -> None:
        """Unfold the choice under the cursor, and fold the one before."""
        event.stop()
        if event.pane is self._choosing and self._folded:
            self._show_choices(keep_place=True)
            event.pane.bring_into_view()
        if event.pane is self._choosing and "side" in self._parts:
            self.query_one("#side", Pane).update(self._beside_of(event.item))
            await until_asked_for_a_paint()

    def _share_height(self) -> None:
        """Give the text the rows it needs and the choices the rest, and decide whether these are folded."""
        text, height = self.query_one("#text", Pane), self.query_one("#middle").size.height
        room = height + self._gained if height else self.room.height - self._around
        if not self._split:
            text.styles.height = "1fr"
            self._folded = self._choices.length(self._width) > room
        elif room > 1:
            text.styles.height, self._folded = rows, _ = self._sharing.shares(room - 1)
            for part, height in (("text", rows), ("choices", room - 1 - rows), ("side", room)):
                self.query_one(f"#{part}", Pane).will_have(height)

    def _fill_bars(self, scene: Scene) -> None:
        title: Line = (Run(scene.name(scene.tree.title), "title"),)
        stages, alone, steps = (
            breadcrumb.stages(scene),
            breadcrumb.stage_alone(scene),
            breadcrumb.step_number(scene),
        )
        crumbs, crumb = breadcrumb.breadcrumb(scene), self.query_one("#crumb", Bar)
        if crumb.display or (self._split and not crumbs and not plain(steps)):
            self.head(title, stages, alone)
            crumb.show(crumbs, steps)
        else:
            beside = dotted([alone, steps]) if self._split else steps
            room = self.room.width - line_cells(beside) - 4
            self.head(fitted(crumbs or title, room, keep_end=bool(crumbs)), beside, steps)
        self._fill_rules(scene)
        self.query_one("#strip", Bar).show(*status_line.status(scene))

    def _fill_rules(self, scene: Scene) -> None:
        """Draw the rules above and below the choices, with how much is out of view."""
        question: Line = (
            Run("── ", "rule"),
            Run(asked(scene), "heading"),
            *self._pages(scene),
            Run(" "),
        )
        self.query_one("#asked", Bar).show(question, self._below())
        right = self._beside() if self._split else self._below()
        self.query_one("#bottom", Bar).show(self._out_of_sight(), right)

    def _pages(self, scene: Scene) -> Line:
        pages = choice_pages(scene.node)
        if pages == 1:
            return ()
        words = scene.say(" ({page} of {pages}; 0: next)", page=self._page + 1, pages=pages)
        return (Run(words, "dim"),)

    def _below(self) -> Line:
        return more_below(self.say, self.query_one("#text", Pane))

    def _out_of_sight(self) -> Line:
        """Return words for how many choices are out of view, and where; empty if there are none."""
        say, pane = self.say, self._choosing
        found = []
        if pane.items_below:
            found.append(say.plural("{n} more choice: ↓", "{n} more choices: ↓", pane.items_below))
        elif self._split and pane.below:
            found.append(say.plural("{n} more line: ↓", "{n} more lines: ↓", pane.below))
        if pane.items_above:
            found.append(say("{n} more: ↑", n=pane.items_above))
        words = " · ".join(found)
        return (Run("── ", "rule"), Run(words, "key"), Run(" ")) if words else ()

    def _beside(self) -> Line:
        side = self.query_one("#side", Pane)
        if "side" not in self._parts or not side.below:
            return ()
        words = self.scene.say.plural("{n} more line: Tab", "{n} more lines: Tab", side.below)
        return (Run(" "), Run(words, "key"), Run(" ──", "rule"))

    def on_pane_scrolled(self, event: Pane.Scrolled) -> None:
        """Show how much is below."""
        event.stop()
        if self._shown is not None:
            self._fill_rules(self.scene)

    async def on_bar_clicked(self, event: Bar.Clicked) -> None:
        """Do what the clicked key does; the path opens the list of steps, the stages open the map."""
        event.stop()
        name = str(event.bar.id)
        wanted = {"crumb": "way", "head": "map", "strip": "prospects", self._way_bar: "way"}.get(name)
        wanted = wanted or self.query_one(CardBars).action_of(event.bar)
        for action in actions_in(Scope.EXPLORER, Scope.MAIN):
            if action.id == wanted:
                await self.app.run_action(action.run, self)
        if event.bar.id in ("asked", "bottom") and event.key:
            self._follow_mark(in_text=event.bar.id == "asked", right=event.right)

    def _follow_mark(self, *, in_text: bool, right: bool) -> None:
        """Scroll the part that a clicked rule is about: the text, the choices, or the part beside them."""
        if in_text or (right and not self._split):
            self.action_read(1)
        elif right:
            self.query_one("#side", Pane).action_page(1)
        else:
            self._choosing.show_more_items()

    def on_mouse_up(self) -> None:
        """Focus the choices again after a click anywhere."""
        self._choosing.focus(scroll_visible=False)

    def hints(self) -> Sequence[Hint]:
        """Return the hints of the foot, back and forward only if there are steps to go to."""
        journey = self.scene.journey
        dead = {
            *(() if journey.path.steps else ("back",)),
            *(() if journey.next_step else ("forward",)),
            *(() if len(journey.holding) > 1 else ("forward_to_end",)),
        }
        return [hint for hint in super().hints() if hint.run not in dead]

    @property
    def _way_bar(self) -> str:
        """The bar that shows the path."""
        is_above = not self.query_one("#crumb", Bar).display and bool(self.scene.journey.path.steps)
        return "head" if is_above else "crumb"

    def choose(self, item: Hashable) -> None:
        """Take the choice, or act on another item."""
        from debttree.tui.explorer.screens.answers import Answers

        match item:
            case Choose(name):
                self._take(name)
            case Elsewhere(guide):
                self.app.call_later(self.explorer.go_on_elsewhere, guide)
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
        """Take a choice. A caution that was folded is shown then, since the step can still be undone."""
        choice = self.scene.node.choice(name)
        if choice is None:
            return
        said = []
        if choice.caution is not None and self._folded and self._choosing.item != Choose(name):
            words, back = self.scene.name(choice.caution), self.key(Scope.MAIN, "back")
            said.append(msg("Caution: {caution} {key} goes back.", caution=words, key=back))
        self.change(self.scene.journey.take(self.scene.tree, name), *said)

    def action_choose_number(self, digit: int) -> None:
        """Take the choice with that number among those shown."""
        items = [item for item in self._choosing.items if not isinstance(item, AtStep)]
        if digit <= len(items):
            self.choose(items[digit - 1])

    def action_more(self) -> None:
        """Show the next nine choices; after the last ones the first."""
        pages = choice_pages(self.scene.node)
        if pages > 1:
            self._page = (self._page + 1) % pages
            self._fill(self.scene, keep_place=not self._split)

    def action_take(self) -> None:
        """Take the choice under the cursor."""
        if self._choosing.item is not None:
            self.choose(self._choosing.item)

    def action_back(self) -> None:
        """Go one step back."""
        self.change(self.scene.journey.back())

    def action_forward(self) -> None:
        """Take the next step again, after going back."""
        self.change(self.scene.journey.forward())

    def action_forward_to_end(self) -> None:
        """Take all following steps again, after going back."""
        self.change(self.scene.journey.forward_to_end())

    def action_restart(self) -> None:
        """Go back to the beginning; the steps can be taken again by going forward."""
        journey = self.scene.journey
        while journey.path.steps:
            journey = journey.back()
        self.change(journey)

    def action_copy_here(self) -> None:
        """Copy the phone number on the card; if there is none, the text of the node."""
        scene, to_ring = self.scene, card(self.scene).contacts
        if to_ring:
            self.copy(reached_by(to_ring[0]))
        else:
            node = scene.node
            self.copy("\n\n".join(filter(None, (scene.name(node.title), clean(scene.words(node.text))))))

    def action_read(self, direction: int) -> None:
        """Scroll the text by a page."""
        self.query_one("#text", Pane).turn(direction)

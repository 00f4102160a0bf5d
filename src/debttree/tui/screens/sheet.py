"""What every screen that shows the tree has in common: head and foot, the scene, and what choosing an item does."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, cast

from textual import events
from textual.app import ComposeResult
from textual.geometry import Size
from textual.message import Message
from textual.screen import Screen
from textual.widget import Widget

from debttree.journey import Journey
from debttree.journey.dating import event_date
from debttree.model import Choice
from debttree.tui.actions import Where, actions_in, keys_of, with_keys
from debttree.tui.page import Block, Para, Run, blank
from debttree.tui.screens.ask import Ask
from debttree.tui.screens.confirm import Confirm
from debttree.tui.views.items import DATE, GO, LINK, TICK
from debttree.tui.views.scene import Scene
from debttree.tui.widgets.bar import Bar
from debttree.tui.widgets.foot import Foot, Hint
from debttree.tui.widgets.pane import Pane

if TYPE_CHECKING:
    from debttree.tui.app import Explorer


LEAST = Size(30, 8)
"""The smallest screen that shows a node and a choice."""


class Sheet(Screen[None]):
    """A whole screen. It shows the scene that the app holds, and shows it anew when that changes."""

    DEFAULT_CSS = """
    Sheet > #note { height: auto; max-height: 3; padding: 0 1; }
    Sheet > #small { display: none; }
    Sheet.-small > * { display: none; }
    Sheet.-small > #small { display: block; }
    """
    ESCAPE_TO_MINIMIZE = False
    where: ClassVar[tuple[Where, ...]] = (Where.LIST, Where.EVERYWHERE)
    """Whose actions work here; their best stand at the foot, and the help begins with them."""

    unhinted: ClassVar[frozenset[str]] = frozenset()
    """Actions that the foot does not offer here."""

    @dataclass
    class Walked(Message):
        """The person moved, or changed what belongs to their journey."""

        journey: Journey

    def __init__(self) -> None:
        super().__init__()
        self._told_at: Journey | None = None
        """Where the person stood when something was last said above the foot."""
        self.room = Size(80, 24)
        """The size of the screen, known before the layout is."""

    @property
    def explorer(self) -> "Explorer":
        """The app."""
        return cast("Explorer", self.app)

    @property
    def scene(self) -> Scene:
        """What there is to show."""
        return self.explorer.scene

    def compose(self) -> ComposeResult:
        """The head, the body, the foot."""
        yield Bar(id="head")
        yield from self.body()
        yield Pane(id="note", focusable=False)
        yield Foot(id="foot")
        yield Pane(id="small", focusable=False)

    def body(self) -> ComposeResult:
        """What stands between head and foot."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """Show the scene now and whenever it changes."""
        self.tell("")
        self.watch(self.app, "scene", self._scene_changed)

    def on_resize(self, event: events.Resize) -> None:
        """Say so where nothing can be shown, else let the screen arrange itself."""
        self.room = event.size
        small = event.size.width < LEAST.width or event.size.height < LEAST.height
        self.set_class(small, "-small")
        if small:
            larger = self.scene.say("Please make the window larger: {width} x {height}.", **LEAST._asdict())
            self.query_one("#small", Pane).show([Para((Run(larger),))])
        self.resized()

    def resized(self) -> None:
        """The screen has another size."""

    def _scene_changed(self, scene: Scene) -> None:
        if self._told_at is not scene.journey:
            self.tell("")
        self.show(scene)
        self.show_foot()

    def show(self, scene: Scene) -> None:
        """Show a scene."""
        raise NotImplementedError

    def tell(self, words: str, role: str = "good") -> None:
        """Say something above the foot until the next step; nothing pops up or vanishes by itself."""
        self._told_at = self.scene.journey
        note = self.query_one("#note", Pane)
        note.show([Para((Run(words, role),))])
        note.display = bool(words)

    def show_foot(self) -> None:
        """The keys that matter here, in the reader's language and with the reader's keys."""
        self.query_one(Foot).show(self.hints())

    def hints(self) -> list[Hint]:
        """The hints of the foot, the most needed first."""
        offered = [
            action for action in actions_in(*self.where) if action.foot and action.id not in self.unhinted
        ]
        offered.sort(key=lambda action: action.foot)
        say = self.scene.say
        return [
            Hint(keys_of(action, 1), say.tell(action.label), action.run)
            for action in with_keys(offered, self.explorer.keymap)
        ]

    async def on_foot_pressed(self, event: Foot.Pressed) -> None:
        """Do what the key would have done."""
        event.stop()
        for node in (self.focused, self, self.app):
            if isinstance(node, Widget) and await self.app.run_action(event.run, node):
                return
        await self.app.run_action(event.run, self.app)

    def on_pane_chosen(self, event: Pane.Chosen) -> None:
        """Do what the chosen item stands for, unless something else is on top by now."""
        event.stop()
        if self.is_current:
            self.choose(event.item)

    def choose(self, item: str) -> None:
        """Tick, date, open or go to what an item stands for."""
        if item.startswith(TICK):
            self.change(self.scene.journey.ticked((self.scene.journey.at, item.removeprefix(TICK))))
        elif item.startswith(DATE):
            self._ask_date(item.removeprefix(DATE))
        elif item.startswith(LINK):
            self._ask_link(item.removeprefix(LINK))
        elif item.startswith(GO):
            self.ask_jump(item.removeprefix(GO))

    def change(self, journey: Journey) -> None:
        """Hand a changed journey up."""
        self.post_message(self.Walked(journey))

    def _ask_date(self, deadline_id: str) -> None:
        say, journey, item = self.scene.say, self.scene.journey, (self.scene.journey.at, deadline_id)
        deadline = next(d for d in self.scene.node.deadlines if d.id == deadline_id)
        known = journey.dates.get(item)

        def take(text: str) -> None:
            self.change(journey.dated(item, event_date(text, self.scene.today) if text else None))

        question = (Run(say("When was it? "), "strong"), *self.scene.line(deadline.event))
        hint = say("Year, month and day, like {date}; empty: not known.", date=self.scene.today.isoformat())
        self.app.push_screen(Ask(say, question, take, hint=hint, value=known.isoformat() if known else ""))

    def _ask_link(self, address: str) -> None:
        say = self.scene.say
        if not address.startswith(("https://", "http://")):
            self.tell(say("This is no web address: {address}", address=address), "warn")
            return
        question = [
            Para((Run(say("Open this address in your browser?"), "title"),)),
            blank(),
            Para((Run(address, "link"),)),
            blank(),
            Para((Run(say("The site then sees your visit; nothing else leaves this machine."), "dim"),)),
        ]

        def answered(yes: bool | None) -> None:
            if yes:
                self.app.open_url(address)

        self.app.push_screen(Confirm(question, say("Yes, open it"), say("No")), answered)

    def ask_caution(self, choice: Choice, go_on: Callable[[], None]) -> None:
        """Go on at once, or where the choice has a caution, after a yes."""
        if choice.caution is None:
            go_on()
            return
        say = self.scene.say
        question = [
            Para(self.scene.line(choice.label, "title")),
            blank(),
            Para(self.scene.line(choice.caution, "warn"), (Run("! ", "warn"),), (Run("  "),)),
        ]

        def answered(yes: bool | None) -> None:
            if yes:
                go_on()

        self.app.push_screen(Confirm(question, say("Yes, go on"), say("No, stay here")), answered)

    def ask_jump(self, to: str) -> None:
        """Ask whether to go to a node that no choice leads to from here, and go after a yes."""
        scene, say = self.scene, self.scene.say
        question = [
            Para((Run(say("Go to: "), "dim"), *scene.line(scene.tree.nodes[to].title, "title"))),
            blank(),
            Para(
                (
                    Run(
                        say(
                            "You leave your way here. What you have met stays met; going back brings you here again."
                        )
                    ),
                )
            ),
        ]

        def answered(yes: bool | None) -> None:
            if yes:
                self.change(scene.journey.jump(to))
                self.explorer.close_all()

        yes, no = say("Yes, go there"), say("No, stay here")
        self.app.push_screen(Confirm(question, yes, no, cursor_on_yes=True), answered)


class OnePane(Sheet):
    """A screen that is one text or list."""

    DEFAULT_CSS = """
    OnePane > #pane { padding: 0 1; }
    """

    def body(self) -> ComposeResult:
        """The text or list."""
        yield Pane(id="pane")

    def heading(self, scene: Scene) -> str:
        """What stands at the head."""
        raise NotImplementedError

    def blocks(self, scene: Scene) -> Iterable[Block]:
        """What the pane shows."""
        raise NotImplementedError

    def show(self, scene: Scene) -> None:
        """The title, and the blocks at the place that was in view."""
        self.query_one("#head", Bar).show((Run(self.heading(scene), "title"),))
        pane = self.query_one("#pane", Pane)
        blocks = [blank(), *self.blocks(scene)]
        if pane.length:
            pane.update(blocks)
        else:
            pane.show(blocks)
        pane.focus(scroll_visible=False)

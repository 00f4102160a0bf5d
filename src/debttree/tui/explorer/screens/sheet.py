"""What every screen that shows the tree has in common: head and foot, the scene, and what choosing an item does."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.message import Message

from debttree.journey import Item, Journey
from debttree.journey.dating import event_date, happened
from debttree.locales import Phrases
from debttree.model import Choice, clean, clean_line
from debttree.tui.explorer.items import DATE, GO, LINK, NOTE, TICK, item_of
from debttree.tui.explorer.scene import Scene
from debttree.tui.kit.actions import Keymap, Where, actions_in
from debttree.tui.kit.dialogs.frame import Framed
from debttree.tui.kit.page import Block, Para, Run, blank
from debttree.tui.kit.widgets.bar import Bar
from debttree.tui.kit.widgets.pane import Pane

if TYPE_CHECKING:
    from debttree.tui.explorer.app import Explorer

NOT_WHILE_TYPING = frozenset(action.id for action in actions_in(Where.EVERYWHERE) if action.id != "close")
"""What the foot of a screen does not offer where letters are typed and do nothing else."""


class Sheet(Framed):
    """A whole screen. It shows the scene that the app holds, and shows it anew when that changes."""

    where: ClassVar[tuple[Where, ...]] = (Where.LIST, Where.EVERYWHERE)

    @dataclass
    class Walked(Message):
        """The person moved, or changed what belongs to their journey."""

        journey: Journey

    @property
    def explorer(self) -> "Explorer":
        """The app."""
        return cast("Explorer", self.app)

    @property
    def scene(self) -> Scene:
        """What there is to show."""
        return self.explorer.scene

    @property
    def say(self) -> Phrases:
        """Sentences in the language of the scene."""
        return self.scene.say

    @property
    def keymap(self) -> Keymap:
        """The person's own keys."""
        return self.explorer.keymap

    @property
    def moment(self) -> object:
        """What was said stays until the journey changes."""
        return self.scene.journey

    def on_mount(self) -> None:
        """Show the scene whenever it changes; it is shown first where the size is known."""
        self.tell("")
        self.watch(self.app, "scene", self._scene_changed, init=False)

    def arrive(self) -> None:
        """Now that there is a size, show the scene."""
        self._scene_changed(self.scene)

    def _scene_changed(self, scene: Scene) -> None:
        self.forget_told()
        self.show(scene)
        self.show_foot()

    def show(self, scene: Scene) -> None:
        """Show a scene."""
        raise NotImplementedError

    def on_pane_chosen(self, event: Pane.Chosen) -> None:
        """Do what the chosen item stands for, unless something else is on top by now."""
        event.stop()
        if self.is_current:
            self.choose(event.item)

    def choose(self, item: str) -> None:
        """Tick, date, open or go to what an item stands for."""
        if item.startswith(TICK):
            self.change(self.scene.journey.ticked(item_of(item)))
        elif item.startswith(DATE):
            self._ask_date(item_of(item))
        elif item.startswith(LINK):
            self._ask_link(item.removeprefix(LINK))
        elif item.startswith(NOTE):
            self._ask_note(int(item.removeprefix(NOTE)))
        elif item.startswith(GO):
            self.ask_jump(item.removeprefix(GO))

    @property
    def noted_node(self) -> str:
        """The node that a note is about which is written here."""
        return self.scene.journey.at

    def change(self, journey: Journey) -> None:
        """Hand a changed journey up."""
        self.post_message(self.Walked(journey))

    def _ask_date(self, item: Item) -> None:
        from debttree.tui.kit.dialogs.ask import Ask

        scene, say, journey = self.scene, self.scene.say, self.scene.journey
        node, name = item
        deadline = next(d for d in scene.tree.nodes[node].deadlines if d.id == name)
        known = journey.dates.get(item)

        def take(text: str) -> None:
            day = event_date(text, self.scene.today) if text else None
            self.change(happened(scene.tree, journey, item, day))

        question = (Run(say("When was it? "), "strong"), *scene.line(deadline.event))
        hint = say(
            "Like {date}, or the day of the month alone, or yesterday; empty: not known.",
            date=scene.today.isoformat(),
        )
        self.app.push_screen(Ask(say, question, take, hint=hint, value=known.isoformat() if known else ""))

    def _ask_note(self, number: int) -> None:
        from debttree.tui.kit.dialogs.ask import Ask

        scene, say = self.scene, self.scene.say
        note = scene.journey.notes[number]
        words = clean(note.text)

        def take(text: str) -> None:
            if text != words:
                self.change(scene.journey.renoted(number, text))

        title = scene.title(note.node) if note.node else clean_line(note.was_at)
        question = (Run(say("Your note: "), "strong"), Run(title))
        hint = say("Empty: the note is deleted.")
        self.app.push_screen(Ask(say, question, take, hint=hint, value=words, lines=True))

    def _ask_link(self, address: str) -> None:
        from debttree.tui.kit.dialogs.confirm import Confirm

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

        self.app.push_screen(Confirm(say, question, say("Yes, open it"), say("No")), answered)

    def ask_caution(self, choice: Choice, go_on: Callable[[], None]) -> None:
        """Go on at once, or where the choice has a caution, after a yes."""
        from debttree.tui.kit.dialogs.confirm import Confirm

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

        self.app.push_screen(Confirm(say, question, say("Yes, go on"), say("No, stay here")), answered)

    def ask_jump(self, to: str) -> None:
        """Ask whether to go to a node that no choice leads to from here, and go after a yes."""
        from debttree.tui.kit.dialogs.confirm import Confirm

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
        self.app.push_screen(Confirm(say, question, yes, no, cursor_on_yes=True), answered)


class OnePane(Sheet):
    """A screen that is one text or list."""

    DEFAULT_CSS = """
    OnePane > #pane { padding: 0 1; }
    """

    def body(self) -> ComposeResult:
        """The text or list."""
        yield from self.one_pane()

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

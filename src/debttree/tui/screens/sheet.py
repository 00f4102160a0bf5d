"""What every screen that shows the tree has in common: a head, the foot with its keys, and the scene."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.message import Message
from textual.screen import Screen
from textual.widget import Widget

from debttree.journey import Journey
from debttree.tui.actions import Where, actions_in, keys_of, with_keys
from debttree.tui.page import Line
from debttree.tui.views.scene import Scene
from debttree.tui.widgets.bar import Bar
from debttree.tui.widgets.foot import Foot, Hint

if TYPE_CHECKING:
    from debttree.tui.app import Explorer


class Sheet(Screen[None]):
    """A whole screen. It shows the scene that the app holds, and shows it anew when that changes."""

    ESCAPE_TO_MINIMIZE = False
    HORIZONTAL_BREAKPOINTS: ClassVar[list[tuple[int, str]]] = [
        (0, "-no-width"), (30, "-narrow"), (60, "-normal"), (104, "-wide"), (150, "-vast"),
    ]  # fmt: skip
    VERTICAL_BREAKPOINTS: ClassVar[list[tuple[int, str]]] = [(0, "-no-height"), (8, "-short"), (20, "-tall")]

    where: ClassVar[tuple[Where, ...]] = (Where.LIST, Where.EVERYWHERE)
    """Whose actions work here; their best stand at the foot, and the help begins with them."""

    @dataclass
    class Walked(Message):
        """The person moved, or changed what belongs to their journey."""

        journey: Journey

    def __init__(self) -> None:
        super().__init__()
        self._note: Line = ()

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
        yield Foot(id="foot")

    def body(self) -> ComposeResult:
        """What stands between head and foot."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """Show the scene now and whenever it changes."""
        self.watch(self.app, "scene", self._scene_changed)

    def _scene_changed(self, scene: Scene) -> None:
        self.show(scene)
        self.show_foot()

    def show(self, scene: Scene) -> None:
        """Show a scene."""
        raise NotImplementedError

    def show_foot(self) -> None:
        """The keys that matter here, in the reader's language and with the reader's keys."""
        self.query_one(Foot).show(self.hints())

    def hints(self) -> list[Hint]:
        """The hints of the foot, the most needed first."""
        offered = [action for action in actions_in(*self.where) if action.foot]
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

"""What every whole screen has in common: a head, a foot with the keys that matter, and a line that tells something."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.geometry import Size
from textual.screen import Screen
from textual.widget import Widget

from debttree.locales import Phrases
from debttree.tui.kit.actions import Keymap, Where, actions_in, keys_of, with_keys
from debttree.tui.kit.page import Line, Para, Run
from debttree.tui.kit.widgets.bar import Bar
from debttree.tui.kit.widgets.foot import Foot, Hint
from debttree.tui.kit.widgets.pane import Pane

LEAST = Size(30, 8)
"""The smallest screen that shows a node and a choice."""


def more_below(say: Phrases, pane: Pane) -> Line:
    """How many lines there are below those in view, to stand at the right of a rule; empty where none are."""
    if not pane.below:
        return ()
    words = say.plural("{n} more line: PgDn", "{n} more lines: PgDn", pane.below)
    return (Run(" "), Run(words, "key"), Run(" ──", "rule"))


class Framed(Screen[None]):
    """A whole screen between a head and a foot."""

    DEFAULT_CSS = """
    Framed > #note { height: auto; max-height: 30%; padding: 0 1; }
    Framed > #small { display: none; }
    Framed.-small > * { display: none; }
    Framed.-small > #small { display: block; }
    """
    ESCAPE_TO_MINIMIZE = False

    where: ClassVar[tuple[Where, ...]] = (Where.LIST,)
    """Whose actions work here; their best stand at the foot, and the help begins with them."""

    unhinted: ClassVar[frozenset[str]] = frozenset()
    """Actions that the foot does not offer here."""

    def __init__(self) -> None:
        super().__init__()
        self._told_at: object = None
        """The moment at which something was last said above the foot."""
        self.room = Size(80, 24)
        """The size of the screen, known before the layout is."""

    @property
    def say(self) -> Phrases:
        """Sentences of the program, in the language of the screen."""
        raise NotImplementedError

    @property
    def keymap(self) -> Keymap:
        """The person's own keys."""
        raise NotImplementedError

    @property
    def moment(self) -> object:
        """What was said above the foot stays until this is another object."""
        raise NotImplementedError

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
        """Show everything at once: the size of the screen is that of the terminal."""
        self._take_size(self.app.size)
        self.arrive()

    def on_resize(self, event: events.Resize) -> None:
        """Arrange everything anew where the size is another one."""
        if event.size != self.room:
            self._take_size(event.size)
            self.resized()

    def _take_size(self, size: Size) -> None:
        """Take note of a size, and say so where nothing can be shown at it."""
        self.room = size
        small = size.width < LEAST.width or size.height < LEAST.height
        self.set_class(small, "-small")
        if small:
            larger = self.say("Please make the window larger: {width} x {height}.", **LEAST._asdict())
            self.query_one("#small", Pane).show([Para((Run(larger),))])

    def arrive(self) -> None:
        """The screen has its first size."""
        self.resized()

    def resized(self) -> None:
        """The screen has another size."""

    def one_pane(self, *, typed: bool = False) -> ComposeResult:
        """A body that is one text or list, and under it a rule that says how much there is below.

        Args:
            typed: whether keys go to a line to type in, which moves the cursor of the list.
        """
        yield Pane(id="pane", focusable=not typed, pointed=typed)
        yield Bar(id="more", fill="─")

    def on_pane_scrolled(self, event: Pane.Scrolled) -> None:
        """Say how much there is below."""
        event.stop()
        if event.pane.id == "pane":
            self.query_one("#more", Bar).show((), more_below(self.say, event.pane))

    def tell(self, words: str, role: str = "good") -> None:
        """Say something above the foot until the next step; nothing pops up or vanishes by itself."""
        self._told_at = self.moment
        note = self.query_one("#note", Pane)
        note.show([Para((Run(words, role),))])
        note.display = bool(words)

    def forget_told(self) -> None:
        """Take away what was said at an earlier moment."""
        if self._told_at is not self.moment:
            self.tell("")

    def action_next_part(self, by: int) -> None:
        """To the next part of the screen, or the one before."""
        if by > 0:
            self.focus_next()
        else:
            self.focus_previous()

    def show_foot(self) -> None:
        """The keys that matter here, in the reader's language and with the reader's keys."""
        self.query_one(Foot).show(self.hints())

    def hints(self) -> Sequence[Hint]:
        """The hints of the foot, the most needed first."""
        offered = [
            action for action in actions_in(*self.where) if action.foot and action.id not in self.unhinted
        ]
        offered.sort(key=lambda action: action.foot)
        return [
            Hint(keys_of(action, 1), self.say.tell(action.label), action.run)
            for action in with_keys(offered, self.keymap)
        ]

    async def on_foot_pressed(self, event: Foot.Pressed) -> None:
        """Do what the key would have done."""
        event.stop()
        for node in (self.focused, self, self.app):
            if isinstance(node, Widget) and await self.app.run_action(event.run, node):
                return
        await self.app.run_action(event.run, self.app)

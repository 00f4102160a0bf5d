"""What every whole screen has in common: a head, a foot with the keys that matter, and a line that tells something."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from itertools import chain
from typing import ClassVar, Protocol, Self

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.geometry import Size
from textual.screen import Screen
from textual.widget import Widget

from debttree.locales import Phrases
from debttree.model import Message, Trouble
from debttree.tui.kit.actions import (
    Keymap,
    Scope,
    action_called,
    actions_in,
    bindings,
    keys_of,
    shown_key,
    with_keys,
)
from debttree.tui.kit.note_text import NOTHING, NoteText
from debttree.tui.kit.page import Block, Line, Para, Run
from debttree.tui.kit.widgets.bar import Bar
from debttree.tui.kit.widgets.foot import Foot, Hint
from debttree.tui.kit.widgets.pane import Pane, more_below

LEAST = Size(30, 8)
"""The smallest screen that shows a node and a choice."""


NOT_WHILE_TYPING = {
    action.id: 0 for action in actions_in(Scope.EXPLORER, Scope.EVERYWHERE) if action.id != "close"
}
"""What the foot of a screen does not offer where letters are typed and do nothing else."""


class Host(Protocol):
    """What a screen uses of the mode that it belongs to."""

    @property
    def say(self) -> Phrases:
        """Sentences of the program, in the language of the screens."""

    @property
    def keymap(self) -> Keymap:
        """The person's own keys."""

    @property
    def moment(self) -> object:
        """What was said above the foot stays until this is another object."""

    @property
    def scopes(self) -> tuple[Scope, ...]:
        """Whose actions work on all its screens."""

    @property
    def ranks(self) -> Mapping[str, int]:
        """Other ranks at the foot for some actions."""


class Framed(Screen[None]):
    """A whole screen between a head and a foot. It is shown anew whenever its mode has something else to show."""

    DEFAULT_CSS = """
    Framed > #note { height: auto; max-height: 30%; padding: 0 1; }
    Framed > #pane { padding: 0 1; }
    Framed > #small { display: none; }
    Framed.-small > * { display: none; }
    Framed.-small > #small { display: block; }
    """
    ESCAPE_TO_MINIMIZE = False

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-normal"), (104, "-wide"), (150, "-vast")]  # noqa: RUF012 - as textual has it
    VERTICAL_BREAKPOINTS = [(0, "-short"), (20, "-tall"), (30, "-high")]  # noqa: RUF012 - the same

    scopes: ClassVar[tuple[Scope, ...]] = (Scope.LIST,)
    """Whose actions work here beside those of the mode. The best stand at the foot; the help begins with them."""

    ranks: ClassVar[Mapping[str, int]] = {}
    """Other ranks at the foot for some actions; 0: the foot does not offer it here."""

    lasts: ClassVar[bool] = False
    """Whether another screen opens above it, and closing that leads back here, rather than in its place."""

    stays: ClassVar[frozenset[str]] = frozenset()
    """Actions that the foot offers however narrow it is."""

    def __init__(self, mode: Host) -> None:
        super().__init__()
        self.mode = mode
        self._told_at: object = None
        """The moment at which something was last said above the foot."""
        self.room = Size(80, 24)
        """The size of the screen, known before the layout is."""
        self._is_there = False
        """Whether it holds all that it shows."""

    @classmethod
    def opened_from(cls, below: "Framed", *given: str) -> Self:
        """Return the screen as an action opens it.

        Args:
            below: the screen that was on top.
            given: what else the screen takes.
        """
        return cls(below.mode, *given)

    @property
    def works(self) -> tuple[Scope, ...]:
        """Whose actions work here."""
        return (*self.scopes, *self.mode.scopes)

    @property
    def say(self) -> Phrases:
        """Sentences of the program, in the language of the screen."""
        return self.mode.say

    def compose(self) -> ComposeResult:
        """Compose head, body and foot."""
        yield Bar(id="head")
        yield from self.body()
        yield Pane(id="note", focusable=False)
        yield Foot(id="foot")
        yield Pane(id="small", focusable=False)

    def body(self) -> ComposeResult:
        """Compose what stands between head and foot."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """Show everything at once: the size of the screen is that of the terminal."""
        self.tell("")
        self._take_size(self.app.size)
        self._is_there = True
        self.show_anew()

    def on_resize(self, event: events.Resize) -> None:
        """Arrange everything anew where the size is another one."""
        if event.size != self.room:
            self._take_size(event.size)
            self.resized()

    def _take_size(self, size: Size) -> None:
        """Take note of a size, before textual does, and say so where nothing can be shown at it."""
        self.room = size
        across, down = self.HORIZONTAL_BREAKPOINTS, self.VERTICAL_BREAKPOINTS
        reached = (
            max(step for step in across if step[0] <= size.width),
            max(step for step in down if step[0] <= size.height),
        )
        self.update_classes({step[1]: step in reached for step in (*across, *down)}, animate=False)
        small = size.width < LEAST.width or size.height < LEAST.height
        self.set_class(small, "-small")
        if small:
            larger = self.say("Please make the window larger: {width} x {height}.", **LEAST._asdict())
            self.query_one("#small", Pane).show([Para((Run(larger),))])

    def resized(self) -> None:
        """Adapt to another size."""

    @property
    def is_wide(self) -> bool:
        """Whether there is room for two parts side by side."""
        return self.has_class("-wide") or self.has_class("-vast")

    def show_anew(self) -> None:
        """Show what the mode has to show now; while the program leaves, a screen may have lost its parts already."""
        if self._is_there and self.is_running and self.query("#head"):
            if self._told_at is not self.mode.moment:
                self.tell("")
            self.show()
            self.show_foot()

    def show(self) -> None:
        """Fill head and body."""
        raise NotImplementedError

    def head(self, left: Line, *right: Line) -> None:
        """Show other words at the head."""
        self.query_one("#head", Bar).show(left, *right)

    def one_pane(self, *, typed: bool = False) -> ComposeResult:
        """Compose a body that is one text or list, and a rule that says how much there is below.

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

    async def on_bar_clicked(self, event: Bar.Clicked) -> None:
        """Read on where a rule says that there is more below."""
        event.stop()
        if event.bar.id == "more" and event.key:
            self.query_one("#pane", Pane).action_page(1)

    def tell(self, words: str, role: str = "good") -> None:
        """Say something above the foot until the next step; nothing pops up or vanishes by itself."""
        self._told_at = self.mode.moment
        note = self.query_one("#note", Pane)
        note.show([Para((Run(words, role),))])
        note.display = bool(words)

    def warn(self, message: Message, hint: Message | None = None) -> None:
        """Say above the foot what could not be done, and what to do about it."""
        self.tell(" ".join(self.say.tell(words) for words in (message, hint) if words is not None), "warn")

    def complain(self, trouble: Trouble) -> None:
        """Say what went wrong."""
        self.warn(trouble.message, trouble.hint)

    def hand_back(self, take: Callable[..., None], *found: object) -> None:
        """Call something of this screen from a thread, unless somebody has closed the screen meanwhile."""

        def take_if_here() -> None:
            if self in self.app.screen_stack:
                take(*found)

        self.app.call_from_thread(take_if_here)

    def on_pane_chosen(self, event: Pane.Chosen) -> None:
        """Do what the chosen item stands for, unless something else is on top by now."""
        event.stop()
        if self.is_current:
            self.choose(event.item)

    def choose(self, item: Hashable) -> None:
        """Do what an item stands for."""

    def take_typed(self) -> None:
        """Keep what was typed and not taken yet, before another screen comes or the program is left."""

    def ask(
        self,
        question: Line,
        take: Callable[[str], None],
        *,
        hint: str = "",
        value: str = "",
        is_past: bool = False,
    ) -> None:
        """Ask for a line. `take` raises Trouble where it cannot take it, and the person may mend it.

        Args:
            question: the question.
            take: called with what was typed; raises Trouble to ask again.
            hint: what to type.
            value: what stands in the line at first.
            is_past: the value is one of before; the next letter takes its place.
        """
        from debttree.tui.kit.dialogs.ask import Ask

        self.app.push_screen(Ask(self.say, question, take, hint=hint, value=value, is_past=is_past))

    def write(
        self, question: Line, take: Callable[[NoteText], None], *, hint: str = "", value: NoteText = NOTHING
    ) -> None:
        """Ask for a few lines; whatever closes the field keeps what stands in it.

        Args:
            question: what is written about.
            take: called with what was written; raises Trouble to ask again.
            hint: what becomes of it.
            value: what stands there at first.
        """
        from debttree.tui.kit.dialogs.write import Write

        self.app.push_screen(Write(self.say, question, take, value, hint))

    def confirm(
        self,
        question: Iterable[Block],
        yes: str,
        no: str,
        then: Callable[[], None],
    ) -> None:
        """Ask before something that the program cannot undo, and do it after a yes.

        Args:
            question: the question.
            yes: the words for yes.
            no: the words for no.
            then: called after a yes.
        """
        from debttree.tui.kit.dialogs.options import NO, YES

        self.choose_one(question, [(YES, yes), (NO, no)], lambda said: then() if said == YES else None)

    def choose_one(
        self, question: Iterable[Block], answers: Sequence[tuple[str, str]], take: Callable[[str], None]
    ) -> None:
        """Ask a question with a few answers; Esc answers nothing.

        Args:
            question: the question.
            answers: the value and the words of each answer; the last one changes nothing.
            take: called with the value of the one chosen.
        """
        from debttree.tui.kit.dialogs.options import Options

        asked = Options(self.say, question, answers)
        self.app.push_screen(asked, lambda answer: take(answer) if answer is not None else None)

    def action_next_part(self, by: int) -> None:
        """To the next part of the screen, or the one before."""
        if by > 0:
            self.focus_next()
        else:
            self.focus_previous()

    def show_foot(self) -> None:
        """Show the keys that matter here, in the reader's language and with the reader's keys."""
        self.query_one(Foot).show(self.hints())

    def hints(self) -> Sequence[Hint]:
        """Return the hints of the foot, the most needed first."""
        ranks = {**self.mode.ranks, **self.ranks}
        ranked = [(ranks.get(action.id, action.foot), action) for action in actions_in(*self.works)]
        offered = sorted((pair for pair in ranked if pair[0]), key=lambda pair: pair[0])
        return [
            Hint(keys_of(action, 1), self.say.tell(action.label), action.run, action.id in self.stays)
            for action in with_keys((action for _, action in offered), self.mode.keymap)
        ]

    def choosing(self, label: str) -> Hint:
        """Return the hint of what Enter does here."""
        return Hint(self.key(Scope.LIST, "choose"), label, action_called(Scope.LIST, "choose").run)

    def key(self, scope: Scope, name: str, liked: str = "") -> str:
        """Return a key of an action, as it is shown.

        Args:
            scope: where the action works.
            name: its id.
            liked: the key that is named where it is one of them; else the first.
        """
        return shown_key(scope, name, self.mode.keymap, liked)

    async def on_foot_pressed(self, event: Foot.Pressed) -> None:
        """Do what the key would have done."""
        event.stop()
        for node in (self.focused, self, self.app):
            if isinstance(node, Widget) and await self.app.run_action(event.run, node):
                return
        await self.app.run_action(event.run, self.app)


class OnePane(Framed):
    """A screen that is one text or list."""

    top: ClassVar[tuple[Block, ...]] = ()
    """What stands above all that."""

    def body(self) -> ComposeResult:
        """Compose the text or list."""
        yield from self.one_pane()

    def heading(self) -> str:
        """Return what stands at the head."""
        raise NotImplementedError

    def blocks(self) -> Iterable[Block]:
        """Return what the pane shows."""
        raise NotImplementedError

    def show(self) -> None:
        """Show the title, and the blocks at the place that was in view."""
        self.head((Run(self.heading(), "title"),))
        pane = self.query_one("#pane", Pane)
        blocks = chain(self.top, self.blocks())
        if pane.length:
            pane.update(blocks)
        else:
            pane.show(blocks)
        pane.focus(scroll_visible=False)


class Numbered(OnePane):
    """One list; a digit takes the entry of that number."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Scope.NUMBERED)]
    scopes = (Scope.NUMBERED, Scope.LIST)

    def action_choose_number(self, digit: int) -> None:
        """Take the entry of that number."""
        items = self.query_one("#pane", Pane).items
        if digit <= len(items):
            self.choose(items[digit - 1])

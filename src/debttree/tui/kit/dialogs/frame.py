"""The base of all full screens: a head, a foot with the most useful keys, and a line for messages."""

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
from debttree.tui.kit.one_frame import until_asked_for_a_paint
from debttree.tui.kit.page import Block, Line, Para, Run
from debttree.tui.kit.widgets.bar import Bar
from debttree.tui.kit.widgets.foot import Foot, Hint
from debttree.tui.kit.widgets.kept import Kept
from debttree.tui.kit.widgets.more_below import more_below
from debttree.tui.kit.widgets.pane import Pane

LEAST = Size(30, 8)
"""The smallest screen, in columns and rows, that can show a node and a choice."""


NOT_WHILE_TYPING = {
    action.id: 0 for action in actions_in(Scope.EXPLORER, Scope.EVERYWHERE) if action.id != "close"
}
"""Ranks that hide the mode's actions from the foot while letters are typed into a field."""


class Host(Protocol):
    """The part of a mode that its screens use."""

    @property
    def say(self) -> Phrases:
        """Sentences of the program, in the language of the screens."""

    @property
    def keymap(self) -> Keymap:
        """The person's own keys."""

    @property
    def moment(self) -> object:
        """A message above the foot stays until this is another object."""

    @property
    def scopes(self) -> tuple[Scope, ...]:
        """The scopes whose actions work on all screens of the mode."""

    @property
    def ranks(self) -> Mapping[str, int]:
        """Other ranks in the foot for some actions."""


class Framed(Screen[None], Kept):
    """A full screen with head and foot. It is shown anew whenever the data of its mode changes."""

    DEFAULT_CSS = """
    Framed > #note { height: auto; max-height: 30%; padding: 0 1; }
    Framed > #pane { padding: 0 1; }
    /* Above the others: a rule that hides them would lose against those that a screen shows by itself. */
    Framed { layers: default small; }
    Framed > #small { display: none; layer: small; height: 100%; }
    Framed.-small > #small { display: block; }
    """
    ESCAPE_TO_MINIMIZE = False

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-normal"), (104, "-wide"), (150, "-vast")]  # noqa: RUF012 - as textual has it
    VERTICAL_BREAKPOINTS = [(0, "-short"), (20, "-tall"), (30, "-high")]  # noqa: RUF012 - the same

    scopes: ClassVar[tuple[Scope, ...]] = (Scope.LIST,)
    """Scopes whose actions work here besides those of the mode. The help begins with them, and the foot shows the
    best."""

    ranks: ClassVar[Mapping[str, int]] = {}
    """Other ranks in the foot for some actions; 0: the foot of this screen does not show it."""

    lasts: ClassVar[bool] = False
    """Whether another screen opens above it, and closing that one leads back here; else it takes its place."""

    stays: ClassVar[frozenset[str]] = frozenset()
    """Actions that the foot shows however narrow it is."""

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
        """Return a new screen, opened by an action.

        Args:
            below: the screen that was on top.
            given: further arguments of the screen.
        """
        return cls(below.mode, *given)

    @property
    def works(self) -> tuple[Scope, ...]:
        """All scopes whose actions work here."""
        return (*self.scopes, *self.mode.scopes)

    @property
    def say(self) -> Phrases:
        """Sentences of the program, in the language of the screen."""
        return self.mode.say

    def compose(self) -> ComposeResult:
        """Take the size of the terminal, before there are widgets to style anew for it; compose head, body and foot."""
        self._take_size(self.app.size)
        yield Bar(id="head")
        yield from self.body()
        yield Pane(id="note", focusable=False)
        yield Foot(id="foot")
        yield Pane(id="small", focusable=False)

    def body(self) -> ComposeResult:
        """Compose the widgets between head and foot."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """Show everything before the first paint."""
        self.tell("")
        self._say_if_small()
        self._is_there = True
        self.show_anew()

    def on_resize(self, event: events.Resize) -> None:
        """Arrange everything anew if the size has changed."""
        if event.size != self.room:
            self._take_size(event.size)
            self._say_if_small()
            self.resized()

    def _take_size(self, size: Size) -> None:
        """Take a new size before textual does."""
        self.room = size
        across, down = self.HORIZONTAL_BREAKPOINTS, self.VERTICAL_BREAKPOINTS
        reached = (
            max(step for step in across if step[0] <= size.width),
            max(step for step in down if step[0] <= size.height),
        )
        self.update_classes({step[1]: step in reached for step in (*across, *down)}, animate=False)
        self.set_class(size.width < LEAST.width or size.height < LEAST.height, "-small")

    def _say_if_small(self) -> None:
        """Show a message if the screen is too small."""
        if self.has_class("-small"):
            larger = self.say("Please make the window larger: {width} x {height}.", **LEAST._asdict())
            self.query_one("#small", Pane).show([Para((Run(larger),))])

    def resized(self) -> None:
        """Adapt to a new size."""

    @property
    def is_wide(self) -> bool:
        """Whether there is room for two parts side by side."""
        return self.has_class("-wide") or self.has_class("-vast")

    def show_anew(self) -> None:
        """Show the mode's data anew, unless the program is ending and widgets are gone already."""
        if self._is_there and self.is_running and self.query("#head"):
            if self._told_at is not self.mode.moment:
                self.tell("")
            self.show()
            self.show_foot()
            self.call_later(until_asked_for_a_paint)

    def show(self) -> None:
        """Fill head and body."""
        raise NotImplementedError

    def head(self, left: Line, *right: Line) -> None:
        """Set the words of the head."""
        self.query_one("#head", Bar).show(left, *right)

    def one_pane(self, *, typed: bool = False) -> ComposeResult:
        """Compose a body of one pane, and a rule that says how much is below.

        Args:
            typed: whether keys go to an input line, which moves the cursor of the list.
        """
        yield Pane(id="pane", focusable=not typed, pointed=typed)
        yield Bar(id="more", fill="─")

    def on_pane_scrolled(self, event: Pane.Scrolled) -> None:
        """Show how much is below."""
        event.stop()
        if event.pane.id == "pane":
            self.query_one("#more", Bar).show((), more_below(self.say, event.pane))

    async def on_bar_clicked(self, event: Bar.Clicked) -> None:
        """Scroll on after a click on a rule that says there is more below."""
        event.stop()
        if event.bar.id == "more" and event.key:
            self.query_one("#pane", Pane).action_page(1)

    def tell(self, words: str, role: str = "good") -> None:
        """Show a message above the foot until the next step. Messages never pop up or vanish by themselves."""
        self._told_at = self.mode.moment
        note = self.query_one("#note", Pane)
        note.display = bool(words)
        if words:
            note.show([Para((Run(words, role),))])

    def warn(self, message: Message, hint: Message | None = None) -> None:
        """Show above the foot what could not be done, and a hint."""
        self.tell(self.say.told(message, hint), "warn")

    def complain(self, trouble: Trouble) -> None:
        """Show what went wrong."""
        self.warn(trouble.message, trouble.hint)

    def hand_back(self, take: Callable[..., None], *found: object) -> None:
        """Call a method of this screen from a thread, unless the screen has been closed meanwhile."""

        def take_if_here() -> None:
            if self in self.app.screen_stack:
                take(*found)

        self.app.call_from_thread(take_if_here)

    def on_pane_chosen(self, event: Pane.Chosen) -> None:
        """Act on the chosen item, unless another screen is on top by now."""
        event.stop()
        if self.is_current:
            self.choose(event.item)

    def choose(self, item: Hashable) -> None:
        """Act on an item."""

    def take_typed(self) -> None:
        """Keep typed text that has not been used yet, before another screen opens or the program ends."""

    def ask(
        self,
        question: Line,
        take: Callable[[str], None],
        *,
        hint: str = "",
        value: str = "",
        is_past: bool = False,
    ) -> None:
        """Ask for a line in a dialog.

        Args:
            question: the question.
            take: called with the typed text; raises Trouble to ask again.
            hint: what to type.
            value: what stands in the line at first.
            is_past: whether the value is an earlier answer, which the next letter typed replaces.
        """
        from debttree.tui.kit.dialogs.ask import Ask

        self.app.push_screen(Ask(self.say, question, take, hint=hint, value=value, is_past=is_past))

    def write(
        self, question: Line, take: Callable[[NoteText], None], *, hint: str = "", value: NoteText = NOTHING
    ) -> None:
        """Ask for some lines in a dialog; however it is closed, the text is kept.

        Args:
            question: says what to write about.
            take: called with the text; raises Trouble to ask again.
            hint: says what the text is used for.
            value: the initial text.
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
        """Ask a yes-no question before something that the program cannot undo, and do it after a yes.

        Args:
            question: the question.
            yes: the words of the answer yes.
            no: the words of the answer no.
            then: called after a yes.
        """
        from debttree.tui.kit.dialogs.options import NO, YES

        self.choose_one(question, [(YES, yes), (NO, no)], lambda said: then() if said == YES else None)

    def choose_one(
        self, question: Iterable[Block], answers: Sequence[tuple[str, str]], take: Callable[[str], None]
    ) -> None:
        """Ask a question with a few answers; Esc gives none.

        Args:
            question: the question.
            answers: the value and the words of each answer; the last one changes nothing.
            take: called with the value of the one chosen.
        """
        from debttree.tui.kit.dialogs.options import Options

        asked = Options(self.say, question, answers)
        self.app.push_screen(asked, lambda answer: take(answer) if answer is not None else None)

    def action_next_part(self, by: int) -> None:
        """Move the focus to the next part of the screen, or the previous one."""
        if by > 0:
            self.focus_next()
        else:
            self.focus_previous()

    def show_foot(self) -> None:
        """Show the most useful keys here, in the reader's language and with the reader's own keys."""
        self.query_one(Foot).show(self.hints())

    def hints(self) -> Sequence[Hint]:
        """Return the hints of the foot, the most useful first."""
        ranks = {**self.mode.ranks, **self.ranks}
        ranked = [(ranks.get(action.id, action.foot), action) for action in actions_in(*self.works)]
        offered = sorted((pair for pair in ranked if pair[0]), key=lambda pair: pair[0])
        return [
            Hint(keys_of(action, 1), self.say.tell(action.label), action.run, action.id in self.stays)
            for action in with_keys((action for _, action in offered), self.mode.keymap)
        ]

    def choosing(self, label: str) -> Hint:
        """Return the hint that says what Enter does here."""
        return Hint(self.key(Scope.LIST, "choose"), label, action_called(Scope.LIST, "choose").run)

    def key(self, scope: Scope, name: str, liked: str = "") -> str:
        """Return a key of an action, as it is shown.

        Args:
            scope: where the action works.
            name: its id.
            liked: the key to return if the action has it; else the first one.
        """
        return shown_key(scope, name, self.mode.keymap, liked)

    async def on_foot_pressed(self, event: Foot.Pressed) -> None:
        """Do what the key of the clicked hint does."""
        event.stop()
        for node in (self.focused, self, self.app):
            if isinstance(node, Widget) and await self.app.run_action(event.run, node):
                return
        await self.app.run_action(event.run, self.app)


class OnePane(Framed):
    """A screen of one pane, which holds a text or a list."""

    top: ClassVar[tuple[Block, ...]] = ()
    """Blocks that stand above the others."""

    def body(self) -> ComposeResult:
        """Compose the text or list."""
        yield from self.one_pane()

    def heading(self) -> str:
        """Return the words of the head."""
        raise NotImplementedError

    def blocks(self) -> Iterable[Block]:
        """Return the blocks that the pane shows."""
        raise NotImplementedError

    def show(self) -> None:
        """Show heading and blocks; the scroll position stays."""
        self.head((Run(self.heading(), "title"),))
        pane = self.query_one("#pane", Pane)
        pane.fill(chain(self.top, self.blocks()), keep_place=bool(pane.length))
        pane.focus(scroll_visible=False)


class Numbered(OnePane):
    """A list whose entries can be chosen by a digit."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Scope.NUMBERED)]
    scopes = (Scope.NUMBERED, Scope.LIST)

    def action_choose_number(self, digit: int) -> None:
        """Choose the entry with that number."""
        items = self.query_one("#pane", Pane).items
        if digit <= len(items):
            self.choose(items[digit - 1])

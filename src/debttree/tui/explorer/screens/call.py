"""The screen for a phone call: one thing to say or ask at a time, with a field for each answer.

Typed text is kept before anything else is done, so that no wrong key loses it.
"""

import datetime as dt
from collections.abc import Hashable, Iterable
from typing import ClassVar, Self

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Input

from debttree.journey import Call
from debttree.journey.calls import Ending, call_to_go_on_with, ending
from debttree.model import msg
from debttree.tui.explorer.items import Choose, NoAnswerYet
from debttree.tui.explorer.screens.sheet import NumberedSheet, Sheet, Walking
from debttree.tui.explorer.views import call as view
from debttree.tui.kit import safe
from debttree.tui.kit.actions import Scope, bindings
from debttree.tui.kit.dialogs.ask import NOTED_AT_MOST
from debttree.tui.kit.dialogs.frame import NOT_WHILE_TYPING, Framed
from debttree.tui.kit.page import Block, Run
from debttree.tui.kit.soon import KEPT_AFTER, Soon
from debttree.tui.kit.widgets.bar import Bar
from debttree.tui.kit.widgets.line_input import LineInput, lines_of
from debttree.tui.kit.widgets.pane import Pane

_NUMBERS = 5
"""Most lines for phone numbers; in a low window there is one."""


class _Field(LineInput):
    """The field for an answer. While it is empty, left and right arrows move to the next and previous thing."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Return False for arrows while the field is empty, so that the screen handles them."""
        return bool(self.value) or action not in ("cursor_left", "cursor_right")


class CallSheet(Sheet):
    """The things to say, ask and write, one at a time."""

    DEFAULT_CSS = """
    CallSheet > #ring { height: auto; padding: 0 1; }
    CallSheet > #stage { height: 1fr; padding: 1 3 0 3; }
    CallSheet #script { height: auto; max-height: 60%; }
    CallSheet.-said #script { max-height: 100%; }
    CallSheet #field { height: 1; padding: 0; border: none; background: $raised; color: $words; }
    CallSheet #field:focus { border: none; }
    CallSheet.-said #field { display: none; }
    CallSheet #known { height: 1fr; margin: 1 0 0 0; }
    CallSheet > #reminder { height: auto; max-height: 3; padding: 0 1; }
    CallSheet.-short > #stage { padding: 0 1; }
    CallSheet.-short > #next { display: none; }
    CallSheet.-short #known { margin: 0; }
    CallSheet.-short #script { max-height: 70%; }
    CallSheet.-short > #reminder { max-height: 2; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Scope.CALL)]
    AUTO_FOCUS = ""
    lasts = True
    scopes = (Scope.CALL,)
    ranks: ClassVar = {
        **NOT_WHILE_TYPING,
        "close": 0,
        "hang-up": 0,
    }  # its key stands in the line of the answers
    stays = frozenset({"walk-on", "leave-call"})

    def __init__(self, explorer: Walking) -> None:
        super().__init__(explorer)
        self._at = self.scene.journey.at
        self._pointed: str | None = None
        """The choice that hanging up takes, where it leads to an answer."""
        self._call = call_to_go_on_with(self.scene.journey.calls, self._at, self._now)
        last = self._call.answers[-1].item if self._call.answers else None
        items = [cue.item for cue in view.cues(self.scene)]
        self._place = items.index(last) if last in items else 0
        self._typed_at = self._now
        self._soon = Soon(self, KEPT_AFTER, self.keep_while_typing)

    @classmethod
    def opened_from(cls, below: Framed, *given: str) -> Self:
        """Return a new screen, for the choice under the cursor.

        Args:
            below: the screen that was on top.
            given: not used.
        """
        opened = super().opened_from(below, *given)
        if isinstance(below, Sheet):
            opened._pointed = below.pointed_choice
        return opened

    @property
    def _now(self) -> dt.datetime:
        return self.explorer.clock.now()

    @property
    def _cue(self) -> view.Cue:
        return view.cues(self.scene)[self._place]

    @property
    def _field(self) -> LineInput:
        return self.query_one(LineInput)

    def body(self) -> ComposeResult:
        """Compose the contacts, the thing to say, the field, and the reminder."""
        yield Pane(id="ring", focusable=False)
        with Vertical(id="stage"):
            yield Pane(id="script", focusable=False, rest=lambda lines: view.out_of_sight(self.scene, lines))
            yield _Field(limit=NOTED_AT_MOST, lines=True, id="field")
            yield Pane(id="known", focusable=False)
        yield Bar(id="next", fill="─")
        yield Pane(id="reminder", focusable=False)
        yield Bar(id="answers")

    def on_mount(self) -> None:
        """Show the first thing, or the one at which the call was left."""
        super().on_mount()
        self._load()

    def resized(self) -> None:
        """Show more or less around the present thing."""
        self.show()

    def show(self) -> None:
        """Show the present thing; close the screen if the journey has moved on."""
        scene = self.scene
        if scene.journey.at != self._at:
            if self.is_current:
                self.app.call_later(self.explorer.close_all)
            return
        cues, say = view.cues(scene), self.say
        cue = cues[self._place]
        title = say("On the phone: {title}", title=scene.name(scene.node.title))
        place = say("{n} of {count}", n=self._place + 1, count=len(cues))
        self.head((Run(title, "title"),), (Run(place, "dim"),))
        ring = self.query_one("#ring", Pane)
        to_ring = view.contacts(scene, self.room.width - 2, 1 if self.has_class("-short") else _NUMBERS)
        ring.show(to_ring)
        ring.display = bool(to_ring)
        self.set_class(not cue.typed, "-said")
        self.query_one("#script", Pane).update(view.spoken(scene, cue, short=self.has_class("-short")))
        self._field.placeholder = say("Type it here; Enter keeps it")
        self.query_one("#known", Pane).show(view.known(scene, self._call, cue))
        self.query_one("#reminder", Pane).show(view.reminder(scene))
        following = cues[self._place + 1] if self._place + 1 < len(cues) else None
        self.query_one("#next", Bar).show((Run("── ", "rule"), *view.next_cue(scene, following), Run(" ")))
        found = ending(scene.tree, self._at, self._pointed)
        self.query_one("#answers", Bar).show(
            view.answers_in_line(scene, found, self.key(Scope.CALL, "hang-up"))
        )

    def _load(self) -> None:
        """Put the earlier answer into the field, and focus it."""
        cue = self._cue
        answer = self._call.answer(cue.item)
        self._field.put(answer.text if answer is not None else "")
        self.set_focus(self._field if cue.typed else None, scroll_visible=False)

    def take_typed(self) -> None:
        """Keep the text in the field, with the time at which it was typed."""
        if self.scene.journey.at != self._at or not (cue := self._cue).typed:
            return
        before = self._call
        text = lines_of(safe.typed(self._field.value, NOTED_AT_MOST))
        self._call = before.answered(cue.item, text, self._typed_at)
        if self._call != before:
            self.explorer.walked(self.scene.journey.called(self._call))
        was = before.answer(cue.item)
        if was is not None and not text:
            self.tell(self.say("Taken away: {text}", text=was.text))

    def _walk_to(self, place: int) -> None:
        self.take_typed()
        self._place = min(max(place, 0), len(view.cues(self.scene)) - 1)
        self.query_one("#script", Pane).scroll_home(animate=False)
        self.show()
        self._load()

    def action_walk(self, by: int) -> None:
        """Move to the next or previous thing, after scrolling through the lines of this one that are out of view."""
        script = self.query_one("#script", Pane)
        if script.below if by > 0 else script.scroll_offset.y:
            script.scroll_relative(y=by, animate=False)
        else:
            self._walk_to(self._place + by)

    def action_hang_up(self) -> None:
        """Ask for the result of the call."""
        self.take_typed()
        self.app.push_screen(HangUp(self.explorer, self._call, self._pointed))

    def action_leave_call(self) -> None:
        """Close; typed text is kept, and a message says so."""
        self.take_typed()
        self.explorer.action_close()
        below = self.app.screen
        if self._call.answers and isinstance(below, Framed) and not self.scene.private:
            below.tell(self.say("What you typed is saved."))

    def on_key(self, event: events.Key) -> None:
        """Put text typed at a thing without a field into the field for whatever else was said."""
        character = event.character
        if self.focused is None and event.is_printable and character and not character.isspace():
            event.stop()
            event.prevent_default()
            self._walk_to(len(view.cues(self.scene)))
            self._field.insert_text_at_cursor(character)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Record the time of typing, and save the text soon."""
        event.stop()
        self._typed_at = self._now
        self._soon.wish()

    def keep_while_typing(self) -> None:
        """Keep what stands in the field; an empty one may be on its way to other words."""
        if self._field.value.strip():
            self.take_typed()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Move to the next thing."""
        event.stop()
        self._walk_to(self._place + 1)

    def on_click(self) -> None:
        """Focus the field again after a click outside of it."""
        if self._cue.typed:
            self._field.focus(scroll_visible=False)

    async def on_bar_clicked(self, event: Bar.Clicked) -> None:
        """Hang up after a click on the words for that."""
        event.stop()
        if event.bar.id == "answers":
            self.action_hang_up()


class HangUp(NumberedSheet):
    """Asks for the result of a call: each answer takes the next step.

    Args:
        explorer: the mode that it belongs to.
        call: the call with its answers.
        pointed: the choice that is taken first, if it leads to a chance node.
    """

    def __init__(self, explorer: Walking, call: Call, pointed: str | None) -> None:
        super().__init__(explorer)
        self._call = call
        self._ending = ending(self.scene.tree, call.node, pointed)

    def heading(self) -> str:
        """Return the question."""
        return self.say("What came of the call?")

    def blocks(self) -> Iterable[Block]:
        """Return the answers."""
        return view.answers(self.scene, self._ending, self.key(Scope.MAIN, "back"))

    def choose(self, item: Hashable) -> None:
        """End the call, and take its steps."""
        journey, now = self.scene.journey, self.explorer.clock.now()
        match item:
            case Choose(name) if self._ending is not None:
                self._take(self._ending, name, now)
            case NoAnswerYet():
                if self._call.answers:
                    self.change(journey.called(self._call.hung_up(now)))
                self.explorer.close_all()

    def _take(self, found: Ending, answer: str, now: dt.datetime) -> None:
        """Take the choice that leads to the chance node, if there is one, and the answer; record the result."""
        tree, taken = self.scene.tree, found.node.choice(answer)
        came = self.scene.name(taken.label) if taken else ""
        journey = self.scene.journey.called(self._call.hung_up(now, came))
        back = self.key(Scope.MAIN, "back")
        said = msg("The call is noted. {key} takes the step back.", key=back)
        if found.choice is not None:
            journey = journey.take(tree, found.choice.id)
            said = msg("The call is noted. {key} pressed twice takes both steps back.", key=back)
        self.change(journey.take(tree, answer), said)
        self.explorer.close_all()

"""The explorer: the app that holds the scene, keeps the journey, and opens screens."""

import datetime as dt
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import BindingType
from textual.reactive import reactive

from debttree.analysis import Prospects
from debttree.export import Format
from debttree.journey import Journey, Opened, Shelf, begin
from debttree.locales import other_language
from debttree.model import Clock, Message, Trouble, msg
from debttree.tui.explorer.items import AVOID, DATE, TICK
from debttree.tui.explorer.scene import Scene
from debttree.tui.explorer.screens.main import Main
from debttree.tui.explorer.screens.sheet import Sheet
from debttree.tui.explorer.views.journeys import journey_name
from debttree.tui.kit.actions import Where, bindings
from debttree.tui.kit.latest import PATIENCE, Keeping, Save
from debttree.tui.kit.page import Para, Run
from debttree.tui.kit.program import Program
from debttree.tui.kit.settings import Settings
from debttree.tui.kit.widgets.pane import Pane

if TYPE_CHECKING:
    from debttree.analysis.tree_index import TreeIndex


class Explorer(Program):
    """Shows one tree and one journey in it."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.EVERYWHERE)]

    # Textual wants a default, and gets one that nobody sees: the scene is there before the app runs.
    scene: reactive[Scene] = reactive[Scene](lambda: None, repaint=False)  # type: ignore[arg-type,return-value]

    def __init__(
        self,
        scene: Scene,
        keep: Save,
        settings: Settings | None = None,
        opened: Opened | None = None,
        notice: Message | None = None,
        shelf: Shelf | None = None,
        clock: Clock | None = None,
    ) -> None:
        settings = settings or Settings()
        super().__init__(settings, clock or Clock.standing(scene.today))
        self.shelf = shelf
        """The journeys that are kept; None where none can be turned to."""
        self._came_with = scene.journey
        """The journey as it was when the app turned to it."""
        self.summary_format = Format.TXT
        """In which a summary was looked at last."""
        self._warnings = settings.warnings
        self.set_reactive(Explorer.scene, scene)
        self._keeping = Keeping(keep)
        self._thinking = False
        self._opened = opened
        self._notice = notice
        self.wants_editor = False
        """Whether the app has ended because the person wants to edit the node where they stand."""
        self._atlas: TreeIndex | None = None

    @property
    def atlas(self) -> "TreeIndex":
        """What map, outline and search know about the tree."""
        from debttree.analysis.tree_index import TreeIndex  # the first paint needs none of it

        if self._atlas is None or self._atlas.tree is not self.scene.tree:
            self._atlas = TreeIndex(self.scene.tree)
        return self._atlas

    def get_default_screen(self) -> Sheet:
        """The main screen is there from the start."""
        return Main()

    def on_mount(self) -> None:
        """Think about the prospects once something is on the screen."""
        from debttree.tui.explorer.screens.welcome import Welcome

        self.call_after_refresh(self._begin_to_think)
        resumed = self._opened.resumed if self._opened else None
        notices = self._opened.notices if self._opened else ()
        if resumed is not None:
            self.open(Welcome(resumed, notices))
            notices = ()
        own = (self._notice,) if self._notice is not None else ()
        if told := (*notices, *self._warnings, *own):
            self.call_after_refresh(self._tell, *told)

    def _begin_to_think(self) -> None:
        """Once: after the first paint, or when a screen is opened before that was noticed."""
        if not self._thinking:
            self._thinking = True
            self.think(self.atlas)

    @work(thread=True, exclusive=True, group="prospects", exit_on_error=True)
    def think(self, index: "TreeIndex") -> None:
        """Find the prospects of the tree, then make its graph for map and outline, while keys are heard."""
        prospects = Prospects.of(self.scene.tree)
        prospects.prepare_marks()
        self.call_from_thread(self._know, prospects)
        index.prepare()

    def dawn(self, today: dt.date) -> None:
        """Show everything as of another day."""
        self.scene = replace(self.scene, today=today)

    def _know(self, prospects: Prospects) -> None:
        self.scene = replace(self.scene, prospects=prospects)

    def on_sheet_walked(self, event: Sheet.Walked) -> None:
        """A screen changed the journey."""
        event.stop()
        self.walked(event.journey)

    def walked(self, journey: Journey) -> None:
        """Show the journey as it is now, once it is kept.

        What will be shown is worked out while it is being saved, and painted only after this has returned.
        """
        if journey is not self.scene.journey:
            saving = self._keeping.put(journey, self.scene.language)
            fallen = len(journey.fallen) if journey.fallen != self.scene.journey.fallen else 0
            self.scene = replace(self.scene, journey=journey, before=self.scene.journey)
            if fallen:
                self._tell(
                    msg("Later answers that are off your way now: {n}. None is lost: w shows them.", n=fallen)
                )
            for notice in self._kept(saving):
                self._tell(notice)

    def _kept(self, saving: Future[list[Message]]) -> list[Message]:
        """Wait until a journey is saved, but not for a very slow disk; what the person must know."""
        try:
            return saving.result(PATIENCE)
        except TimeoutError:
            saving.add_done_callback(self._kept_late)
            return [msg("The disk is slow: this step is not saved yet.")]

    def _kept_late(self, saving: Future[list[Message]]) -> None:
        """Say how it went with a step that was shown before it was saved; called in the thread that saved it."""
        notices = saving.result() or [msg("Your steps are saved now.")]
        with suppress(RuntimeError):  # the app has ended meanwhile
            for notice in notices:
                self.call_later(self._tell, notice)

    def keep_last(self) -> list[Message]:
        """Save the journey as it stands; what the person must know."""
        return self._keeping.put(self.scene.journey, self.scene.language).result()

    def _tell(self, *messages: Message) -> None:
        self.main.tell(" ".join(map(self.scene.say.tell, messages)), "warn")

    def begin_anew(self) -> None:
        """Leave the saved journey as it is and begin another."""
        if self._opened is not None:
            self._opened.keeper.begin_anew()
        self.scene = replace(self.scene, journey=begin(self.scene.tree), before=None)

    @property
    def has_moved(self) -> bool:
        """Whether there is anything about the journey that was not there when the app turned to it."""
        return self.scene.journey is not self._came_with

    def turn(self, shelf: Shelf, to: Callable[[Shelf], Opened]) -> None:
        """Leave the journey, once all of it is kept, for another one.

        Raises:
            Trouble: the other one cannot be had, or this one cannot be kept and is not left for that.
        """
        if self.has_moved:
            for notice in self.keep_last():
                raise Trouble(notice)
        opened = to(shelf)
        self._opened, self._came_with = opened, opened.journey
        self.scene = replace(self.scene, journey=opened.journey, before=None, whose=shelf.own_name)
        for notice in opened.notices:
            self._tell(notice)

    def rename(self, shelf: Shelf, old: str, new: str) -> None:
        """Give a journey another name, once nothing of the present one waits to be saved.

        Raises:
            Trouble: the name is taken or cannot be one, or the disk refuses.
        """
        for notice in self._keeping.finish().result():
            self._tell(notice)
        shelf.rename(old, new)
        self.scene = replace(self.scene, whose=shelf.own_name)

    def open(self, sheet: Sheet) -> None:
        """Show a screen above the main one, in place of another that is there."""
        self._begin_to_think()  # what waits for a refresh of the main screen would wait until it is back
        if isinstance(self.screen, Main):
            self.push_screen(sheet)
        elif isinstance(self.screen, Sheet):
            self.switch_screen(sheet)

    def action_close(self) -> None:
        """Close what is on top; the main screen stays."""
        if len(self.screen_stack) > 1:
            self.pop_screen()

    def close_all(self) -> None:
        """Close everything above the main screen."""
        while len(self.screen_stack) > 1:
            self.pop_screen()

    def action_help(self) -> None:
        """Help for the screen that is open."""
        from debttree.tui.explorer.screens.help import Help

        screen = self.screen
        if isinstance(screen, Help):
            self.action_close()
        elif isinstance(screen, Sheet):
            self.open(Help(screen.where))

    def action_in_hand(self) -> None:
        """What to have in hand here."""
        from debttree.tui.explorer.screens.in_hand import InHand

        self.open(InHand())

    def action_prospects(self) -> None:
        """What lies ahead."""
        from debttree.tui.explorer.screens.prospects import ProspectsSheet

        self.open(ProspectsSheet())

    def action_map(self) -> None:
        """The map."""
        from debttree.tui.explorer.map.screen import MapSheet

        self.open(MapSheet(self._looking_at))

    def action_outline(self) -> None:
        """The outline."""
        from debttree.tui.explorer.screens.outline import OutlineSheet

        self.open(OutlineSheet(self._looking_at))

    def action_search(self) -> None:
        """The search."""
        from debttree.tui.explorer.screens.search import Search

        self.open(Search())

    @property
    def _looking_at(self) -> str | None:
        """The node that is looked at on map or outline, so that the one begins where the other was."""
        from debttree.tui.explorer.screens.overview import Overview

        return self.screen.looking_at if isinstance(self.screen, Overview) else None

    def action_compare(self) -> None:
        """Two choices side by side."""
        from debttree.tui.explorer.screens.compare import Compare

        self.open(Compare())

    def action_sources(self) -> None:
        """What this rests on."""
        from debttree.tui.explorer.screens.sources import Sources

        self.open(Sources())

    def action_way(self) -> None:
        """The way so far."""
        from debttree.tui.explorer.screens.way import Way

        self.open(Way())

    def action_urgent(self) -> None:
        """What comes before all else."""
        from debttree.tui.explorer.screens.urgent import Urgent

        self.open(Urgent())

    def action_edit(self) -> None:
        """End for the editor; whoever started the app opens it and comes back here."""
        self.wants_editor = True
        self.exit()

    def action_summary(self) -> None:
        """The summary of the way."""
        from debttree.tui.explorer.screens.summary import SummarySheet

        self.open(SummarySheet())

    def action_save_summary(self) -> None:
        """Save the summary at once, in the format last looked at, under a name that is free."""
        if not isinstance(self.screen, Sheet):
            return
        from debttree.tui.explorer.summary_file import taken_along

        scene = self.scene
        try:
            file = taken_along(scene, self.summary_format, self.clock.now())
        except Trouble as trouble:
            self.screen.tell(scene.say.tell(trouble.message), "warn")
        else:
            self.screen.tell(scene.say("Saved: {file}", file=str(file)))

    def action_journeys(self) -> None:
        """The journeys that are kept."""
        from debttree.tui.explorer.screens.journeys import Journeys

        self.open(Journeys())

    def action_next_journey(self) -> None:
        """Begin a journey for somebody else; the present one stays on the shelf."""
        from debttree.tui.kit.dialogs.ask import Ask

        say, shelf = self.scene.say, self.shelf
        if shelf is None or not shelf.keeps:
            self._ask_whether_to_drop()
            return

        def take(text: str) -> None:
            self.turn(shelf, lambda shelf: shelf.begin(journey_name(text) if text else ""))
            self.call_later(self.close_all)  # once the question has closed itself

        question = (Run(say("Whose journey is the next one? "), "strong"),)
        hint = say("A name by which you know it; empty: a number. This one is kept; J shows all.")
        self.push_screen(Ask(say, question, take, hint=hint))

    def _ask_whether_to_drop(self) -> None:
        from debttree.tui.kit.dialogs.confirm import Confirm

        say = self.scene.say

        def answered(yes: bool | None) -> None:
            if yes:
                self.close_all()
                self.scene = replace(self.scene, journey=begin(self.scene.tree), before=None)

        question = [Para((Run(say("Begin anew? Nothing of this way is kept."), "title"),))]
        self.push_screen(Confirm(say, question, say("Yes, begin anew"), say("No, stay here")), answered)

    def action_tick(self) -> None:
        """Tick what the cursor rests on, else show the checklist."""
        pane = self.focused
        if isinstance(pane, Pane) and (pane.item or "").startswith((TICK, DATE, AVOID)):
            pane.action_choose()
        else:
            self.action_in_hand()

    def action_note(self) -> None:
        """Write a note about where I stand; on the way, about the step that the cursor rests on."""
        from debttree.tui.kit.dialogs.ask import Ask

        scene, say = self.scene, self.scene.say
        node = self.screen.noted_node if isinstance(self.screen, Sheet) else scene.journey.at

        def take(text: str) -> None:
            if text:
                self.walked(scene.journey.noted(text, self.scene.today, node))

        question = (Run(say("Your note: "), "strong"), *scene.line(scene.tree.nodes[node].title))
        self.push_screen(Ask(say, question, take, lines=True))

    def action_palette(self) -> None:
        """Find anything by name."""
        from debttree.tui.explorer.screens.palette import Palette

        self.open(Palette())

    def action_language(self) -> None:
        """Chinese to English and back; the place stays."""
        self.speak(other_language(self.scene.language))

    def speak(self, language: str) -> None:
        """Show everything in a language."""
        self.scene = replace(self.scene, language=language)

    @property
    def main(self) -> Main:
        """The main screen, whatever is above it."""
        return next(screen for screen in self.screen_stack if isinstance(screen, Main))

    async def run_on_main(self, action: str) -> None:
        """Run an action of the main screen or of the app, as if its key had been pressed there."""
        if not await self.run_action(action, self.main):
            await self.run_action(action)

"""The explorer mode: it holds the scene, saves the journey, and opens screens."""

import datetime as dt
from collections.abc import Awaitable, Callable, Hashable, Iterator
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from debttree.export import Format
from debttree.journey import Item, Journey, Opened, Shelf, begin, dues, kept
from debttree.locales import Phrases, Speech
from debttree.model import Clock, Message, Tree, Trouble, msg
from debttree.tui.explorer.exits import Exits
from debttree.tui.explorer.fitting import fit_again
from debttree.tui.explorer.items import Avoid, Happened, Tick
from debttree.tui.explorer.next_person import next_person, others_kept
from debttree.tui.explorer.noting import change_note, write_note
from debttree.tui.explorer.rest import Coming, ReadAll
from debttree.tui.explorer.saving import Save, Saver, written
from debttree.tui.explorer.scene import Scene
from debttree.tui.explorer.screens.main import Main
from debttree.tui.explorer.screens.sheet import Sheet
from debttree.tui.kit.actions import Scope
from debttree.tui.kit.dialogs.frame import Framed
from debttree.tui.kit.in_thread import in_thread
from debttree.tui.kit.mode import Mode
from debttree.tui.kit.program import Program
from debttree.tui.kit.widgets.pane import Pane

if TYPE_CHECKING:
    from debttree.analysis import Prospects
    from debttree.analysis.tree_index import TreeIndex
    from debttree.export import Redaction
    from debttree.journey.desk import Guides, Person
    from debttree.tui.kit.entries import Entry


class Explorer(Mode):
    """The explorer of one tree with one journey.

    Args:
        keep: saves the journey; by itself it goes to the shelf.
        opened: how the journey came to be, where it was kept before.
        notices: what is said at the beginning.
        shelf: the journeys that are kept; None where none can be turned to.
        exits: what leads out of the explorer.
        rest: reads all of the tree, of which the scene has the first page; None: the scene has all of it.

    Attributes:
        summary_format: the format of the summary shown last.
        left_out: what is left out of summaries, such as notes.
    """

    scope = Scope.EXPLORER
    scopes = (Scope.EVERYWHERE, Scope.EXPLORER)

    def __init__(
        self,
        app: Program,
        scene: Scene,
        keep: Save | None = None,
        *,
        opened: Opened | None = None,
        notices: tuple[Message, ...] = (),
        shelf: Shelf | None = None,
        exits: Exits | None = None,
        rest: ReadAll | None = None,
    ) -> None:
        super().__init__(app)
        self.shelf = shelf
        self.summary_format = Format.HTML
        self.left_out: frozenset[Redaction] = frozenset()
        self._scene = scene
        self._keeps = keep is not None or (shelf is not None and shelf.keeps)
        self._came_with = scene.journey
        """The journey as it was when it was turned to."""
        self._saving = Saver(keep or self._save, self._kept_late)
        self._thinks = False
        self._opened = opened
        self._notices = notices
        self._exits = exits or Exits()
        self._tree_index: TreeIndex | None = None
        self._coming = Coming(app, rest, self._have_whole)

    def _save(self, journey: Journey, language: str) -> Message | None:
        return self.shelf.save(journey, language, self.clock.today) if self.shelf is not None else None

    @property
    def scene(self) -> Scene:
        """The scene that screens show."""
        return self._scene

    @scene.setter
    def scene(self, scene: Scene) -> None:
        self._scene = scene
        self.show()

    @property
    def clock(self) -> Clock:
        """The clock that the program was started with."""
        return self.app.clock

    @property
    def say(self) -> Phrases:
        """Sentences in the reader's language."""
        return self.scene.say

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that the tree promises."""
        return self.scene.tree.spoken

    @property
    def moment(self) -> object:
        """A message stays until the journey changes."""
        return self.scene.journey

    @property
    def tree_index(self) -> "TreeIndex":
        """The tree's index for map, outline and search."""
        from debttree.analysis.tree_index import TreeIndex  # the first paint needs none of it

        if self._tree_index is None or self._tree_index.tree is not self.scene.tree:
            self._tree_index = TreeIndex(self.scene.tree)
        return self._tree_index

    def main_screen(self) -> Main:
        """Return a new main screen."""
        return Main(self)

    @property
    def main(self) -> Main:
        """The main screen, even if others are above it."""
        return next(page for page in self.pages if isinstance(page, Main))

    def begin(self) -> None:
        """Compute the prospects after the first paint."""
        self.app.call_after_refresh(self._coming.begin if self._coming else self._begin_to_think)
        resumed = self._opened.resumed if self._opened else None
        notices = self._opened.notices if self._opened else ()
        if resumed is not None:
            from debttree.tui.explorer.screens.welcome import Welcome

            self.open(Welcome(self, resumed, notices))
            notices = ()
        others = others_kept(self._opened, self.main.key(Scope.EXPLORER, "journeys"))
        if told := (*notices, *self._notices, *others):
            self.app.call_after_refresh(self.tell, *told)

    def _begin_to_think(self) -> None:
        """Start to compute prospects, once: after the first paint, or when a screen is opened before that."""
        if not (self._thinks or self._coming):
            self._thinks = True
            in_thread(self.app, "prospects", self._think, self.tree_index, exclusive=True)

    def _think(self, index: "TreeIndex") -> None:
        """Compute the tree's prospects, then its graph for map and outline, in the background."""
        from debttree.tui.explorer.thinking import think  # nor this

        think(index, partial(self.app.call_from_thread, self._know))

    @property
    def is_whole(self) -> bool:
        """Whether the whole tree has been read."""
        return not self._coming

    async def until_whole(self) -> None:
        """Wait until the whole tree has been read, with a message."""
        await self._coming.wait(self.page)

    def _have_whole(self, tree: Tree) -> None:
        """Use the whole tree once it has been read."""
        if self.shelf is not None:
            self.shelf.tree = tree
        self.scene = replace(self.scene, tree=tree)
        self._begin_to_think()

    def dawn(self, today: dt.date) -> None:
        """Show everything for another day."""
        self.scene = replace(self.scene, today=today)

    def _know(self, prospects: "Prospects") -> None:
        if prospects.tree is self.scene.tree:
            self.scene = replace(self.scene, prospects=prospects)

    def walked(self, journey: Journey, *said: Message) -> None:
        """Show a journey after a step, once it is saved, with messages.

        The screen is computed while the journey is being saved, and painted only after this method has returned: a step
        that was painted before it is saved would be lost if the program were killed in between.
        """
        before = self.scene.journey
        if journey is before:
            return
        journey = journey.stamped(self.scene.today)
        saving = self._saving.begin(journey, self.scene.language)
        keys = (self.main.key(Scope.MAIN, name) for name in ("forward", "forward-to-end"))
        told = [*said, *fit_again(before, journey, *keys)]
        self.scene = replace(self.scene, journey=journey, before=before)
        troubles = self._saving.wait(saving)
        if told or troubles:
            self.tell(*told, *troubles)
        elif saved := written(before, journey, keeps=self._keeps):
            self.page.tell(self.say.tell(saved))

    def jump(self, to: str) -> None:
        """Jump to a node, show it, and say how to return."""
        back = self.main.key(Scope.MAIN, "back", liked="backspace")
        self.walked(
            self.scene.journey.jump(to),
            msg("You left your way to come here. {key} brings you back.", key=back),
        )
        self.close_all()

    def _kept_late(self, notices: list[Message]) -> None:
        """Show messages about a step that was shown before it was saved; called in the thread that saved it."""
        with suppress(RuntimeError):  # the app has ended
            for notice in notices:
                self.app.call_later(self.tell, notice)

    def tell(self, *messages: Message) -> None:
        """Show messages above the foot of the main screen."""
        self.main.tell(" ".join(map(self.say.tell, messages)), "warn")

    def begin_anew(self) -> None:
        """Leave the saved journey as it is, and begin another."""
        if self._opened is not None:
            self._opened.keeper.begin_anew()
        fresh = replace(begin(self.scene.tree), whose=self.scene.whose)
        self.scene = replace(self.scene, journey=fresh, before=None)

    def settle(self) -> list[Message]:
        """Save the journey if it is not saved yet, and return messages for the person."""
        waits = None if self.scene.journey is self._came_with else self.scene.journey
        return self._saving.settle(waits, self.scene.language)

    def turn(self, shelf: Shelf, to: Callable[[Shelf], Opened]) -> None:
        """Save the journey, and switch to another one.

        Raises:
            Trouble: the other one cannot be opened, or this one cannot be saved and stays open.
        """
        for notice in self.settle():
            raise Trouble(notice)
        self._take_up(to(shelf))

    def _take_up(self, opened: Opened) -> None:
        """Show another journey; one that begins for a named person is saved before its first step."""
        self._opened, self._came_with = opened, opened.journey
        self.scene = replace(self.scene, journey=opened.journey, before=None)
        is_new = opened.resumed is None and bool(opened.journey.whose)
        saved = self._saving.settle(opened.journey if is_new else None, self.scene.language)
        for notice in (*saved, *opened.notices):
            self.tell(notice)

    def delete(self, shelf: Shelf, name: str, expected: bytes) -> None:
        """Delete a journey; if it is the one on the screen, a new one without a name begins.

        Args:
            shelf: keeps the journeys.
            name: of the journey's file.
            expected: the journey when the person confirmed; a changed one is not deleted.

        Raises:
            Trouble: it has been changed since, or cannot be deleted.
        """
        for notice in self._saving.settle():
            self.tell(notice)
        opened = shelf.delete(name, expected)
        if opened is not None:
            self._take_up(opened)

    def go_on_in(self, scene: Scene, shelf: Shelf | None, notice: Message | None) -> None:
        """Continue in the tree after it was edited.

        Args:
            scene: the tree and the journey to continue with.
            shelf: the shelf of the journey; None: unchanged.
            notice: a message for the person.
        """
        self.shelf, self._came_with = shelf, scene.journey
        self._thinks = self._thinks and scene.tree is self.scene.tree
        self.scene = scene
        self._begin_to_think()
        if notice is not None:
            self.tell(notice)

    def give_name(self, shelf: Shelf, name: str, whose: str) -> str:
        """Rename a person, once the present journey is saved, and return the name of the journey's file.

        Args:
            shelf: keeps the journeys.
            name: of the journey's file.
            whose: the name of the person, as typed; not empty.

        Raises:
            Trouble: another person has this name, or the file cannot be renamed.
        """
        for notice in self._saving.settle():
            self.tell(notice)
        is_here = name == shelf.keeper.name
        file = shelf.give_name(name, whose)
        if is_here:
            self.scene = replace(self.scene, journey=replace(self.scene.journey, whose=whose))
        return file

    def speak_in(self, speech: Speech) -> None:
        """Show everything in these languages."""
        self.scene = replace(self.scene, language=speech.guide, interface=speech.interface)

    def open(self, screen: Framed) -> None:
        """Show a screen above the main one, in place of another one unless that one `lasts`."""
        self._begin_to_think()  # a callback of the main screen's refresh would wait until it is shown again
        below = self.app.screen
        if isinstance(below, Framed):
            below.take_typed()
        if below is self.main or (isinstance(below, Framed) and below.lasts):
            self.app.push_screen(screen)
        elif isinstance(below, Framed):
            self.app.switch_screen(screen)

    def near(self) -> Iterator["Entry"]:
        """Yield the choices here as entries of the palette."""
        from debttree.tui.explorer.on_offer import choices_on_offer

        yield from choices_on_offer(self.scene)

    def far(self) -> Iterator["Entry"]:
        """Yield nodes to go to, and contacts, as entries of the palette."""
        from debttree.tui.explorer.on_offer import places_on_offer

        yield from places_on_offer(self.scene)

    def otherwise(self, typed: str) -> Iterator["Entry"]:
        """Yield an entry that searches for the typed text."""
        from debttree.tui.explorer.on_offer import search_on_offer

        yield search_on_offer(self.scene, typed)

    def go_to_entry(self, item: Hashable) -> None:
        """Take a choice, go to a node, or use a contact."""
        self.main.choose(item)

    @property
    def palette_page(self) -> Main:
        """The main screen, on which the palette's actions are done."""
        return self.main

    async def go_on_elsewhere(self, guide: str) -> None:
        """Continue in another guide; this one stays open below it."""
        await self._through(self._exits.go_on, guide)

    @property
    def guides(self) -> "Guides":
        """Finds the guides of all stored journeys."""
        return self._exits.guides(self.scene.tree, self.scene.today)

    async def turn_over(self, row: "Person") -> None:
        """Continue with another person in their guide, once this journey is saved."""
        await self._through(self._exits.turn_over, row)

    async def _through(self, door: Callable[..., Awaitable[None]] | None, given: object) -> None:
        if door is None:
            self.page.warn(msg("From here no other guide is opened."))
            return
        try:
            await door(given)
        except Trouble as trouble:
            self.page.complain(trouble)

    async def action_edit(self) -> None:
        """Edit the guide, at the node where the person is."""
        if self._exits.edit is not None:
            self.close_all()
            await self._exits.edit()

    def action_save_summary(self) -> None:
        """Save the summary at once, in the format shown last, under a free name."""
        from debttree.tui.explorer.summary_file import lacks, taken_along

        try:
            file = taken_along(self.scene, self.summary_format, self.clock.now(), self.left_out)
        except Trouble as trouble:
            self.page.warn(trouble.message)
        else:
            self.page.tell(
                " ".join([self.say("Saved: {file}", file=str(file)), *lacks(self.say, self.left_out)])
            )

    def action_record_story(self) -> None:
        """Save the path as a story that tests the guide."""
        from debttree.tui.explorer.story_file import ask_for_story

        ask_for_story(self.page, self.scene)

    def action_next_journey(self) -> None:
        """Begin a journey for another person; the present one is kept."""
        next_person(self, self.app.call_later)

    def action_tick(self) -> None:
        """Tick the item under the cursor; if there is none, show the checklist."""
        pane = self.app.focused
        if isinstance(pane, Pane) and isinstance(pane.item, Happened):
            self._mark_done(pane.item.item)
        elif isinstance(pane, Pane) and isinstance(pane.item, Tick | Avoid):
            pane.action_choose()
        else:
            self.action_open("explorer.screens.in_hand:InHand")

    def _mark_done(self, item: Item) -> None:
        """Mark a deadline as done today, or as not done if it was."""
        scene = self.scene
        due = next(due for due in dues(scene.tree, scene.journey) if (due.node, due.deadline.id) == item)
        day = scene.today if due.done is None else None
        self.walked(kept(scene.tree, scene.journey, item, day))

    def change_note(self, number: int) -> None:
        """Ask for a new text of a note, given its number from 0."""
        change_note(self, number)

    def action_note(self) -> None:
        """Write a note about the present node; in the list of steps, about the step under the cursor."""
        write_note(self, self.page.noted_node if isinstance(self.page, Sheet) else self.scene.journey.at)

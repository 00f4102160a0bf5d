"""Start the full-screen program, and switch between explorer and editor. Textual is first imported here."""

import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from debttree.analysis.checking import check_file
from debttree.analysis.drafts import drafted
from debttree.journey import Journey, Keeper, Opened, Shelf, open_or_begin, resume, snapshot
from debttree.journey.events import is_event_key
from debttree.journey.fingerprint import Prints
from debttree.locales import Speech
from debttree.locales import speech as spoken_in
from debttree.model import Clock, Message, Node, Step, Tree, Trouble, command_line, msg
from debttree.model import Path as TreePath
from debttree.storage.library import next_guide

if TYPE_CHECKING:
    from debttree.journey.desk import Person
    from debttree.model import DataPath
    from debttree.storage.journal import Unsaved
    from debttree.tui.app import App
    from debttree.tui.editor.mode import Editor
    from debttree.tui.editor.session import EditSession
    from debttree.tui.explorer.mode import Explorer
    from debttree.tui.explorer.rest import ReadAll
    from debttree.tui.explorer.scene import Scene
    from debttree.tui.kit.mode import Mode


def explore(
    file: Path,
    tree: Tree,
    opened: Opened,
    speech: Speech,
    clock: Clock,
    *,
    private: bool,
    draft: bool = False,
    rest: "ReadAll | None" = None,
) -> int:
    """Run the explorer, in which the editor can be opened, and return the exit status.

    Args:
        file: the tree's file.
        tree: read from that file, without errors.
        opened: the journey, and what keeps it.
        speech: the languages to begin with.
        clock: the screens follow it over midnight.
        private: nothing is kept, and the screen says so.
        draft: whether the tree is walked as a draft, with nodes that are not written yet, after editing too.
        rest: reads the whole tree if `tree` has only the part for the first page; None: it is whole.
    """
    _mind_the_terminal()
    from debttree.tui.app import App
    from debttree.tui.kit.settings import read_settings

    settings = read_settings()
    app = App(settings, clock)
    explorer = explorer_of(
        app,
        (file,),
        tree,
        opened,
        speech,
        private=private,
        notices=settings.warnings,
        draft=draft,
        rest=rest,
    )
    status = _run(app, explorer)
    explorer = app.explorer  # it may be that of another guide
    if not explorer.scene.journey.is_blank:
        for notice in explorer.settle():
            sys.stderr.write(explorer.say.tell(notice) + "\n")
    return status


def explorer_of(
    app: "App",
    walked: tuple[Path, ...],
    tree: Tree,
    opened: Opened,
    speech: Speech,
    *,
    private: bool,
    notices: tuple[Message, ...] = (),
    draft: bool = False,
    rest: "ReadAll | None" = None,
    known: tuple[Path, ...] = (),
) -> "Explorer":
    """Return the explorer of a tree, from which the editor and other guides are opened.

    Args:
        app: the program.
        walked: the files of the open guides, the last one this tree's.
        tree: read from that file, without errors.
        opened: the journey, and what keeps it.
        speech: the languages to begin with.
        private: nothing is kept, and the screen says so.
        notices: messages shown at the beginning.
        draft: whether it is walked with nodes that are not written yet.
        rest: as for `explore`.
        known: files of guides that were opened before.
    """
    from debttree.tui.explorer.exits import Exits
    from debttree.tui.explorer.mode import Explorer

    async def edit() -> None:
        await _edit_here(app, explorer, walked[-1], draft=draft)

    async def go_on(guide: str) -> None:
        await _go_on(app, explorer, walked, guide)

    async def turn_over(row: "Person") -> None:
        await _turn_over(app, explorer, exits.files, row)

    shelf = Shelf(tree, opened.keeper)
    scene = _scene(app, tree, opened.journey, speech, private=private)
    exits = Exits(edit, go_on, turn_over, tuple(dict.fromkeys((*known, *walked))))
    explorer = Explorer(app, scene, opened=opened, notices=notices, shelf=shelf, exits=exits, rest=rest)
    return explorer


def _scene(app: "App", tree: Tree, journey: Journey, speech: Speech, *, private: bool) -> "Scene":
    """Return the first scene of an explorer.

    Args:
        app: the program.
        tree: without errors.
        journey: where it begins.
        speech: the languages to begin with.
        private: nothing is kept, and the screen says so.
    """
    from debttree.tui.explorer.scene import Scene

    return Scene(
        tree,
        journey,
        speech.guide,
        app.clock.today,
        private=private,
        interface=speech.interface,
        keymap=app.keymap,
    )


async def _go_on(app: "App", explorer: "Explorer", walked: tuple[Path, ...], guide: str) -> None:
    """Open the guide in which the story goes on; leaving it returns to the present one.

    Raises:
        Trouble: the guide does not exist, cannot be read, has errors, or is open already.
    """
    file = next_guide(guide, walked)
    tree = _walkable(file, app.clock)
    for notice in explorer.settle():
        explorer.tell(notice)
    private = explorer.scene.private
    opened = open_or_begin(tree, private=private)
    said = msg("You are in another guide now; q comes back to where you were.")
    heard = spoken_in(tree.spoken, explorer.language)
    other = explorer_of(app, (*walked, file), tree, opened, heard, private=private, notices=(said,))

    def back() -> None:
        for notice in other.settle():
            explorer.tell(notice)
        explorer.show()

    await app.enter(other, back)


async def _turn_over(app: "App", explorer: "Explorer", known: tuple[Path, ...], row: "Person") -> None:
    """Continue with another person in their guide, which replaces all open guides.

    Args:
        app: the program.
        explorer: the present explorer.
        known: files of guides that were opened before.
        row: the person, whose guide is available.

    Raises:
        Trouble: the guide or the journey is gone or cannot be read, or the present journey cannot be saved.
    """
    if row.saved is None:
        return
    file = explorer.guides.file(row.saved.tree_name)
    tree = _walkable(file, app.clock)
    for notice in explorer.settle():
        raise Trouble(notice)
    opened = Shelf(tree, Keeper(row.file)).open(row.file)
    heard = spoken_in(tree.spoken, explorer.language)
    said = msg("Another guide now: {title}", title=tree.line(tree.title, heard.guide))
    opened = replace(opened, resumed=None)  # no welcome screen for a person chosen from the list
    other = explorer_of(app, (file,), tree, opened, heard, private=False, notices=(said,), known=known)
    await app.turn_over(other)


def _walkable(file: Path, clock: Clock) -> Tree:
    """Return the tree of a file; raise Trouble if it cannot be read or has errors."""
    checked = check_file(file, clock.today)
    if checked.tree is None or checked.errors:
        raise Trouble(msg("{file} has errors, so it cannot be walked.", file=str(file)))
    return checked.tree


def edit(
    file: Path,
    speak: Callable[[Sequence[str]], Speech],
    clock: Clock,
    *,
    private: bool,
    edits: "Unsaved | None" = None,
) -> int:
    """Run the editor, in which the edited tree can be walked, and return the exit status.

    Args:
        file: the tree's file.
        speak: returns the languages to begin with, given those that the file names.
        clock: the screens follow it over midnight.
        private: whether unsaved edits are kept nowhere.
        edits: unsaved edits to offer, whichever file they were made in.

    Raises:
        Trouble: the file cannot be read.
    """
    _mind_the_terminal()
    from debttree.tui.app import App
    from debttree.tui.editor.session import EditSession
    from debttree.tui.kit.settings import read_settings

    session, settings = EditSession(file, clock, private=private, offered=edits), read_settings()
    app = App(settings, clock)
    return _run(app, _editor(app, session, speak(session.document.languages), settings.warnings))


def _run(app: "App", first: "Mode") -> int:
    """Run the program, beginning with a mode, and return the exit status."""
    from debttree.tui.kit.runner import run

    app.start_with(first)
    try:
        return run(app)
    finally:
        app.clear_up()


def _editor(
    app: "App", session: "EditSession", speech: Speech, warnings: tuple[Message, ...] = ()
) -> "Editor":
    from debttree.tui.editor.mode import Editor

    async def try_out(tree: Tree, node: str) -> None:
        await _try(app, session, tree, node, app.mode.speech)

    return Editor(app, session, speech.guide, interface=speech.interface, try_out=try_out, warnings=warnings)


async def _edit_here(app: "App", explorer: "Explorer", file: Path, *, draft: bool) -> None:
    """Open the editor at the person's node, and afterwards continue in the tree as its file is then."""
    from debttree.tui.editor.session import EditSession  # to keep the explorer's start fast

    scene = explorer.scene
    try:
        session = EditSession(file, app.clock, private=scene.private)
    except Trouble as trouble:  # the file is gone or unreadable; the walk goes on
        explorer.tell(trouble.message)
        return
    session.at = _place_in(session, scene.journey)
    for notice in explorer.settle():
        explorer.tell(notice)
    editor = _editor(app, session, explorer.speech)
    await app.enter(editor, lambda: explorer.go_on_in(*_after_editing(file, session, explorer, draft=draft)))


async def _try(app: "App", session: "EditSession", tree: Tree, node: str, speech: Speech) -> None:
    """Walk the edited tree from a node, saving nothing. `e` returns to the editor at the present node."""
    from debttree.tui.explorer.exits import Exits
    from debttree.tui.explorer.mode import Explorer

    async def edit() -> None:
        session.at = _place_in(session, trial.scene.journey)
        app.leave()

    scene = _scene(app, tree, Journey(TreePath(node)), speech, private=True)
    notice = msg("You are trying the edited tree; q goes back to the editor, e to this node in it.")
    trial = Explorer(app, scene, notices=(notice,), shelf=Shelf(tree, Keeper(None)), exits=Exits(edit))
    await app.enter(trial, app.mode.show)


def _place_in(session: "EditSession", journey: Journey) -> "DataPath":
    """Return the data path at which the editor shows the person's node."""
    from debttree.tui.editor.subjects import place_of_node

    steps = journey.path.steps
    return place_of_node(session.document.data or {}, journey.at, steps[-1].node if steps else None)


def _after_editing(
    file: Path, session: "EditSession", explorer: "Explorer", *, draft: bool
) -> tuple["Scene", Shelf | None, Message | None]:
    """Return the walk in the tree as its file is now, at the same place if it still exists.

    Args:
        file: the file that is walked.
        session: the session in which it was edited.
        explorer: the explorer with the walk.
        draft: whether it is walked with nodes that are not written yet.
    """
    scene, shelf = explorer.scene, explorer.shelf
    if session.file != file:
        return scene, shelf, msg("Your copy opens with: {command}", command=command_line(session.file.stem))
    try:
        checked = check_file(file, session.today)
        checked = drafted(checked) if draft else checked
    except Trouble as trouble:
        return scene, shelf, trouble.message
    if checked.tree is None or checked.errors:
        return scene, shelf, msg("The tree has errors now; this is how it was before.")
    if checked.tree.version == scene.tree.version:
        return scene, shelf, None
    if shelf is not None:
        shelf = Shelf(checked.tree, shelf.keeper)
    if _still_leads(checked.tree, scene.journey):
        after = replace(scene, tree=checked.tree, before=None, prospects=None)
        return after, shelf, msg("This is the tree as you saved it.")
    resumed = resume(checked.tree, snapshot(Prints(scene.tree, scene.language), scene.journey, session.today))
    after = replace(scene, tree=checked.tree, journey=resumed.journey, before=None, prospects=None)
    return after, shelf, next(iter(resumed.told()), None)


def _still_leads(tree: Tree, journey: Journey) -> bool:
    """Return whether all nodes and choices that the journey names exist, and all choices lead where they led.

    Texts may differ: the person has just edited them, so no answer has to be confirmed for that.
    """
    earlier = journey.earlier or TreePath(journey.path.start)
    steps = (*journey.path.steps, *journey.ahead, *earlier.steps)
    events = {item[1] for item in journey.dates if is_event_key(item)}
    items = {*journey.ticks, *journey.done, *(item for item in journey.dates if not is_event_key(item))}
    return (
        {journey.path.start, earlier.start, *(note.node for note in journey.notes)} <= tree.nodes.keys()
        and all(_leads(tree, step) for step in steps)
        and all(node in tree.nodes and name in _items_of(tree.nodes[node]) for node, name in items)
        and events <= tree.events.keys()
    )


def _leads(tree: Tree, step: Step) -> bool:
    if step.node not in tree.nodes or step.to not in tree.nodes:
        return False
    choice = step.taken(tree)
    return step.is_jump or (choice is not None and choice.to == step.to)


def _items_of(node: Node) -> set[str]:
    return {item.id for item in node.checklist} | {deadline.id for deadline in node.deadlines}


def _mind_the_terminal() -> None:
    """Correct environment variables that textual reads when it is imported or starts.

    COLUMNS and LINES may be exported with an old size of the terminal. iTerm2 loses text from input methods under the
    key protocol that textual turns on.
    """
    for stale in ("COLUMNS", "LINES"):
        os.environ.pop(stale, None)
    if os.environ.get("TERM_PROGRAM") == "iTerm.app":
        os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")

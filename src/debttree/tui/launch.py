"""Starting the explorer and the editor, and going from one to the other. Textual is imported here, not before."""

import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from debttree.analysis.checking import check_file
from debttree.journey import Journey, Keeper, Opened, Shelf, resume, snapshot
from debttree.journey.fingerprint import Prints
from debttree.model import Clock, Message, Node, Step, Tree, Trouble, command_line, msg
from debttree.model import Path as Way

if TYPE_CHECKING:
    from debttree.storage.journal import Unsaved
    from debttree.tui.editor.session import EditSession
    from debttree.tui.explorer.scene import Scene
    from debttree.tui.kit.settings import Settings


def explore(file: Path, tree: Tree, opened: Opened, language: str, clock: Clock, *, private: bool) -> int:
    """Run the explorer, and the editor where somebody opens it from there; the result is the exit status.

    Args:
        file: the tree's file.
        opened: the journey, and what keeps it.
        clock: the screens follow it over midnight.
        private: nothing is kept, and the screen says so.
    """
    _mind_the_terminal()
    from debttree.tui.explorer.scene import Scene
    from debttree.tui.kit.settings import read_settings

    settings = read_settings()
    shelf = Shelf(tree, opened.keeper)
    scene = Scene(tree, opened.journey, language, clock.today, private=private, whose=shelf.own_name)
    begun = _Walk(scene, shelf, clock, opened)
    while True:
        status = begun.run(settings)
        if status is not None:
            return status
        from debttree.tui.editor.session import EditSession  # the explorer starts without the editor

        scene = begun.scene
        try:
            session = EditSession(file, clock, private=private)
        except Trouble as trouble:  # the file is gone or closed; the walk goes on without it
            begun = _Walk(scene, begun.shelf, clock, notice=trouble.message)
            continue
        session.at = ("nodes", scene.journey.at)
        status = _edit(session, scene.language, settings)
        if status:
            return status
        begun = _after_editing(file, session, begun)


class _Walk:
    """One run of the explorer."""

    def __init__(
        self,
        scene: "Scene",
        shelf: Shelf,
        clock: Clock,
        opened: Opened | None = None,
        notice: Message | None = None,
    ) -> None:
        self.scene = scene
        self.shelf = shelf
        self.clock = clock
        self._opened = opened
        self._notice = notice

    def run(self, settings: "Settings") -> int | None:
        """Run it; the exit status, or None where the person wants to edit where they stand."""
        from debttree.tui.explorer.app import Explorer
        from debttree.tui.kit.runner import run

        app = Explorer(self.scene, self._save, settings, self._opened, self._notice, self.shelf, self.clock)
        status = run(app)
        self.scene = app.scene
        if app.has_moved and not self.scene.journey.is_blank:
            for notice in app.keep_last():  # what was saved already is not written again
                sys.stderr.write(self.scene.say.tell(notice) + "\n")
        return None if app.wants_editor else status

    def _save(self, journey: Journey, language: str) -> Message | None:
        return self.shelf.save(journey, language, self.clock.today)


def _after_editing(file: Path, session: "EditSession", before: _Walk) -> _Walk:
    """The walk in the tree as its file holds it now, at the same place as far as that is still there."""
    scene, shelf, clock = before.scene, before.shelf, before.clock
    if session.file != file:
        notice = msg("Your copy opens with: {command}", command=command_line(session.file.stem))
        return _Walk(scene, shelf, clock, notice=notice)
    try:
        checked = check_file(file, clock.today)
    except Trouble as trouble:
        return _Walk(scene, shelf, clock, notice=trouble.message)
    if checked.tree is None or checked.errors:
        return _Walk(scene, shelf, clock, notice=msg("The tree has errors now; this is how it was before."))
    if checked.tree.version == scene.tree.version:
        return _Walk(scene, shelf, clock)
    shelf = Shelf(checked.tree, shelf.keeper)
    if _still_leads(checked.tree, scene.journey):
        after = replace(scene, tree=checked.tree, before=None, prospects=None)
        return _Walk(after, shelf, clock, notice=msg("This is the tree as you saved it."))
    resumed = resume(checked.tree, snapshot(Prints(scene.tree, scene.language), scene.journey, clock.today))
    after = replace(scene, tree=checked.tree, journey=resumed.journey, before=None, prospects=None)
    return _Walk(after, shelf, clock, notice=next(iter(resumed.told()), None))


def _still_leads(tree: Tree, journey: Journey) -> bool:
    """Whether everything that the journey names is there and every choice leads where it led.

    Words may be others: whoever walks has just written them, so no answer is asked again for that.
    """
    earlier = journey.earlier or Way(journey.path.start)
    steps = (*journey.path.steps, *journey.ahead, *earlier.steps)
    items = {*journey.ticks, *journey.dates}
    return (
        {journey.path.start, earlier.start, *(note.node for note in journey.notes)} <= tree.nodes.keys()
        and all(_leads(tree, step) for step in steps)
        and all(node in tree.nodes and name in _items_of(tree.nodes[node]) for node, name in items)
    )


def _leads(tree: Tree, step: Step) -> bool:
    if step.node not in tree.nodes or step.to not in tree.nodes:
        return False
    choice = step.taken(tree)
    return step.is_jump or (choice is not None and choice.to == step.to)


def _items_of(node: Node) -> set[str]:
    return {item.id for item in node.checklist} | {deadline.id for deadline in node.deadlines}


def edit(file: Path, language: str, clock: Clock, *, private: bool, edits: "Unsaved | None" = None) -> int:
    """Run the editor, and the explorer where somebody tries the edited tree; the result is the exit status.

    Args:
        edits: unsaved ones to offer, whichever file they were made in.

    Raises:
        Trouble: the file cannot be read.
    """
    _mind_the_terminal()
    from debttree.tui.editor.session import EditSession
    from debttree.tui.kit.settings import read_settings

    return _edit(EditSession(file, clock, private=private, offered=edits), language, read_settings())


def _edit(session: "EditSession", language: str, settings: "Settings") -> int:
    try:
        return _edit_and_try(session, language, settings)
    finally:
        session.clear_up()


def _edit_and_try(session: "EditSession", language: str, settings: "Settings") -> int:
    from debttree.tui.editor.app import Editor
    from debttree.tui.kit.runner import run

    while True:
        app = Editor(session, language, settings)
        status = run(app)
        language = app.view.language
        if app.tries is None:
            return status
        status = _try(session, app.tries, language, settings)
        if status:
            return status


def _try(session: "EditSession", node: str, language: str, settings: "Settings") -> int:
    """Walk the edited tree from a node; nothing of that walk is kept. `e` goes back to where one stands."""
    from debttree.tui.explorer.scene import Scene

    tree = session.document.reading().tree
    if tree is None:
        return 0
    scene = Scene(tree, Journey(Way(node)), language, session.today, private=True)
    notice = msg("You are trying the edited tree; q goes back to the editor, e to this node in it.")
    walk = _Walk(scene, Shelf(tree, Keeper(None)), session.clock, notice=notice)
    status = walk.run(settings)
    if status is None:
        session.at = ("nodes", walk.scene.journey.at)
    return status or 0


def _mind_the_terminal() -> None:
    """See to what textual takes from the environment as it is imported or starts.

    COLUMNS and LINES are the size at the time when somebody exported them; the terminal knows better after it
    was resized. iTerm2 loses what an input method commits under the key protocol that textual turns on.
    """
    for stale in ("COLUMNS", "LINES"):
        os.environ.pop(stale, None)
    if os.environ.get("TERM_PROGRAM") == "iTerm.app":
        os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")

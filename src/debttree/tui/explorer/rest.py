"""Read the rest of a large tree after its first page is shown; whatever needs it waits."""

import asyncio
from collections.abc import Callable
from contextlib import AbstractContextManager

from debttree.model import DoesNotFollow, Tree
from debttree.reading.gc_pause import LARGE, in_background
from debttree.tui.kit.dialogs.frame import Framed
from debttree.tui.kit.in_thread import in_thread
from debttree.tui.kit.program import Program
from debttree.tui.kit.wanted import is_wanted_here

ReadAll = Callable[[], Tree | None]
"""Reads the whole tree; returns None if it has errors, which the caller prints after the screen has closed."""


_NODE = 500
"""About how many characters a node has in a file."""


def background_work(tree: Tree) -> AbstractContextManager[None]:
    """Work on a tree in a thread; of a large one the collector, going over all that is made of it, stops no key."""
    return in_background(_NODE * len(tree.nodes))


class Coming:
    """The reading of the rest of a tree; false once all of it has been read.

    Args:
        app: the program that shows it.
        read: reads the whole tree; None: it has been read already.
        take: called with the whole tree.
    """

    def __init__(self, app: Program, read: ReadAll | None, take: Callable[[Tree], None]) -> None:
        self._app = app
        self._read_all = read
        self._give = take
        self._is_here = asyncio.Event()

    def __bool__(self) -> bool:
        return self._read_all is not None

    def begin(self) -> None:
        """Start to read in the background, after the garbage collection that the start postponed."""
        self._app.call_later(in_thread, self._app, "rest", self._read)

    def _read(self) -> None:
        """Read the tree in a thread, and pass it on."""
        if self._read_all is None:
            return
        is_wanted = is_wanted_here()
        with in_background(LARGE):
            tree = self._read_all()
        if is_wanted():  # else the screen has closed
            self._app.call_from_thread(self._take, tree)

    def _take(self, tree: Tree | None) -> None:
        """Use the tree, or close the screen if it has errors: a journey on a first page alone is not saved."""
        if tree is None:
            self._app.exit(return_code=DoesNotFollow.exit_status)
            return
        self._read_all = None
        self._give(tree)
        self._is_here.set()

    async def wait(self, page: Framed) -> None:
        """Wait until the whole tree has been read, with a message on a page."""
        if self:
            page.tell(page.say("One moment: the guide is still being read."))
            await self._is_here.wait()
            page.tell("")

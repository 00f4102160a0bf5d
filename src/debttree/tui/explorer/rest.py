"""The rest of a large tree comes behind its first page; what needs it waits."""

import asyncio
from collections.abc import Callable
from contextlib import AbstractContextManager

from debttree.model import DoesNotFollow, Tree
from debttree.reading.gc_pause import LARGE, in_background
from debttree.tui.kit.dialogs.frame import Framed
from debttree.tui.kit.program import Program
from debttree.tui.kit.wanted import is_wanted_here

ReadAll = Callable[[], Tree | None]
"""Reads all of a tree; None: it has errors, which whoever made this tells once the screen has closed."""


_NODE = 500
"""Characters of a node in its file, about."""


def background_for(tree: Tree) -> AbstractContextManager[None]:
    """Work on a tree in a thread; of a large one the collector, going over all that is made of it, stops no key."""
    return in_background(_NODE * len(tree.nodes))


class Coming:
    """What is still to come of a tree; false once nothing is.

    Args:
        app: the program that shows it.
        read: reads all of it; None: nothing is to come.
        take: is given all of it.
    """

    def __init__(self, app: Program, read: ReadAll | None, take: Callable[[Tree], None]) -> None:
        self._app = app
        self._read_all = read
        self._give = take
        self._is_here = asyncio.Event()

    def __bool__(self) -> bool:
        return self._read_all is not None

    def begin(self) -> None:
        """Read all of it in the background, once the collector is done with what the start left to it."""
        self._app.call_later(self._app.run_worker, self._read, thread=True, group="rest")

    def _read(self) -> None:
        """Read, in a thread, and hand the tree over."""
        if self._read_all is None:
            return
        is_wanted = is_wanted_here()
        with in_background(LARGE):
            tree = self._read_all()
        if is_wanted():  # else the person has left
            self._app.call_from_thread(self._take, tree)

    def _take(self, tree: Tree | None) -> None:
        """Go on with the tree, or close the screen where it is broken: nothing is kept of a look at its first page."""
        if tree is None:
            self._app.exit(return_code=DoesNotFollow.exit_status)
            return
        self._read_all = None
        self._give(tree)
        self._is_here.set()

    async def wait(self, page: Framed) -> None:
        """Wait until nothing is to come, and say so on a page."""
        if self:
            page.tell(page.say("One moment: the guide is still being read."))
            await self._is_here.wait()
            page.tell("")

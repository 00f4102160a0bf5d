"""When Python's cycle collector runs, and for how long a thread keeps the interpreter: said in this module alone."""

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager

_TURN = 0.0005
"""Seconds until work in the background gives way to a key that waits. A frame waits ten times and more, so that the
5 ms of Python are seen; shorter turns only cost time."""

LARGE = 500_000
"""Characters of a document from which on a pass of the cycle collector over all of it stops the keys for a tenth of a
second and more; at 5 MB for a third."""


@contextmanager
def without_collector() -> Iterator[None]:
    """Building data makes no cycles, but every full pass of the collector walks all of it again.

    Measured with 10,000 nodes: two fifths of the time of tomli, half the time of making the model.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def collect_later() -> None:
    """Collect nothing until `collect_again`: a start makes little but modules and the tree, all of which stays.

    Measured: an eighth of the time of a start.
    """
    gc.disable()


def collect_again() -> None:
    """Collect again, if that was to wait; what is alive now stays for good and need not be looked at again."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()


@contextmanager
def in_background(characters: int) -> Iterator[None]:
    """Work in a thread that leaves the interpreter to the keys as far as it can.

    In short turns; and with no pass of the collector over a large document, neither now nor later. What is alive then
    is only freed by counting references, which is enough for documents: they hold no cycles. Screens do; those that
    were closed are freed before, while little is walked for it.

    Args:
        characters: the length of the document that is worked on.
    """
    turn = sys.getswitchinterval()
    sys.setswitchinterval(_TURN)
    try:
        if characters < LARGE:
            yield
            return
        with without_collector():
            gc.collect()
            yield
            gc.freeze()
    finally:
        sys.setswitchinterval(turn)

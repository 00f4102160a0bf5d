"""Pause the cycle collector, and shorten the turns of threads; nothing else in the program changes either.

The data that we build holds no cycles, so counting references frees it. The collector would only walk it again and
again while a person waits.
"""

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager

_SHORT_TURN = 0.0005
"""Seconds until a thread at work gives way to a key that waits. A frame waits ten times and more, so that the 5 ms of
Python are seen; shorter turns only cost time."""


@contextmanager
def without_collector() -> Iterator[None]:
    """Switch the collector off, and on again afterwards where it was on.

    Measured with 10,000 nodes: two fifths of the time of tomli, half the time of making the model.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


@contextmanager
def never_collected() -> Iterator[None]:
    """Switch the collector off, and exempt from it for good whatever is alive at the end.

    What is alive then is only freed by counting references, which is enough for documents. Screens do hold cycles;
    those that were closed are freed before, while little is walked for it.
    """
    with without_collector():
        gc.collect()
        yield
        gc.freeze()


def pause_until_painted() -> None:
    """Switch the collector off until `resume_after_paint`: a start makes little but modules and the tree.

    Measured: an eighth of the time of a start.
    """
    gc.disable()


def resume_after_paint() -> None:
    """Switch the collector on again, and exempt from it what the start has made: that stays until the end."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()


@contextmanager
def short_turns() -> Iterator[None]:
    """Let other threads interrupt this one after half a millisecond instead of Python's five."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(_SHORT_TURN)
    try:
        yield
    finally:
        sys.setswitchinterval(before)

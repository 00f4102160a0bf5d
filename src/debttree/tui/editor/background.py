"""Work in a thread that leaves the interpreter to the keys as far as it can."""

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from debttree.reading.collector_pause import without_collector

_TURN = 0.0005
"""Seconds until the work gives way to a key that waits. A frame waits ten times and more, so that the 5 ms of Python
are seen; shorter turns only cost time."""

LARGE = 500_000
"""Characters of a document from which on a pass of the cycle collector over all of it stops the keys for a tenth of a
second and more; at 5 MB for a third."""


@contextmanager
def in_background(characters: int) -> Iterator[None]:
    """Short turns; and no pass of the collector over a large document, neither now nor later.

    What is alive then is only freed by counting references, which is enough for documents: they hold no cycles.
    Screens do; those that were closed are freed before, while little is walked for it.
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

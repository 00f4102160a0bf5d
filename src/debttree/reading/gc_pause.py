"""Pause the garbage collector and shorten the turns of threads. No other module changes these settings.

The program's data contain no reference cycles, so reference counts free them. The collector would only walk them again
and again while a person waits.
"""

import gc
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

from debttree.system.memory import return_free_memory

_TURN = 0.0005
"""Seconds until a thread at work gives way to a key that waits. A frame waits ten times and more, so that the 5 ms of
Python are seen; shorter turns only cost time."""

LARGE = 500_000
"""Characters of a document from which on a pass of the cycle collector over all of it stops the keys for a tenth of a
second and more; at 5 MB for a third."""


_SELDOM = 20_000
"""New containers from which on the collector runs by itself once a screen is shown; Python's own number is 700.

A pass over what is young and old took 12 ms at some keys, and passes over what is young a tenth of every step.
"""

_IN_PAUSE = 2_000
"""New containers from which on it runs in a pause between keys: a step leaves about a thousand in cycles."""


def without_collector() -> AbstractContextManager[None]:
    """Switch the collector off, and on again afterwards where it was on.

    Measured with 10,000 nodes: two fifths of the time of tomli, half the time of making the model.
    """
    return _switched_off(gc.enable)


def without_collector_at_all() -> AbstractContextManager[None]:
    """Switch the collector off for a command that ends soon; what is alive then is not looked at again.

    Measured with 10,000 nodes: switching it on again after each step would cost 40 ms each time.
    """
    return _switched_off(collect_again)


@contextmanager
def _switched_off(switch_on: Callable[[], None]) -> Iterator[None]:
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            switch_on()


def collect_later() -> None:
    """Switch the collector off until `collect_again`: a start makes little but modules and the tree, which stay.

    Measured: an eighth of the time of a start.
    """
    gc.disable()


def collect_again() -> None:
    """Switch the collector on again where it was to wait; what is alive now stays, and is not looked at again."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()


def collect_in_pauses() -> None:
    """Leave the collector's work to `collect_in_pause`, as far as pauses are frequent enough."""
    gc.set_threshold(_SELDOM, *gc.get_threshold()[1:])


def collect_in_pause() -> None:
    """Free what is in cycles while nobody waits, unless there is little or the collector is off.

    What is old is looked at as seldom as Python does it.
    """
    young, _, middle = gc.get_count()
    if gc.isenabled() and young >= _IN_PAUSE:
        gc.collect(2 if middle > gc.get_threshold()[2] else 1)


@contextmanager
def in_background(characters: int) -> Iterator[None]:
    """Take short turns in a thread; keep the collector from a large document, and return what was freed to the system.

    What is alive then is only freed by counting references, which is enough for documents: they hold no cycles.
    Screens do; those that were closed are freed before, while little is walked for it.

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
        return_free_memory()
    finally:
        sys.setswitchinterval(turn)

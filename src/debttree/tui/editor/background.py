"""Work in a thread that leaves the interpreter to the keys as far as it can."""

from collections.abc import Iterator
from contextlib import contextmanager

from debttree.reading.gc_pause import never_collected, short_turns

LARGE = 500_000
"""Characters of a document from which on a pass of the cycle collector over all of it stops the keys for a tenth of a
second and more; at 5 MB for a third."""


@contextmanager
def in_background(characters: int) -> Iterator[None]:
    """Take short turns; keep the collector from a large document, now and later."""
    with short_turns():
        if characters < LARGE:
            yield
            return
        with never_collected():
            yield

"""Work on a graph that is given up where nobody waits for it any more: a tree may have thousands of consequences."""

from collections.abc import Callable


class Unwanted(Exception):
    """The passes were given up: whoever wanted them has left."""


def heed(is_wanted: Callable[[], bool]) -> None:
    """Raise `Unwanted` where that is so."""
    if not is_wanted():
        raise Unwanted

"""Give up long computations in a thread once their result is no longer needed."""

from collections.abc import Callable


class Unwanted(Exception):
    """The computation was given up, since its result is no longer needed."""


def heed(is_wanted: Callable[[], bool]) -> None:
    """Raise `Unwanted` if the result is no longer needed."""
    if not is_wanted():
        raise Unwanted

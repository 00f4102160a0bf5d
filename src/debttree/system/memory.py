"""Return freed memory to the system."""

import sys


def return_free_memory() -> None:
    """Let glibc return pages on which nothing is in use. Takes 2 ms; other C libraries have no such call.

    Once a text of some MB has been freed, glibc puts the next ones among small pieces, from where it returns nothing by
    itself: see `mallopt(3)` on its threshold. In the editor with 10,000 nodes: 141 MiB after ten edits, 167 without.
    """
    if sys.platform == "linux":
        import ctypes  # a small document needs none of this

        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if trim is not None:
            trim(0)

"""Return large pieces of memory to the system as soon as they are freed."""

import sys
from functools import cache

_LARGE = 1 << 17
"""Bytes from which on a piece of memory is the system's own: glibc's default, before it adjusts itself."""

_THRESHOLD = -3
"""`M_MMAP_THRESHOLD` of glibc's malloc.h."""


@cache
def return_large_pieces() -> None:
    """Keep glibc from putting large pieces among small ones, where they can rarely be returned once they are free.

    It begins to do so as soon as one has been freed: see `mallopt(3)`. Other C libraries have no such setting.
    Measured in the editor with 10,000 nodes: 141 MiB after ten edits, 167 without it.
    """
    if sys.platform == "linux":
        import ctypes  # a small file needs none of this

        mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
        if mallopt is not None:
            mallopt(_THRESHOLD, _LARGE)

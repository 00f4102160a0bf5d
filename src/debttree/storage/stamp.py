"""Tell whether a file is as it was, without reading it."""

import os
from pathlib import Path

Stamp = tuple[int, int, int] | None
"""What changes when another program writes the file; None: there is no file."""


def stamp_of(file: Path) -> Stamp:
    """Return when a file was written, its size in bytes, and which one it is."""
    try:
        status = os.stat(file)  # noqa: PTH116 - Path.stat is the same, but this is polled
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino

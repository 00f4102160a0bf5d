"""Files as this system has them: see `posix_files` for what each name promises."""

import sys

if sys.platform == "win32":
    from debttree.system.windows_files import (
        Staged,
        held,
        is_mine,
        lock,
        open_new,
        open_to_read,
        open_unfollowed,
        remove_open,
        undisturbed,
        write_at,
    )
else:
    from debttree.system.posix_files import (
        Staged,
        held,
        is_mine,
        lock,
        open_new,
        open_to_read,
        open_unfollowed,
        remove_open,
        undisturbed,
        write_at,
    )

__all__ = [
    "Staged",
    "held",
    "is_mine",
    "lock",
    "open_new",
    "open_to_read",
    "open_unfollowed",
    "remove_open",
    "undisturbed",
    "write_at",
]

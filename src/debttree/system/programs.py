"""Other programs as this system starts them: see `posix_programs` for what each name promises."""

import sys

if sys.platform == "win32":
    from debttree.system.windows_programs import (
        DEFAULT_EDITOR,
        Tether,
        command,
        has_windows,
        own_locale,
        quoted,
        words_of,
    )
else:
    from debttree.system.posix_programs import (
        DEFAULT_EDITOR,
        Tether,
        command,
        has_windows,
        own_locale,
        quoted,
        words_of,
    )

__all__ = [
    "DEFAULT_EDITOR",
    "Tether",
    "command",
    "has_windows",
    "own_locale",
    "quoted",
    "words_of",
]

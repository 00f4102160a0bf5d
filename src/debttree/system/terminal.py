"""Terminals and signals as this system has them: see `posix_terminal` for what each name promises."""

import sys

if sys.platform == "win32":
    from debttree.system.windows_terminal import (
        ENDING,
        HANG_UP,
        INTERRUPTS,
        KEYS_ARE_BYTES,
        PIECE,
        Alarm,
        arrived,
        can_be_woken,
        given_back,
        hear,
        hear_no_more,
        is_gone,
        mind_stops,
        modes,
        put_back,
        takes_nothing,
    )
else:
    from debttree.system.posix_terminal import (
        ENDING,
        HANG_UP,
        INTERRUPTS,
        KEYS_ARE_BYTES,
        PIECE,
        Alarm,
        arrived,
        can_be_woken,
        given_back,
        hear,
        hear_no_more,
        is_gone,
        mind_stops,
        modes,
        put_back,
        takes_nothing,
    )

__all__ = [
    "ENDING",
    "HANG_UP",
    "INTERRUPTS",
    "KEYS_ARE_BYTES",
    "PIECE",
    "Alarm",
    "arrived",
    "can_be_woken",
    "given_back",
    "hear",
    "hear_no_more",
    "is_gone",
    "mind_stops",
    "modes",
    "put_back",
    "takes_nothing",
]

"""Names that Windows gives to no file: a folder made elsewhere can then be carried there."""

import re

_DEVICES = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])", re.IGNORECASE)

_NEVER = re.compile(r'[<>:"/\\|?*\x00-\x1f]')


def is_device(name: str) -> bool:
    """Return whether Windows takes a file's name, whatever its ending, for one of its devices.

    >>> [is_device(name) for name in ("con", "AUX.toml", "nul.tar.gz", "lpt1", "console", "con-2")]
    [True, True, True, True, False, False]
    """
    return _DEVICES.fullmatch(name.partition(".")[0].rstrip(" ")) is not None


def is_portable(name: str) -> bool:
    """Return whether a file of that name can be carried to Windows.

    >>> [is_portable(name) for name in ("my-guide.toml", "aux.toml", "a:b.toml", "guide.toml ", "逾期.toml")]
    [True, False, False, False, True]
    """
    return not (is_device(name) or name.endswith((".", " ")) or _NEVER.search(name))

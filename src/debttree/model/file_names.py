"""Names that Windows gives to no file: a folder made elsewhere can then be carried there."""

import re

_DEVICES = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])", re.IGNORECASE)


def is_device(name: str) -> bool:
    """Return whether Windows takes a file's name, whatever its ending, for one of its devices.

    >>> [is_device(name) for name in ("con", "AUX.toml", "nul.tar.gz", "lpt1", "console", "con-2")]
    [True, True, True, True, False, False]
    """
    return _DEVICES.fullmatch(name.partition(".")[0].rstrip(" ")) is not None

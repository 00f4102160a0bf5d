"""Share equal keys in the data of a file: the parser makes a new string at each occurrence.

For whoever keeps data for long, as the editor does. At 10,000 nodes the data take a quarter less memory so, for 50 to
100 ms: too much for a start, so the editor does it in a thread of its own.
"""

from contextlib import suppress
from typing import Any

_NESTED = frozenset({dict, list})


def share_keys(data: dict[str, Any]) -> None:
    """Give equal keys one string each, in the units (nodes, sources ...) of a file's data; they stay equal.

    Another thread may read the data meanwhile: each unit stands in its table as it was, or as an equal one. What is
    nested too deeply stays as it is; the reader calls it an error.
    """
    known: dict[str, str] = {}
    for table in data.values():
        if type(table) is dict:
            for name, unit in table.items():  # one after the other: what each had before is free for the next
                if type(unit) in _NESTED:
                    with suppress(RecursionError):
                        table[name] = _shared(unit, known)


def _shared(value: Any, known: dict[str, str]) -> Any:
    if type(value) is list:
        return [_shared(item, known) if type(item) in _NESTED else item for item in value]
    return {
        known.setdefault(key, key): _shared(item, known) if type(item) in _NESTED else item
        for key, item in value.items()
    }

"""Write JSON that is safe to print on a terminal, without changing a value."""

import datetime as dt
import json
from enum import Enum
from typing import Any

from debttree.model.text import signed


def fields(value: object, *names: str) -> dict[str, Any]:
    """Return some attributes of a value under their names, as JSON has them: days as text, members by their value."""
    return {name: _plain(getattr(value, name)) for name in names}


def _plain(value: Any) -> Any:
    match value:
        case dt.date():
            return value.isoformat()
        case Enum():
            return value.value
        case tuple():
            return list(value)
    return value


def to_json(value: object) -> str:
    """Return JSON for people and programs, indented, with a line feed at its end.

    Characters that a terminal would act on or that nobody would see are written as escapes; they can only stand
    within strings, so what a program reads is exactly `value`.
    """
    written = json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False) + "\n"
    return signed(written, lambda character: json.dumps(character)[1:-1])

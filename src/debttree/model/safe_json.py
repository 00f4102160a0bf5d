"""Write JSON that is safe to print on a terminal, without changing a value."""

import json

from debttree.model.text import signed


def to_json(value: object) -> str:
    """Return JSON for people and programs, indented, with a line feed at its end.

    Characters that a terminal would act on or that nobody would see are written as escapes; they can only stand
    within strings, so what a program reads is exactly `value`.
    """
    written = json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False) + "\n"
    return signed(written, lambda character: json.dumps(character)[1:-1])

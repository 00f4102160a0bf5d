"""Write a first tree: small, whole, in two languages, with a comment at everything that it shows."""

import datetime as dt

import tomli_w

from debttree.editing.starter_parts import Both, StarterTable, Value, parts
from debttree.locales import Phrases


def starter(say: Phrases, today: dt.date) -> str:
    """Return a tree that `check --strict` passes on that day, with comments in the language of `say`."""
    return "\n".join(_table(part, say) for part in parts(today))


def _table(part: StarterTable, say: Phrases) -> str:
    lines = [f"# {say.tell(note)}" for note in part.notes]
    if part.header:
        lines.append(part.header)
    for key, value in part.values.items():
        if key in part.remarks:
            lines.append(f"# {say.tell(part.remarks[key])}")
        lines += _pairs(key, value)
    return "\n".join(lines) + "\n"


def _pairs(key: str, value: Value) -> list[str]:
    """Return a key with its value; a text in two languages is two dotted keys, a list stays on one line."""
    if isinstance(value, Both):
        return [f"{key}.zh = {token(value.zh)}", f"{key}.en = {token(value.en)}"]
    if isinstance(value, list):
        return [f"{key} = [{', '.join(map(token, value))}]"]
    return [f"{key} = {token(value)}"]


def token(value: str | int | dt.date) -> str:
    """Return a value as it stands in TOML, a text of several lines over several lines."""
    written = tomli_w.dumps({"value": value}, multiline_strings=True)
    return written.removeprefix("value = ").removesuffix("\n")

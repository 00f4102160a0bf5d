"""Write keys and values: new tokens by tomli-w; in a changed string only the characters that differ."""

import re
from collections.abc import Iterator
from typing import Any

import tomli_w

from debttree.editing.toml.comparing import common_ends
from debttree.editing.toml.refused import Refused
from debttree.model import msg
from debttree.reading.toml import read_token

Value = Any
"""A value that tomli returns: a string, number, boolean or date, or a list or table of such."""


def key_token(name: str) -> str:
    """Return a key as TOML, without quotes if possible."""
    check_writable(name)
    return tomli_w.dumps({name: 0}).removesuffix(" = 0\n")


def value_token(value: Value, newline: str | None = None) -> str:
    """Return a value on one line; given a `newline`, a string of several lines takes several.

    Tables and arrays are written inline whatever their length.
    """
    if isinstance(value, dict):
        pairs = ", ".join(f"{key_token(key)} = {value_token(inner)}" for key, inner in value.items())
        return f"{{ {pairs} }}" if pairs else "{}"
    if isinstance(value, list):
        return "[" + ", ".join(value_token(item) for item in value) + "]"
    if isinstance(value, str):
        check_writable(value)
        if newline and "\n" in value:
            long = _written(value, multiline_strings=True).replace("\n", newline)
            if read_token(long) == value:
                return long
    return _written(value, multiline_strings=False)


def _written(value: Value, *, multiline_strings: bool) -> str:
    return (
        tomli_w.dumps({"k": value}, multiline_strings=multiline_strings)
        .removeprefix("k = ")
        .removesuffix("\n")
    )


def check_writable(text: str) -> None:
    """Raise Refused for text that UTF-8 cannot encode: a lone surrogate."""
    try:
        text.encode()
    except UnicodeEncodeError:
        raise Refused(msg("The text holds half a character, which no file can hold.")) from None


def changed_token(old: str, value: Value, newline: str | None = None) -> str:
    """Return the token `old` changed so that it means `value`.

    A string keeps its quotes, escapes and folded lines where nothing differs; other values are written anew.

    Args:
        old: the token as it is written.
        value: the new value.
        newline: the line end of the text.
    """
    if isinstance(value, str) and old[0] in "\"'":
        check_writable(value)
        for candidate in _patched(old, value, newline):
            if read_token(candidate) == value:
                return candidate
    return value_token(value, newline)


_QUOTES = re.compile(r"\"\"\"|'''|\"|'")
_FIRST_LINE_END = re.compile(r"\r?\n")
_UNIT_OF_BASIC = re.compile(
    r"\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8}|\\x[0-9A-Fa-f]{2}|\\[ \t]*\r?\n\s*|\\.|\r\n|.", re.DOTALL
)
_UNIT_OF_LITERAL = re.compile(r"\r\n|.", re.DOTALL)


def _patched(old: str, value: str, newline: str | None) -> Iterator[str]:
    """Yield ways to write `value` with the quotes of `old`, best first; some may mean something else."""
    found = _QUOTES.match(old)
    quotes = found[0] if found else '"'
    is_long = len(quotes) == 3
    if "\n" in value and not is_long:
        return
    before = read_token(old)
    if not isinstance(before, str):
        return
    opening = len(quotes)
    if is_long and (line_end := _FIRST_LINE_END.match(old, opening)):
        opening = line_end.end()
    borders = _borders(old[opening : -len(quotes)], before, is_basic=quotes[0] == '"')
    if borders is None:
        return
    start, end = common_ends(before, value)
    head, tail = old[: opening + borders[start]], old[opening + borders[len(before) - end] :]
    middle = value[start : len(value) - end]
    for written in _bodies(middle, quotes, newline or "\n"):
        yield head + written + tail


def _borders(raw: str, decoded: str, *, is_basic: bool) -> list[int] | None:
    """Return for each character of the decoded text, and for its end, the offset in the raw text."""
    borders = []
    position = 0
    for unit in (_UNIT_OF_BASIC if is_basic else _UNIT_OF_LITERAL).finditer(raw):
        is_fold = unit[0][0] == "\\" and unit[0].endswith(("\n", " ", "\t")) and is_basic
        if not is_fold:
            borders.append(position)
        position = unit.end()
    borders.append(len(raw))
    return borders if len(borders) == len(decoded) + 1 else None


def _bodies(text: str, quotes: str, newline: str) -> Iterator[str]:
    """Yield ways to write a piece of a string between these quotes."""
    if quotes[0] == "'":
        yield text.replace("\n", newline)
        return
    escaped = newline.join(_written(line, multiline_strings=False)[1:-1] for line in text.split("\n"))
    if len(quotes) == 3:
        yield escaped.replace('\\"', '"')
    yield escaped

"""Find where a file needs TOML 1.1, which this program reads on every Python but many editors do not.

The new forms are line ends, comments and a last comma in an inline table, the escapes `\\e` and `\\xHH`, and times
without seconds. Most files have none of them, and most are seen to have none by looking for a few characters.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from debttree.model import Address, Message, Problem, Severity, msg
from debttree.reading.blocks import scan
from debttree.reading.lines import Lines
from debttree.reading.spans import (
    BASIC,
    COMMENT,
    LITERAL,
    LONG_BASIC,
    LONG_LITERAL,
    NONE,
    STRING,
    compiled,
    past_blanks,
)


class _Form(NamedTuple):
    message: Message
    hint: Message


_TABLE_HINT = msg("Write it on one line without a last comma, or with a header of its own: [...]")
_LINES = _Form(msg("A table in braces over several lines needs TOML 1.1."), _TABLE_HINT)
_COMMENT = _Form(msg("A comment in a table in braces needs TOML 1.1."), _TABLE_HINT)
_LAST_COMMA = _Form(msg("A comma behind the last name in braces needs TOML 1.1."), _TABLE_HINT)
_ESCAPES = {
    "e": _Form(msg("The escape {escape} needs TOML 1.1.", escape="\\e"), msg("Write \\u001B for it.")),
    "x": _Form(
        msg("The escape {escape} needs TOML 1.1.", escape="\\x"), msg("Write \\u00HH instead of \\xHH.")
    ),
}
_NO_SECONDS = _Form(
    msg("A time without seconds needs TOML 1.1."), msg("Write its seconds too, as in 09:30:00.")
)

_UP_TO_BRACE = compiled(rf"(?:[^\"'#{{]++|{STRING}|{COMMENT}|{NONE})*+")
_PLAIN_TABLE = compiled(rf"\{{(?:[^\"'#\[\]{{}},\n]++|{STRING}|(?!,[ \t]*+\}}),|{NONE})*+\}}")
_UP_TO_SIGN = compiled(rf"(?:[^\"'#\[\]{{}},\n]++|{STRING}|{NONE})*+")
_MINUTES = re.compile(r":(?<=[0-9]{2}:)[0-9]{2}(?![0-9:])")
_BEFORE_A_TIME = re.compile(r"(?:\A|[=,\[\n0-9])[ \tTt]*\Z")
_STRING_OR_TIME = compiled(
    rf"(?P<basic>{LONG_BASIC}|{BASIC})|{LONG_LITERAL}|{LITERAL}|{COMMENT}"
    rf"|(?:[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}[Tt ]|{NONE})?+(?P<time>[0-9]{{2}}:[0-9]{{2}})"
    rf"(?:(?P<seconds>:[0-9]{{2}})|{NONE})?+[^\s,\]}}#]*+"
)
_ESCAPE = compiled(r"\\([ex])|\\.")


def newer_forms(text: str) -> list[Problem]:
    """Return a warning for each form in a text, which `tomli` accepts, that TOML 1.0 does not know.

    A table or a string is one thing: it is named once for each cause. The path is that of the header above it.
    """
    found: list[tuple[int, _Form]] = []
    if "{" in text:
        found += _in_tables(text)
    if "\\e" in text or "\\x" in text or _may_hold_a_short_time(text):
        found += _in_strings_and_times(text)
    return _problems(text, found) if found else []


def _problems(text: str, found: Iterable[tuple[int, _Form]]) -> list[Problem]:
    lines, blocks = Lines(text), scan(text)
    problems = []
    for offset, form in found:
        path = blocks.headers.paths[bisect_right(blocks.starts, offset) - 1]
        node, place = Address.of(path).node, lines.at(offset)
        problems.append(Problem("needs-toml-1.1", Severity.WARNING, *form, path=path, node=node, place=place))
    return problems


def _may_hold_a_short_time(text: str) -> bool:
    """Return whether it is worth looking at every string: most times stand in sentences."""
    hours = (minutes.start() - 2 for minutes in _MINUTES.finditer(text))
    return any(_BEFORE_A_TIME.search(text[max(start - 16, 0) : start]) for start in hours)


def _in_strings_and_times(text: str) -> Iterator[tuple[int, _Form]]:
    for token in _STRING_OR_TIME.finditer(text):
        if token["time"] and not token["seconds"]:
            yield token.start(), _NO_SECONDS
        elif token["basic"]:
            escapes: dict[str, int] = {}
            for escape in _ESCAPE.finditer(text, *token.span()):
                if escape[1]:
                    escapes.setdefault(escape[1], escape.start())
            yield from ((offset, _ESCAPES[sign]) for sign, offset in escapes.items())


def _in_tables(text: str) -> Iterator[tuple[int, _Form]]:
    position = 0
    while brace := _UP_TO_BRACE.match(text, position):
        position = brace.end()
        if position == len(text):
            return
        if plain := _PLAIN_TABLE.match(text, position):
            position = plain.end()
        else:
            position, found = _walked(text, position)
            yield from found


def _walked(text: str, position: int) -> tuple[int, list[tuple[int, _Form]]]:
    """Return the end of the inline table that opens at `position`, and the first new form in each table."""
    found: dict[int, tuple[int, _Form]] = {}
    opened: list[int] = []
    while True:
        here, position = position, position + 1
        if text[here] in "[{":
            opened.append(here)
        elif text[here] in "]}":
            opened.pop()
            if not opened:
                return position, list(found.values())
        elif text[opened[-1]] == "{" and opened[-1] not in found and (form := _form(text, here)):
            found[opened[-1]] = (opened[-1] if form is _LINES else here, form)
        position = text.find("\n", here) if text[here] == "#" else _past_plain(text, position)


def _past_plain(text: str, position: int) -> int:
    plain = _UP_TO_SIGN.match(text, position)
    return plain.end() if plain else position


def _form(text: str, position: int) -> _Form | None:
    """Return the new form that a line end, `#` or comma in an inline table is, or None."""
    if text[position] == ",":
        return _LAST_COMMA if text[past_blanks(text, position + 1)] == "}" else None
    return _LINES if text[position] == "\n" else _COMMENT

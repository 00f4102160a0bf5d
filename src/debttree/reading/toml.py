"""Bytes to TOML data by tomllib, and one clean problem with its place where that fails."""

import re
import tomllib
from dataclasses import dataclass
from typing import Any

from debttree.model import Message, Place, Problem, Severity, msg
from debttree.reading.collector_pause import without_collector
from debttree.reading.toml_errors import hint_for, in_our_words

Data = dict[str, Any]
"""What tomllib makes of a file."""

BOM = "\ufeff"
"""The byte order mark that a file may begin with, as text."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """A file's text without its BOM, and its data, or the one problem that kept it from being read."""

    text: str
    data: Data | None
    problem: Problem | None = None


def parse(content: bytes) -> Parsed:
    """Read a file's bytes as TOML."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        return Parsed(content.decode("utf-8", errors="replace"), None, _not_utf8(content, error))
    text = text.removeprefix(BOM)
    try:
        with without_collector():
            return Parsed(text, tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        return Parsed(text, None, _not_toml(text, str(error)))
    except RecursionError:
        return Parsed(text, None, _refused("too-deep", msg("Tables or arrays are nested too deeply.")))
    except ValueError:  # int() refuses numbers of thousands of digits
        return Parsed(text, None, _refused("too-large", msg("A number has too many digits.")))


def _refused(code: str, message: Message) -> Problem:
    return Problem(code, Severity.ERROR, message, place=Place(1, 1))


def _not_utf8(content: bytes, error: UnicodeDecodeError) -> Problem:
    before = content[: error.start].decode("utf-8", errors="replace").removeprefix(BOM)
    place = Place(before.count("\n") + 1, len(before) - before.rfind("\n"))
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        hint = msg("It looks like UTF-16. Save it as UTF-8.")
    else:
        hint = msg("Save it as UTF-8; older Chinese files are often GBK.")
    return Problem("not-utf-8", Severity.ERROR, msg("The file is not UTF-8 text."), hint, place=place)


_AT = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")


def _not_toml(text: str, complaint: str) -> Problem:
    found = _AT.search(complaint)
    reason = _AT.sub("", complaint)
    lines = text.replace("\r\n", "\n").split("\n")
    place = Place(int(found[1]), int(found[2])) if found and found[1] else _last_place(lines)
    line = lines[place.line - 1] if place.line <= len(lines) else ""
    hint = hint_for(reason, line)
    return Problem("not-toml", Severity.ERROR, in_our_words(reason), hint, place=place)


def _last_place(lines: list[str]) -> Place:
    """The end of the last line that holds anything: the end of the document says little."""
    number = next((n for n in range(len(lines), 0, -1) if lines[n - 1].strip()), 1)
    return Place(number, len(lines[number - 1]) + 1)

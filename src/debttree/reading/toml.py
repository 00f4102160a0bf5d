"""Parse bytes as TOML by tomli; where that fails, give one problem with its place."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import tomli

from debttree.model import Message, Place, Problem, Severity, msg
from debttree.reading import chunks
from debttree.reading.gc_pause import without_collector
from debttree.reading.lines import Lines
from debttree.reading.spans import Header
from debttree.reading.toml_errors import hint_for, in_our_words

Data = dict[str, Any]
"""What tomli makes of a file."""

BOM = "\ufeff"
"""The byte order mark that a file may begin with, as text."""


_BASES = ("0x", "0o", "0b")
_BITS = 10_000
"""Of a number at most: some 3,000 digits, fewer than the 4,300 that Python writes."""
_MANY_DIGITS = re.compile(rf"0[xob][0-9A-Fa-f_]{{{_BITS // 4}}}")


@dataclass(frozen=True, slots=True)
class Parsed:
    """A file's text without its BOM, and its data, or the one problem that kept it from being read.

    Attributes:
        found: what `scan_blocks` finds in the text, where it had to be asked.
    """

    text: str
    data: Data | None
    problem: Problem | None = None
    found: Sequence[tuple[int, Header]] | None = None


def parse(content: bytes) -> Parsed:
    """Read a file's bytes as TOML."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        return Parsed(content.decode("utf-8", errors="replace"), None, _not_utf8(content, error))
    text = text.removeprefix(BOM)
    try:
        with without_collector():
            data, found = chunks.loads(text)
        if _has_endless_number(text, data):
            raise ValueError
        return Parsed(text, data, found=found)
    except tomli.TOMLDecodeError as error:
        return Parsed(text, None, _not_toml(error))
    except RecursionError:
        return Parsed(text, None, _refused("too-deep", msg("Tables or arrays are nested too deeply.")))
    except ValueError:  # int() refuses numbers of thousands of digits
        return Parsed(text, None, _refused("too-large", msg("A number has too many digits.")))


def _has_endless_number(text: str, data: Data) -> bool:
    """Return whether a number has more digits than Python would ever write: what reads it must not fall over it later.

    `int()` refuses such numbers itself where they are written in tens, and takes them in any other base.
    """
    if not any(base in text for base in _BASES) or _MANY_DIGITS.search(text) is None:
        return False
    level: list[object] = [data]
    while level:
        value = level.pop()
        if isinstance(value, dict):
            level.extend(value.values())
        elif isinstance(value, list):
            level.extend(value)
        elif isinstance(value, int) and value.bit_length() > _BITS:
            return True
    return False


def read_token(token: str) -> Any:
    """Return the value that a TOML token stands for; None where it is none."""
    try:
        return tomli.loads(f"k = {token}").get("k")
    except tomli.TOMLDecodeError:
        return None


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


def _not_toml(error: tomli.TOMLDecodeError) -> Problem:
    at_end = error.pos >= len(error.doc)
    place = _last_place(error.doc) if at_end else Place(error.lineno, error.colno)
    hint = hint_for(error.msg, Lines(error.doc).line(place.line))
    return Problem("not-toml", Severity.ERROR, in_our_words(error.msg), hint, place=place)


def _last_place(text: str) -> Place:
    """Return the end of the last line that holds anything: the end of the document says little."""
    content = text.rstrip()
    end = text.find("\n", len(content)) if content else 0
    return Lines(text).at(end if end >= 0 else len(text))

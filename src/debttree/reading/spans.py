"""Find where blocks, entries, keys and values stand in a TOML text, as offsets in code points.

This is no parser: it runs on text that `tomli` accepts, and only finds where tokens begin and end.
That is why every expression below may be simple: it never has to tell valid text from invalid text. `scan_blocks`
alone may run before tomli has judged (`chunks`): on any text it takes linear time, and gives up where it is lost.

A text is a row of *blocks*: the top, then one block a header, from the header's line to the next header.
Finding the blocks is one pass of a regular expression; `entries`, `pairs` and `items` look at the inside of a
block, an inline table and an array.

Inline tables may hold line ends, comments and a last comma, as TOML 1.1 allows.
"""

import re
from typing import NamedTuple

import tomli

# Every repetition is possessive, and before it takes a character every alternative knows that it fits. So nothing
# ever backtracks: time is linear, and the stack stays flat on any input. Python 3.11.0 to 3.11.4 (Debian 12 has
# 3.11.2) go on from where the last alternative that failed had looked (cpython issue 106052), be it in a look-ahead:
# so the last one of each repetition with a look-ahead is `NONE`, which fails without a look.
NONE = r"(?!)"
BASIC = r'"(?:[^"\\\n]++|\\.)*+"'
LITERAL = r"'[^'\n]*+'"
LONG_BASIC = rf'"""(?:[^"\\]++|\\.|(?!""")"|{NONE})*+"{{3,5}}+'
LONG_LITERAL = rf"'''(?:[^']++|(?!''')'|{NONE})*+'{{3,5}}+"
# An unclosed long string must not match as a short one, or each of its quotes would scan to the end again.
STRING = f"(?:{LONG_BASIC}|{LONG_LITERAL}|(?!\"\"\"|''')(?:{BASIC}|{LITERAL}))"
COMMENT = r"#[^\n]*+"
_KEY_PART = f"(?:[A-Za-z0-9_-]++|{BASIC}|{LITERAL})"
_KEY = rf"{_KEY_PART}(?:[ \t]*+\.[ \t]*+{_KEY_PART})*+"


def compiled(pattern: str) -> re.Pattern[str]:
    """Return a compiled expression in which a dot is any character."""
    return re.compile(pattern, re.DOTALL)


_UP_TO_HEADER_OR_BRACKET = compiled(rf"(?:[^\"'#\[{{\n]++|{STRING}|{COMMENT}|(?!\n[ \t]*+\[)\n|{NONE})*+")
_UP_TO_BRACKET = compiled(rf"(?:[^\"'#\[\]{{}}]++|{STRING}|{COMMENT}|{NONE})*+")
_PLAIN_HEADER = compiled(r"[ \t]*+(\[\[?+)([A-Za-z0-9_.-]++)\][^\n]*+")
_HEADER = compiled(rf"[ \t]*+(\[\[?+)[ \t]*+({_KEY})[ \t]*+\][^\n]*+")
_BLANK = compiled(rf"(?:[ \t\r\n]++|{COMMENT})*+")
_BLANK_OR_COMMA = compiled(rf"(?:[ \t\r\n,]++|{COMMENT})*+")
_PART = compiled(_KEY_PART)
_PLAIN_ENTRY = compiled(
    rf"[ \t]*+([A-Za-z0-9_.-]++)[ \t]*+=[ \t]*+({BASIC}(?!\")|[\w+:.-]++)[ \t]*+(?:{COMMENT}|\r?+)(?:\n|\Z)"
)
_ASSIGNMENT = compiled(rf"({_KEY})[ \t]*+=[ \t]*+")
_SCALAR = compiled(rf"{STRING}|[^,\]}}#\n]*+")
_BLANKS = compiled(r"[ \t]*+")
_OPENING, _BRACKETS = "[{", "[]{}"
_LINE_REST = compiled(r"[^\n]*+\n?+")


class NotToml(ValueError):
    """The scanner cannot go on: the text is none that `tomli` accepts."""


class Span(NamedTuple):
    """From the offset `start` up to, not including, `end`."""

    start: int
    end: int


class KeyPart(NamedTuple):
    """One name of a dotted key: decoded, and where it is written."""

    name: str
    span: Span


class KeyValue(NamedTuple):
    """One `key = value`, in a block or in an inline table.

    Attributes:
        line: where its first line begins; in an inline table where the key begins.
        key: where the key begins.
        names: the names of the key, decoded.
        value: the value, without blanks around it.
        end: past the end of its last line, comment included; in an inline table past the value.
    """

    line: int
    key: int
    names: tuple[str, ...]
    value: Span
    end: int


class Header(NamedTuple):
    """What `[a.b]` or `[[a.b]]` says; the top of the file has no names."""

    names: tuple[str, ...]
    is_array: bool


def header_parts(text: str, start: int) -> list[KeyPart]:
    """Return the names in the header whose line begins at `start`, and where they are written."""
    opened = _HEADER.match(text, start)
    return key_parts(text, opened.start(2)) if opened else []


def past_blanks(text: str, position: int) -> int:
    """Return the offset behind blanks, line ends and comments."""
    return _matched(_BLANK, text, position)


def line_end(text: str, position: int, end: int | None = None) -> int:
    """Return the offset behind the line end after `position`, or the end of the text.

    Args:
        text: the whole text.
        position: an offset in it.
        end: the offset to stop at; default: the end of the text.
    """
    return _matched(_LINE_REST, text, position, end)


def scan_blocks(text: str, start: int, end: int) -> list[tuple[int, Header]]:
    """Return where each header between two borders of blocks begins, and what it says.

    Args:
        text: the whole text.
        start: offset of a border of blocks.
        end: offset of a later border of blocks.

    Raises:
        NotToml: for some texts that `tomli` refuses; for others it finds whatever looks like a header.
    """
    found: list[tuple[int, Header]] = []
    known: dict[str, str] = {}  # a name that comes again takes no memory again
    position = start
    while position < end:
        opened = _PLAIN_HEADER.match(text, position, end)
        if opened:
            names = tuple([known.setdefault(name, name) for name in opened[2].split(".")])
            found.append((position, Header(names, opened[1] == "[[")))
            position = opened.end()
        elif opened := _HEADER.match(text, position, end):
            names = tuple(part.name for part in key_parts(text, opened.start(2)))
            found.append((position, Header(names, opened[1] == "[[")))
            position = opened.end()
        position = _past_body(text, position, end) + 1
    return found


def _past_body(text: str, position: int, end: int) -> int:
    """Return the offset of the line end before the next header, from the end of a header's line; or `end`."""
    while (position := _matched(_UP_TO_HEADER_OR_BRACKET, text, position, end)) < end:
        if text[position] == "\n":
            break
        position = _past_brackets(text, position)
    return position


def _past_brackets(text: str, position: int) -> int:
    """Return the offset behind the array or inline table that opens at `position`."""
    depth = 0
    while (sign := text[position : position + 1]) and sign in _BRACKETS:
        depth += 1 if sign in _OPENING else -1
        position += 1
        if depth == 0:
            return position
        position = _matched(_UP_TO_BRACKET, text, position)
    message = f"no bracket at offset {position}"
    raise NotToml(message)


def _matched(pattern: re.Pattern[str], text: str, position: int, end: int | None = None) -> int:
    """Return the end of what `pattern`, which matches anywhere, takes at `position`."""
    match = pattern.match(text, position, len(text) if end is None else end)
    return match.end() if match else position


def entries(text: str, body: Span) -> list[KeyValue]:
    """Return the `key = value` lines of a block's body, in order.

    >>> [(one.names, one.value) for one in entries("a.b = 1\\n", Span(0, 8))]
    [(('a', 'b'), Span(start=6, end=7))]
    """
    found: list[KeyValue] = []
    position, end = body
    while position < end:
        plain = _PLAIN_ENTRY.match(text, position, end)
        if plain:
            value = Span(plain.start(2), plain.end(2))
            names = tuple(plain[1].split("."))
            found.append(KeyValue(position, plain.start(1), names, value, plain.end()))
            position = plain.end()
            continue
        key = _matched(_BLANK, text, position, end)
        if key >= end:
            break
        names, value = _assignment(text, key)
        line = text.rfind("\n", position, key) + 1 or position
        position = line_end(text, value.end, end)
        found.append(KeyValue(line, key, names, value, position))
    return found


def pairs(text: str, value: Span) -> list[KeyValue]:
    """Return the `key = value` pairs of the inline table at `value`."""
    found: list[KeyValue] = []
    position = _matched(_BLANK_OR_COMMA, text, value.start + 1)
    while position < value.end - 1:
        names, inner = _assignment(text, position)
        found.append(KeyValue(position, position, names, inner, inner.end))
        position = _matched(_BLANK_OR_COMMA, text, inner.end)
    return found


def items(text: str, value: Span) -> list[Span]:
    """Return the items of the array at `value`."""
    found: list[Span] = []
    position = _matched(_BLANK_OR_COMMA, text, value.start + 1)
    while position < value.end - 1:
        item = _value(text, position)
        found.append(item)
        position = _matched(_BLANK_OR_COMMA, text, item.end)
    return found


def _assignment(text: str, key: int) -> tuple[tuple[str, ...], Span]:
    """Return the decoded names of the key that begins at `key`, and the value after it."""
    opened = _ASSIGNMENT.match(text, key)
    if opened is None:
        message = f"no key at offset {key}"
        raise ValueError(message)
    written = opened[1]
    plain = "." not in written and written[0] not in "\"'"
    names = (written,) if plain else tuple(part.name for part in key_parts(text, key))
    return names, _value(text, opened.end())


def _value(text: str, start: int) -> Span:
    if text[start] in "[{":
        return Span(start, _past_brackets(text, start))
    end = _matched(_SCALAR, text, start)
    while text[end - 1] in " \t\r":
        end -= 1
    return Span(start, end)


def key_parts(text: str, start: int) -> list[KeyPart]:
    """Return the parts of the (dotted) key that begins at `start`."""
    found: list[KeyPart] = []
    position = start
    while part := _PART.match(text, position):
        found.append(KeyPart(_decoded(part[0]), Span(*part.span())))
        dot = _matched(_BLANKS, text, part.end())
        if text[dot : dot + 1] != ".":
            break
        position = _matched(_BLANKS, text, dot + 1)
    return found


def _decoded(part: str) -> str:
    """Return the name that a part of a key says."""
    if part[0] == "'" or (part[0] == '"' and "\\" not in part):
        return part[1:-1]
    return str(tomli.loads(f"k = {part}")["k"]) if part[0] == '"' else part

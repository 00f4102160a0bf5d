"""The tokens of Graphviz's DOT language."""

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

from debttree.incoming.found import NotReadable
from debttree.incoming.html_words import html_words
from debttree.model import msg

_TOKEN = re.compile(
    r"""(?P<space>\s+|//[^\n]*|\#[^\n]*|/\*.*?\*/)
    |(?P<arrow>->|--)
    |(?P<sign>[{}\[\];,=:+])
    |(?P<number>-?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?))
    |(?P<word>[A-Za-z_\u0080-\U0010ffff][A-Za-z0-9_\u0080-\U0010ffff]*)
    |"(?P<quoted>(?:[^"\\]|\\.)*)"
    """,
    re.VERBOSE | re.DOTALL,
)


class DotToken(NamedTuple):
    """A token: its kind (`sign`, `word`, `end`), its text, and the line that it begins on."""

    kind: str
    text: str
    line: int


def dot_tokens(text: str) -> Iterator[DotToken]:
    """Yield the tokens and then one of kind `end`.

    Raises:
        NotReadable: something is no token.
    """
    at, line = 0, 1
    while at < len(text):
        if text[at] == "<":
            end = _html_end(text, at, line)
            yield DotToken("word", html_words(text[at + 1 : end - 1]), line)
        else:
            matched = _TOKEN.match(text, at)
            if matched is None:
                raise NotReadable(msg('"{sign}" is not understood here.', sign=text[at]), line)
            end = matched.end()
            kind = matched.lastgroup or ""
            if kind == "quoted":
                yield DotToken("word", matched["quoted"].replace("\\\n", ""), line)
            elif kind != "space":
                yield DotToken(
                    "word" if kind == "number" else "sign" if kind == "arrow" else kind, matched[0], line
                )
        line += text.count("\n", at, end)
        at = end
    yield DotToken("end", "", line)


def _html_end(text: str, start: int, line: int) -> int:
    depth = 0
    for found in re.compile("[<>]").finditer(text, start):
        depth += 1 if found[0] == "<" else -1
        if depth == 0:
            return found.end()
    raise NotReadable(msg("a label of HTML does not end."), line)


_ESCAPES = {"n": "\n", "l": "\n", "r": "\n", "G": "", "L": ""}
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)


def dot_words(label: str, node: str) -> str:
    r"""Return the words that Graphviz shows for a label, a line for each of its lines.

    Args:
        label: as it stands in the file, without its quotes.
        node: what `\N` stands for.

    >>> dot_words(r"pay\nin full &amp; \N", "n")
    'pay\nin full & n'
    """
    words = {**_ESCAPES, "N": node}
    plain = _ESCAPED.sub(lambda found: words.get(found[1], found[1]), label)
    return html.unescape(plain).strip("\n")

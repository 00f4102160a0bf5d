"""Read and write emphasis as an author of Chinese expects it.

CommonMark lets `**` close only where it looks like the end of a word in a language with spaces: after a mark of
punctuation it must be followed by white space or another such mark. So `**注意：**不要签` keeps its asterisks. The
amendments proposed for Chinese, Japanese and Korean (https://github.com/tats-u/markdown-cjk-friendly) let a character
of these languages stand there as a space would. They only ever add places where `*` may open or close; `_` and every
text without such characters are read as before.

What is written goes to programs that may know nothing of that: there, emphasis gives up the marks at its edges until
plain CommonMark reads it as meant. The words and their order stay as they are.
"""

import unicodedata
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline


def read_beside_cjk(md: "MarkdownIt") -> None:
    """Let markdown-it open and close `*` next to Chinese, Japanese and Korean as next to spaces."""
    from markdown_it.rules_inline import emphasis

    def tokenize(state: "StateInline", silent: bool) -> bool:
        start, known = state.pos, len(state.delimiters)
        if not emphasis.tokenize(state, silent):
            return False
        if state.src[start] == "*":
            before, after = _before(state.src, start), state.src[state.pos : state.pos + 1]
            for delimiter in state.delimiters[known:]:
                delimiter.open = delimiter.open or _may_face(after, before)
                delimiter.close = delimiter.close or _may_face(before, after)
        return True

    md.inline.ruler.at("emphasis", tokenize)


def _before(text: str, at: int) -> str:
    """Return the character before a place, variation selectors not counted."""
    if at and _chooses_a_shape(text[at - 1]):
        at -= 1
    return text[at - 1] if at else ""


def _may_face(inner: str, outer: str) -> bool:
    """Return whether a run of `*` between these two characters may begin or end emphasis of the inner one."""
    if _is_blank(inner):
        return False
    if not _is_punctuation(inner) or _is_cjk(inner):
        return True
    return _is_blank(outer) or _is_punctuation(outer) or _is_cjk(outer)


def _is_blank(character: str) -> bool:
    return not character or character in "\t\n\v\f\r" or unicodedata.category(character) == "Zs"


def _is_punctuation(character: str) -> bool:
    return unicodedata.category(character)[0] in "PS"


def _chooses_a_shape(character: str) -> bool:
    """Return whether a character is a variation selector."""
    return "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef"


def _is_cjk(character: str) -> bool:
    """Return whether a character is wide or half-wide and no emoji, or Hangul."""
    if character < "\u1100" or "\u2300" <= character < "\u2e80" or "\U0001f000" <= character < "\U00020000":
        return False
    return unicodedata.east_asian_width(character) in "WFH" or character <= "\u11ff"


def bold(text: str, before: str, after: str, escaped: Callable[[str], str]) -> str:
    """Return words in `**`, so that plain CommonMark emphasises them; marks at their edges may stay outside.

    Args:
        text: the words; white space around them stays outside.
        before: what is written before them.
        after: what is written after them.
        escaped: writes words so that nothing in them is Markdown.

    Returns:
        The words without emphasis where there is none that every program would see.
    """
    start, end = 0, len(text)
    while start < end and not _opens(escaped(text[start:end])[:1], (before + escaped(text[:start]))[-1:]):
        if not (_is_blank(text[start]) or _is_punctuation(text[start])):
            return escaped(text)
        start += 1
    while start < end and not _opens(escaped(text[start:end])[-1:], (escaped(text[end:]) + after)[:1]):
        if not (_is_blank(text[end - 1]) or _is_punctuation(text[end - 1])):
            return escaped(text)
        end -= 1
    if start >= end:
        return escaped(text)
    return f"{escaped(text[:start])}**{escaped(text[start:end])}**{escaped(text[end:])}"


def _opens(inner: str, outer: str) -> bool:
    """Return whether `**` between two characters begins or ends emphasis in every version of CommonMark.

    Only newer versions count symbols as punctuation.
    """
    if _is_blank(inner):
        return False
    if not _is_punctuation(inner) or _is_blank(outer):
        return True
    return (outer.isascii() and _is_punctuation(outer)) or unicodedata.category(outer)[0] == "P"

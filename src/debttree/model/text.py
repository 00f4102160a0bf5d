"""Clean text from outside, and choose its words by language."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

HARMFUL = re.compile(
    "["
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # control characters but tab and line feed
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # bidirectional marks, embeddings, overrides, isolates
    "\u2028\u2029"  # line and paragraph separator
    "\u200b\u2060\ufeff\ufff9-\ufffb"  # invisible: zero-width space, word joiner, BOM, annotations
    "\ud800-\udfff"  # lone surrogates, as undecodable file names hold them
    "\ufffe\uffff"  # no characters at all, and not allowed in XML
    "]"
)
"""Characters that act on a terminal, turn text around, or cannot be seen or written."""


def _visible(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(0x2400 + code)  # the control pictures: ␛ for escape
    return "␡" if code == 0x7F else f"<U+{code:04X}>"


def clean(text: str) -> str:
    """Return text of several lines in which nothing moves a cursor or is invisible.

    Control and bidirectional characters become visible signs, tabs become four spaces; line feeds stay.
    """
    if text.isprintable():  # by far the commonest case, and much faster than the expression
        return text
    return HARMFUL.sub(_visible, text.replace("\t", "    "))


def clean_line(text: str) -> str:
    """Return the text cleaned and on one line: every run of line feeds and tabs is one space."""
    if text.isprintable():
        return text
    return HARMFUL.sub(_visible, re.sub(r"[\n\t]+", " ", text))


@dataclass(frozen=True, slots=True)
class Wording:
    """What is shown of a text.

    Attributes:
        text: the clean words.
        missing: the language asked for is not there, and these words are in another one.
    """

    text: str
    missing: bool = False


@dataclass(frozen=True, slots=True)
class Text:
    """Clean words in one or more languages.

    Attributes:
        variants: pairs of language and words, in file order; the language "" serves every language.
    """

    variants: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, raw: str | Mapping[str, str]) -> "Text":
        """Make a text from a plain string or a table of language to string; the words are cleaned here."""
        if isinstance(raw, str):
            return cls((("", clean(raw)),))
        return cls(tuple((language, clean(words)) for language, words in raw.items()))

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages written; empty where one string serves all."""
        return tuple(language for language, _ in self.variants if language)

    def wording(self, language: str, fallback: str | None = None) -> Wording:
        """Return the words in `language`, else in `fallback`, else the first ones written.

        A regional request is served by its plain language and the other way round (`zh-Hant`, `zh`).
        """
        found = dict(self.variants)
        if "" in found:
            return Wording(found[""])
        if language in found:
            return Wording(found[language])
        base = language.partition("-")[0]
        for written, words in self.variants:
            if written.partition("-")[0] == base:
                return Wording(words)
        if fallback in found:
            return Wording(found[fallback], missing=True)
        return Wording(self.variants[0][1], missing=True) if self.variants else Wording("", missing=True)

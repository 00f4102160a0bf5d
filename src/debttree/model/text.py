"""Clean text from outside, and choose its words by language."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from debttree.model.invisible import DRAWS_NOTHING, SUSPECT

_ACTS = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # control characters but tab and line feed
    "\u2028\u2029"  # line and paragraph separator
    "\ufff9-\ufffb"  # annotations
    "\ud800-\udfff"  # lone surrogates, as undecodable file names hold them
    "\ufffe\uffff"  # no characters at all, and not allowed in XML
)

_SUSPICIOUS = re.compile(f"[{_ACTS}{SUSPECT}]")
"""What may be harmful; found much faster."""

_LINE_ENDS = re.compile(r"[\n\t]+")


@cache
def harmful() -> re.Pattern[str]:
    """Return what matches characters that act on a terminal, turn text around, or cannot be seen or written.

    Compiled when the first suspicious text is met, since that takes some milliseconds.
    """
    return re.compile(f"(?=[{_ACTS}{SUSPECT}])(?:[{_ACTS}]|{DRAWS_NOTHING})")


def sign(character: str) -> str:
    """Return what is shown instead of a harmful character."""
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)  # the control pictures: ␛ for escape
    return "␡" if code == 0x7F else f"<U+{code:04X}>"


def _is_harmless(text: str) -> bool:
    """Return whether there is certainly nothing to clean: by far the commonest case."""
    return (text.isascii() and text.isprintable()) or _SUSPICIOUS.search(text) is None


def signed(text: str, as_sign: Callable[[str], str] = sign) -> str:
    """Return a text with a sign for each harmful character; tabs and line feeds stay.

    Args:
        text: the text.
        as_sign: makes the sign; as long as each makes one character, all others keep their columns.
    """
    return text if _is_harmless(text) else harmful().sub(lambda found: as_sign(found[0]), text)


def clean(text: str) -> str:
    """Return text of several lines in which nothing moves a cursor or is invisible.

    Control and bidirectional characters and those that draw nothing become visible signs, tabs become four
    spaces; line feeds stay.

    >>> clean("red \\x1b[31m, a tab\\tand a BOM\\ufeff")
    'red ␛[31m, a tab    and a BOM<U+FEFF>'
    """
    return signed(text).replace("\t", "    ")


def clean_line(text: str) -> str:
    """Return the text cleaned and on one line: every run of line feeds and tabs is one space.

    >>> clean_line("two\\n\\n\\tlines")
    'two lines'
    """
    return signed(_LINE_ENDS.sub(" ", text) if "\n" in text or "\t" in text else text)


_NEAR = 12
"""Characters shown around a harmful one, so that it can be found."""


def first_harmful(text: str) -> tuple[str, str, str] | None:
    """Return the first harmful character, as the sign shown for it, between the words before and after it."""
    found = None if _is_harmless(text) else harmful().search(text)
    if found is None:
        return None
    before, after = (
        text[max(found.start() - _NEAR, 0) : found.start()],
        text[found.end() : found.end() + _NEAR],
    )
    return clean_line(before), sign(found[0]), clean_line(after)


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

    @classmethod
    def plain(cls, raw: Mapping[str, str], limit: int) -> "Text | None":
        """Return the text of a table of language to string where there is nothing at all to say against it.

        That is so of nearly all texts, and found much faster for all their words at once. None: look closer, at a
        string that is empty or blank, too long, or to be cleaned, or at a value that is no string.

        Args:
            raw: the table.
            limit: characters that all words together may have.
        """
        try:
            words = "\n".join(raw.values())
        except TypeError:
            return None
        if len(words) > limit or "\t" in words or _SUSPICIOUS.search(words) is not None:
            return None
        if not all(raw.values()) or any(map(str.isspace, raw.values())):
            return None
        return cls(tuple(raw.items()))

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

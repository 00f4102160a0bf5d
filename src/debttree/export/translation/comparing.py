"""Compare a translation with its source, and report numbers, links and the like that differ.

Only characters are compared, so a month in letters or "two" for "2" is reported although it may be right: a warning.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from debttree.export.prose_blocks import BlockForm, blocks
from debttree.model import Message, first_harmful, msg

_PHONE = re.compile(r"(?<![\w-])\+?\d(?:[ \-()/]{0,4}\d){4,24}(?![\w-])")
"""Its length is limited to that of a number with extension: else a text of 1 MB could take hours."""

_DATE = re.compile(r"\b(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?:\s*日|\b)")
_NUMBER = re.compile(r"\d+(?:[.,’' \u00a0\u202f]\d{3})*(?!\d)(?:[.,]\d+)?")
_SPACED = re.compile(r"(?<!\d)\d{1,3}(?:[\u00a0\u202f]\d{3})+(?!\d)")
"""A number with spaces that do not break between its thousands, as in French; else it would pass for a telephone's."""

_ADDRESS = re.compile(r"https?://[^\s<>()\"'，。；）]+")
_TARGET = re.compile(r"\]\(\s*<?(?!https?:)([^\s<>()]+)")
"""Where a link of Markdown leads that is no address of the web."""


_FORMS = {
    BlockForm.ITEM: msg("items of lists"),
    BlockForm.HEADING: msg("headings"),
    BlockForm.TABLE: msg("tables"),
    BlockForm.QUOTE: msg("quotes"),
    BlockForm.CODE: msg("code"),
}


def differences(source: str, translation: str) -> Iterator[Message]:
    """Yield what differs between a source and its translation, in words for a translator."""
    one, other = _Signs(source), _Signs(translation)
    if source.strip() == translation.strip() and any(map(str.isalpha, source)):
        yield msg("the same words as in the source")
    hidden = first_harmful(translation)
    if hidden is not None:
        yield msg("{sign} is no character that people can see; this sign is shown instead.", sign=hidden[1])
    for what, here, there in (
        (msg("links"), one.links, other.links),
        (msg("dates"), one.dates, other.dates),
        (msg("phone numbers"), one.phones, other.phones),
        (msg("numbers"), one.numbers, other.numbers),
    ):
        if here != there:
            yield msg(
                "{what}: {some} in the source, {others} here",
                what=what,
                some=_listed(here - there),
                others=_listed(there - here),
            )
    for form, name in _FORMS.items():
        if one.forms[form] != other.forms[form]:
            yield _counted(name, one.forms[form], other.forms[form])
    if bool(one.emphasised) != bool(other.emphasised):
        yield _counted(msg("emphasised words"), one.emphasised, other.emphasised)


def _counted(name: Message, here: int, there: int) -> Message:
    return msg("{what}: {some} in the source, {others} here", what=name, some=here, others=there)


def _listed(found: Counter[str]) -> str:
    return ", ".join(_short(one) for one in sorted(found)[:_NAMED_AT_MOST]) or "-"


def _short(sign: str) -> str:
    return sign if len(sign) <= _CHARACTERS else sign[: _CHARACTERS - 1] + "…"


_NAMED_AT_MOST = 5
"""Signs of a kind that are named."""

_CHARACTERS = 60
"""Characters that are shown of one."""


class _Signs:
    """The counted elements of a text; each kind excludes what earlier kinds have matched."""

    def __init__(self, text: str) -> None:
        read = list(blocks(text))
        text = _SPACED.sub(lambda found: re.sub(r"\D", ",", found[0]), text)
        text = "".join(_plain_digit(character) for character in unicodedata.normalize("NFKC", text))
        self.links = Counter((*_ADDRESS.findall(text), *_TARGET.findall(text)))
        text = _ADDRESS.sub(" ", text)
        days = _DATE.findall(text)
        self.dates = Counter(f"{year}-{month:0>2}-{day:0>2}" for year, month, day in days)
        text = _DATE.sub(" ", text)
        self.phones = Counter(re.sub(r"[^\d+]", "", phone) for phone in _PHONE.findall(text))
        text = _PHONE.sub(" ", text)
        self.numbers = Counter(re.sub(r"\D", "", number) for number in _NUMBER.findall(text))
        self.forms = Counter(block.form for block in read)
        self.emphasised = sum(is_emphasised for block in read for _, is_emphasised in block.spans)


def _plain_digit(character: str) -> str:
    digit = unicodedata.decimal(character, None)
    return character if digit is None else str(digit)

"""Write a first tree: small, whole, in the languages asked for, with a comment at everything that it shows."""

import datetime as dt
from dataclasses import dataclass

import tomli_w

from debttree.editing.starter_elsewhere import blank_parts, parts_elsewhere
from debttree.editing.starter_parts import Both, StarterTable, Value, parts
from debttree.locales import Phrases
from debttree.model import base_of


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the first tree shall be like.

    Attributes:
        languages: that it promises, the first one is shown where another is missing.
        holidays: whose working days deadlines follow; None: nobody's.
        blank: it has a beginning and an end, and no example.
    """

    languages: tuple[str, ...] = ("zh", "en")
    holidays: str | None = "CN"
    blank: bool = False

    @property
    def is_chinese(self) -> bool:
        """Whether Chinese law may stand in it as the example."""
        return self.holidays == "CN" and "zh" in map(base_of, self.languages)


def starter(say: Phrases, today: dt.date, wishes: Wishes | None = None) -> str:
    """Return a tree that `check --strict` passes on that day.

    Args:
        say: the language of the comments.
        today: the day of the review.
        wishes: what it shall be like; by itself it is in Chinese and English, with an example from China.
    """
    wishes = wishes or Wishes()
    made = blank_parts if wishes.blank else parts if wishes.is_chinese else parts_elsewhere
    tables = made(today, list(wishes.languages), wishes.holidays)
    return "\n".join(_table(part, say, wishes.languages) for part in tables)


def _table(part: StarterTable, say: Phrases, languages: tuple[str, ...]) -> str:
    lines = [f"# {say.tell(note)}" for note in part.notes]
    if part.header:
        lines.append(part.header)
    for key, value in part.values.items():
        if key in part.remarks:
            lines.append(f"# {say.tell(part.remarks[key])}")
        lines += _pairs(key, value, languages)
    return "\n".join(lines) + "\n"


def _pairs(key: str, value: Value, languages: tuple[str, ...]) -> list[str]:
    """Return a key with its value; a text is a dotted key for each language, a list stays on one line."""
    if isinstance(value, Both):
        return [f"{key}.{language} = {token(_words(value, language))}" for language in languages]
    if isinstance(value, list):
        return [f"{key} = [{', '.join(map(token, value))}]"]
    return [f"{key} = {token(value)}"]


def _words(text: Both, language: str) -> str:
    """Return the words of a text; in a language that there are no words for, English ones that are marked."""
    known = {"zh": text.zh, "en": text.en}
    return known.get(base_of(language)) or f"[{language}] {text.en}"


def token(value: str | int | dt.date) -> str:
    """Return a value as it stands in TOML, a text of several lines over several lines."""
    written = tomli_w.dumps({"value": value}, multiline_strings=True)
    return written.removeprefix("value = ").removesuffix("\n")

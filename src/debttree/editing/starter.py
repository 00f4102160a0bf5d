"""Write the tree that `debttree new` begins with: small, complete, in the languages asked for, with comments."""

import datetime as dt
from dataclasses import dataclass

import tomli_w

from debttree.editing.starter_elsewhere import blank_parts, parts_elsewhere
from debttree.editing.starter_parts import Both, StarterTable, Value, parts
from debttree.locales import Phrases
from debttree.model import base_of


@dataclass(frozen=True, slots=True)
class Wishes:
    """The options of `debttree new`.

    Attributes:
        languages: that the tree promises; the first one is the fallback.
        holidays: code of the country whose working days deadlines follow, or None.
        blank: whether it has only a beginning and an end, without an example.
    """

    languages: tuple[str, ...] = ("zh", "en")
    holidays: str | None = "CN"
    blank: bool = False

    @property
    def is_chinese(self) -> bool:
        """Whether Chinese law can be the example."""
        return self.holidays == "CN" and "zh" in map(base_of, self.languages)


def starter(say: Phrases, today: dt.date, wishes: Wishes | None = None) -> str:
    """Return the text of a tree that passes `check --strict` on that day.

    Args:
        say: sentences in the language of the comments.
        today: the day of the review.
        wishes: the options; by default Chinese and English, with an example from China.
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
    """Return a key and its value as TOML; a text becomes a dotted key per language, a list stays on one line."""
    if isinstance(value, Both):
        return [f"{key}.{language} = {token(_words(value, language))}" for language in languages]
    if isinstance(value, list):
        return [f"{key} = [{', '.join(map(token, value))}]"]
    return [f"{key} = {token(value)}"]


def _words(text: Both, language: str) -> str:
    """Return the words of a text in a language; if there are none, the English ones with a mark."""
    known = {"zh": text.zh, "en": text.en}
    return known.get(base_of(language)) or f"[{language}] {text.en}"


def token(value: str | int | dt.date) -> str:
    """Return a value as TOML; a string of several lines takes several lines."""
    written = tomli_w.dumps({"value": value}, multiline_strings=True)
    return written.removeprefix("value = ").removesuffix("\n")

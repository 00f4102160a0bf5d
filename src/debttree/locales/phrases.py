"""Catalogues of interface sentences, by gettext; English is the source language."""

from collections.abc import Iterable
from functools import cache
from gettext import NullTranslations, translation
from pathlib import Path

from debttree.model import Message, clean_line

CATALOGUES = Path(__file__).parent
"""The folder that gettext looks in."""

DOMAIN = "debttree"
"""What gettext calls our catalogues."""


class Phrases:
    """The sentences of one language. Strings among the values are cleaned: they may come from outside."""

    def __init__(self, language: str, catalogue: NullTranslations) -> None:
        self.language = language
        self._catalogue = catalogue

    def __call__(self, template: str, /, **values: object) -> str:
        """Return the sentence in this language, filled with values."""
        return self._fill(self._catalogue.gettext(template), values)

    def plural(self, one: str, many: str, n: int, /, **values: object) -> str:
        """Return the form of a sentence for `n` things; `{n}` stands for the number.

        Args:
            one: the English sentence for one thing.
            many: the English sentence for any other number.
            n: how many.
            values: what goes into the other places.
        """
        return self._fill(self._catalogue.ngettext(one, many, n), {"n": n, **values})

    def tell(self, message: Message) -> str:
        """Return a message in this language."""
        return self._fill(self._catalogue.gettext(message.template), dict(message.values))

    def listed(self, words: Iterable[str]) -> str:
        """Return words one after the other, separated as in this language."""
        say = self
        return say(", ").join(words)

    def _fill(self, sentence: str, values: dict[str, object]) -> str:
        return sentence.format(**{name: self._plain(value) for name, value in values.items()})

    def _plain(self, value: object) -> object:
        if isinstance(value, Message):
            return self.tell(value)
        return clean_line(value) if isinstance(value, str) else value


@cache
def phrases(language: str) -> Phrases:
    """Return the sentences of an interface language; English needs no catalogue."""
    found = translation(DOMAIN, CATALOGUES, languages=[language], fallback=True)
    return Phrases(language, found)

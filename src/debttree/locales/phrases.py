"""Catalogues of interface sentences, by gettext; English is the source language."""

from collections.abc import Iterable
from functools import cache
from gettext import NullTranslations, translation
from pathlib import Path

from debttree.model import Message, best_match, clean_line

CATALOGUES = Path(__file__).parent
"""The folder that gettext looks in."""

DOMAIN = "debttree"
"""The gettext domain of the catalogues."""


INTERFACE_LANGUAGES = (
    *sorted(file.parents[1].name.replace("_", "-") for file in CATALOGUES.glob(f"*/LC_MESSAGES/{DOMAIN}.mo")),
    "en",
)
"""Languages that the program itself speaks: one for each catalogue, and English, the language of the source."""


def interface_of(language: str) -> str | None:
    """Return the language of the program that serves a reader of a language; None where there is none."""
    return best_match(language, INTERFACE_LANGUAGES)


class Phrases:
    """The sentences of one language. Strings among the values are cleaned: they may come from outside.

    Attributes:
        language: of the guide's texts; look up a tree's texts in this one.
        interface: of the sentences; another one if the program does not speak the guide's language.
    """

    def __init__(self, language: str, interface: str, catalogue: NullTranslations) -> None:
        self.language = language
        self.interface = interface
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

    def told(self, *messages: Message | None) -> str:
        """Return messages in this language, one behind the other; those that are there."""
        return " ".join(self.tell(message) for message in messages if message is not None)

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


def phrases(language: str, interface: str = "") -> Phrases:
    """Return the sentences for a reader of a guide.

    Args:
        language: of the guide.
        interface: of the sentences; by itself that of the guide, where the program speaks it, else English.
    """
    return _phrases(language, interface or interface_of(language) or "en")


@cache
def _phrases(language: str, interface: str) -> Phrases:
    names = [interface.replace("-", "_")]
    return Phrases(language, interface, translation(DOMAIN, CATALOGUES, languages=names, fallback=True))

"""Choose two languages: the one of a guide's texts, and the one of the program's sentences.

A guide may have any languages, which its tree declares; the program speaks those that it has a catalogue for, and
English. Front ends use neither locale nor catalogues directly, but a `Speech`.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from debttree.locales.names import own_name
from debttree.locales.phrases import INTERFACE_LANGUAGES, Phrases, interface_of, phrases
from debttree.model import Trouble, base_of, best_match, msg, reads_leftwards, suggestion
from debttree.system.programs import own_locale


@dataclass(frozen=True, slots=True)
class Speech:
    """The two languages that a person reads.

    Attributes:
        guide: of the tree's words.
        interface: of the program's sentences, one of `INTERFACE_LANGUAGES`.
    """

    guide: str
    interface: str

    @property
    def say(self) -> Phrases:
        """Sentences of the program, which know the language of the guide."""
        return phrases(self.guide, self.interface)

    def asked_for(self, tag: str, offered: Sequence[str], own: str) -> "Speech":
        """Return the speech after a language was asked for: it becomes the guide's, and the interface's if possible.

        Args:
            tag: what they asked for.
            offered: the languages of the tree; none: it promises none.
            own: the interface where the program does not speak that language.
        """
        spoken = interface_of(tag)
        if not offered:
            return Speech(tag, spoken or own)
        found = best_match(tag, readable(offered))
        if found is None:  # the tree lacks it: only the interface changes
            return Speech(self.guide, spoken or own)
        return Speech(found, spoken or own)


def locale_language(environment: Mapping[str, str]) -> str:
    """Return the language of the locale variables in their POSIX order, else of the system where it has another way.

    Empty in the C locale, which names none.

    >>> locale_language({"LANG": "pt_BR.UTF-8"}), locale_language({"LC_ALL": "C", "LANG": "zh_CN"})
    ('pt-BR', '')
    """
    name = next(
        (environment[v] for v in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(v)), own_locale()
    )
    name = re.split("[.@]", name)[0]
    base, _, rest = name.replace("_", "-").partition("-")
    return "" if name in ("C", "POSIX") else base.lower() + (f"-{rest}" if rest else "")


def interface_language(locale: str) -> str:
    """Return the language of the program where no tree is at hand: the locale's, else English."""
    return interface_of(locale) or "en"


def speech(offered: Sequence[str], locale: str, wanted: str | None = None) -> Speech:
    """Return the languages to show a tree in.

    Args:
        offered: the languages that the tree declares.
        locale: the language of the locale; empty in the C locale.
        wanted: what `--lang` says.

    Raises:
        Trouble: the tree is not in the language wanted, or it cannot be drawn.
    """
    if wanted is None:
        return _unasked(offered, locale)
    _refuse_leftwards(wanted)
    if offered and best_match(wanted, offered) is None and interface_of(wanted) is None:
        raise not_there_in(wanted, offered)
    return _unasked(offered, locale).asked_for(wanted, offered, interface_language(locale))


def not_there_in(wanted: str, offered: Sequence[str]) -> Trouble:
    """Return what is said where a guide is not in the language wanted, with those in which it is."""
    hint = msg("It is there in: {languages}", languages=", ".join(offered))
    said = msg('This guide is not there in "{language}".', language=wanted)
    return Trouble(said, suggestion(wanted, offered, hint))


def _unasked(offered: Sequence[str], locale: str) -> Speech:
    """Return the default languages: the guide in the locale's language, the program in the person's own."""
    spoken = interface_of(locale)
    if not offered:
        return Speech(spoken or "en", spoken or "en")
    drawn = readable(offered)
    if not drawn:
        _refuse_leftwards(offered[0])
    guide = (best_match(locale, drawn) if locale else None) or _usual(drawn)
    return Speech(guide, spoken or interface_of(guide) or "en")


def _usual(offered: Sequence[str]) -> str:
    """Return the language in the C locale: Chinese if it is the tree's first one, else English."""
    if base_of(offered[0]) == "zh":
        return offered[0]
    return best_match("en", offered) or offered[0]


def readable(offered: Sequence[str]) -> tuple[str, ...]:
    """Return the languages that can be drawn: those written from left to right."""
    return tuple(tag for tag in offered if not reads_leftwards(tag))


def _refuse_leftwards(tag: str) -> None:
    if reads_leftwards(tag):
        raise Trouble(
            msg(
                "{language} is written from right to left, which cannot be drawn rightly yet.",
                language=own_name(tag),
            ),
            msg("Choose another language of the guide with --lang."),
        )


def choosable(offered: Sequence[str]) -> tuple[str, ...]:
    """Return the languages that a key goes through: the tree's; those of the program where the tree has no choice."""
    drawn = readable(offered)
    return drawn if len(drawn) > 1 else INTERFACE_LANGUAGES


def next_language(now: Speech, offered: Sequence[str]) -> str:
    """Return the language that comes after the present one.

    >>> next_language(Speech("zh", "zh"), ("zh", "en", "es")), next_language(Speech("es", "zh"), ("es",))
    ('en', 'en')
    """
    tags = choosable(offered)
    here = now.guide if len(readable(offered)) > 1 or not offered else now.interface
    found = best_match(here, tags)
    return tags[(tags.index(found) + 1) % len(tags)] if found is not None else tags[0]

"""Sentences of the interface in the reader's language, and which language that is.

Sentences are written in English in the source, in calls of `msg(...)`, `say(...)` or `say.plural(...)`, and
translated in `zh/LC_MESSAGES/debttree.po`. `scripts/catalogues.py` collects them; a test finds missing ones.
"""

from debttree.locales.choice import (
    Speech,
    choosable,
    interface_language,
    locale_language,
    next_language,
    readable,
    speech,
)
from debttree.locales.names import own_name
from debttree.locales.phrases import CATALOGUES, DOMAIN, INTERFACE_LANGUAGES, Phrases, interface_of, phrases

__all__ = [
    "CATALOGUES",
    "DOMAIN",
    "INTERFACE_LANGUAGES",
    "Phrases",
    "Speech",
    "choosable",
    "interface_language",
    "interface_of",
    "locale_language",
    "next_language",
    "own_name",
    "phrases",
    "readable",
    "speech",
]

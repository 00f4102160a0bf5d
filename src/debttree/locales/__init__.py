"""Sentences of the interface in the reader's language, and which language that is.

Sentences are written in English in the source, in calls of `msg(...)`, `say(...)` or `say.plural(...)`, and
translated in `zh/LC_MESSAGES/debttree.po`. `scripts/catalogues.py` collects them; a test finds missing ones.
"""

from debttree.locales.choice import INTERFACE_LANGUAGES, LANGUAGE_NAMES, interface_language, other_language
from debttree.locales.phrases import CATALOGUES, DOMAIN, Phrases, phrases

__all__ = [
    "CATALOGUES",
    "DOMAIN",
    "INTERFACE_LANGUAGES",
    "LANGUAGE_NAMES",
    "Phrases",
    "interface_language",
    "other_language",
    "phrases",
]

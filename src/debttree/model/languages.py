"""Tags of languages, as in `zh`, `es` or `pt-BR`: what one looks like, which serves another, which read leftwards."""

import re
from collections.abc import Iterable

_TAG = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]+)*")

_LEFTWARDS = frozenset("ar arc ckb dv fa he iw ji ks lrc mzn nqo pnb prs ps sd syr ug ur yi".split())
"""Languages that are usually written from right to left."""

_LEFTWARD_SCRIPTS = frozenset("adlm arab aran hebr mand nkoo rohg syrc thaa".split())


def is_language(name: str) -> bool:
    """Return whether a name is written as languages are."""
    return _TAG.fullmatch(name) is not None


def as_tag(name: str) -> str:
    """Return a typed language tag in its usual form, with the language in small letters; empty if it is none.

    >>> as_tag("ES_mx"), as_tag(" zh-Hant "), as_tag("e"), as_tag("../es")
    ('es-mx', 'zh-Hant', '', '')
    """
    first, dash, rest = name.strip().replace("_", "-").partition("-")
    tag = first.lower() + dash + rest
    return tag if is_language(tag) else ""


def base_of(tag: str) -> str:
    """Return the plain language of a tag: `pt` of `pt-BR`."""
    return tag.partition("-")[0].lower()


def reads_leftwards(tag: str) -> bool:
    """Return whether a language is written from right to left: its script says so, else the language itself.

    >>> [reads_leftwards(tag) for tag in ("ar", "fa-IR", "ur-Latn", "pa-Arab", "es")]
    [True, True, False, True, False]
    """
    base, *rest = tag.lower().split("-")
    script = next((part for part in rest if len(part) == 4 and part.isalpha()), None)
    return script in _LEFTWARD_SCRIPTS if script else base in _LEFTWARDS


def best_match(wanted: str, offered: Iterable[str]) -> str | None:
    """Return the tag on offer that serves a wanted one: the same, else the first of the same plain language.

    >>> best_match("PT-br", ("pt", "pt-BR")), best_match("zh-Hant", ("en", "zh")), best_match("fr", ("en",))
    ('pt-BR', 'zh', None)
    """
    offered = list(offered)
    same = (tag for tag in offered if tag.lower() == wanted.lower())
    near = (tag for tag in offered if base_of(tag) == base_of(wanted))
    return next(same, None) or next(near, None)

"""Ids of nodes, choices and consequences: which strings are ids, and which a choice gets by default."""

import re
import unicodedata
from collections.abc import Collection, Sequence, Set

from debttree.model.invisible import IGNORABLE
from debttree.model.message import Message, msg

ID_LENGTH_LIMIT = 64
"""Characters of an id at most: it must fit on one line of a message at 80 columns."""

_PLAIN = re.compile(f"[A-Za-z0-9][A-Za-z0-9_-]{{0,{ID_LENGTH_LIMIT - 1}}}")
"""An id in ASCII."""


def is_id(text: str) -> bool:
    """Return whether `text` may be an id.

    Letters and marks of any script that can be seen, digits, `-` and `_`, beginning with a letter or digit, in NFC,
    1 to 64 characters.

    >>> [is_id(text) for text in ("pay-now", "还款", "a.b", "-x", "")]
    [True, True, False, False, False]
    """
    if text.isascii():
        return _PLAIN.fullmatch(text) is not None
    if len(text) > ID_LENGTH_LIMIT or not unicodedata.is_normalized("NFC", text):
        return False
    return _is_letter_or_digit(text[0]) and all(map(_may_be_in_id, text)) and IGNORABLE.search(text) is None


def not_an_id(name: str) -> tuple[Message, Message]:
    """Return the message that a name cannot be an id, and a hint that says what ids are like."""
    hint = msg(
        "Ids hold letters, digits, - and _, begin with a letter or digit, and have 1 to {limit} signs.",
        limit=ID_LENGTH_LIMIT,
    )
    return msg('"{name}" cannot be an id.', name=name), hint


_SLUG_LENGTH = 40
"""Characters of an id made from words: enough to know it by."""


def free_id(words: str, taken: Collection[str], fallback: str, tried: dict[str, int] | None = None) -> str:
    """Return an id made of words that nothing has yet; without usable words, the fallback with a number.

    Args:
        words: words to make an id of.
        taken: ids that are taken.
        fallback: what an id is made of where the words give none.
        tried: for many ids in a row, one table that remembers the numbers that are taken.

    >>> free_id("Pay in full!", ["pay-in-full"], "node")
    'pay-in-full-2'
    """
    text = unicodedata.normalize("NFC", words.casefold().strip())
    slug = "-".join(re.findall(r"\w+", text.replace("_", " ")))[:_SLUG_LENGTH].strip("-")
    base = slug if is_id(slug) else fallback
    number = (tried or {}).get(base, 1)
    while (chosen := base if number == 1 else f"{base[: ID_LENGTH_LIMIT - 8]}-{number}") in taken:
        number += 1
    if tried is not None:
        tried[base] = number
    return chosen


def _is_letter_or_digit(character: str) -> bool:
    return unicodedata.category(character)[0] == "L" or unicodedata.category(character) == "Nd"


def _may_be_in_id(character: str) -> bool:
    return character in "-_" or _is_letter_or_digit(character) or unicodedata.category(character)[0] == "M"


_LIKE_LATIN = str.maketrans("авекмнорстухіјѕԁһӏѵԛԝαβεζηικμνορτυχω", "abekmhopctyxijsdhlvqwabezhikmvoptuxw")
"""Small letters, capitals folded, of Cyrillic and Greek that look like a Latin one, small or capital."""

_LOOKS_AS_WRITTEN = re.compile("[ !-@a-z\u3001\u3002\u4e00-\u9fff]++")
"""Chinese, small letters and digits, in which nothing is folded: the most of what is neither short nor plain."""

_MAY_BE_LIKE_LATIN = re.compile("[\u0370-\u052f]")
"""A class of what `_LIKE_LATIN` holds; looking is much quicker than translating."""


def look(text: str) -> str:
    """Return what words look like at a glance: two ids, or two choices, that look alike are a trap.

    >>> look("Ａ-1") == look("a-1")
    True
    """
    if text.isascii():
        return " ".join(text.casefold().split())
    normal = unicodedata.normalize("NFKC", text)
    if _LOOKS_AS_WRITTEN.fullmatch(normal):
        return " ".join(normal.split())
    seen = IGNORABLE.sub("", normal).casefold()
    if seen != normal:
        seen = unicodedata.normalize("NFKC", seen)
    if _MAY_BE_LIKE_LATIN.search(seen) is not None:
        seen = seen.translate(_LIKE_LATIN)
    return " ".join(seen.split())


def default_choice_ids(targets: Sequence[str], given: Sequence[str | None]) -> list[str]:
    """Return the id of each choice of one node, in file order.

    Args:
        targets: where each choice leads.
        given: the id that the file gives it, or None.

    Returns:
        The given id, else the target for the first choice that leads there and `target-2`, `target-3` for
        later ones, skipping ids that the file gives.

    >>> default_choice_ids(["pay", "wait", "pay"], [None, None, None])
    ['pay', 'wait', 'pay-2']
    """
    if len(targets) == len(set(targets)) and not any(given):
        return list(targets)
    taken = {name for name in given if name}
    tried: dict[str, int] = {}
    ids = []
    for target, name in zip(targets, given, strict=True):
        chosen = name or _free(target, taken, tried)
        taken.add(chosen)
        ids.append(chosen)
    return ids


def _free(target: str, taken: Set[str], tried: dict[str, int]) -> str:
    """Return the first free one of `target`, `target-2`, `target-3` ...; `tried` says how far each was looked at."""
    number = tried.get(target, 1)
    while (name := target if number == 1 else f"{target}-{number}") in taken:
        number += 1
    tried[target] = number
    return name

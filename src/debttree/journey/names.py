"""People's names as they are typed, and which of them look the same to a reader."""

import unicodedata

from debttree.model import clean_line

LONGEST = 120
"""Characters of a name at most: a person, a table and a street fit."""


def as_typed(text: str) -> str:
    """Return a name as somebody typed it, on one line and no longer than a name is.

    >>> as_typed("  Mrs Li,   table 3 ")
    'Mrs Li, table 3'
    """
    return " ".join(clean_line(text).split())[:LONGEST].strip()


def is_same(one: str, other: str) -> bool:
    """Return whether two names look the same to a reader: width, capitals and spaces tell nobody apart.

    >>> is_same("Mrs Li", "mrs  LI"), is_same("Mrs Li", "Mrs Li, table 3")
    (True, False)
    """
    return look_of(one) == look_of(other)


def look_of(name: str) -> str:
    """Return a name with all differences removed that do not tell people apart."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())

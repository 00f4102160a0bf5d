"""Hypothesis strategies for TOML data.

Two values are equal if their `repr` is: it distinguishes types and the order of keys, and NaN equals itself.
"""

import datetime as dt
from typing import Any

from hypothesis import strategies as st

_NASTY_WORDS = [
    "",
    "a.b",
    "[nodes.x]",
    '"""',
    "'''",
    "#",
    "a\nb",
    "a\r\nb",
    "\\",
    "逾期",
    "😀",
    '"',
    "=",
    "choices",
]

names = st.one_of(
    st.sampled_from(["a", "b", "c", "nodes", "choices", "x-1", *_NASTY_WORDS]), st.text(max_size=3)
)
words = st.one_of(st.sampled_from(_NASTY_WORDS), st.text(max_size=8))
scalars = st.one_of(
    words,
    words,
    st.integers(-(2**63), 2**63 - 1),
    st.floats(),
    st.booleans(),
    st.dates(),
    st.times().map(lambda time: time.replace(fold=0)),
    st.datetimes().map(lambda time: time.replace(fold=0)),
    st.datetimes(timezones=st.just(dt.UTC)).map(lambda time: time.replace(fold=0)),
)
values = st.recursive(
    scalars,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(names, inner, max_size=3)),
    max_leaves=12,
)


def toml_data() -> st.SearchStrategy[dict[str, Any]]:
    """Any table that TOML can hold."""
    return st.dictionaries(names, values, max_size=4)

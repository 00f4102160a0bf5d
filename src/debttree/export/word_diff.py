"""Compare texts word by word; Chinese, Japanese and the like character by character."""

import re
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher

_TOKEN = re.compile(r"[^\W\d_\u2e80-\ud7ff\uf900-\ufaff\uff00-\uffef]+|\d+(?:[.,:]\d+)*|\s+|.", re.DOTALL)
"""A word, a number, white space, or any other character by itself."""

_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")

_NEAR = 6
"""Tokens that are shown of what stayed, before and after what changed."""

_ALIKE = 0.4
"""Least similarity of two texts, 0 to 1, for a comparison word by word."""

_TELLING = 3
"""Characters that stayed between two changes before they count as two."""

_COMPARED_AT_MOST = 4_000
"""Tokens of a text that are compared: comparing takes time that grows with their square."""

Put = Callable[[str], str]


def word_diff(before: str, after: str, taken_out: Put, put_in: Put, kept: Put = str) -> str:
    """Return the new words with what was taken out and put in, and a little of what stayed around it.

    Args:
        before: the words then, clean and on one line.
        after: the words now.
        taken_out: marks words that were taken out.
        put_in: marks words that were put in.
        kept: writes words that stayed.
    """
    then, now = _TOKEN.findall(before), _TOKEN.findall(after)
    if max(len(then), len(now)) > _COMPARED_AT_MOST:
        return taken_out(_cut(then)) + put_in(_cut(now))
    return "".join(_pieces(then, now, taken_out, put_in, kept))


def _pieces(then: list[str], now: list[str], taken_out: Put, put_in: Put, kept: Put) -> Iterator[str]:
    steps = _joined(then, now)
    for number, (is_same, old, new) in enumerate(steps):
        if is_same:
            yield kept(_around(new, is_first=number == 0, is_last=number == len(steps) - 1))
            continue
        if old:
            yield taken_out("".join(old))
        if new:
            yield put_in("".join(new))


def _joined(then: list[str], now: list[str]) -> list[tuple[bool, list[str], list[str]]]:
    """Return what stayed and what changed by turns; changes with next to nothing between them are one."""
    matcher = SequenceMatcher(None, then, now, autojunk=False)
    if matcher.ratio() < _ALIKE:
        return [(False, then, now)]
    joined: list[tuple[bool, list[str], list[str]]] = []
    steps = matcher.get_opcodes()
    for number, (tag, old_start, old_end, start, end) in enumerate(steps):
        old, new = then[old_start:old_end], now[start:end]
        inside = 0 < number < len(steps) - 1
        is_same = tag == "equal" and not (inside and len("".join(new).strip()) < _TELLING)
        if joined and joined[-1][0] is False and not is_same:
            _, before, after = joined.pop()
            old, new = before + old, after + new
        joined.append((is_same, old, new))
    return joined


def _around(tokens: list[str], *, is_first: bool, is_last: bool) -> str:
    head = [] if is_first else tokens[:_NEAR]
    tail = [] if is_last else tokens[-_NEAR:]
    if len(head) + len(tail) >= len(tokens):
        return "".join(tokens)
    return "".join(head) + "…" + "".join(tail)


def _cut(tokens: list[str]) -> str:
    return "".join(tokens[: 2 * _NEAR]) + ("…" if len(tokens) > 2 * _NEAR else "")


def numbers_changed(before: str, after: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the numbers, dates and amounts that words lost and gained, each as often as it did.

    >>> numbers_changed("15 days, CNY 3,000", "20 days, CNY 3,000")
    (('15',), ('20',))
    """
    then, now = _NUMBER.findall(before), _NUMBER.findall(after)
    lost, gained = list(then), list(now)
    for number in then:
        if number in gained:
            gained.remove(number)
            lost.remove(number)
    return tuple(lost), tuple(gained)

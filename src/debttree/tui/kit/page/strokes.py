"""Find box-drawing characters by their four arms, so that lines that meet are drawn joined."""

import unicodedata
from functools import cache
from typing import NamedTuple

NONE, LIGHT, HEAVY, DOUBLE = range(4)
"""The weights of an arm."""

_WEIGHTS = {"LIGHT": LIGHT, "SINGLE": LIGHT, "HEAVY": HEAVY, "DOUBLE": DOUBLE}
_ARMS = {
    "UP": ("up",),
    "DOWN": ("down",),
    "LEFT": ("left",),
    "RIGHT": ("right",),
    "VERTICAL": ("up", "down"),
    "HORIZONTAL": ("left", "right"),
}
_ROUND = {"┌": "╭", "┐": "╮", "┘": "╯", "└": "╰"}


class Arms(NamedTuple):
    """The weights of the four arms of a cell."""

    up: int = NONE
    right: int = NONE
    down: int = NONE
    left: int = NONE


def arms(up: int = NONE, right: int = NONE, down: int = NONE, left: int = NONE) -> int:
    """Return four arms as one number, for drawing many cells fast.

    Args:
        up: weight of the arm upwards.
        right: weight of the arm to the right.
        down: weight of the arm downwards.
        left: weight of the arm to the left.
    """
    return up << 6 | right << 4 | down << 2 | left


@cache
def strokes(*, soft: bool = False) -> tuple[str, ...]:
    """Return the character for every number that `arms` returns; a blank for no arms.

    Unicode has no characters with both double and heavy arms, and few with double and light ones; the nearest character
    with the same arms is used instead.

    Args:
        soft: whether light corners are round.
    """
    found = (
        _nearest(Arms(number >> 6, number >> 4 & 3, number >> 2 & 3, number & 3)) for number in range(256)
    )
    return tuple(_ROUND.get(sign, sign) if soft else sign for sign in found)


def stroke(up: int = NONE, right: int = NONE, down: int = NONE, left: int = NONE) -> str:
    """Return the character with those arms; corners are sharp.

    Args:
        up: weight of the arm upwards.
        right: weight of the arm to the right.
        down: weight of the arm downwards.
        left: weight of the arm to the left.
    """
    return strokes()[arms(up, right, down, left)]


def _nearest(wanted: Arms) -> str:
    known = _characters()
    attempts = (wanted, _paler(wanted), _by_axis(_paler(wanted)), Arms(*(min(arm, LIGHT) for arm in wanted)))
    return next(known[attempt] for attempt in attempts if attempt in known)


def _paler(wanted: Arms) -> Arms:
    """Return the arms with light ones for heavy ones."""
    return Arms(*(LIGHT if arm == HEAVY else arm for arm in wanted))


def _by_axis(wanted: Arms) -> Arms:
    """Return the arms with both arms of an axis as heavy as the heavier one."""
    upright, level = max(wanted.up, wanted.down), max(wanted.left, wanted.right)
    return Arms(
        upright if wanted.up else NONE,
        level if wanted.right else NONE,
        upright if wanted.down else NONE,
        level if wanted.left else NONE,
    )


@cache
def _characters() -> dict[Arms, str]:
    """Return every box-drawing character that consists of whole arms, parsed from its Unicode name."""
    found = {Arms(): " "}
    for code in range(0x2500, 0x2580):
        words = unicodedata.name(chr(code)).removeprefix("BOX DRAWINGS ").replace(" AND ", " ").split()
        if set(words) <= {*_WEIGHTS, *_ARMS}:
            found[_arms(words)] = chr(code)
    return found


def _arms(words: list[str]) -> Arms:
    """Return the arms in a Unicode name: a weight stands before its arms (`LIGHT LEFT AND HEAVY RIGHT`) or after."""
    found: dict[str, int] = {}
    for word in words if words[0] in _WEIGHTS else reversed(words):
        if word in _WEIGHTS:
            weight = _WEIGHTS[word]
        else:
            found.update(dict.fromkeys(_ARMS[word], weight))
    return Arms(**found)

"""Box-drawing characters by their four arms, so that lines that meet are drawn as they meet."""

import unicodedata
from functools import cache
from typing import NamedTuple

NONE, LIGHT, HEAVY, DOUBLE = range(4)
"""How an arm is drawn."""

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
    """How the line leaves a cell in each direction."""

    up: int = NONE
    right: int = NONE
    down: int = NONE
    left: int = NONE


@cache
def stroke(arms: Arms, *, soft: bool = False) -> str:
    """The character with those arms; a blank where there are none.

    Unicode has no character in which double and heavy arms meet, and few in which double and light ones do: then
    the nearest is taken that has the same arms.

    Args:
        soft: light corners are round.
    """
    known = _characters()
    attempts = (arms, _paler(arms), _by_axis(_paler(arms)), Arms(*(min(arm, LIGHT) for arm in arms)))
    found = next(known[attempt] for attempt in attempts if attempt in known)
    return _ROUND.get(found, found) if soft else found


def _paler(arms: Arms) -> Arms:
    """With light arms for heavy ones."""
    return Arms(*(LIGHT if arm == HEAVY else arm for arm in arms))


def _by_axis(arms: Arms) -> Arms:
    """Both arms of an axis as strong as its stronger one."""
    upright, level = max(arms.up, arms.down), max(arms.left, arms.right)
    return Arms(
        upright if arms.up else NONE,
        level if arms.right else NONE,
        upright if arms.down else NONE,
        level if arms.left else NONE,
    )


@cache
def _characters() -> dict[Arms, str]:
    """Every box-drawing character that is made of whole arms, by what its name in Unicode tells."""
    found = {Arms(): " "}
    for code in range(0x2500, 0x2580):
        words = unicodedata.name(chr(code)).removeprefix("BOX DRAWINGS ").replace(" AND ", " ").split()
        if set(words) <= {*_WEIGHTS, *_ARMS}:
            found[_arms(words)] = chr(code)
    return found


def _arms(words: list[str]) -> Arms:
    """A weight stands before all its arms (`LIGHT LEFT AND HEAVY RIGHT`) or after them (`UP HEAVY AND DOWN LIGHT`)."""
    arms: dict[str, int] = {}
    for word in words if words[0] in _WEIGHTS else reversed(words):
        if word in _WEIGHTS:
            weight = _WEIGHTS[word]
        else:
            arms.update(dict.fromkeys(_ARMS[word], weight))
    return Arms(**arms)

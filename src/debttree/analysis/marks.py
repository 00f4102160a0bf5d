"""Find the choices of a decision that are worse than another one there, and in what: the marks on choices.

Behind a choice a consequence is met there, else on every way, else not yours, else yours; asked twice, with every fact
against you and with every fact for you. A choice is marked with a consequence where another choice of the same
decision is better in it, and no worse in anything as grave, both times. So one choice is never marked: among those that
are best in the gravest, of those in the next gravest, and so on.
"""

from collections.abc import Mapping, Sequence
from enum import StrEnum

SHOWN = 3
"""Consequences named at one choice, at most, the gravest first."""


_COMPARED = 100
"""Choices that each choice is compared with, at most: what is best in one way or another. No author writes as many."""


class Mark(StrEnum):
    """What a choice does to a consequence that another one would not. Scripts know the values."""

    NOW = "now"
    """The next node brings it."""
    EVERY_WAY = "every-way"
    """Every way from there to an end meets it."""
    NOT_YOURS = "not-yours"
    """It is no longer in your hands alone."""


YOURS, NOT_YOURS, EVERY_WAY, NOW = range(4)
"""How bad it stands with a consequence behind a choice."""


def shown(marked: Mapping[str, Mark]) -> dict[Mark, list[str]]:
    """Return the consequences to name at a choice, by what it does to them; they come the gravest first."""
    found: dict[Mark, list[str]] = {}
    for name, mark in [*marked.items()][:SHOWN]:
        found.setdefault(mark, []).append(name)
    return {mark: found[mark] for mark in Mark if mark in found}


_MARKS = {NOT_YOURS: Mark.NOT_YOURS, EVERY_WAY: Mark.EVERY_WAY, NOW: Mark.NOW}

Grades = Sequence[tuple[int, int]]
"""Of each consequence how it stands behind one choice: with every fact against you, and for you."""


def marks(choices: Sequence[Grades], severities: Mapping[str, int]) -> list[dict[str, Mark]]:
    """Mark the choices of one decision.

    Args:
        choices: for each choice its grades, in the order of `severities`.
        severities: of the consequences that count here: those not met yet.

    Returns:
        For each choice what it is marked with, the gravest first.
    """
    gravest_first = sorted(severities, key=lambda name: -severities[name])
    place = {name: number for number, name in enumerate(severities)}
    found: list[dict[str, Mark]] = [{} for _ in choices]
    for name in gravest_first:
        at = place[name]
        if len({grades[at] for grades in choices}) < 2:
            continue
        grave = [place[other] for other in severities if severities[other] >= severities[name]]
        bits = [_bits([grades[number] for number in grave]) for grades in choices]
        best = _lowest(dict(zip(bits, (grades[at] for grades in choices), strict=True)))
        for number, grades in enumerate(choices):
            against, by_facts = grades[at]
            if any(
                not other & ~bits[number] and worst < against and least < by_facts
                for other, (worst, least) in best
            ):
                found[number][name] = _MARKS[against]
    return found


def _bits(grades: Grades) -> int:
    """Return grades as a number whose bits are among those of another just where no grade is worse."""
    bits = 0
    for against, by_facts in grades:
        bits = bits << 6 | (1 << against) - 1 << 3 | (1 << by_facts) - 1
    return bits


def _lowest(choices: Mapping[int, tuple[int, int]]) -> list[tuple[int, tuple[int, int]]]:
    """Return those that none is below: nothing else can be the better choice that a mark needs."""
    lowest: list[tuple[int, tuple[int, int]]] = []
    for bits, grade in sorted(choices.items(), key=lambda pair: pair[0].bit_count()):
        if len(lowest) < _COMPARED and all(other & ~bits for other, _ in lowest):
            lowest.append((bits, grade))
    return lowest

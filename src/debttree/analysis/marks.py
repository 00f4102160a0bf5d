"""Mark the choices of a decision that are worse than another choice there, and say in which consequence.

Behind a choice each consequence has one of four grades: met at the next node, met on every way, not in your hands, in
your hands. It is graded twice, with every fact against you and with every fact for you. A choice is marked with a
consequence if another choice of the same decision is better in it, and no worse in any consequence at least as grave,
both times. So at least one choice has no mark: take the choices that are best in the gravest consequence, of those the
best in the next gravest, and so on.
"""

from collections.abc import Mapping, Sequence
from enum import StrEnum

SHOWN = 3
"""Most consequences named at one choice; the gravest are named."""


_COMPARED = 100
"""Most choices that each choice is compared with; they are among the best. No author writes as many."""


class Mark(StrEnum):
    """How a choice makes a consequence worse than another choice would. Scripts rely on the values."""

    NOW = "now"
    """The next node brings it."""
    EVERY_WAY = "every-way"
    """Every way from there to an end meets it."""
    NOT_YOURS = "not-yours"
    """It is no longer in your hands alone."""


YOURS, NOT_YOURS, EVERY_WAY, NOW = range(4)
"""The grades of a consequence behind a choice, from the best to the worst."""


def shown(marked: Mapping[str, Mark]) -> dict[Mark, list[str]]:
    """Return the consequences to name at a choice, grouped by mark; `marked` has the gravest first."""
    found: dict[Mark, list[str]] = {}
    for name, mark in [*marked.items()][:SHOWN]:
        found.setdefault(mark, []).append(name)
    return {mark: found[mark] for mark in Mark if mark in found}


_MARKS = {NOT_YOURS: Mark.NOT_YOURS, EVERY_WAY: Mark.EVERY_WAY, NOW: Mark.NOW}

Grades = Sequence[tuple[int, int]]
"""For each consequence its two grades behind one choice: with every fact against you, and for you."""


def marks(choices: Sequence[Grades], severities: Mapping[str, int]) -> list[dict[str, Mark]]:
    """Mark the choices of one decision.

    Args:
        choices: the grades of each choice, in the order of `severities`.
        severities: by id, of the consequences not met yet; 1-5.

    Returns:
        For each choice the consequences it is marked with, the gravest first.
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
    """Return grades as bits: no grade is worse than another choice's if and only if all bits are among the other's."""
    bits = 0
    for against, by_facts in grades:
        bits = bits << 6 | (1 << against) - 1 << 3 | (1 << by_facts) - 1
    return bits


def _lowest(choices: Mapping[int, tuple[int, int]]) -> list[tuple[int, tuple[int, int]]]:
    """Return the minimal bit sets: only these can be the better choice that a mark needs."""
    lowest: list[tuple[int, tuple[int, int]]] = []
    for bits, grade in sorted(choices.items(), key=lambda pair: pair[0].bit_count()):
        if len(lowest) < _COMPARED and all(other & ~bits for other, _ in lowest):
            lowest.append((bits, grade))
    return lowest

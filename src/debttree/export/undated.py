"""Take the days out of a journey, for a paper that shall tell none."""

import re
from dataclasses import replace

from debttree.journey import Call, Journey
from debttree.locales import Phrases

_DAY = re.compile(
    r"(?<!\d)\d{4}(?:(?P<sign>[-/.])\d{1,2}(?P=sign)\d{1,2}| ?年 ?\d{1,2} ?月 ?\d{1,2} ?[日号])(?!\d)"
)
"""A day with its year in digits: as this program writes one into a note or a name, and as people often do."""


def without_days(journey: Journey, say: Phrases) -> Journey:
    """Return a journey without days: of events, of steps, of what is done, and in notes, calls and the name.

    Args:
        journey: the walk.
        say: says that a day stood there.
    """
    gone = say("[date left out]")

    def words(text: str) -> str:
        return _DAY.sub(lambda _: gone, text)

    def call(one: Call) -> Call:
        answers = (replace(answer, text=words(answer.text)) for answer in one.answers)
        return replace(one, answers=tuple(answers))

    return replace(
        journey,
        dates={},
        done={},
        days={},
        notes=tuple(replace(note, text=words(note.text)) for note in journey.notes),
        calls=tuple(map(call, journey.calls)),
        whose=words(journey.whose),
    )

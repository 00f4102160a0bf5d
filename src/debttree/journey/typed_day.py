"""A day as people type it: in full, or short; an order of numbers that may mean two days is refused."""

import datetime as dt
import re
from collections.abc import Iterator

from debttree.journey.day_words import days_away
from debttree.model import Trouble, msg

_WHOLE = re.compile(r"(\d{4})[-/.年](\d\d?)[-/.月](\d\d?)[日号]?|(\d{4})(\d\d)(\d\d)")
"""Year, month and day, the one order that nobody takes for another."""

_MONTH_AND_DAY = re.compile(r"(\d\d?)月(\d\d?)[日号]?")
_DAY = re.compile(r"(\d\d?)[日号]?")

_TWO_NUMBERS = re.compile(r"(\d\d?)[-/.](\d\d?)(?:[-/.](\d{4}))?\.?")
"""Day and month in whichever order, perhaps with a year."""

_MONTHS = "january february march april may june july august september october november december".split()

_NAMED = re.compile(
    r"(?P<day>\d\d?)(?:st|nd|rd|th|\.)? (?:of )?(?P<month>[a-z]{3,9})\.?(?:,? (?P<year>\d{4}))?"
    r"|(?P<month2>[a-z]{3,9})\.? (?P<day2>\d\d?)(?:st|nd|rd|th)?(?:,? (?P<year2>\d{4}))?"
)
"""The month by its name: 20 Nov, November 20th, 2026."""

_YEARS = 9
"""Years in which 29 February is looked for: it may be eight years away."""


def typed_day(text: str, today: dt.date, way: int) -> dt.date | None:
    """Return the day that a text names; None where it names none.

    Args:
        text: what was typed, in lower case, without spaces at its ends.
        today: the day that a short date is counted from.
        way: 1: a short date is the next such day, today or later; -1: the last one, today or before.

    Raises:
        Trouble: two numbers may be day and month in either order.
    """
    text = " ".join(text.split())
    if (away := days_away(text)) is not None:
        return _off(today, away)
    if whole := _WHOLE.fullmatch(text):
        year, month, day = map(int, filter(None, whole.groups()))
        return _day(year, month, day)
    if short := _DAY.fullmatch(text):
        found = (_day(year, month, int(short[1])) for year, month in _months(today, way))
        return _nearest(found, today, way)
    named = _month_and_day(text)
    if named is None:
        return None
    year, month, day = named
    if year:
        return _day(year, month, day)
    return _nearest((_day(today.year + way * off, month, day) for off in range(_YEARS)), today, way)


def _month_and_day(text: str) -> tuple[int, int, int] | None:
    """Return year, month and day; the year is 0 where it was not typed; None where these are none."""
    if chinese := _MONTH_AND_DAY.fullmatch(text.replace(" ", "")):
        return 0, int(chinese[1]), int(chinese[2])
    if named := _NAMED.fullmatch(text):
        month = _month(named["month"] or named["month2"])
        day, year = int(named["day"] or named["day2"]), int(named["year"] or named["year2"] or 0)
        return (year, month, day) if month else None
    if numbers := _TWO_NUMBERS.fullmatch(text):
        first, second, year = int(numbers[1]), int(numbers[2]), int(numbers[3] or 0)
        if first != second and all(1 <= number <= len(_MONTHS) for number in (first, second)):
            raise Trouble(
                msg('"{text}" may mean two days: the day first, or the month first.', text=text),
                msg("Write year, month and day: 2026-11-23"),
            )
        return (year, *((second, first) if first > len(_MONTHS) else (first, second)))
    return None


def _month(word: str) -> int:
    """Return the number of a month by its name or the first letters of it; 0: it is none."""
    found = (number for number, name in enumerate(_MONTHS, 1) if word in (name, name[:3], name[:4]))
    return next(found, 0)


def _nearest(found: Iterator[dt.date | None], today: dt.date, way: int) -> dt.date | None:
    return next((day for day in found if day is not None and (day - today).days * way >= 0), None)


def _months(today: dt.date, way: int) -> Iterator[tuple[int, int]]:
    """Yield year and month of this month and the two next to it: one of them has the 31st."""
    for off in range(3):
        years, month = divmod(today.year * 12 + today.month - 1 + way * off, 12)
        yield years, month + 1


def _off(today: dt.date, days: int) -> dt.date | None:
    try:
        return today + dt.timedelta(days=days)
    except OverflowError:
        return None


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None

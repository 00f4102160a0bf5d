"""Days as people say them, counted from today: "8 days ago", "八天前", "yesterday"."""

import re

_NEAR = {
    "today": 0,
    "yesterday": -1,
    "the day before yesterday": -2,
    "tomorrow": 1,
    "the day after tomorrow": 2,
    "今天": 0,
    "今日": 0,
    "昨天": -1,
    "昨日": -1,
    "前天": -2,
    "大前天": -3,
    "明天": 1,
    "明日": 1,
    "后天": 2,
    "大后天": 3,
}
"""Days from today."""

_NUMBER = r"(\d{1,3}|[一二两三四五六七八九十]{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten)"
_AWAY = re.compile(
    rf"(?:(?P<ahead>in) )?{_NUMBER} ?(?P<unit>days?|weeks?|天|周|个?星期|个?礼拜)"
    r" ?(?P<side>ago|[之以]?前|[之以]?后)?"
)
"""So many days or weeks before or after today."""

_ONES = {word: value for value, word in enumerate("零一二三四五六七八九十")} | {"两": 2}
_ENGLISH = {"a": 1, "an": 1} | {
    word: value
    for value, word in enumerate("one two three four five six seven eight nine ten".split(), start=1)
}


def days_away(text: str) -> int | None:
    """Return how many days after today a text means, below 0 before it; None where it says no such thing.

    Args:
        text: in lower case, without blanks at its ends.

    >>> days_away("8 days ago"), days_away("两周前"), days_away("in 3 days"), days_away("8 days")
    (-8, -14, 3, None)
    """
    if text in _NEAR:
        return _NEAR[text]
    found = _AWAY.fullmatch(text)
    if found is None or bool(found["ahead"]) == bool(found["side"]):
        return None
    count = _number(found[2])
    if count is None:
        return None
    before = found["side"] is not None and (found["side"] == "ago" or found["side"].endswith("前"))
    days = count * (1 if found["unit"] in ("day", "days", "天") else 7)
    return -days if before else days


def _number(word: str) -> int | None:
    """Return what digits, an English word or a Chinese number below a hundred stand for."""
    if word.isdecimal():
        return int(word)
    if word in _ENGLISH:
        return _ENGLISH[word]
    tens, ten, ones = word.partition("十")
    if not ten:
        return _ONES[word] if len(word) == 1 else None
    if len(tens) > 1 or len(ones) > 1 or "十" in ones:
        return None
    return _ONES.get(tens, 1) * 10 + (_ONES[ones] if ones else 0)

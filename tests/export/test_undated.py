"""A paper without dates: no day of the person's stands in it, wherever the program or the person wrote it."""

import datetime as dt
from dataclasses import replace

import pytest

from debttree.export import Format, Profile, Redaction, render, summary
from debttree.export.undated import without_days
from debttree.journey import Call, Journey
from debttree.journey.calls import ALSO_SAID
from debttree.locales import phrases
from debttree.model import Tree
from tests.export.conftest import TODAY

THEN = dt.datetime(2001, 2, 3, 4, 5, tzinfo=dt.UTC)
DAY = THEN.date()


@pytest.mark.parametrize("profile", Profile)
@pytest.mark.parametrize("form", [form for form in Format if form is not Format.ICS])
def test_no_day_of_the_persons_is_in_the_bytes(
    guide: Tree, walk: Journey, form: Format, profile: Profile
) -> None:
    for item in walk.dates:
        walk = walk.dated(item, DAY).kept(item, DAY)
    walk = walk.noted(f"The payment order reached you: {DAY}", DAY, "call", at=THEN.time())
    call = Call("call", THEN).answered("plan", f"by {DAY}", THEN).answered(ALSO_SAID, "2001年2月3日", THEN)
    walk = replace(walk.stamped(DAY), whose=f"Li · {DAY}", calls=(call.hung_up(THEN, "They agree"),))
    told, left = (
        render(
            summary(guide, walk, "en", TODAY, redact=redact, profile=profile), form, phrases("en")
        ).decode()
        for redact in ([], [Redaction.DATES])
    )
    assert told.count("2001") > 5
    assert "2001" not in left
    assert "04:05" not in left
    assert "The payment order reached you: " in left
    assert "date left out" in left


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("on 2026-11-20.", "on […]."),
        ("on 2026-11-20T14:03", "on […]T14:03"),
        ("2026/1/2, 2026.1.2", "[…], […]"),
        ("2026年11月20日上午", "[…]上午"),
        ("２０２６-11-20", "[…]"),
        ("95188, 2026-11, 12026-11-20, 2026-11-201, 1.2.2026, 2026-11/20", None),
    ],
)
def test_days_with_their_year_in_front_are_taken_out_of_what_was_typed(
    walk: Journey, typed: str, left: str | None
) -> None:
    say = phrases("en")
    found = without_days(replace(walk, whose=typed), say).whose
    assert found == (typed if left is None else left.replace("[…]", say("[date left out]")))

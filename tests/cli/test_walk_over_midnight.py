"""A walk in line mode that is left open over midnight goes on with the day that it is then."""

import datetime as dt
import io

from debttree.cli.dialogue import Dialogue
from debttree.cli.session import Session
from debttree.cli.walker import Walker
from debttree.journey import begin
from debttree.locales import phrases
from debttree.model import Clock, Tree
from tests.export.conftest import guide as guide

MIDNIGHT = "midnight"


class Typed(io.StringIO):
    """Lines that somebody types; at the word `midnight` the clock passes it before the next one."""

    moment = dt.datetime(2026, 11, 30, 23, 59, tzinfo=dt.UTC)

    def readline(self, limit: int | None = -1, /) -> str:  # type: ignore[override]
        line = super().readline(limit or -1)
        if line.strip() != MIDNIGHT:
            return line
        self.moment += dt.timedelta(minutes=2)
        return super().readline(limit or -1)


def walk(guide: Tree, *lines: str) -> tuple[str, Walker]:
    typed, out = Typed("".join(f"{line}\n" for line in lines)), io.StringIO()
    clock = Clock(lambda: typed.moment)
    session = Session("en", clock, out=out, source=typed)
    dialogue = Dialogue(session, phrases("en"))
    walker = Walker(dialogue, guide, begin(guide).jump("court"), clock, "guide", lambda _: None)
    walker.run()
    return out.getvalue(), walker


def test_what_is_today_is_yesterday_after_midnight(guide: Tree) -> None:
    """The objection of an order that came on 13 November ends on the 30th, today."""
    out, _ = walk(guide, "d", "1", "2026-11-13", MIDNIGHT, "b", "f")
    before, after = out.split("That is today.")[0], out.split("That is today.")[-1]
    assert "Last day: 2026-11-30 (Monday)" in before
    assert "It passed 1 day ago" in after


def test_a_note_after_midnight_bears_the_new_day(guide: Tree) -> None:
    _, walker = walk(guide, "n", "before", MIDNIGHT, "n", "after")
    assert [(note.text, note.made.isoformat()) for note in walker.journey.notes] == [
        ("before", "2026-11-30"),
        ("after", "2026-12-01"),
    ]


def test_today_after_midnight_is_the_new_day(guide: Tree) -> None:
    _, walker = walk(guide, MIDNIGHT, "d", "1", "today")
    assert list(walker.journey.dates.values()) == [dt.date(2026, 12, 1)]

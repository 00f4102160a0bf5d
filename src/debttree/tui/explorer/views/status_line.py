"""The line above the foot: what has been met, what lies ahead, and what makes the guide doubtful today."""

import datetime as dt
from operator import itemgetter

from debttree.journey import dues
from debttree.model import Party
from debttree.tui.explorer.scene import Scene
from debttree.tui.explorer.views.distances import nearest
from debttree.tui.explorer.views.sources import is_doubtful, references, review
from debttree.tui.kit.page import Line, Run


def met(scene: Scene) -> Line:
    """Consequences met so far; those that the last step brought are marked."""
    say = scene.say
    if not scene.met:
        return (Run(say("Nothing met so far."), "dim"),)
    before = scene.before.path.met(scene.tree) if scene.before else scene.met
    runs = [Run(say("Met: "), "dim")]
    for number, consequence in enumerate(scene.met):
        if number:
            runs.append(Run(" · ", "dim"))
        new = consequence not in before
        title = scene.name(scene.tree.consequences[consequence].title)
        runs.append(Run(say("{title} (new)", title=title) if new else title, "strong bad" if new else "bad"))
    return tuple(runs)


def ahead(scene: Scene) -> tuple[Line, ...]:
    """Return the next last day, the nearest consequence that is not in your hands alone, and doubts.

    The fullest line comes first, then what may stay where there is less room: the days left always do.
    """
    parts: list[Line] = []
    close_by = nearest(scene)
    if close_by:
        parts.append((Run("p ", "key"), Run(close_by, "warn")))
    doubts = _doubts(scene)
    if doubts:
        parts.append((Run(doubts, "warn"),))
    found = _last_day(scene)
    if found is None:
        return tuple(_joined(parts[:kept]) for kept in range(len(parts), -1, -1))
    day, otherwise = found
    in_words = ([_both(scene, day, otherwise)] if otherwise else []) + [_in_full(scene, day)]
    fullest = [_joined([in_words[0], *parts[:kept]]) for kept in range(len(parts), -1, -1)]
    return (*fullest, *in_words[1:], (Run("i ", "key"), Run(_left(scene, day), "strong warn")))


def _last_day(scene: Scene) -> tuple[dt.date, dt.date | None] | None:
    """Return the next day by which you must act, and the other one where a year is not announced yet.

    It runs on wherever you stand.
    """
    if not scene.journey.dates:
        return None
    yours = [due for due in dues(scene.tree, scene.journey) if due.deadline.by is Party.YOU]
    ahead = [(due.keep, due.otherwise) for due in yours if due.keep is not None and due.keep >= scene.today]
    return min(ahead, key=itemgetter(0), default=None)


def _in_full(scene: Scene, day: dt.date) -> Line:
    words = scene.say("last day {day}: {left}", day=day.isoformat(), left=_left(scene, day))
    return (Run("i ", "key"), Run(words, "strong warn"))


def _both(scene: Scene, day: dt.date, otherwise: dt.date) -> Line:
    words = scene.say(
        "last day {day} or {other}: {left}",
        day=day.isoformat(),
        other=_short(otherwise, day),
        left=_left(scene, day),
    )
    return (Run("i ", "key"), Run(words, "strong warn"))


def _short(day: dt.date, after: dt.date) -> str:
    """Return a day without its year where it is the year of the one before it: the line is full."""
    return day.isoformat() if day.year != after.year else f"{day:%m-%d}"


def _left(scene: Scene, day: dt.date) -> str:
    left = (day - scene.today).days
    return scene.say.plural("{n} day left", "{n} days left", left) if left else scene.say("today")


def _doubts(scene: Scene) -> str:
    doubtful = sum(is_doubtful(reference) for reference in references(scene, scene.node))
    if doubtful:
        return scene.say.plural("{n} source has run out", "{n} sources have run out", doubtful)
    return scene.say("review overdue") if review(scene) else ""


def _joined(parts: list[Line]) -> Line:
    runs: list[Run] = []
    for part in parts:
        runs += [*([Run(" · ", "dim")] if runs else []), *part]
    return tuple(runs)

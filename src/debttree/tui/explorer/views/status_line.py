"""The line above the foot: what has been met, what lies ahead, and what makes the guide doubtful today."""

import datetime as dt

from debttree.analysis import Status
from debttree.journey import dues
from debttree.model import Party
from debttree.tui.explorer.scene import Scene
from debttree.tui.explorer.views import prospects
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
    """The next last day, how many consequences are not in your hands alone, and doubts.

    The fullest line comes first, then what may stay where there is less room: the days left always do.
    """
    say = scene.say
    parts: list[Line] = []
    risky = prospects.count(scene, Status.AT_RISK) + prospects.count(scene, Status.CERTAIN)
    if risky:
        words = say.plural(
            "{n} consequence not in your hands alone", "{n} consequences not in your hands alone", risky
        )
        parts.append((Run("p ", "key"), Run(words, "warn")))
    doubts = _doubts(scene)
    if doubts:
        parts.append((Run(doubts, "warn"),))
    day = _last_day(scene)
    if day is None:
        return tuple(_joined(parts[:kept]) for kept in range(len(parts), -1, -1))
    fullest = [_joined([_in_full(scene, day), *parts[:kept]]) for kept in range(len(parts), -1, -1)]
    return (*fullest, (Run("i ", "key"), Run(_left(scene, day), "strong warn")))


def _last_day(scene: Scene) -> dt.date | None:
    """The next day by which you must act; it runs on wherever you stand."""
    if not scene.journey.dates:
        return None
    yours = [due.keep for due in dues(scene.tree, scene.journey) if due.deadline.by is Party.YOU]
    return min((day for day in yours if day is not None and day >= scene.today), default=None)


def _in_full(scene: Scene, day: dt.date) -> Line:
    words = scene.say("last day {day}: {left}", day=day.isoformat(), left=_left(scene, day))
    return (Run("i ", "key"), Run(words, "strong warn"))


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

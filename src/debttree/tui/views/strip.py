"""The line above the foot: what has been met, what lies ahead, and what makes the guide doubtful today."""

from debttree.analysis import Status
from debttree.tui.page import Line, Run
from debttree.tui.views import prospects
from debttree.tui.views.scene import Scene
from debttree.tui.views.sources import is_doubtful, references, review


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
    """How many consequences are not in your hands alone, and doubts; the fullest first, then what may stay."""
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
    return tuple(_joined(parts[:kept]) for kept in range(len(parts), -1, -1))


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

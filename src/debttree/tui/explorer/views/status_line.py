"""The line above the foot: consequences met, the nearest one ahead, and doubts about the guide today."""

from debttree.analysis.wording import CALM
from debttree.model import CRISIS
from debttree.tui.explorer.scene import Scene
from debttree.tui.explorer.views.distances import nearest
from debttree.tui.explorer.views.sources import is_doubtful, references, review
from debttree.tui.kit.actions import Scope
from debttree.tui.kit.page import Line, Run, dotted


def met(scene: Scene) -> Line:
    """Return the consequences met so far; those that the last step brought are highlighted."""
    say = scene.say
    if not scene.met:
        return (Run(say("Nothing met so far."), "dim"),)
    before = scene.before.path.met(scene.tree) if scene.before else scene.met
    titles: list[Line] = []
    for consequence in scene.met:
        new = consequence not in before
        title = scene.name(scene.tree.consequences[consequence].title)
        words = (say("{title} (new)", title=title), "strong bad") if new else (title, "bad")
        titles.append((Run(*words),))
    return (Run(say("Met: "), "dim"), *dotted(titles))


def status(scene: Scene) -> tuple[Line, ...]:
    """Return the left words of the line, and alternatives for the right ones; at `crisis` nodes a calm sentence."""
    if CRISIS in scene.node.tags:
        return ((Run(scene.say.tell(CALM)),),)
    return (met(scene), *ahead(scene))


def ahead(scene: Scene) -> tuple[Line, ...]:
    """Return alternatives for the nearest consequence not in your hands, and doubts, the longest first."""
    parts: list[Line] = []
    close_by = nearest(scene)
    if close_by:
        parts.append((Run(scene.key(Scope.EXPLORER, "prospects") + " ", "key"), Run(close_by, "warn")))
    doubts = _doubts(scene)
    if doubts:
        parts.append((Run(doubts, "warn"),))
    return tuple(dotted(parts[:kept]) for kept in range(len(parts), -1, -1))


def _doubts(scene: Scene) -> str:
    doubtful = sum(is_doubtful(reference) for reference in references(scene, scene.node))
    if doubtful:
        return scene.say.plural("{n} source has run out", "{n} sources have run out", doubtful)
    return scene.say("review overdue") if review(scene) else ""

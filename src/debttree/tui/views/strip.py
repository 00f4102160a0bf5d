"""The line above the foot: what has been met, and what else there is to see here."""

from debttree.tui.page import Line, Run
from debttree.tui.views.scene import Scene


def met(scene: Scene) -> Line:
    """Consequences met so far; those that the last step brought are marked."""
    say = scene.say
    met_now = scene.journey.path.met(scene.tree)
    if not met_now:
        return (Run(say("Nothing met so far."), "dim"),)
    before = scene.before.path.met(scene.tree) if scene.before else met_now
    runs = [Run(say("Met: "), "dim")]
    for number, consequence in enumerate(met_now):
        if number:
            runs.append(Run(" · ", "dim"))
        new = consequence not in before
        title = scene.name(scene.tree.consequences[consequence].title)
        runs.append(Run(say("{title} (new)", title=title) if new else title, "strong bad" if new else "bad"))
    return tuple(runs)

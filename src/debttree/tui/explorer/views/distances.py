"""Distances: a picture of the consequences, the nearest first, with one sign per setback."""

from collections.abc import Collection, Hashable, Iterator

from debttree.analysis import Status
from debttree.analysis.elsewhere import guide_at
from debttree.analysis.prospect_status import Standing, Standings, by_distance
from debttree.analysis.wording import CALM, ELSEWHERE, short_words
from debttree.model import CRISIS, Kind
from debttree.tui.explorer.items import Avoid, Choose
from debttree.tui.explorer.scene import Scene
from debttree.tui.kit.page import Block, Line, Para, Run, cells, headed
from debttree.tui.kit.signs import distance_sign


def here(scene: Scene) -> Standings:
    """Return the status of each consequence at the present node.

    Empty until it is computed, at nodes with the tag `crisis`, and at outcomes that lead to another guide.
    """
    if scene.prospects is None or CRISIS in scene.node.tags or guide_at(scene.node) is not None:
        return {}
    return scene.prospects.standings(scene.journey.at, scene.met)


def before(scene: Scene) -> Standings:
    """Return the status of each consequence before the last move."""
    if scene.prospects is None or scene.before is None:
        return here(scene)
    return scene.prospects.standings(scene.before.at, scene.before.path.met(scene.tree))


def change(scene: Scene, past: Standing, now: Standing) -> str:
    """Return the change of a consequence's status in words; empty if it has not changed.

    Args:
        scene: whose language the words are in.
        past: status before the last move.
        now: status after it.
    """
    if past == now:
        return ""
    if now.status is Status.INCURRED:
        return scene.say("new")
    return scene.say("worse now") if now.distance < past.distance else scene.say("better now")


def nearest(scene: Scene) -> str:
    """Return the nearest consequence that is not met and not in your hands, of several the gravest; may be empty."""
    severity = {name: consequence.severity for name, consequence in scene.tree.consequences.items()}
    for standing, names in by_distance(here(scene)):
        if standing.status in (Status.CERTAIN, Status.AT_RISK):
            gravest = max(names, key=severity.__getitem__)
            title = scene.name(scene.tree.consequences[gravest].title)
            return scene.say("{title}: {words}", title=title, words=short_words(standing))
    return ""


def panel(scene: Scene, resting: Hashable = None) -> list[Block]:
    """Return the distances for beside the text, with those after a choice.

    Args:
        scene: the tree and who looks at it.
        resting: the item under the cursor; for a choice the distances after it are shown too.
    """
    if CRISIS in scene.node.tags:
        return calm(scene)
    now, then = here(scene), _then(scene, resting)
    if not now:
        return goes_on_in(scene)
    right: Line = (Run(_supposed(scene, resting), "dim"),) if isinstance(resting, Choose) and then else ()
    heading = Para((Run(scene.say("Prospects"), "heading"),), (Run(" "),), right=right)
    return [heading, *_rows(scene, now, then)]


def calm(scene: Scene) -> list[Block]:
    """Return the words shown in place of prospects at nodes with the tag `crisis`."""
    return [Para((Run(scene.say.tell(CALM)),), (Run(" "),), (Run(" "),))]


def goes_on_in(scene: Scene) -> list[Block]:
    """Return the words about the guide in which the story goes on; empty if there is none."""
    said = [Para((Run(scene.say.tell(ELSEWHERE)),), (Run(" "),), (Run(" "),))] if guide_at(scene.node) else []
    return [*headed(scene.say("Prospects"), said)]


def to_mark(scene: Scene, marked: Collection[str]) -> Iterator[Block]:
    """Return the distances as a list of items, in which consequences can be marked."""
    return _rows(scene, here(scene), {}, marked)


def _rows(
    scene: Scene, now: Standings, then: Standings, marked: Collection[str] | None = None
) -> Iterator[Block]:
    width = max((cells(distance_sign(standing).text) for standing in now.values()), default=0) + 1
    past = before(scene)
    for standing, names in by_distance(now):
        sign, role = distance_sign(standing)
        for name in names:
            box = () if marked is None else (Run("[x] " if name in marked else "[ ] ", "key"),)
            lead = (Run(" "), *box, Run(sign.ljust(width), role))
            rest = (Run(" " * (sum(cells(run.text) for run in lead))),)
            item = None if marked is None else Avoid(name)
            title = _titled(scene, name, standing, is_new=past.get(name, standing) != standing)
            yield Para(title, lead, rest, _right(scene, name, standing, then), item)


def _titled(scene: Scene, name: str, standing: Standing, *, is_new: bool) -> Line:
    title = scene.line(
        scene.tree.consequences[name].title, "dim" if standing.status is Status.IMPOSSIBLE else ""
    )
    if standing.status is Status.INCURRED and is_new:
        return (*title, Run(scene.say(" ({change})", change=scene.say("new")), "strong"))
    return title


def _right(scene: Scene, name: str, now: Standing, then: Standings) -> Line:
    """Return the status in words; if the choice changes it, the status after it."""
    would_be = then.get(name, now)
    words = scene.say.tell(short_words(would_be))
    if would_be == now:
        return (Run(words, "dim"),)
    sign, role = distance_sign(would_be)
    role = role if scene.node.kind is Kind.DECISION else "dim"
    return (Run("→ ", "dim"), Run(f"{sign} {words}", role))


def _then(scene: Scene, resting: Hashable) -> Standings:
    """Return the statuses after a choice; empty if its target does not exist, or has the tag `crisis`."""
    choice = scene.node.choice(resting.choice) if isinstance(resting, Choose) else None
    if scene.prospects is None or choice is None or choice.to not in scene.tree.nodes:
        return {}
    to = scene.tree.nodes[choice.to]
    if CRISIS in to.tags or guide_at(to) is not None:
        return {}
    return scene.prospects.standings(choice.to, scene.met)


def _supposed(scene: Scene, resting: Choose) -> str:
    number = [choice.id for choice in scene.node.choices].index(resting.choice) % 9 + 1
    if scene.node.kind is Kind.DECISION:
        return scene.say("→ choosing {n}", n=number)
    return scene.say("→ if so: {n}", n=number)

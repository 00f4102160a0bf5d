"""Prospects on the screen: which consequences can be avoided and how, statuses in words, ways that show them."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from debttree.analysis import ChoiceProspects, Mark, Prospects, Status
from debttree.analysis.prospect_status import Standing, Standings, by_distance
from debttree.analysis.told_plans import kept_off, plan_words
from debttree.analysis.wording import (
    COUNTED,
    EACH_ALONE,
    NAMED,
    choice_words,
    status_words,
    worst_words,
)
from debttree.model import Choice, Path
from debttree.tui.explorer.scene import Scene
from debttree.tui.explorer.views.distances import before, change, goes_on_in, here, to_mark
from debttree.tui.kit.page import Block, Line, Para, Run, joined
from debttree.tui.kit.signs import distance_sign


def _titles(scene: Scene, names: Iterable[str]) -> str:
    return scene.say(", ").join(scene.name(scene.tree.consequences[name].title) for name in names)


def said_of(scene: Scene, choice: ChoiceProspects) -> Line:
    """Return the words about a choice before it is taken, or nothing. The role `warn` is for what is met at once."""
    told = choice_words(scene.node.kind, choice, partial(_titles, scene))
    role = "warn" if Mark.NOW in choice.marks.values() else "" if choice.marks else "dim"
    return (Run(scene.say("; ").join(map(scene.say.tell, told)), role),) if told else ()


def in_full(scene: Scene, together: Sequence[str]) -> Iterator[Block]:
    """Yield the distances, how consequences can be avoided, and each consequence with an example; caveats last.

    Args:
        scene: the tree and who looks at it.
        together: ids of the consequences that are marked, to be avoided together.
    """
    prospects, standings = scene.prospects, here(scene)
    if prospects is None or not standings:
        yield from goes_on_in(scene)
        return
    yield from joined(_parts(scene, prospects, standings, together))


def _parts(
    scene: Scene, prospects: Prospects, standings: Standings, together: Sequence[str]
) -> Iterator[Iterable[Block]]:
    yield [*to_mark(scene, together), _said(scene.say("Space marks some to be avoided together."))]
    if together:
        yield _together(scene, prospects, together)
    yield _kept_off(scene, prospects, standings)
    yield from _by_distance(scene, prospects, standings)
    yield _notice(scene, prospects)


def _said(words: str) -> Para:
    return Para((Run(words, "dim"),), (Run(" "),), (Run(" "),))


def _notice(scene: Scene, prospects: Prospects) -> Iterable[Block]:
    """Yield the caveats about all of the above."""
    for words in (COUNTED, EACH_ALONE, worst_words(prospects.worst(scene.journey.at, scene.met))):
        yield _said(scene.say.tell(words))


def _kept_off(scene: Scene, prospects: Prospects, standings: Standings) -> Iterable[Block]:
    """Yield which consequences you can avoid, and how, up to the next answers."""
    plans = kept_off(prospects, scene.journey.at, scene.met)
    if plans:
        yield Para((Run(scene.say("What you can keep off, and how"), "heading"),), (Run(" "),))
    for plan in plans:
        sign = distance_sign(standings[plan.names[0]])
        yield Para((Run(_titles(scene, plan.names), "strong"),), (Run(" "), sign, Run(" ")), (Run("   "),))
        for words in plan_words(scene.tree, scene.language, plan):
            yield Para((Run(scene.say.tell(words)),), (Run("   · ", "dim"),), (Run("     "),))


def _by_distance(scene: Scene, prospects: Prospects, standings: Standings) -> Iterator[Iterable[Block]]:
    """Yield each consequence under a heading, the nearest first."""
    heading: list[Block] = [Para((Run(scene.say("One by one, the nearest first"), "heading"),), (Run(" "),))]
    past = before(scene)
    for standing, names in by_distance(standings):
        for name in names:
            changed = change(scene, past.get(name, standing), standing)
            yield [*heading, *_consequence(scene, prospects, name, standing, changed)]
            heading = []


def _consequence(
    scene: Scene, prospects: Prospects, name: str, standing: Standing, changed: str
) -> Iterable[Block]:
    consequence, rest = scene.tree.consequences[name], (Run("   "),)
    sign = distance_sign(standing)
    gravity = scene.say("severity {n} of 5", n=consequence.severity)
    lead = (Run(" "), sign, Run(" "))
    yield Para(scene.line(consequence.title, "strong"), lead, rest, (Run(gravity, "dim"),))
    told = scene.say.tell(status_words(standing))
    said = told + (scene.say(" ({change})", change=changed) if changed else "")
    yield Para((Run(said, sign.role),), rest, (Run("     "),))
    for line in _shown_by(scene, prospects, name, standing):
        yield Para(line, rest, (Run("     "),))


def _shown_by(scene: Scene, prospects: Prospects, name: str, standing: Standing) -> Iterable[Line]:
    say = scene.say
    yield from _named_answers(scene, prospects, name, standing)
    shown = prospects.example(scene.journey.at, name, scene.met)
    if shown is not None:
        words = say("A way without it: ") if standing.status.is_yours else say("A way that meets it: ")
        yield (Run(words, "dim"), *way(scene, shown))
    last = prospects.point_of_no_return(scene.journey.path, name)
    if last is not None:
        number = scene.journey.path.steps.index(last) + 1
        title = scene.title(last.node)
        yield (Run(say("It was in your hands until step {n}: {title}", n=number, title=title), "dim"),)


def _named_answers(scene: Scene, prospects: Prospects, name: str, standing: Standing) -> Iterable[Line]:
    """Return the answers that setbacks count, if there are at most two, so that a reader can check the number."""
    if standing.status is not Status.AT_RISK or not 0 < (standing.setbacks or 0) <= NAMED:
        return
    for number, step in enumerate(prospects.unfavourable(scene.journey.at, name, scene.met), 1):
        choice, title = step.taken(scene.tree), scene.title(step.node)
        label = scene.name(choice.label) if choice else scene.title(step.to)
        words = scene.say("{n}: “{answer}”, at “{title}”", n=number, answer=label, title=title)
        yield (Run(words, "dim"),)


def way(scene: Scene, path: Path) -> Line:
    """Return a way as the labels of its choices, and its last node."""
    parts = [scene.name(c.label) for c in _choices_on(scene, path)]
    return (Run(" › ".join([*parts, scene.title(path.end)])),)


def _choices_on(scene: Scene, path: Path) -> Iterable[Choice]:
    for step in path.steps:
        choice = step.taken(scene.tree)
        if choice is not None:
            yield choice


def _numbered(scene: Scene, choices: Iterable[Choice]) -> str:
    """Return the labels of choices, each with its digit."""
    order = [choice.id for choice in scene.node.choices]
    return scene.say("; ").join(
        f"{order.index(choice.id) % 9 + 1} {scene.name(choice.label)}" for choice in choices
    )


def _together(scene: Scene, prospects: Prospects, names: Sequence[str]) -> Iterable[Block]:
    say, standings = scene.say, here(scene)
    met = [name for name in names if standings[name].status is Status.INCURRED]
    if met:
        words = say("Met already, so there is no avoiding it here: {titles}", titles=_titles(scene, met))
        yield Para((Run(words, "bad"),), (Run("! ", "bad"),), (Run("  "),))
    names = [name for name in names if name not in met]
    if not names:
        return
    titles = _titles(scene, names)
    plan = prospects.plan(scene.journey.at, names, scene.met)
    status = prospects.together(scene.journey.at, names, scene.met)
    if status is None:
        words = say("Avoiding these together is not in your hands alone: {titles}", titles=titles)
    elif status is Status.HOLDABLE:
        words = say("Avoiding these together is in your hands while you keep at it: {titles}", titles=titles)
    else:
        words = say("Avoiding these together is in your hands: {titles}", titles=titles)
    sign, role = ("~ ", "warn") if status is None else ("○ ", "good")
    yield Para((Run(words, role),), (Run(sign, role),), (Run("  "),))
    if plan is None:
        return
    for node, choice_id in plan.items():
        choice = scene.tree.nodes[node].choice(choice_id)
        if choice is not None:
            words = say("{title}: choose “{label}”", title=scene.title(node), label=scene.name(choice.label))
            yield Para((Run(words),), (Run("  · ", "dim"),), (Run("    "),))

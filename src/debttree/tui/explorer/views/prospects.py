"""Prospects on the screen: statuses in words, what a choice closes, ways that show it, advice."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial

from debttree.analysis import ChoiceProspects, Mark, Prospects, Status
from debttree.analysis.prospect_status import Standing, by_distance
from debttree.analysis.prospects import CRISIS
from debttree.analysis.wording import (
    COUNTED,
    EACH_ALONE,
    NAMED,
    choice_words,
    short_words,
    status_words,
    worst_words,
)
from debttree.model import Choice, Path, msg
from debttree.tui.explorer.items import Avoid
from debttree.tui.explorer.scene import Scene
from debttree.tui.kit.page import Block, Line, Para, Run, blank
from debttree.tui.kit.signs import STATUS_SIGNS

_UNDER, _FURTHER = (Run("     "),), (Run("       "),)


def here(scene: Scene) -> Mapping[str, Standing]:
    """Return how it stands where the person is; nothing before it is known, nor where life is in danger."""
    if scene.prospects is None or CRISIS in scene.node.tags:
        return {}
    return scene.prospects.standings(scene.journey.at, scene.met)


def _before(scene: Scene) -> Mapping[str, Standing]:
    if scene.prospects is None or scene.before is None:
        return here(scene)
    return scene.prospects.standings(scene.before.at, scene.before.path.met(scene.tree))


def _change(scene: Scene, before: Standing, now: Standing) -> str:
    """Return how it has changed with the last move, in words; empty where it has not."""
    if before == now:
        return ""
    if now.status is Status.INCURRED:
        return scene.say("new")
    return scene.say("worse now") if now.distance < before.distance else scene.say("better now")


def panel(scene: Scene) -> list[Block]:
    """Consequences by distance, the nearest first."""
    standings = here(scene)
    if not standings:
        return []
    before = _before(scene)
    blocks: list[Block] = [Para((Run(scene.say("Prospects"), "heading"),), first=(Run(" "),))]
    for standing, names in by_distance(standings):
        sign, role = STATUS_SIGNS[standing.status]
        words = Run(scene.say.tell(status_words(standing)), role)
        blocks.append(Para((words,), (Run(" "), Run(f"{sign} ", role)), (Run("   "),)))
        blocks += [_entry(scene, name, before.get(name, standing), standing) for name in names]
    return blocks


def _entry(scene: Scene, name: str, before: Standing, standing: Standing) -> Para:
    consequence = scene.tree.consequences[name]
    change = _change(scene, before, standing)
    words = [*scene.line(consequence.title, "dim" if standing.status is Status.IMPOSSIBLE else "")]
    if change:
        words.append(Run(scene.say(" ({change})", change=change), "strong"))
    return Para(tuple(words), (Run("   "),), (Run("     "),), (Run(f"{consequence.severity}/5", "dim"),))


def _titles(scene: Scene, names: Iterable[str]) -> str:
    return scene.say(", ").join(scene.name(scene.tree.consequences[name].title) for name in names)


def said_of(scene: Scene, choice: ChoiceProspects) -> Line:
    """Return what is said of a choice before it is taken, if anything is. Amber is for what is met now."""
    told = choice_words(scene.node.kind, choice, partial(_titles, scene))
    role = "warn" if Mark.NOW in choice.marks.values() else "" if choice.marks else "dim"
    return (Run(scene.say("; ").join(map(scene.say.tell, told)), role),) if told else ()


def nearest(scene: Scene) -> str:
    """Return what is nearest of all that is not met and not in your hands alone, the gravest of it; may be empty."""
    severity = {name: consequence.severity for name, consequence in scene.tree.consequences.items()}
    for standing, names in by_distance(here(scene)):
        if standing.status in (Status.CERTAIN, Status.AT_RISK):
            gravest = max(names, key=severity.__getitem__)
            title = scene.name(scene.tree.consequences[gravest].title)
            return scene.say("{title}: {words}", title=title, words=short_words(standing))
    return ""


def in_full(scene: Scene, together: Sequence[str]) -> Iterator[Block]:
    """Yield every consequence with what shows its status, and an answer for those marked to be avoided together."""
    prospects = scene.prospects
    if prospects is None:
        return
    yield from _notice(scene, prospects)
    if together:
        yield from _together(scene, prospects, together)
        yield blank()
    before = _before(scene)
    for standing, names in by_distance(here(scene)):
        for name in names:
            yield _gravity(scene, name, marked=name in together)
            yield _status(scene, name, before.get(name, standing), standing)
            yield from _shown(scene, prospects, name, standing)
            yield blank()


def _notice(scene: Scene, prospects: Prospects) -> list[Block]:
    said = [
        worst_words(prospects.worst(scene.journey.at, scene.met)),
        EACH_ALONE,
        COUNTED,
        msg("Space marks some to be avoided together."),
    ]
    return [
        *(Para((Run(scene.say.tell(words), "dim" if number else ""),)) for number, words in enumerate(said)),
        blank(),
    ]


def _gravity(scene: Scene, name: str, *, marked: bool) -> Block:
    consequence = scene.tree.consequences[name]
    gravity = scene.say("severity {n} of 5", n=consequence.severity)
    lead = (Run(" "), Run("[x] " if marked else "[ ] ", "key"))
    title = scene.line(consequence.title, "strong")
    return Para(title, lead, _UNDER, (Run(gravity, "dim"),), Avoid(name))


def _status(scene: Scene, name: str, before: Standing, standing: Standing) -> Block:
    sign, role = STATUS_SIGNS[standing.status]
    change = _change(scene, before, standing)
    told = scene.say.tell(status_words(standing))
    said = told + (scene.say(" ({change})", change=change) if change else "")
    return Para((Run(f"{sign} {said}", role),), _UNDER, _FURTHER, item=Avoid(name))


def _shown(scene: Scene, prospects: Prospects, name: str, standing: Standing) -> Iterable[Block]:
    return (
        Para(line, _UNDER, _FURTHER, item=Avoid(name)) for line in _shown_by(scene, prospects, name, standing)
    )


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
    """Return the answers themselves where two or fewer setbacks are left: a number that can be checked."""
    if standing.status is not Status.AT_RISK or not 0 < (standing.setbacks or 0) <= NAMED:
        return
    for number, step in enumerate(prospects.unfavourable(scene.journey.at, name, scene.met), 1):
        choice, title = step.taken(scene.tree), scene.title(step.node)
        label = scene.name(choice.label) if choice else scene.title(step.to)
        words = scene.say("{n}: “{answer}”, at “{title}”", n=number, answer=label, title=title)
        yield (Run(words, "dim"),)


def way(scene: Scene, path: Path) -> Line:
    """Return a way as the labels of the choices that lead along it, and where it ends."""
    parts = [scene.name(c.label) for c in _choices_on(scene, path)]
    return (Run(" › ".join([*parts, scene.title(path.end)])),)


def _choices_on(scene: Scene, path: Path) -> Iterable[Choice]:
    for step in path.steps:
        choice = step.taken(scene.tree)
        if choice is not None:
            yield choice


def _numbered(scene: Scene, choices: Iterable[Choice]) -> str:
    """Return choices by the numbers that take them, and their labels."""
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
        yield Para((Run(words, "warn"),), (Run("~ ", "warn"),), (Run("  "),))
    elif status is Status.HOLDABLE:
        words = say("Avoiding these together is in your hands while you keep at it: {titles}", titles=titles)
        yield Para((Run(words, "good"),), (Run("○ ", "good"),), (Run("  "),))
    else:
        words = say("Avoiding these together is in your hands: {titles}", titles=titles)
        yield Para((Run(words, "good"),), (Run("○ ", "good"),), (Run("  "),))
    if plan is None:
        return
    for node, choice_id in plan.items():
        choice = scene.tree.nodes[node].choice(choice_id)
        if choice is not None:
            words = say("{title}: choose “{label}”", title=scene.title(node), label=scene.name(choice.label))
            yield Para((Run(words),), (Run("  · ", "dim"),), (Run("    "),))

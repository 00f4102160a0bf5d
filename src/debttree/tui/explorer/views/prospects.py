"""Prospects on the screen: statuses in words, what a choice closes, ways that show it, advice."""

from collections.abc import Iterable, Sequence

from debttree.analysis import ChoiceProspects, Prospects, Status, Statuses
from debttree.analysis.wording import DOOR_WORDS, EACH_ALONE, EVERY_ANSWER, STATUS_WORDS, worst_words
from debttree.model import Choice, Kind, Path, msg
from debttree.tui.explorer.items import Avoid
from debttree.tui.explorer.scene import Scene
from debttree.tui.kit.page import Block, Line, Para, Run, blank
from debttree.tui.kit.signs import STATUS_SIGNS

_WORST_FIRST = tuple(reversed(Status))


def here(scene: Scene) -> Statuses:
    """The statuses where the person stands; none before they are known."""
    if scene.prospects is None:
        return {}
    return scene.prospects.statuses(scene.journey.at, scene.met)


def _before(scene: Scene) -> Statuses:
    if scene.prospects is None or scene.before is None:
        return here(scene)
    return scene.prospects.statuses(scene.before.at, scene.before.path.met(scene.tree))


def _change(scene: Scene, name: str, now: Status) -> str:
    """How a status has changed with the last move, in words; empty where it has not."""
    before = _before(scene)[name]
    if before is now:
        return ""
    if now is Status.INCURRED:
        return scene.say("new")
    return scene.say("worse now") if now.is_worse_than(before) else scene.say("better now")


def panel(scene: Scene) -> list[Block]:
    """Consequences by status, the worst status first."""
    statuses = here(scene)
    if not statuses:
        return []
    blocks: list[Block] = [Para((Run(scene.say("Prospects"), "heading"),), first=(Run(" "),))]
    for status in _WORST_FIRST:
        names = [name for name, found in statuses.items() if found is status]
        if names:
            sign, role = STATUS_SIGNS[status]
            blocks.append(
                Para((Run(scene.say.tell(STATUS_WORDS[status]), role),), (Run(" "), Run(f"{sign} ", role)))
            )
            blocks += [_entry(scene, name, status) for name in names]
    return blocks


def _entry(scene: Scene, name: str, status: Status) -> Para:
    consequence = scene.tree.consequences[name]
    change = _change(scene, name, status)
    words = [*scene.line(consequence.title, "dim" if status is Status.IMPOSSIBLE else "")]
    if change:
        words.append(Run(scene.say(" ({change})", change=change), "strong"))
    return Para(tuple(words), (Run("   "),), (Run("     "),), (Run(f"{consequence.severity}/5", "dim"),))


def _titles(scene: Scene, names: Iterable[str]) -> str:
    return scene.say(", ").join(scene.name(scene.tree.consequences[name].title) for name in names)


def closed_doors(scene: Scene, choice: ChoiceProspects) -> Line:
    """What a choice does to the prospects, in words; empty where it closes no door."""
    parts = []
    for status, words in DOOR_WORDS.items():
        names = [name for name, then in choice.closes.items() if then is status]
        if names:
            parts.append(scene.say("{titles}: {words}", titles=_titles(scene, names), words=words))
    return (Run(scene.say("; ").join(parts), "warn"),) if parts else ()


def count(scene: Scene, status: Status) -> int:
    """How many consequences have a status here."""
    return sum(found is status for found in here(scene).values())


def in_full(scene: Scene, together: Sequence[str]) -> list[Block]:
    """Every consequence with what shows its status, and an answer for those marked to be avoided together."""
    prospects = scene.prospects
    if prospects is None:
        return []
    blocks = _notice(scene, prospects)
    if together:
        blocks += [*_together(scene, prospects, together), blank()]
    statuses = here(scene)
    for name in sorted(statuses, key=lambda name: -statuses[name].rank):
        blocks += [*_consequence(scene, prospects, name, statuses[name], marked=name in together), blank()]
    return blocks


def _notice(scene: Scene, prospects: Prospects) -> list[Block]:
    said = [
        worst_words(prospects.worst(scene.journey.at, scene.met)),
        EACH_ALONE,
        EVERY_ANSWER,
        msg("Space marks some to be avoided together."),
    ]
    return [
        *(Para((Run(scene.say.tell(words), "dim" if number else ""),)) for number, words in enumerate(said)),
        blank(),
    ]


def _consequence(
    scene: Scene, prospects: Prospects, name: str, status: Status, *, marked: bool
) -> Iterable[Block]:
    consequence, item, rest = scene.tree.consequences[name], Avoid(name), (Run("     "),)
    sign, role = STATUS_SIGNS[status]
    gravity = scene.say("severity {n} of 5", n=consequence.severity)
    lead = (Run(" "), Run("[x] " if marked else "[ ] ", "key"))
    yield Para(scene.line(consequence.title, "strong"), lead, rest, (Run(gravity, "dim"),), item)
    change = _change(scene, name, status)
    said = scene.say.tell(STATUS_WORDS[status]) + (scene.say(" ({change})", change=change) if change else "")
    yield Para((Run(f"{sign} {said}", role),), rest, (Run("       "),), item=item)
    for line in _shown_by(scene, prospects, name, status):
        yield Para(line, rest, (Run("       "),), item=item)


def _shown_by(scene: Scene, prospects: Prospects, name: str, status: Status) -> Iterable[Line]:
    say = scene.say
    shown = prospects.example(scene.journey.at, name, scene.met)
    if shown is not None:
        words = say("A way without it: ") if status is Status.AVOIDABLE else say("A way that meets it: ")
        yield (Run(words, "dim"), *way(scene, shown))
    if scene.node.kind is Kind.DECISION and status is not Status.IMPOSSIBLE:
        advised = prospects.advice(scene.journey.at, name, scene.met)
        if 0 < len(advised) < len(scene.node.choices):
            yield (Run(say("Best for this: "), "dim"), Run(_numbered(scene, advised), "good"))
    last = prospects.point_of_no_return(scene.journey.path, name)
    if last is not None:
        number = scene.journey.path.steps.index(last) + 1
        title = scene.title(last.node)
        yield (Run(say("It was in your hands until step {n}: {title}", n=number, title=title), "dim"),)


def way(scene: Scene, path: Path) -> Line:
    """A way as the labels of the choices that lead along it, and where it ends."""
    parts = [scene.name(c.label) for c in _choices_on(scene, path)]
    return (Run(" › ".join([*parts, scene.title(path.end)])),)


def _choices_on(scene: Scene, path: Path) -> Iterable[Choice]:
    for step in path.steps:
        choice = step.taken(scene.tree)
        if choice is not None:
            yield choice


def _numbered(scene: Scene, choices: Iterable[Choice]) -> str:
    """Choices by the numbers that take them, and their labels."""
    order = [choice.id for choice in scene.node.choices]
    return scene.say("; ").join(
        f"{order.index(choice.id) % 9 + 1} {scene.name(choice.label)}" for choice in choices
    )


def _together(scene: Scene, prospects: Prospects, names: Sequence[str]) -> Iterable[Block]:
    say, statuses = scene.say, here(scene)
    met = [name for name in names if statuses[name] is Status.INCURRED]
    if met:
        words = say("Met already, so there is no avoiding it here: {titles}", titles=_titles(scene, met))
        yield Para((Run(words, "bad"),), (Run("! ", "bad"),), (Run("  "),))
    names = [name for name in names if name not in met]
    if not names:
        return
    titles = _titles(scene, names)
    plan = prospects.careful_plan(scene.journey.at, names, scene.met)
    if plan is None:
        words = say("Avoiding these together is not in your hands alone: {titles}", titles=titles)
        yield Para((Run(words, "warn"),), (Run("~ ", "warn"),), (Run("  "),))
        return
    yield Para(
        (Run(say("Avoiding these together is in your hands: {titles}", titles=titles), "good"),),
        (Run("○ ", "good"),),
        (Run("  "),),
    )
    for node, choice_id in plan.items():
        choice = scene.tree.nodes[node].choice(choice_id)
        if choice is not None:
            words = say("{title}: choose “{label}”", title=scene.title(node), label=scene.name(choice.label))
            yield Para((Run(words),), (Run("  · ", "dim"),), (Run("    "),))

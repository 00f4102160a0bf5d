"""Two paths side by side: two choices here, or this journey and another."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING

from debttree.analysis.prospect_status import Standings, by_distance
from debttree.analysis.wording import short_words, worst_words
from debttree.export.sentences import Sentences
from debttree.journey import Journey, dues
from debttree.journey.spine import Door
from debttree.journey.todo import first_deadline, tasks
from debttree.model import Choice, Node, Party
from debttree.tui.explorer.scene import Scene
from debttree.tui.kit.page import Block, Line, Pair, Para, Run, blank, dotted, plain
from debttree.tui.kit.signs import distance_sign

if TYPE_CHECKING:
    from debttree.analysis.ends import End
    from debttree.analysis.tree_index import TreeIndex

STEPS_SHOWN = 8
"""Most steps listed of a path: the last ones since the two parted."""

TOLD_ALIKE = 2
"""Most common lines that are shown although they are the same on both sides."""

ASKED = 6
"""Most things to have, say, ask or write that are listed."""


@dataclass(frozen=True, slots=True)
class Side:
    """One side of the comparison.

    Attributes:
        name: its heading.
        journey: the journey as if the person had taken this side's choice.
        choice: that choice, if the side is one.
    """

    name: Line
    journey: Journey
    choice: Choice | None = None


def journey_side(name: str, journey: Journey) -> Side:
    """Return another journey of this tree as a side."""
    return Side((Run(name, "strong"),), journey)


def choice_side(scene: Scene, number: int) -> Side:
    """Return one of the choices here as a side, as if taken; after the last one the present journey."""
    if number == len(scene.node.choices):
        return Side((Run(scene.say("where I stand now"), "strong"),), scene.journey)
    choice = scene.node.choices[number]
    name = (Run(f"{number + 1} ", "key"), *scene.line(choice.label, "strong"))
    return Side(name, scene.journey.take(scene.tree, choice.id), choice)


def what_if_side(scene: Scene, door: Door) -> Side:
    """Return a side in which another answer was given at a step; later answers stay if they still fit."""
    say, number = scene.say, door.stop + 1
    name = (Run(say("if at step {n}: ", n=number), "dim"), *scene.line(door.choice.label, "strong"))
    return Side(name, scene.journey.change(scene.tree, number, door.choice.id), door.choice)


def compared(scene: Scene, left: Side, right: Side, index: "TreeIndex | None") -> list[Block]:
    """Return both sides: cautions, targets, consequences, tasks and ends; what is the same is in one line.

    Args:
        scene: the tree and who looks at it.
        left: the left side.
        right: the right side.
        index: the tree's index; None while its graph has not been made.
    """
    say = scene.say
    rows: list[Block] = [Pair((), (left.name,), (right.name,)), blank()]

    def row(heading: str, one: Sequence[Line], other: Sequence[Line]) -> None:
        if [plain(line) for line in one] != [plain(line) for line in other]:
            rows.extend([Pair((Run(heading, "heading"),), tuple(one), tuple(other)), blank()])
        elif one:
            alike: Line = (Run(heading, "heading"), Run("  "), Run(say("the same in this guide"), "dim"))
            told = dotted([alike, *(one if len(one) <= TOLD_ALIKE else ())])
            rows.extend([Para(told, rest=(Run("  "),)), blank()])

    row(say("Before it is taken"), _before(scene, left), _before(scene, right))
    row(say("Leads to"), _end(scene, left), _end(scene, right))
    if left.choice is None or right.choice is None:
        row(say("The way from here"), _steps(scene, left, right), _steps(scene, right, left))
        row(say("Nearest last day"), _last_days(scene, left), _last_days(scene, right))
    row(say("Met on the way"), _met(scene, left), _met(scene, right))
    if scene.prospects is not None:
        one, other = _statuses(scene, left), _statuses(scene, right)
        differing = [name for name in one if one[name] != other[name]]
        row(
            say("How far off, where they differ"),
            list(_by_status(scene, one, differing)) or [(Run(say("as far off"), "dim"),)],
            list(_by_status(scene, other, differing)) or [(Run(say("as far off"), "dim"),)],
        )
        if _worst(scene, left) != _worst(scene, right):
            row(say("If you choose well"), [_worst(scene, left)], [_worst(scene, right)])
        one_ends, other_ends = _ends(scene, left, index), _ends(scene, right, index)
        row(say("Best end"), _told(scene, one_ends[:1]), _told(scene, other_ends[:1]))
        row(say("Worst end"), _told(scene, one_ends[-1:]), _told(scene, other_ends[-1:]))
        row(
            say("Asked of you, on the way to the best end"),
            _asked(scene, left, one_ends[:1]),
            _asked(scene, right, other_ends[:1]),
        )
    return rows


def _before(scene: Scene, side: Side) -> list[Line]:
    """Return the text and the caution of the choice."""
    lines: list[Line] = []
    if side.choice is not None and side.choice.text is not None:
        lines.append(scene.line(side.choice.text))
    if side.choice is not None and side.choice.caution is not None:
        lines.append((Run("! ", "warn"), *scene.line(side.choice.caution, "warn")))
    return lines


def _last_days(scene: Scene, side: Side) -> list[Line]:
    """Return the first deadline on a side's path so far, with its last day."""
    found = first_deadline(tasks(scene.tree, side.journey, scene.today))
    if found is None or found.due is None:
        return [(Run(scene.say("no deadline"), "dim"),)]
    said = Sentences(scene.say).end(found.due, scene.today)
    return [scene.line(found.due.deadline.text), *((Run(sentence, "warn"),) for sentence in said)]


def _ends(scene: Scene, side: Side, index: "TreeIndex | None") -> "list[End]":
    """Return the best and the worst end that can be reached; empty if there is none."""
    if scene.prospects is None or index is None:
        return []
    found = index.ends(side.journey.at, side.journey.path.met(scene.tree), scene.prospects.worst)
    return [found[0], max(found, key=attrgetter("severity"))] if found else []


def _told(scene: Scene, found: "Sequence[End]") -> list[Line]:
    """Return an end in words: the number of steps to it, and the gravest consequence that must be met."""
    say = scene.say
    lines: list[Line] = []
    for end in found:
        steps = end.steps
        far = say.plural("{n} step on", "{n} steps on", steps) if steps else say("at once")
        gravity = (
            say("the gravest until there or after: severity {n} of 5", n=end.severity)
            if end.severity
            else say("nothing more is met")
        )
        lines += [scene.line(scene.tree.nodes[end.node].title, "strong"), (Run(far + say("; ") + gravity),)]
    return lines


def _asked(scene: Scene, side: Side, found: "Sequence[End]") -> list[Line]:
    """Return the last days and the things to have, say, ask and write on the way to an end."""
    say, nodes = (
        scene.say,
        [scene.tree.nodes[name] for end in found for name in dict.fromkeys(end.path.nodes)],
    )
    sentences, lines = Sentences(say), list[Line]()
    met = {(due.node, due.deadline.id): due for due in dues(scene.tree, side.journey)}
    for node in nodes:
        for deadline in node.deadlines:
            words = say(
                "{text}: {amount} from “{event}”",
                text=scene.name(deadline.text),
                amount=sentences.amount(deadline),
                event=scene.name(deadline.event),
            )
            who = say("You: ") if deadline.by is Party.YOU else say("They: ")
            lines.append((Run("! ", "warn"), Run(who, "dim"), Run(words)))
            due = met.get((node.id, deadline.id))
            ends_on = sentences.end(due, scene.today) if due is not None else ()
            lines += [(Run("  " + sentence, "warn"),) for sentence in ends_on]
    entries = [
        sentences.purpose_item(entry.purpose, scene.name(entry.text))
        for node in nodes
        for entry in node.checklist
    ]
    lines += [(Run("· ", "dim"), Run(words)) for words in entries[:ASKED]]
    if len(entries) > ASKED:
        more = say.plural("and {n} more", "and {n} more", len(entries) - ASKED)
        lines.append((Run(more, "dim"),))
    return lines or [(Run(say("Nothing more is asked on that way."), "dim"),)]


def _node(scene: Scene, side: Side) -> Node:
    return scene.tree.nodes[side.journey.at]


def _end(scene: Scene, side: Side) -> list[Line]:
    node = _node(scene, side)
    return [scene.line(node.title)]


def _steps(scene: Scene, side: Side, other: Side) -> list[Line]:
    """Return the choices since the two paths parted: their number, and the last of them."""
    path = side.journey.path
    own = path.steps[path.shared_with(other.journey.path) or 0 :]
    lines: list[Line] = (
        [(Run(scene.say.plural("{n} step", "{n} steps", len(own)), "dim"),)] if len(own) != 1 else []
    )
    for step in own[-STEPS_SHOWN:]:
        choice = step.taken(scene.tree)
        words = scene.line(choice.label) if choice else (Run(scene.say("gone to directly"), "dim"),)
        lines.append((Run("› ", "rule"), *words))
    return lines


def _met(scene: Scene, side: Side) -> list[Line]:
    met = side.journey.path.met(scene.tree)
    lines: list[Line] = [(Run("! ", "bad"), *scene.line(scene.tree.consequences[name].title)) for name in met]
    return lines or [(Run(scene.say("Nothing met so far."), "dim"),)]


def _statuses(scene: Scene, side: Side) -> Standings:
    if scene.prospects is None:
        return {}
    return scene.prospects.standings(side.journey.at, side.journey.path.met(scene.tree))


def _worst(scene: Scene, side: Side) -> Line:
    if scene.prospects is None:
        return ()
    worst = scene.prospects.worst(side.journey.at, side.journey.path.met(scene.tree))
    return (Run(scene.say.tell(worst_words(worst)), "dim"),)


def _by_status(scene: Scene, statuses: Standings, names: Sequence[str]) -> Iterator[Line]:
    """Yield consequences by distance, the nearest first, with the signs of the distances."""
    for standing, found in by_distance({name: statuses[name] for name in names}):
        titles = [scene.name(scene.tree.consequences[name].title) for name in found]
        words = scene.say(
            "{titles}: {words}", titles=scene.say(", ").join(titles), words=short_words(standing)
        )
        sign = distance_sign(standing)
        yield (sign, Run(" "), Run(words, sign.role))

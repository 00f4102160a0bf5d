"""The node itself: its title and text, and the choices that lead on."""

from debttree.locales.words import KINDS
from debttree.model import Choice, Kind, Node, clean
from debttree.tui.explorer.items import AtEnd, Choose
from debttree.tui.explorer.scene import Scene
from debttree.tui.explorer.views.prospects import said_of
from debttree.tui.kit.page import Block, Line, Para, Run, Stack, blank, numbered
from debttree.tui.kit.prose import written
from debttree.tui.kit.signs import kind_mark

PAGE = 9
"""Choices shown at once: as many as there are digits to take them by."""


def node_text(scene: Scene, node: Node) -> list[Block]:
    """Kind, title, who answers, the text, and what it brings."""
    blocks: list[Block] = [_heading(scene, node)]
    if node.actor is not None:
        blocks.append(Para((Run(scene.say("Who answers: "), "dim"), *scene.line(node.actor))))
    blocks.append(blank())
    if node.text is not None:
        blocks += _text(scene, node)
    blocks += _brings(scene, node)
    notes = [note for note in scene.journey.notes if note.node == node.id]
    for number, note in enumerate(notes):
        made = scene.say("Your note of {date}: ", date=note.made.isoformat())
        first, *more = clean(note.text).split("\n")
        blocks += [*([] if number else [blank()]), Para((Run(made, "dim"), Run(first, "em")))]
        blocks += [Para((Run(line, "em"),), (Run("  "),), (Run("  "),)) for line in more]
    return blocks


def _heading(scene: Scene, node: Node) -> Para:
    lead = (*kind_mark(scene.say, node.kind), Run(" · ", "dim"))
    return Para(scene.line(node.title, "title"), lead, (Run("  "),))


def _text(scene: Scene, node: Node) -> list[Block]:
    wording = scene.tree.wording(node.text, scene.language) if node.text else None
    if wording is None:
        return []
    blocks: list[Block] = []
    if wording.missing:
        blocks += [Para((Run(scene.say("This text is not translated yet."), "dim"),)), blank()]
    return [*blocks, Stack(written(wording.text))]


def _brings(scene: Scene, node: Node) -> list[Block]:
    """Return what it brings: each that is new in a line, those met before in one."""
    before = scene.met_before if node.id == scene.journey.at else ()
    new = [_brought(scene, consequence) for consequence in node.brings if consequence not in before]
    titles = [scene.name(scene.tree.consequences[name].title) for name in node.brings if name in before]
    old = (
        [Para((Run(scene.say("Met before: "), "dim"), Run(scene.say(", ").join(titles), "dim")))]
        if titles
        else []
    )
    return [blank(), *new, *old] if node.brings else []


def _brought(scene: Scene, consequence_id: str) -> Para:
    consequence = scene.tree.consequences[consequence_id]
    words = (Run(scene.say("This brings: "), "bad"), *scene.line(consequence.title, "strong"))
    gravity = Run(" " + scene.say("(severity {n} of 5)", n=consequence.severity), "dim")
    return Para((*words, gravity), (Run("! ", "bad"),), (Run("  "),))


def asked(scene: Scene) -> str:
    """Return what is asked of the person here."""
    return scene.say.tell(KINDS[scene.node.kind].asked)


def choice_pages(node: Node) -> int:
    """Return how many pages of nine the choices make."""
    return max(-(-len(node.choices) // PAGE), 1)


def choices(scene: Scene, page: int = 0) -> list[Block]:
    """Nine choices at most, each an item named by its id."""
    shown = scene.node.choices[page * PAGE : (page + 1) * PAGE]
    blocks: list[Block] = []
    doors = _doors(scene)
    for number, choice in enumerate(shown, 1):
        blocks += _choice(scene, number, choice, doors.get(choice.id, ()))
    if not scene.node.choices and scene.node.kind is Kind.OUTCOME:
        blocks += _ways_on(scene)
    return blocks


def _doors(scene: Scene) -> dict[str, Line]:
    """Return what is said of each choice before it is taken, by the choice's id."""
    if scene.prospects is None:
        return {}
    found = scene.prospects.choices(scene.journey.at, scene.met)
    return {option.choice.id: said_of(scene, option) for option in found}


def _choice(scene: Scene, number: int, choice: Choice, doors: Line) -> list[Block]:
    to = scene.tree.nodes[choice.to]
    rest = (Run("   "),)
    label = Para(
        scene.line(choice.label),
        (Run(" "), Run(f"{number} ", "key")),
        rest,
        kind_mark(scene.say, to.kind),
        Choose(choice.id),
    )
    blocks: list[Block] = [label]
    if choice.text is not None:
        blocks.append(Para(scene.line(choice.text, "dim"), rest, rest, item=Choose(choice.id)))
    if choice.caution is not None:
        caution = (Run(scene.say("Caution: "), "warn"), *scene.line(choice.caution, "warn"))
        blocks.append(Para(caution, (Run("   "), Run("! ", "warn")), (Run("     "),), item=Choose(choice.id)))
    if doors:
        blocks.append(
            Para(doors, (Run("   "), Run("▸ ", doors[0].role)), (Run("     "),), item=Choose(choice.id))
        )
    return blocks


def _ways_on(scene: Scene) -> list[Block]:
    """Return what can be done at an end."""
    say = scene.say
    offers = [
        (AtEnd.SUMMARY, say("Take the summary of your way with you")),
        (AtEnd.BACK, say("Go back one step")),
        (AtEnd.RESTART, say("Start again from the beginning")),
    ]
    return numbered(offers)

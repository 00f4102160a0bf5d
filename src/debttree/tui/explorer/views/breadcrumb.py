"""The place in the tree: stages, breadcrumb, and the steps of the path."""

from collections.abc import Iterator

from debttree.model import Kind, clean_line
from debttree.tui.explorer.items import AtNote, AtStep
from debttree.tui.explorer.scene import Scene
from debttree.tui.explorer.views.notes import desk_mark, own_words
from debttree.tui.kit.page import Block, Line, Para, Run, dotted, fitted, headed
from debttree.tui.kit.signs import end_sign

NAME_CELLS = 20
"""Greatest width of a journey's name in the head of the screen, in cells."""


def stages(scene: Scene) -> Line:
    """Return the stages in order, with the present one in brackets."""
    titles = {stage.id: scene.name(stage.title) for stage in scene.tree.stages.values()}
    here = scene.node.stage
    shown = (
        Run(f"[{title}]", "key") if name == here else Run(title, "dim") for name, title in titles.items()
    )
    return dotted(((run,) for run in shown), " ─ ", "rule")


def stage_alone(scene: Scene) -> Line:
    """Return the present stage."""
    stage = scene.tree.stages.get(scene.node.stage or "")
    return (Run(f"[{scene.name(stage.title)}]", "key"),) if stage else ()


def step_number(scene: Scene) -> Line:
    """Return the name of the journey, if it has one, and the number of steps."""
    n = len(scene.journey.path.steps)
    steps = scene.say.plural("{n} step", "{n} steps", n) if n else ""
    kept = scene.say("nothing is kept") if scene.private else ""
    rest = Run(" · ".join(filter(None, (kept, steps))), "dim")
    if not scene.whose:
        return (rest,)
    return dotted([fitted((Run(clean_line(scene.whose), "strong"),), NAME_CELLS), (rest,)])


def breadcrumb(scene: Scene) -> Line:
    """Return the titles of the steps before the present node, whose title heads the text."""
    runs: list[Run] = []
    for step in scene.journey.path.steps:
        runs += [Run(scene.title(step.node), "dim"), Run(" ⇢ " if step.is_jump else " › ", "rule")]
    return tuple(runs)


def way(scene: Scene) -> list[Block]:
    """Return every step as an item: its title, the choice taken, and the notes made there."""
    blocks: list[Block] = [Para((Run(scene.say("Your way"), "heading"),), first=(Run(" "),))]
    nodes = scene.journey.path.nodes
    last_stops = {node: number for number, node in enumerate(nodes)}
    noted: dict[str, list[int]] = {}
    for place, note in enumerate(scene.journey.notes):
        noted.setdefault(note.node, []).append(place)
    for number, node_id in enumerate(nodes):
        node = scene.tree.nodes[node_id]
        here = number == len(nodes) - 1
        lead = (Run(f" {number + 1:>2} ", "dim"), *end_sign(node))
        title = scene.line(node.title, "strong" if here else "")
        blocks.append(Para(title, lead, (Run("    "),), item=None if here else AtStep(number)))
        if not here:
            blocks.append(_chosen(scene, number))
        if last_stops[node_id] == number:
            blocks += [block for place in noted.get(node_id, ()) for block in _note(scene, place)]
    if scene.node.kind is Kind.OUTCOME:
        blocks.append(Para((Run(scene.say("This way ends here."), "dim"),), first=(Run("    "),)))
    return blocks


def notes_elsewhere(scene: Scene) -> Iterator[Block]:
    """Return the notes that belong to no step of the present path."""
    return headed(scene.say("Notes made elsewhere"), _notes_elsewhere(scene))


def _notes_elsewhere(scene: Scene) -> Iterator[Block]:
    on_way = set(scene.journey.path.nodes)
    for place, note in enumerate(scene.journey.notes):
        if note.node not in on_way:
            title = scene.title(note.node) if note.node else clean_line(note.was_at)
            yield Para((Run(title, "dim"),), (Run("    "),), (Run("    "),), item=AtNote(place))
            yield from _note(scene, place)


def _note(scene: Scene, place: int) -> Iterator[Block]:
    note, rest = scene.journey.notes[place], (Run("      "),)
    made = scene.say("Your note of {date}: ", date=note.when)
    head = (*desk_mark(scene.say, note), Run(made, "dim"))
    return own_words(head, note.text, (Run("    "),), rest, rest, AtNote(place))


def fallen(scene: Scene) -> Iterator[Block]:
    """Return the steps of the earlier path that were dropped when an answer was changed."""
    heading = scene.say("Off your way since you changed an answer; B brings them back")
    blocks: list[Block] = []
    for step in scene.journey.fallen:
        choice = step.taken(scene.tree)
        words = scene.line(choice.label) if choice else (Run(scene.say("gone to directly"), "dim"),)
        blocks.append(
            Para((Run(scene.title(step.node) + " › ", "dim"), *words), (Run("   "),), (Run("     "),))
        )
    return headed(heading, blocks)


def _chosen(scene: Scene, number: int) -> Para:
    choice = scene.taken(number)
    words = scene.line(choice.label, "dim") if choice else (Run(scene.say("gone to directly"), "dim"),)
    lead = (Run("    "), Run("› " if choice else "⇢ ", "rule"))
    return Para(words, lead, (Run("      "),), item=AtStep(number))

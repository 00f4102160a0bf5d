"""The place in the tree: stages, breadcrumb, and the steps of the path."""

from debttree.model import Kind, clean, clean_line
from debttree.tui.explorer.items import AtNote, AtStep
from debttree.tui.explorer.scene import Scene
from debttree.tui.explorer.views.notes import desk_mark
from debttree.tui.kit.page import Block, Line, Para, Run, fitted
from debttree.tui.kit.signs import end_sign

NAME_CELLS = 20
"""Greatest width of a journey's name in the head of the screen, in cells."""


def stages(scene: Scene) -> Line:
    """Return the stages in order, with the present one in brackets."""
    runs: list[Run] = []
    for stage in scene.tree.stages.values():
        if runs:
            runs.append(Run(" ─ ", "rule"))
        title = scene.name(stage.title)
        runs.append(Run(f"[{title}]", "key") if stage.id == scene.node.stage else Run(title, "dim"))
    return tuple(runs)


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
    name = fitted((Run(clean_line(scene.whose), "strong"),), NAME_CELLS)
    return (*name, Run(" · ", "dim"), rest) if rest.text else name


def breadcrumb(scene: Scene) -> Line:
    """Return the titles of the steps before the present node, whose title heads the text."""
    runs: list[Run] = []
    for step in scene.journey.path.steps:
        runs += [Run(scene.title(step.node), "dim"), Run(" ⇢ " if step.is_jump else " › ", "rule")]
    return tuple(runs)


def joined(*parts: Line) -> Line:
    """Return the words that are not empty, with a dot between."""
    runs: list[Run] = []
    for part in parts:
        if any(run.text for run in part):
            runs += [*([Run(" · ", "dim")] if runs else []), *part]
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


def notes_elsewhere(scene: Scene) -> list[Block]:
    """Return the notes that belong to no step of the present path."""
    on_way = set(scene.journey.path.nodes)
    notes = [(place, note) for place, note in enumerate(scene.journey.notes) if note.node not in on_way]
    if not notes:
        return []
    blocks: list[Block] = [Para((Run(scene.say("Notes made elsewhere"), "heading"),), first=(Run(" "),))]
    for place, note in notes:
        title = scene.title(note.node) if note.node else clean_line(note.was_at)
        blocks.append(Para((Run(title, "dim"),), (Run("    "),), (Run("    "),), item=AtNote(place)))
        blocks += _note(scene, place)
    return blocks


def _note(scene: Scene, place: int) -> list[Block]:
    """Return the lines of a note."""
    note = scene.journey.notes[place]
    made = scene.say("Your note of {date}: ", date=note.when)
    lead, head = (Run("    "),), (*desk_mark(scene.say, note), Run(made, "dim"))
    rest = (Run("      "),)
    item = AtNote(place)
    first, *more = clean(note.text).split("\n")
    return [
        Para((*head, Run(first, "em")), lead, rest, item=item),
        *(Para((Run(line, "em"),), rest, rest, item=item) for line in more),
    ]


def fallen(scene: Scene) -> list[Block]:
    """Return the steps of the earlier path that were dropped when an answer was changed."""
    steps = scene.journey.fallen
    if not steps:
        return []
    heading = scene.say("Off your way since you changed an answer; B brings them back")
    blocks: list[Block] = [Para((Run(heading, "heading"),), first=(Run(" "),), rest=(Run(" "),))]
    for step in steps:
        choice = step.taken(scene.tree)
        words = scene.line(choice.label) if choice else (Run(scene.say("gone to directly"), "dim"),)
        blocks.append(
            Para((Run(scene.title(step.node) + " › ", "dim"), *words), (Run("   "),), (Run("     "),))
        )
    return blocks


def _chosen(scene: Scene, number: int) -> Para:
    choice = scene.taken(number)
    words = scene.line(choice.label, "dim") if choice else (Run(scene.say("gone to directly"), "dim"),)
    lead = (Run("    "), Run("› " if choice else "⇢ ", "rule"))
    return Para(words, lead, (Run("      "),), item=AtStep(number))

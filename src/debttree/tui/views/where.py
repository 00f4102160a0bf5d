"""Where I am: stages, breadcrumb, and the way walked."""

from debttree.model import Kind
from debttree.tui.page import Block, Line, Para, Run
from debttree.tui.views.items import STEP
from debttree.tui.views.scene import Scene
from debttree.tui.views.signs import glyph


def stages(scene: Scene) -> Line:
    """The stages in order; the one that I am in stands in brackets."""
    runs: list[Run] = []
    for stage in scene.tree.stages.values():
        if runs:
            runs.append(Run(" ─ ", "rule"))
        title = scene.name(stage.title)
        runs.append(Run(f"[{title}]", "key") if stage.id == scene.node.stage else Run(title, "dim"))
    return tuple(runs)


def stage_alone(scene: Scene) -> Line:
    """The stage that I am in."""
    stage = scene.tree.stages.get(scene.node.stage or "")
    return (Run(f"[{scene.name(stage.title)}]", "key"),) if stage else ()


def step_number(scene: Scene) -> Line:
    """How far I have come."""
    n = len(scene.journey.path.steps)
    steps = scene.say.plural("{n} step", "{n} steps", n) if n else ""
    kept = scene.say("nothing is kept") if scene.private else ""
    return (Run(" · ".join(filter(None, (kept, steps))), "dim"),)


def breadcrumb(scene: Scene) -> Line:
    """The titles on the way, the last one being here."""
    runs: list[Run] = []
    nodes = scene.journey.path.nodes
    for number, node in enumerate(nodes):
        if number:
            jumped = scene.journey.path.steps[number - 1].is_jump
            runs.append(Run(" ⇢ " if jumped else " › ", "rule"))
        last = number == len(nodes) - 1
        runs.append(Run(scene.title(node), "" if last else "dim"))
    return tuple(runs)


def way(scene: Scene) -> list[Block]:
    """Every step: where, and what was chosen. Each is an item, the number of the step."""
    blocks: list[Block] = [Para((Run(scene.say("Your way"), "heading"),), first=(Run(" "),))]
    nodes = scene.journey.path.nodes
    for number, node_id in enumerate(nodes):
        node = scene.tree.nodes[node_id]
        here = number == len(nodes) - 1
        lead = (Run(f" {number + 1:>2} ", "dim"), glyph(node.kind))
        title = scene.line(node.title, "strong" if here else "")
        blocks.append(Para(title, lead, (Run("      "),), item=None if here else f"{STEP}{number}"))
        if not here:
            blocks.append(_chosen(scene, number))
    if scene.node.kind is Kind.OUTCOME:
        blocks.append(Para((Run(scene.say("This way ends here."), "dim"),), first=(Run("      "),)))
    return blocks


def fallen(scene: Scene) -> list[Block]:
    """Steps of the earlier way that a changed answer made fall away."""
    steps = scene.journey.fallen
    if not steps:
        return []
    heading = scene.say("Fell away when you changed an answer; B brings them back")
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
    lead = (Run("      "), Run("› " if choice else "⇢ ", "rule"))
    return Para(words, lead, (Run("        "),), item=f"{STEP}{number}")

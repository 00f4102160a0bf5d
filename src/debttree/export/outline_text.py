"""Write a tree as indented text; a node met again is a reference, so that joins and loops end."""

from collections.abc import Iterator

from debttree.analysis.outline import firsts, opened
from debttree.export.graph_drawing import Arc, Drawing
from debttree.locales import Phrases
from debttree.locales.words import KINDS
from debttree.model import clean_line

_DEEPEST = 20
"""Levels that are indented; below, the level is written as a number, or the indents would fill the screen."""


def outline(drawing: Drawing, say: Phrases) -> str:
    """Return every node once, below the choice by which a shortest way reaches it, to keep the nesting low."""
    lines = [drawing.title, _legend(say), ""]
    from debttree.analysis.graph import decision_graph  # networkx is loaded only to draw

    tree = drawing.tree
    starts = (tree.root, *(urgent.to for urgent in tree.urgent), *tree.nodes)
    under = opened(decision_graph(tree), (start for start in starts if start in tree.nodes))
    for start in (name for name, above in under.items() if above is None):
        if start != tree.root:
            lines.append("")
        lines.extend(_from(start, drawing, under, say))
    return "\n".join(lines) + "\n"


def _legend(say: Phrases) -> str:
    return "  ".join(f"{words.outline} {say.tell(words.term)}" for words in KINDS.values())


def _from(start: str, drawing: Drawing, under: dict[str, str | None], say: Phrases) -> Iterator[str]:
    """Yield lines depth first, with an explicit stack: chains of 50,000 nodes must work."""
    stack: list[tuple[int, Arc | None, str, bool]] = [(0, None, start, True)]
    while stack:
        depth, arc, name, first = stack.pop()
        if arc is not None:
            mark = "*" if arc.walked else "-"
            yield f"{_indent(depth - 1)}{mark} {arc.label}"
        node = drawing.tree.nodes.get(name)
        if node is None:
            yield _indent(depth) + say('? there is no node "{name}"', name=name)
        elif not first or under[name] != (arc and arc.source):
            yield f"{_indent(depth)}↩ {drawing.label(node)} ({clean_line(name)})"
        else:
            walked = "* " if drawing.is_walked(name) else ""
            harms = "".join(f" ▲ {harm}" for harm in drawing.brings(node))
            title = f"{KINDS[node.kind].outline} {drawing.label(node)} ({clean_line(name)})"
            yield f"{_indent(depth)}{walked}{title}{harms}"
            arcs = drawing.arcs_of(node)
            first_ones = firsts(arc.target for arc in arcs)
            below = [(depth + 1, arc, arc.target, own) for arc, own in zip(arcs, first_ones, strict=True)]
            stack.extend(reversed(below))


def _indent(depth: int) -> str:
    if depth <= _DEEPEST:
        return "  " * depth
    return "  " * _DEEPEST + f"[{depth}] "

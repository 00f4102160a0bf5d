"""A tree as indented text; a node met again points back, so that joins and loops end."""

from collections.abc import Iterator

from debttree.export.drawing import KIND_SIGNS, KIND_WORDS, Arc, Drawing
from debttree.locales import Phrases
from debttree.model import clean_line

_DEEPEST = 20
"""Levels that are indented; below, the level is written as a number, or the indents would fill the screen."""


def outline(drawing: Drawing, say: Phrases) -> str:
    """Every node once, under the choice by which a shortest way reaches it, so that little is deeply nested."""
    lines = [drawing.title, _legend(say), ""]
    tree = drawing.tree
    opened: dict[str, Arc | None] = {}
    for start in dict.fromkeys((tree.root, *(urgent.to for urgent in tree.urgent), *tree.nodes)):
        if start in tree.nodes and start not in opened:
            if start != tree.root:
                lines.append("")
            _open_from(start, drawing, opened)
            lines.extend(_from(start, drawing, opened, say))
    return "\n".join(lines) + "\n"


def _legend(say: Phrases) -> str:
    return "  ".join(f"{sign} {say.tell(KIND_WORDS[kind])}" for kind, sign in KIND_SIGNS.items())


def _open_from(start: str, drawing: Drawing, opened: dict[str, Arc | None]) -> None:
    """Breadth first: the arc under which each node that is reached from here is written out."""
    opened[start] = None
    queue = [start]
    for name in queue:
        for arc in drawing.arcs_of(drawing.tree.nodes[name]):
            if arc.target not in opened and arc.target in drawing.tree.nodes:
                opened[arc.target] = arc
                queue.append(arc.target)


def _from(start: str, drawing: Drawing, opened: dict[str, Arc | None], say: Phrases) -> Iterator[str]:
    """Depth first, with a stack of its own: a chain of 50,000 nodes is as good as any."""
    stack: list[tuple[int, Arc | None, str]] = [(0, None, start)]
    while stack:
        depth, arc, name = stack.pop()
        if arc is not None:
            mark = "*" if arc.walked else "-"
            yield f"{_indent(depth - 1)}{mark} {arc.label}"
        node = drawing.tree.nodes.get(name)
        if node is None:
            yield _indent(depth) + say('? there is no node "{name}"', name=name)
        elif opened.get(name) != arc:
            yield f"{_indent(depth)}↩ {drawing.label(node)} ({clean_line(name)})"
        else:
            walked = "* " if drawing.is_walked(name) else ""
            harms = "".join(f" ▲ {harm}" for harm in drawing.brings(node))
            yield f"{_indent(depth)}{walked}{KIND_SIGNS[node.kind]} {drawing.label(node)} ({clean_line(name)}){harms}"
            stack.extend((depth + 1, arc, arc.target) for arc in reversed(drawing.arcs_of(node)))


def _indent(depth: int) -> str:
    if depth <= _DEEPEST:
        return "  " * depth
    return "  " * _DEEPEST + f"[{depth}] "

"""A tree in Graphviz's DOT language."""

from debttree.export.graph_drawing import Drawing
from debttree.export.wrapping import wrapped
from debttree.model import Kind, Node, clean_line

_SHAPES = {
    Kind.DECISION: "box",
    Kind.QUESTION: "diamond",
    Kind.CHANCE: "circle",
    Kind.OUTCOME: "triangle",
}

_LABEL_CELLS = 22
"""Greatest width of a label's line, in cells: a wide shape pushes all others apart."""


def dot(drawing: Drawing) -> str:
    """Return the directed graph in DOT; node names are ids."""
    lines = [
        "digraph {",
        f"  label={_quoted(drawing.title)}; labelloc=t; rankdir=TB;",
        '  node [fontname="sans-serif", margin="0.05"]; edge [fontname="sans-serif", fontsize=10];',
    ]
    lines += [f"  {_quoted(node.id)} [{_node(node, drawing)}];" for node in drawing.tree.nodes.values()]
    lines += [
        f"  {_quoted(name)} [label={_quoted('? ' + name)}, style=dashed];" for name in drawing.nowhere()
    ]
    for arc in drawing.arcs():
        mark = ", penwidth=3" if arc.walked else ""
        lines.append(f"  {_quoted(arc.source)} -> {_quoted(arc.target)} [{_label(arc.label)}{mark}];")
    return "\n".join([*lines, "}"]) + "\n"


def _node(node: Node, drawing: Drawing) -> str:
    words = "\n".join([drawing.label(node), *(f"▲ {harm}" for harm in drawing.brings(node))])
    attributes = [f"shape={_SHAPES[node.kind]}", _label(words)]
    if node.brings:
        attributes.append("penwidth=2")
    if drawing.is_walked(node.id):
        attributes.append('style=filled, fillcolor="#ffe9a8"')
    return ", ".join(attributes)


def _label(words: str) -> str:
    """Return words as a label of short lines; if that breaks a line, also as `whole`, which Graphviz ignores.

    A reader of the file cannot know whether a break replaced a space or, as in Chinese, nothing.
    """
    lines = words.split("\n")
    pieces = [piece for line in lines for piece in wrapped(line, _LABEL_CELLS)]
    whole = "" if pieces == lines else f", whole={_lines(lines)}"
    return f"label={_lines(pieces)}{whole}"


def _lines(lines: list[str]) -> str:
    return '"' + "\\n".join(_escaped(line) for line in lines) + '"'


def _quoted(words: str) -> str:
    return f'"{_escaped(clean_line(words))}"'


def _escaped(words: str) -> str:
    """Escape words for DOT: a backslash begins an escape, a quote ends the string, `&...;` is an entity of HTML."""
    return words.replace("\\", "\\\\").replace('"', '\\"').replace("&", "&amp;")

"""Write a tree as a Mermaid flowchart, as GitHub and many editors draw it."""

import string

from debttree.export.graph_drawing import Drawing
from debttree.model import Kind, Node, Trouble, clean_line, msg

ARC_LIMIT = 500
"""Mermaid refuses more edges than this (its setting `maxEdges`, which a diagram itself cannot raise)."""

SIZE_LIMIT = 50_000
"""Mermaid refuses longer texts than this (its setting `maxTextSize`, in characters)."""

_SHAPES = {Kind.DECISION: ('["', '"]'), Kind.QUESTION: ('{"', '"}'), Kind.CHANCE: ('(("', '"))')}


_ACTS = frozenset(string.punctuation) - frozenset("!'(,?")
"""Signs that Mermaid may act on: directives, formulas, icons, Markdown (a list at the beginning of a label among it),
entities, HTML. Seen in a browser with Mermaid 11.4.1 and 11.17.2: no label of `tests/export/hostile.py` acts."""

_OWN_SIGNS = {"ﬂ": "fl", "¶ß": "¶ss"}
"""Mermaid's internal signs for entities, which it would also replace in a text."""


def mermaid(drawing: Drawing) -> str:
    """Return the flowchart in Mermaid's language.

    Raises:
        Trouble: Mermaid would refuse it.
    """
    names = {name: f"n{number}" for number, name in enumerate([*drawing.tree.nodes, *drawing.nowhere()])}
    lines = ["flowchart TD"]
    lines += [_node(names[node.id], node, drawing) for node in drawing.tree.nodes.values()]
    lines += [
        f'    {names[name]}["{_text(f"? {clean_line(name)}")}"]:::nowhere' for name in drawing.nowhere()
    ]
    walked = []
    for number, arc in enumerate(drawing.arcs()):
        lines.append(f'    {names[arc.source]} -->|"{_text(arc.label)}"| {names[arc.target]}')
        if arc.walked:
            walked.append(str(number))
    lines += _styles(drawing, names, walked)
    _refuse_if_too_large(lines, drawing)
    return "\n".join(lines) + "\n"


def _node(name: str, node: Node, drawing: Drawing) -> str:
    """Return a node's shape and words.

    A `<br/>` in them, or words given beside a shape's name, would make Mermaid read its entities first and then act
    on what they stand for.
    """
    words = _text(drawing.label(node)) + "".join(f"\n▲ {_text(harm)}" for harm in drawing.brings(node))
    if node.kind is Kind.OUTCOME:
        return f'    {name}["{words}"]\n    {name}@{{ shape: tri }}'
    before, after = _SHAPES[node.kind]
    return f"    {name}{before}{words}{after}"


def _styles(drawing: Drawing, names: dict[str, str], walked: list[str]) -> list[str]:
    lines = ["    classDef nowhere stroke-dasharray: 4", "    classDef brings stroke-width:3px"]
    lines += [f"    class {names[node.id]} brings" for node in drawing.tree.nodes.values() if node.brings]
    if drawing.path is not None:
        lines.append("    classDef walked fill:#ffe9a8,color:#000000")
        lines += [f"    class {names[name]} walked" for name in dict.fromkeys(drawing.path.nodes)]
    if walked:
        lines.append(f"    linkStyle {','.join(walked)} stroke-width:4px")
    return lines


def _text(words: str) -> str:
    """Return words in which nothing is markup: Mermaid's own entities stand for every sign that it acts on."""
    for own, plain in _OWN_SIGNS.items():
        words = words.replace(own, plain)
    return "".join(f"#{ord(sign)};" if sign in _ACTS else sign for sign in words)


def _refuse_if_too_large(lines: list[str], drawing: Drawing) -> None:
    arcs = sum(1 for _ in drawing.arcs())
    hint = msg("Use --format dot and Graphviz, or --format text.")
    if arcs > ARC_LIMIT:
        message = msg("Mermaid draws {limit} arcs at most; this tree has {n}.", limit=ARC_LIMIT, n=arcs)
        raise Trouble(message, hint)
    size = sum(len(line) + 1 for line in lines)
    if size > SIZE_LIMIT:
        message = msg(
            "Mermaid reads {limit} characters at most; this drawing has {n}.", limit=SIZE_LIMIT, n=size
        )
        raise Trouble(message, hint)

"""Draw the graph around a node in a narrow pane: what leads to it, the node, and two steps beyond."""

from collections.abc import Iterator, Sequence

from debttree.model import DataPath, clean_line
from debttree.tui.editor.items import AtPath
from debttree.tui.editor.subjects import items, kind_of, table
from debttree.tui.editor.view import View
from debttree.tui.editor.views.form import not_there
from debttree.tui.kit.page import Block, Line, Para, Run
from debttree.tui.kit.signs import ELSEWHERE, glyph

DRAWN_AT_MOST = 30
"""Most arcs drawn to or from the node: in a large tree hundreds may lead to one node."""

BEYOND_AT_MOST = 6
"""Most arcs drawn from each target of the node's choices."""


def around(view: View, node: str) -> Iterator[Block]:
    """Yield the drawing. Its items lead to the choices that lead here, and to the targets of lines.

    If a target does not exist, its item leads to the choice.
    """
    yield from _arriving(view, node)
    yield Para(_named(view, node, "strong"), (Run(" "),), (Run("   "),))
    choices = _choices(view, node)
    shown = choices[:DRAWN_AT_MOST]
    room = len(str(len(shown))) + 1
    for number, to in enumerate(shown, 1):
        is_new = to is not None and to not in (node, *shown[: number - 1])
        beyond = _choices(view, str(to)) if is_new else []
        lead = f"{number:<{room}}"
        yield from _leaving(view, node, lead, to, beyond, is_last=number == len(choices))
    if len(choices) > len(shown):
        yield _more(view, len(choices) - len(shown), " └ ")


def _arriving(view: View, node: str) -> Iterator[Block]:
    """Yield the nodes that lead to the node, and by which choice, from top to bottom."""
    found = view.assessment.arrivals.get(node, ()) if view.assessment else ()
    tree = view.assessment.tree if view.assessment else None
    if tree is not None and tree.root == node:
        yield Para((Run(view.say("The tree begins here."), "dim"),), (Run("   "),))
    elif not found:
        yield Para((Run(view.say("Nothing leads here."), "dim"),), (Run("   "),))
    for number, choice in enumerate(found[:DRAWN_AT_MOST]):
        label = Run(f" › {_label(view, choice)}", "dim")
        rail = (Run(" │ ", "rule"),)
        corner = (Run(" ┌ " if number == 0 else " ├ ", "rule"),)
        yield Para((*_named(view, str(choice[1])), label), corner, rail, item=AtPath(choice))
    if len(found) > DRAWN_AT_MOST:
        yield _more(view, len(found) - DRAWN_AT_MOST, " ├ ")
    if found:
        yield Para((), (Run(" ▼", "rule"),))


def _leaving(
    view: View, node: str, number: str, to: str | None, beyond: Sequence[str | None], *, is_last: bool
) -> Iterator[Block]:
    """Yield the target of a choice and the nodes beyond it; each node's arcs are drawn once."""
    rail = f" {' ' if is_last else '│'}{' ' * len(number)}"
    first = (Run(" └" if is_last else " ├", "rule"), Run(number, "dim"))
    yield Para(
        _end(view, node, to),
        first,
        (Run(rail + ("│ " if beyond else "  "), "rule"),),
        item=_goes(view, to) or AtPath(("nodes", node, "choices", int(number) - 1, "to")),
    )
    for place, further in enumerate(beyond, 1):
        if place > BEYOND_AT_MOST:
            yield _more(view, len(beyond) - BEYOND_AT_MOST, f"{rail}└ ")
            return
        corner, below = ("└ ", "    ") if place == len(beyond) else ("├ ", "│   ")
        yield Para(
            _end(view, node, further, "dim"),
            (Run(rail + corner, "rule"),),
            (Run(rail + below, "rule"),),
            item=_goes(view, further),
        )


def _choices(view: View, node: str) -> list[str | None]:
    """Return the targets of a node's choices, in order; None for a choice without one."""
    targets = (table(choice).get("to") for choice in items(table(view.at(("nodes", node))).get("choices")))
    return [to if isinstance(to, str) else None for to in targets]


def _end(view: View, middle: str, to: str | None, role: str = "") -> Line:
    """Return the words at the end of a line: a node, the middle of the drawing again, or nothing."""
    if to is None:
        return (Run(view.say("nowhere yet"), "bad"),)
    if view.at(("nodes", to)) is None:
        return (not_there(view, to),)
    again = (Run(f"{ELSEWHERE} ", "dim"),) if to == middle else ()
    return (*again, *_named(view, to, role))


def _named(view: View, node: str, role: str = "") -> Line:
    """Return the words for a node: the sign of its kind, its title, and a sign if it brings a consequence."""
    raw = view.at(("nodes", node))
    kind = kind_of(raw)
    harm = (Run(" !", "bad"),) if items(table(raw).get("brings")) else ()
    return (glyph(kind), Run(view.name_of(("nodes", node)), role), *harm)


def _goes(view: View, to: str | None) -> AtPath | None:
    return None if to is None or view.at(("nodes", to)) is None else AtPath(("nodes", to))


def _label(view: View, choice: DataPath) -> str:
    words = table(view.at(choice)).get("label")
    return view.words(words) or clean_line(str(choice[-1]))


def _more(view: View, n: int, stem: str) -> Para:
    return Para((Run(view.say("{n} more", n=n), "dim"),), (Run(stem, "rule"),))

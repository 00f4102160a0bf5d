"""Complete a draft: a node that is named but not written yet becomes an outcome from which anything may follow.

`--draft` on the command line and the editor both use this module.
"""

from collections.abc import Iterator
from dataclasses import replace

from debttree.analysis.checking import Checked
from debttree.locales import INTERFACE_LANGUAGES, interface_of, phrases
from debttree.model import Kind, Message, Node, Problem, Text, Tree, is_id, msg

_TITLE = msg("Not written yet: {id}")
_TEXT = msg("This part of the guide is not written yet. What lies ahead from here is unknown.")


def unwritten(tree: Tree) -> dict[str, str | None]:
    """Return the ids that are named but not declared, each with the stage of the first node that names it.

    Strings that are no valid id are left out: no node can ever be written for them.
    """
    found: dict[str, str | None] = {}
    for name, stage in _named(tree):
        if name not in tree.nodes and is_id(name):
            found.setdefault(name, stage)
    return found


def as_draft(tree: Tree) -> Tree:
    """Return a tree in which each node that is not written yet is an outcome with `goes_on`.

    Its `goes_on` names every node that brings a consequence, so that no consequence is ruled out behind it.
    """
    missing = unwritten(tree)
    if not missing:
        return tree
    harms = tuple(name for name, node in tree.nodes.items() if node.brings)
    text = _in_every_language(tree, _TEXT)
    made = {
        name: Node(
            name,
            Kind.OUTCOME,
            _in_every_language(tree, replace(_TITLE, values={"id": name})),
            stage=stage,
            text=text,
            goes_on=harms,
        )
        for name, stage in missing.items()
    }
    return replace(tree, nodes={**tree.nodes, **made})


def drafted(checked: Checked) -> Checked:
    """Return a checked file without the problems about nodes not written yet; all other problems stay."""
    if checked.tree is None or not checked.errors:  # a sound tree names no missing node
        return checked
    missing = unwritten(checked.tree)
    problems = tuple(problem for problem in checked.problems if _named_by(problem) not in missing)
    return replace(checked, tree=as_draft(checked.tree), problems=problems)


def _named_by(problem: Problem) -> object:
    """Return the id of the missing node that a problem is about; None if it is about something else."""
    return problem.message.values.get("name") if problem.code == "unknown-target" else None


def _named(tree: Tree) -> Iterator[tuple[str, str | None]]:
    """Yield each node id that a choice, an urgent entry or `goes_on` names, with the stage in which it is named."""
    for node in tree.nodes.values():
        for choice in node.choices:
            yield choice.to, node.stage
        for name in node.goes_on or ():
            yield name, node.stage
    for entry in tree.urgent:
        yield entry.to, None


def _in_every_language(tree: Tree, message: Message) -> Text:
    """Return a sentence of the program as a text of the tree, in each language of the tree that the program speaks."""
    spoken = [name for name in (*tree.languages, *INTERFACE_LANGUAGES) if interface_of(name) is not None]
    return Text.of({name: phrases(name).tell(message) for name in spoken})

"""Complete a draft: a node that is named but not written yet is an end at which nothing is sure.

The one place that knows what that means, for `--draft` on the command line and for the editor.
"""

from collections.abc import Iterator
from dataclasses import replace

from debttree.analysis.checking import Checked
from debttree.locales import INTERFACE_LANGUAGES, interface_of, phrases
from debttree.model import Kind, Message, Node, Problem, Text, Tree, is_id, msg

_TITLE = msg("Not written yet: {id}")
_TEXT = msg("This part of the guide is not written yet. What lies ahead from here is unknown.")


def unwritten(tree: Tree) -> dict[str, str | None]:
    """Return the ids that are named and not there, each with the stage of the first node that names it.

    What could be no id is left out: no node can ever be written for it.
    """
    found: dict[str, str | None] = {}
    for name, stage in _named(tree):
        if name not in tree.nodes and is_id(name):
            found.setdefault(name, stage)
    return found


def as_draft(tree: Tree) -> Tree:
    """Return a tree in which each node that is not written yet is an outcome, from which others may go anywhere.

    Its `goes_on` is every node that brings something: nothing that the tree knows can be ruled out behind it.
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
    """Return a checked file as the draft that it is: nodes not written yet are no problem, all else stays one."""
    if checked.tree is None or not checked.errors:  # a sound tree leads nowhere else
        return checked
    missing = unwritten(checked.tree)
    problems = tuple(problem for problem in checked.problems if _named_by(problem) not in missing)
    return replace(checked, tree=as_draft(checked.tree), problems=problems)


def _named_by(problem: Problem) -> object:
    """Return the id of the node that a problem misses; None where it is about something else."""
    return problem.message.values.get("name") if problem.code == "unknown-target" else None


def _named(tree: Tree) -> Iterator[tuple[str, str | None]]:
    """Yield each id of a node that something leads to, and the stage it is led to from."""
    for node in tree.nodes.values():
        for choice in node.choices:
            yield choice.to, node.stage
        for name in node.goes_on or ():
            yield name, node.stage
    for entry in tree.urgent:
        yield entry.to, None


def _in_every_language(tree: Tree, message: Message) -> Text:
    """Return a sentence as a text of the tree: in the program's languages, under the names the tree has for them."""
    spoken = [name for name in (*tree.languages, *INTERFACE_LANGUAGES) if interface_of(name) is not None]
    return Text.of({name: phrases(name).tell(message) for name in spoken})

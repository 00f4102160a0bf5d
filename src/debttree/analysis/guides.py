"""Find outcomes whose `guide` names a tree that readers do not have."""

from collections.abc import Callable

from debttree.model import Problem, Severity, Tree, msg


def guide_problems(tree: Tree, is_guide: Callable[[str], bool]) -> list[Problem]:
    """Return a warning for each outcome whose `guide` does not exist.

    Args:
        tree: the tree.
        is_guide: returns whether readers have a tree of that name. This package reads no folders itself.
    """
    names = {node.guide for node in tree.nodes.values() if node.guide is not None}
    missing = {name for name in names if not is_guide(name)}
    return [
        _problem(node.id, node.guide) for node in tree.nodes.values() if node.guide in missing and node.guide
    ]


def _problem(node: str, guide: str) -> Problem:
    message = msg(
        'No guide is called "{name}": neither beside this file, nor bundled, nor of your own.', name=guide
    )
    hint = msg(
        "The name of a guide is that of its file without the ending; readers who lack it cannot go on."
    )
    return Problem("unknown-guide", Severity.WARNING, message, hint, ("nodes", node, "guide"), node=node)

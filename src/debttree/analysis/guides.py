"""Find outcomes that lead to a guide which is not there."""

from collections.abc import Callable

from debttree.model import Problem, Severity, Tree, msg


def guide_problems(tree: Tree, is_guide: Callable[[str], bool]) -> list[Problem]:
    """Return a warning for each outcome whose story goes on in a guide that nobody has.

    Args:
        tree: the tree.
        is_guide: whether a tree of this name is where readers have it; folders are looked into outside of this room.
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

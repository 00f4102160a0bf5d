"""Find outcomes that do not say whether others can go on from there (`goes_on`)."""

from debttree.model import Aim, Kind, Node, Problem, Severity, Tree, msg


def open_end_problems(tree: Tree) -> list[Problem]:
    """Return a warning for each end without `goes_on` where the author uses that key elsewhere.

    Only outcomes in a stage before the last that bring nothing and lead to no other guide: such a pause reads as if all
    were well.
    """
    ends = [node for node in tree.nodes.values() if node.kind is Kind.OUTCOME]
    if all(node.goes_on is None for node in ends):
        return []
    last = [None, *tree.stages][-1]
    return [_problem(node) for node in ends if _is_silent(node) and node.stage not in (None, last)]


def _is_silent(node: Node) -> bool:
    return node.goes_on is None and node.guide is None and not node.brings


def _problem(node: Node) -> Problem:
    message = msg('Nothing is said of what others may still do after "{node}".', node=node.id)
    hint = msg('Name the nodes they can take it to: goes_on = ["..."]; goes_on = [] says: truly an end.')
    path = ("nodes", node.id)
    return Problem("end-without-word", Severity.WARNING, message, hint, path, Aim.KEY, node.id)

"""Find problems of a tree as a graph: nodes without a way out, nodes nobody reaches, loops others can keep you in.

Three linear passes on flat arrays know a sound tree: it pays for no import of networkx. Only where there is
something to name, `debttree.analysis.unsound_parts` asks the decision graph which parts and loops it is.

A tree whose choices are wrong in themselves (to nowhere, none at all, out of an outcome) is mended first by
`debttree.analysis.checking`, so that nothing is said twice.
"""

from debttree.analysis.flat_graph import FlatGraph
from debttree.analysis.reachability import attractor, leading_to, reachable
from debttree.model import Problem, Tree


def graph_problems(tree: Tree) -> list[Problem]:
    """Return every problem that only the whole graph shows, in file order. Linear in nodes and choices."""
    flat = FlatGraph.of(tree)
    stuck = [node for node, led in enumerate(leading_to(flat, flat.ends)) if not led]
    rank = attractor(flat, [*flat.ends, *stuck])
    kept = [node for node, height in enumerate(rank) if height < 0]
    lost = _lost(tree, flat)
    if not (stuck or kept or lost):
        return []
    from debttree.analysis.unsound_parts import UnsoundParts

    return UnsoundParts(tree, flat).problems(stuck, kept, lost)


def _lost(tree: Tree, flat: FlatGraph) -> list[int]:
    """Return the nodes to which neither the root nor anything urgent leads, by choices or `goes_on`.

    None where there is no root.
    """
    if tree.root not in flat.numbers:
        return []
    if any(node.goes_on for node in tree.nodes.values()):
        flat = FlatGraph.of(tree, going_on=True)
    roots = (tree.root, *(urgent.to for urgent in tree.urgent))
    seen = reachable(flat, [flat.numbers[name] for name in roots if name in flat.numbers])
    return [node for node, mark in enumerate(seen) if not mark]

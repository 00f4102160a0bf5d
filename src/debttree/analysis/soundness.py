"""Find problems of a tree's graph: nodes without a way out, unreachable nodes, loops in which others can keep you.

Three linear passes on flat arrays recognise a sound tree without importing networkx. Only if they find something,
`debttree.analysis.unsound_parts` finds the parts and loops to name, on the networkx graph.

If a tree's choices are themselves wrong (to nowhere, missing, out of an outcome), `debttree.analysis.checking` mends
them in memory first, so that one mistake is reported once.
"""

from debttree.analysis.flat_graph import FlatGraph
from debttree.analysis.reachability import attractor, leading_to, reachable
from debttree.model import Problem, Tree


def graph_problems(tree: Tree) -> list[Problem]:
    """Return every problem of the graph as a whole, in file order. Takes time linear in nodes and choices."""
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
    """Return the nodes that neither the root nor an urgent entry leads to, by choices or `goes_on`.

    Empty if there is no root.
    """
    if tree.root not in flat.numbers:
        return []
    if any(node.goes_on for node in tree.nodes.values()):
        flat = FlatGraph.of(tree, going_on=True)
    roots = (tree.root, *(urgent.to for urgent in tree.urgent))
    seen = reachable(flat, [flat.numbers[name] for name in roots if name in flat.numbers])
    return [node for node, mark in enumerate(seen) if not mark]

"""What can be said about a graph: soundness, prospects, ways, drawing, outline, search. networkx lives here alone.

- `Prospects.of(tree)`: statuses, worst, the doors that choices close, advice, plans, witnesses of nodes.
- `Ways(tree, start, to, avoid)`: the ways there, safest first.
- `wording`: how statuses are said to people.
- `tree_index.TreeIndex`: what map, outline and search know of a tree.
- `checking`: everything that is wrong with a tree file; `graph`: a networkx graph.
"""

from debttree.analysis.prospect_status import Status
from debttree.analysis.prospects import ChoiceProspects, Prospects, Statuses
from debttree.analysis.ways import Way, Ways

__all__ = ["ChoiceProspects", "Prospects", "Status", "Statuses", "Way", "Ways"]

"""Analyse a graph: soundness, prospects, ways, drawing, outline, search. networkx is used in this room alone.

- `Prospects.of(tree)`: statuses, setbacks, worst, marks, advice, plans, witnesses of nodes.
- `Ways(tree, start, to, avoid)`: the ways there, the best first.
- `wording`: how statuses and marks are said to people.
- `graph.decision_graph(tree)`: the tree as a networkx graph; `tree_index.TreeIndex`: what map, outline and search
  compute about it.
- `checking`: everything that is wrong with a tree file; `graph_formats`: the graph in the formats that networkx writes.
"""

from debttree.analysis.choice_prospects import ChoiceProspects, Setbacks, Statuses
from debttree.analysis.marks import Mark
from debttree.analysis.prospect_status import Status
from debttree.analysis.prospects import Prospects
from debttree.analysis.unwanted import Unwanted
from debttree.analysis.ways import Way, Ways

__all__ = [
    "ChoiceProspects",
    "Mark",
    "Prospects",
    "Setbacks",
    "Status",
    "Statuses",
    "Unwanted",
    "Way",
    "Ways",
]

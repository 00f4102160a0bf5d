"""Analyse a graph: soundness, prospects, ways, drawing, outline, search. networkx is used in this room alone.

- `Prospects.of(tree)`: statuses, setbacks, worst, marks, advice, plans, witnesses of nodes.
- `Ways(tree, start, to, avoid)`: the ways there, the best first.
- `wording`: how statuses and marks are said to people.
- `graph.decision_graph(tree)`: the tree as a networkx graph; `tree_index.TreeIndex`: what map, outline and search
  compute about it.
- `checking`: everything that is wrong with a tree file; `graph_formats`: the graph in the formats that networkx writes.
"""

from typing import TYPE_CHECKING

from debttree.model.on_use import imported_on_use

if TYPE_CHECKING:
    from debttree.analysis.choice_prospects import ChoiceProspects, Setbacks, Statuses
    from debttree.analysis.marks import Mark
    from debttree.analysis.prospect_status import Status
    from debttree.analysis.prospects import Prospects
    from debttree.analysis.unwanted import Unwanted
    from debttree.analysis.ways import Way, Ways

_HOMES = {
    **dict.fromkeys(("ChoiceProspects", "Setbacks", "Statuses"), "choice_prospects"),
    "Mark": "marks",
    "Status": "prospect_status",
    "Prospects": "prospects",
    "Unwanted": "unwanted",
    **dict.fromkeys(("Way", "Ways"), "ways"),
}

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

__getattr__ = imported_on_use(__name__, _HOMES)

"""Group the nodes of a tree by stage, and each stage into layers by the number of steps from where it is entered."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from debttree.analysis.columns import whole
from debttree.analysis.graph import decision_graph
from debttree.analysis.layout import lay_out
from debttree.model import Tree

if TYPE_CHECKING:
    import networkx as nx


@dataclass(frozen=True, slots=True)
class StageLayers:
    """The nodes of one stage.

    Attributes:
        stage: its id; None: nodes without a stage.
        layers: ids of nodes; each layer is ordered so that few arcs cross.
    """

    stage: str | None
    layers: tuple[tuple[str, ...], ...]


def stage_layers(tree: Tree) -> Iterator[StageLayers]:
    """Yield the stages that have nodes, in their order; then the nodes without a stage."""
    graph = decision_graph(tree)
    urgent = {entry.to for entry in tree.urgent}
    for stage in (*tree.stages, None):
        names = [node.id for node in tree.nodes.values() if _stage(tree, node.stage) == stage]
        if names:
            here = graph.subgraph(names)
            entered = [
                name
                for name in names
                if name == tree.root
                or name in urgent
                or any(before not in here for before in graph.pred[name])
            ]
            yield StageLayers(stage, _layers(here, [*entered, *names]))


def _stage(tree: Tree, stage: str | None) -> str | None:
    return stage if stage in tree.stages else None


def _layers(here: "nx.MultiDiGraph[str]", starts: list[str]) -> tuple[tuple[str, ...], ...]:
    columns = whole(here, starts)
    one = [1] * len(columns.nodes)
    order = lay_out(columns, one, [0] * len(one)).columns
    return tuple(tuple(columns.nodes[item] for item in column) for column in order)

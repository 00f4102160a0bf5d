#!/usr/bin/env bash
# networkx reads GraphML with a graph inside a node, as editors write groups, and drops the inner nodes and edges.
#
# networkx 3.6.1. GraphML allows a <graph> in a <node>. Unless the node has yEd's own mark, everything in it is passed
# over without a warning; an inner node that an outer edge leads to appears, but without any of its attributes. A second
# <graph> of the file is not read either. Node-link data has its own: of two edges of one pair with one "key" the second
# takes the place of the first.
#
# Output seen:
#   nodes [('a', {}), ('group', {}), ('b', {})]
#   edges [('a', 'b')]
#   node-link [('a', 'b', {'label': 'no'})]
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check networkx==3.6.1
"$folder/venv/bin/python" - <<'PY' | tee "$folder/seen"
import networkx as nx

graph = nx.parse_graphml(
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns"><key id="k" for="node" attr.name="label" attr.type="string"/>'
    '<graph edgedefault="directed"><node id="a"/><node id="group"><graph edgedefault="directed">'
    '<node id="b"><data key="k">Bee</data></node><node id="c"/><edge source="b" target="c"/></graph></node>'
    '<edge source="a" target="b"/></graph></graphml>'
)
print("nodes", list(graph.nodes(data=True)))
print("edges", list(graph.edges))
edges = [{"source": "a", "target": "b", "key": 0, "label": label} for label in ("yes", "no")]
data = {"directed": True, "multigraph": True, "nodes": [{"id": "a"}, {"id": "b"}], "edges": edges}
print("node-link", list(nx.node_link_graph(data, edges="edges").edges(data=True)))
PY
diff "$folder/seen" <(sed -n 's/^#   //p' "$0")

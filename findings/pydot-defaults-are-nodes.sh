#!/usr/bin/env bash
# pydot lists DOT's `node [...]` defaults as a node, applies them to none, and gives a subgraph as the end of an edge.
#
# pydot 4.0.1. In `digraph { node [shape=box]; a -> {c d}; }` Graphviz draws three boxes and two edges. pydot's
# get_nodes() has one node, called "node"; none of a, c and d is listed, as no statement is theirs alone; its one edge
# ends in a dictionary. Whoever reads a drawing with it has to resolve defaults, groups and strings (labels keep their
# quotes) on top, and gets no line numbers.
#
# Output seen:
#   nodes ['node']
#   edges 1
#   ends in FrozenDict
#   label "pay \"now\""
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pydot==4.0.1 pyparsing==3.3.3
"$folder/venv/bin/python" - <<'PY' | tee "$folder/seen"
import pydot

graph = pydot.graph_from_dot_data("digraph { node [shape=box]; a -> {c d}; }")[0]
print("nodes", [node.get_name() for node in graph.get_nodes()])
print("edges", len(graph.get_edges()))
print("ends in", type(graph.get_edges()[0].get_destination()).__name__)
labelled = pydot.graph_from_dot_data(r'digraph { a [label="pay \"now\""]; }')[0]
print("label", labelled.get_node("a")[0].get_label())
PY
diff "$folder/seen" <(sed -n 's/^#   //p' "$0")

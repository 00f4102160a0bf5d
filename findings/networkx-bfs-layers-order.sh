#!/usr/bin/env bash
# networkx 3.6.1: the first layer of bfs_layers comes in the order of a set, not of its sources.
#
# `nx.bfs_layers(G, sources)` takes the sources "single source or multiple sources" as an iterable and yields layers as
# lists, in its example [0, 4] for the sources [0, 4]. It walks list(set(sources)), so with names of nodes (strings) the
# first layer, and with it the order of every later one, changes with PYTHONHASHSEED: from one run of a program to the
# next. With one source, or with a loop over the sources, it is the same every time. Whoever draws a map, numbers
# lines or compares files by these layers gets another picture in each run.
#
# Seen: six different first layers in twelve runs for three sources; exactly one for a loop over them.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check networkx==3.6.1
cat > "$folder/layers.py" <<'PY'
import sys
import networkx as nx

graph = nx.MultiDiGraph([("overdue", "call"), ("court", "answer"), ("agent", "refuse")])
sources = ["overdue", "court", "agent"]
if sys.argv[1] == "all":
    print(*next(iter(nx.bfs_layers(graph, sources))))
else:
    print(*(node for source in sources for node in next(iter(nx.bfs_layers(graph, [source])))))
PY
count() {
  for seed in 0 1 2 3 4 5 6 7 8 9 10 11; do
    PYTHONHASHSEED=$seed "$folder/venv/bin/python" "$folder/layers.py" "$1"
  done | sort -u | tee /dev/stderr | wc -l
}
test "$(count all)" -gt 1 || { echo "the order is that of the sources now"; exit 1; }
test "$(count each)" -eq 1

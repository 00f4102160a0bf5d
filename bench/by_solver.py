"""Check the sets behind prospects by an answer-set solver: `pip install clingo`, then `python -m bench.by_solver`.

None of the program's passes is used: the definitions are written below as rules, clingo computes their model for every
bundled tree and consequence, and the setbacks and attractor of each node are compared. It is not part of the gate.
"""

import datetime as dt
import sys
from importlib import import_module
from typing import Any

from debttree.analysis.checking import check_file
from debttree.analysis.flat_graph import FlatGraph
from debttree.analysis.setbacks import MANY, NEVER, hold
from debttree.model import Kind, Tree
from debttree.storage.library import trees

RULES = """
arcs(V) :- arc(V, _).
end(V) :- outcome(V), not arcs(V).
open(V) :- outcome(V), arcs(V).

forced(V) :- end(V), not brings(V).
forced(V) :- decision(V), not brings(V), arc(V, W), forced(W).
forced(V) :- 1 { question(V); chance(V); open(V) }, arcs(V), not brings(V), forced(W) : arc(V, W).

level(0..most).
unsure(K, V) :- level(K), arc(V, W), not in(K - 1, W), K > 0.
in(K, V) :- level(K), end(V), not brings(V).
in(K, V) :- level(K), open(V), not brings(V), not unsure(K, V).
in(K, V) :- level(K), decision(V), not brings(V), arc(V, W), in(K, W).
in(K, V) :- level(K), question(V), arcs(V), not brings(V), in(K, W) : arc(V, W).
in(K, V) :- level(K), chance(V), not brings(V), arc(V, W), in(K, W), not unsure(K, V).
"""

TODAY = dt.date(2026, 11, 23)


def facts(tree: Tree, flat: FlatGraph, harm: str) -> str:
    """Return the tree as facts for the solver, with nodes as numbers."""
    names = {
        Kind.DECISION: "decision",
        Kind.QUESTION: "question",
        Kind.CHANCE: "chance",
        Kind.OUTCOME: "outcome",
    }
    lines = []
    for number, node in enumerate(tree.nodes.values()):
        lines.append(f"{names[node.kind]}({number}).")
        lines += [f"arc({number},{target})." for target in flat.next(number)]
        lines += [f"brings({number})."] if harm in node.brings else []
    return "\n".join(lines)


def solved(program: str, levels: int) -> tuple[set[int], dict[int, int]]:
    """Return the attractor, and the number of sets that contain each node."""
    clingo: Any = import_module("clingo")
    control = clingo.Control(["-c", f"most={levels}"])
    control.add("base", [], RULES + program)
    control.ground([("base", [])])
    forced: set[int] = set()
    held: dict[int, int] = {}
    with control.solve(yield_=True) as models:
        for model in models:
            for atom in model.symbols(atoms=True):
                if atom.name == "forced":
                    forced.add(atom.arguments[0].number)
                elif atom.name == "in":
                    node = atom.arguments[1].number
                    held[node] = held.get(node, 0) + 1
    return forced, held


def differing(tree: Tree) -> int:
    """Return the number of nodes that differ, over all consequences."""
    flat, wrong = FlatGraph.of(tree, going_on=True), 0
    levels = len(flat)  # the sets no longer change by then
    for harm in tree.consequences:
        bringers = [number for number, node in enumerate(tree.nodes.values()) if harm in node.brings]
        ours = hold(flat, bringers)
        forced, held = solved(facts(tree, flat, harm), levels)
        for node in range(len(flat)):
            found = held.get(node, 0)
            expected = NEVER if found == levels + 1 else min(found, MANY)
            wrong += ours.setbacks[node] != expected or bool(ours.forced[node]) != (node in forced)
    return wrong


def main() -> int:
    wrong = 0
    for file in (file for _, file, bundled in trees() if bundled):  # stories are no trees
        tree = check_file(file, TODAY).tree
        assert tree is not None
        differ = differing(tree)
        compared = len(tree.nodes) * len(tree.consequences)
        print(f"{tree.name}: {compared} nodes and consequences compared, {differ} differ")
        wrong += differ
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main())

"""Compute walks that take every choice of a tree and every loop once, each from an entrance to an outcome."""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping

from debttree.model import Choice, Kind, Path, Step, Tree


def entrances(tree: Tree) -> tuple[str, ...]:
    return tuple(dict.fromkeys((tree.root, *(urgent.to for urgent in tree.urgent))))


def arcs(tree: Tree) -> Iterator[tuple[str, Choice]]:
    for node in tree.nodes.values():
        for choice in node.choices:
            yield node.id, choice


def outcomes(tree: Tree) -> frozenset[str]:
    return frozenset(node.id for node in tree.nodes.values() if node.kind is Kind.OUTCOME)


def shortest(tree: Tree, starts: Iterable[str], goals: Iterable[str]) -> Path | None:
    """The shortest way from one of the starts to one of the goals, breadth first."""
    wanted = frozenset(goals)
    queue = deque(Path(start) for start in starts)
    seen = {path.end for path in queue}
    while queue:
        path = queue.popleft()
        if path.end in wanted:
            return path
        for choice in tree.nodes[path.end].choices:
            if choice.to not in seen:
                seen.add(choice.to)
                queue.append(path.then(Step(path.end, choice.id, choice.to)))
    return None


def joined(*paths: Path | None) -> Path:
    """One walk out of several that meet end to start."""
    first, *rest = paths
    assert first is not None
    for path in rest:
        assert path is not None
        assert path.start == first.end
        first = Path(first.start, first.steps + path.steps)
    return first


def walks(tree: Tree) -> Mapping[str, Path]:
    """For each choice a walk that takes it and, where it lies on a loop, goes round that loop once."""
    found = {}
    for node, choice in arcs(tree):
        arc = Path(node, (Step(node, choice.id, choice.to),))
        back = shortest(tree, [choice.to], [node])
        middle = joined(arc, back, arc) if back else arc
        found[f"{node}:{choice.id}"] = joined(
            shortest(tree, entrances(tree), [node]), middle, shortest(tree, [choice.to], outcomes(tree))
        )
    return found

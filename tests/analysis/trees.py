"""Small trees made from model values, and a strategy for random ones, broken graphs included."""

import random
from collections.abc import Collection, Mapping, Sequence

from hypothesis import strategies as st

from debttree.model import Choice, Consequence, Kind, Node, Text, Tree, Urgent, default_choice_ids

Sketch = tuple[str, Sequence[str]]
"""A node's kind, by its first letter (`d`, `q`, `c`, `o`), and the targets of its choices."""

KINDS = {kind.value[0]: kind for kind in Kind}
NOWHERE = "nowhere"


def sketched(
    sketches: Mapping[str, Sketch],
    brings: Mapping[str, Sequence[str]] | None = None,
    severities: Mapping[str, int] | None = None,
    urgent: Sequence[str] = (),
    root: str | None = None,
    goes_on: Mapping[str, Sequence[str]] | None = None,
    guides: Collection[str] = (),
) -> Tree:
    """A tree from a few letters per node."""
    brings = brings or {}
    harms = {name: 1 for names in brings.values() for name in names} | dict(severities or {})
    nodes = {
        name: Node(
            name,
            KINDS[kind],
            Text.of(name),
            brings=tuple(brings.get(name, ())),
            goes_on=tuple(goes_on[name]) if goes_on and name in goes_on else None,
            guide="another" if name in guides else None,
            choices=tuple(
                Choice(choice, Text.of(choice), to)
                for choice, to in zip(
                    default_choice_ids(targets, [None] * len(targets)), targets, strict=True
                )
            ),
        )
        for name, (kind, targets) in sketches.items()
    }
    return Tree(
        "sketch",
        "0" * 12,
        Text.of("A sketch"),
        next(iter(nodes), "") if root is None else root,
        nodes,
        urgent=tuple(Urgent(Text.of(to), to) for to in urgent),
        consequences={name: Consequence(name, Text.of(name), harm) for name, harm in harms.items()},
    )


@st.composite
def graphs(draw: st.DrawFn, max_nodes: int = 8, consequences: int = 3, broken: bool = True) -> Tree:
    """Random graphs of all four kinds: loops, self-loops, parallel arcs, several consequences a node.

    With `broken`, choices to nowhere, nodes without choices and outcomes with choices occur as well.
    """
    names = [f"n{number}" for number in range(draw(st.integers(1, max_nodes)))]
    targets = st.lists(
        st.sampled_from([*names, NOWHERE] if broken else names), min_size=not broken, max_size=3
    )
    sketches = {}
    for name in names:
        kind = draw(st.sampled_from("dqco"))
        sketches[name] = (kind, [] if kind == "o" and not (broken and draw(st.booleans())) else draw(targets))
    harms = [f"c{number}" for number in range(consequences)]
    met = st.lists(st.sampled_from(harms), max_size=2, unique=True) if harms else st.just([])
    brings = {name: draw(met) for name in names if draw(st.booleans())}
    severities = {harm: draw(st.integers(1, 5)) for harm in harms}
    ends = [name for name, (kind, _) in sketches.items() if kind == "o"]
    goes_on = {
        name: draw(st.lists(st.sampled_from(names), max_size=2)) for name in ends if draw(st.booleans())
    }
    guides = [name for name in ends if draw(st.booleans())]
    return sketched(sketches, brings, severities, goes_on=goes_on, guides=guides)


def random_graph(source: random.Random) -> Tree:
    """The same kind of graph, of up to 8 nodes, much faster to make."""
    names = [f"n{number}" for number in range(source.randint(2, 8))]
    sketches = {}
    for name in names:
        kind = source.choice("ddqccoo")
        targets = [source.choice([*names, NOWHERE] if source.random() < 0.1 else names) for _ in range(3)]
        few = source.choice((0, 1, 2, 2, 3, 3))
        sketches[name] = (kind, [] if kind == "o" and source.random() < 0.9 else targets[:few])
    harms = ["c0", "c1", "c2"]
    brings = {name: source.sample(harms, source.choice((0, 0, 0, 1, 2))) for name in names}
    ends = [name for name, (kind, _) in sketches.items() if kind == "o"]
    goes_on = {
        name: source.choices(names, k=source.choice((0, 1, 1, 2))) for name in ends if source.random() < 0.3
    }
    severities = {harm: source.randint(1, 5) for harm in harms}
    guides = [name for name in ends if source.random() < 0.2]
    return sketched(sketches, brings, severities, goes_on=goes_on, guides=guides)

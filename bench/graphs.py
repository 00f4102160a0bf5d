"""Generate trees as values, to measure work on graphs: all kinds of nodes, joins, loops, many consequences."""

import random

from debttree.model import Choice, Consequence, Kind, Node, Text, Tree

CONSEQUENCES = 8


def graph_tree(nodes: int, seed: int = 1) -> Tree:
    """Return a tree of so many nodes: choices lead up to 40 nodes ahead, every tenth to any node, also back.

    Every fiftieth node is an outcome; every tenth brings one of `CONSEQUENCES` consequences.
    """
    chance = random.Random(seed)
    found = {}
    for number in range(nodes):
        name = f"n{number}"
        outcome = number == nodes - 1 or number % 50 == 49
        kind = (
            Kind.OUTCOME
            if outcome
            else chance.choice((Kind.DECISION, Kind.DECISION, Kind.QUESTION, Kind.CHANCE))
        )
        targets = [] if outcome else [_target(number, nodes, chance) for _ in range(3)]
        choices = tuple(Choice(f"c{place}", _TEXT, f"n{target}") for place, target in enumerate(targets))
        brings = (f"h{chance.randrange(CONSEQUENCES)}",) if chance.random() < 0.1 else ()
        found[name] = Node(name, kind, _TEXT, brings=brings, choices=choices)
    harms = {f"h{number}": Consequence(f"h{number}", _TEXT, 1 + number % 5) for number in range(CONSEQUENCES)}
    return Tree("generated", "0" * 12, _TEXT, "n0", found, consequences=harms)


_TEXT = Text.of("Generated")


def _target(number: int, nodes: int, chance: random.Random) -> int:
    if chance.random() < 0.1:
        return chance.randrange(nodes)
    return min(nodes - 1, number + chance.randint(1, 40))


def layered_tree(width: int, depth: int, seed: int = 1) -> Tree:
    """Return layers of decisions, each with choices to three nodes of the next layer, and some back: millions of
    ways."""
    chance = random.Random(seed)
    found = {}
    for layer in range(depth):
        for place in range(width):
            ahead = (
                ["end"] * 3
                if layer == depth - 1
                else [f"n{layer + 1}-{chance.randrange(width)}" for _ in range(3)]
            )
            if chance.random() < 0.1:
                ahead.append(f"n{chance.randrange(layer + 1)}-{chance.randrange(width)}")
            choices = tuple(Choice(f"c{number}", _TEXT, to) for number, to in enumerate(ahead))
            brings = (f"h{chance.randrange(CONSEQUENCES)}",) if chance.random() < 0.1 else ()
            found[f"n{layer}-{place}"] = Node(
                f"n{layer}-{place}", Kind.DECISION, _TEXT, brings=brings, choices=choices
            )
    found["end"] = Node("end", Kind.OUTCOME, _TEXT)
    harms = {f"h{number}": Consequence(f"h{number}", _TEXT, 1 + number % 5) for number in range(CONSEQUENCES)}
    return Tree("layered", "0" * 12, _TEXT, "n0-0", found, consequences=harms)

"""The journeys that are kept: whose, where they stand, since when."""

import re
from collections.abc import Iterable

from debttree.journey.store import StoredJourney
from debttree.model import clean_line
from debttree.tui.explorer.items import KeptJourney
from debttree.tui.explorer.scene import Scene
from debttree.tui.kit.page import Block, Para, Run

_BETWEEN_WORDS = re.compile(r"\s+")


def journey_name(typed: str) -> str:
    """Return a name as people type it, with `-` between its words: a journey's name has no spaces."""
    return _BETWEEN_WORDS.sub("-", typed.strip())


def kept(scene: Scene, entries: Iterable[StoredJourney], walked: str | None) -> list[Block]:
    """Return each journey as an item: its name, where it stands, and the day on which it was saved.

    Args:
        scene: the tree and who looks at it.
        entries: the stored journeys.
        walked: name of the one that is walked.
    """
    say = scene.say
    blocks: list[Block] = []
    for number, entry in enumerate(entries, 1):
        if entry.saved is None:
            continue
        journey, rest = entry.saved.journey, (Run("   "),)
        here = entry.name == walked
        lead = (Run(" "), Run(f"{number} " if number < 10 else "  ", "key"))
        day = say("this one") if here else entry.saved.saved.isoformat()
        name = Run(clean_line(entry.name), "walked" if here else "strong")
        blocks.append(Para((name,), lead, rest, (Run(day, "dim"),), KeptJourney(entry.name)))
        n, stands = len(journey.path.steps), scene.tree.nodes.get(journey.at)
        where = [Run(say.plural("{n} step", "{n} steps", n), "dim")]
        if stands is not None:
            where += [Run(" · ", "dim"), *scene.line(stands.title, "dim")]
        blocks.append(Para(tuple(where), rest, rest, item=KeptJourney(entry.name)))
    return blocks

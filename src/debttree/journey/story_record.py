"""Save a walk as a story: only ids and days, in a file that only its owner can read."""

import datetime as dt
from pathlib import Path
from typing import Any

import tomli_w

from debttree.journey.deadlines import Due, dues
from debttree.journey.events import date_key, date_name
from debttree.journey.journey import Journey
from debttree.model import Severity, Step, Tree, Trouble, msg
from debttree.model.story import STORY_FORMAT
from debttree.reading import NotThere, read_bytes
from debttree.reading.story_reader import read_stories
from debttree.storage.atomic import OWNER_ONLY, create_exclusive, write_atomic
from debttree.storage.library import STORIES


def usual_story_file(tree: Tree) -> str:
    """Return the name of the file that stories of a tree are looked for in, beside it."""
    return tree.name + STORIES


def record(file: Path, tree: Tree, journey: Journey, today: dt.date) -> str:
    """Add a walk to a file of stories, or begin one; return the name that the story got.

    Args:
        file: its name ends in `.stories.toml`.
        tree: the tree walked.
        journey: the walk; what lies before its last jump is left out, since no answer leads across.
        today: the day that it is in the story.

    Raises:
        Trouble: it is no file of stories of this tree, or cannot be written; it is as it was.
    """
    if not file.name.endswith(STORIES):
        raise Trouble(
            msg("The name of a file of stories ends in {ending}.", ending=STORIES),
            msg('Did you mean "{name}"?', name=usual_story_file(tree)),
        )
    try:
        before = read_bytes(file)
    except NotThere:
        name = _free_name(journey, today, ())
        head = tomli_w.dumps({"format": STORY_FORMAT, "tree": tree.name})
        create_exclusive(file, f"{head}\n{_written(tree, journey, today, name)}".encode(), OWNER_ONLY)
        return name
    name = _free_name(journey, today, _names_in(file, before, tree))
    gap = b"" if before.endswith(b"\n") else b"\n"
    written = f"\n{_written(tree, journey, today, name)}".encode()
    write_atomic(file, before + gap + written, expected=before)
    return name


def _names_in(file: Path, content: bytes, tree: Tree) -> tuple[str, ...]:
    """Return the names of the stories that are there already; refuse a file that is not for this tree."""
    reading = read_stories(content)
    if reading.stories is None or any(problem.severity is Severity.ERROR for problem in reading.problems):
        raise Trouble(msg("{file} has errors, so no story is added to it.", file=str(file)))
    if reading.stories.tree != tree.name:
        raise Trouble(
            msg('{file} holds stories of the tree "{name}".', file=str(file), name=reading.stories.tree),
            msg("Name another file: {name}", name=usual_story_file(tree)),
        )
    return tuple(story.name for story in reading.stories.stories)


def _free_name(journey: Journey, today: dt.date, taken: tuple[str, ...]) -> str:
    """Return a name of ids and a day: what a person typed may name somebody."""
    first = f"{journey.at}, {today.isoformat()}"
    numbered = (f"{first} ({number})" for number in range(2, len(taken) + 3))
    return next(name for name in (first, *numbered) if name not in taken)


def _written(tree: Tree, journey: Journey, today: dt.date, name: str) -> str:
    return tomli_w.dumps({"story": [_story(tree, journey, today, name)]})


def _story(tree: Tree, journey: Journey, today: dt.date, name: str) -> dict[str, Any]:
    start, steps = _since_the_last_jump(journey)
    nodes = {start, *(step.to for step in steps)}
    dated = [due for due in dues(tree, journey) if due.node in nodes and due.event_date is not None]
    met = [name for name in journey.path.met(tree) if any(name in tree.nodes[node].brings for node in nodes)]
    last_days = {f"{due.node}:{due.deadline.id}": due.keep for due in dated if due.keep is not None}
    return {
        "name": name,
        "now": today,
        **({"from": start} if start != tree.root else {}),
        "answers": [f"{step.node}:{step.choice}" for step in steps],
        **({"dates": _dates(dated)} if dated else {}),
        "expect": {
            "at": journey.at,
            "met": met,
            **({"last_days": last_days} if last_days else {}),
            "within": len(steps),
        },
    }


def _dates(dated: list[Due]) -> dict[str, dt.date]:
    """Return the days by the names that the command line knows: an event, or a deadline of a node."""
    known = {date_name(date_key(due.node, due.deadline)): due.event_date for due in dated}
    return {name: day for name, day in known.items() if day is not None}


def _since_the_last_jump(journey: Journey) -> tuple[str, tuple[Step, ...]]:
    steps = journey.path.steps
    last = max((number for number, step in enumerate(steps, 1) if step.is_jump), default=0)
    return (steps[last - 1].to if last else journey.path.start), steps[last:]

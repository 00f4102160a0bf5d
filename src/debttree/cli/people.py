"""People at the desk as rows of a table, as cells of a CSV, and as data for scripts."""

import datetime as dt
from collections.abc import Collection

from debttree.journey.desk import Person
from debttree.locales import Phrases
from debttree.model import clean_line

COLUMNS = (
    "person",
    "stands",
    "last_day",
    "days_left",
    "for",
    "open",
    "items",
    "visited",
    "visited_at",
    "guide",
    "file",
    "problem",
)
"""Names of the columns of the CSV; they stay."""


def headings(say: Phrases) -> tuple[str, ...]:
    """Return the line above the table."""
    return (say("Who"), say("Stands at"), say("Last day"), say("Open"), say("Seen"))


def as_row(row: Person, say: Phrases, today: dt.date, alike: Collection[str] = ()) -> tuple[str, ...]:
    """Return a person as a row for people to read.

    Args:
        row: the person.
        say: the language.
        today: the day that days are counted from.
        alike: files of people whose name another one has too, for whom the file is shown.
    """
    name = clean_line(row.whose) or say("(no name yet: {file})", file=row.file)
    if row.whose and row.file in alike:
        name = f"{name} ({clean_line(row.file)})"
    if row.problem is not None:
        return (name, say.tell(row.problem), "-", "-", "-")
    done = f"{row.open_items}/{row.items}" if row.items else "-"
    return (name, row.stands(say.language), _last_day(row, say, today), done, _visited(row))


def _visited(row: Person) -> str:
    if row.visited is None:
        return "-"
    at = f" {row.visited_at.strftime('%H:%M')}" if row.visited_at is not None else ""
    return row.visited.isoformat() + at


def _last_day(row: Person, say: Phrases, today: dt.date) -> str:
    if row.tree is None:
        return say("guide not at hand")
    if row.nearest is None:
        return "-"
    what, left = row.what_for(say.language), row.days_left(today)
    if left is None or row.day is None:
        return say("date? {what}", what=what)
    if left < 0:
        return say.plural(
            "! {day}, {n} day past: {what}",
            "! {day}, {n} days past: {what}",
            -left,
            day=row.day.isoformat(),
            what=what,
        )
    if left == 0:
        return say("{day}, today: {what}", day=row.day.isoformat(), what=what)
    return say.plural(
        "{day}, {n} day left: {what}",
        "{day}, {n} days left: {what}",
        left,
        day=row.day.isoformat(),
        what=what,
    )


def as_cells(row: Person, say: Phrases, today: dt.date) -> tuple[str, ...]:
    """Return a person as cells of the CSV, in the order of `COLUMNS`.

    Args:
        row: the person.
        say: the language.
        today: the day that days are counted from.
    """
    data = as_data(row, say, today)
    tree = data["tree"]
    cells = {
        **data,
        "person": row.whose,
        "file": row.file,
        "guide": tree["name"] if isinstance(tree, dict) else None,
        "open": data["open_items"],
    }
    return tuple("" if cells[name] is None else str(cells[name]) for name in COLUMNS)


def as_data(row: Person, say: Phrases, today: dt.date) -> dict[str, object]:
    """Return a person for scripts; keys may be added, none is changed.

    Args:
        row: the person.
        say: the language.
        today: the day that days are counted from.
    """
    from debttree.journey import store

    saved, journey = row.saved, row.journey
    known = row.tree is not None
    return {
        "name": row.file,
        "file": str(store.journeys_folder() / f"{row.file}.toml"),
        "saved": saved.saved.isoformat() if saved else None,
        "steps": len(saved.journey.path.steps) if saved else None,
        "notes": len(saved.journey.notes) if saved else None,
        "tree": {"name": saved.tree_name, "title": saved.tree_title, "version": saved.tree_version}
        if saved
        else None,
        "problem": say.tell(row.problem) if row.problem else None,
        "whose": row.whose,
        "node": journey.at if journey else None,
        "stands": row.stands(say.language) if journey else None,
        "last_day": row.day.isoformat() if row.day else None,
        "days_left": row.days_left(today),
        "for": row.what_for(say.language) or None,
        "open_items": row.open_items if known else None,
        "items": row.items if known else None,
        "visited": row.visited.isoformat() if row.visited else None,
        "visited_at": row.visited_at.strftime("%H:%M") if row.visited_at else None,
    }

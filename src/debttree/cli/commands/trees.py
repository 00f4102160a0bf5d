"""`debttree trees`: list the trees that have a name, what each is about, and how many problems it has."""

import argparse
from pathlib import Path

from debttree.analysis.checking import check_file
from debttree.cli.session import ExitStatus, Session
from debttree.cli.shared_options import add_format
from debttree.cli.table import WIDTH, table
from debttree.export.wrapping import wrapped
from debttree.locales import Phrases
from debttree.model import Tree, Trouble, clean_line, to_json
from debttree.storage.library import bundled_folder, trees, user_folder

_INDENT = "  "

_NOT_KNOWN = "-"
"""In a table: there is no such value."""


def add_arguments(parser: argparse.ArgumentParser, say: Phrases) -> None:
    """Add --format."""
    add_format(parser, say)


def run(options: argparse.Namespace, session: Session) -> int:
    """List them; a file that cannot be read is listed too, and reported on stderr."""
    rows = [_row(name, file, bundled, session) for name, file, bundled in trees()]
    if options.format == "json":
        session.write(to_json(rows))
    else:
        _as_tables(rows, session)
    return ExitStatus.USAGE if any(row["errors"] is None for row in rows) else ExitStatus.DONE


def _row(name: str, file: Path, bundled: bool, session: Session) -> dict[str, object]:
    """Return the row of a tree; None for values that are absent or cannot be read."""
    row: dict[str, object] = {"name": name, "file": str(file), "bundled": bundled}
    try:
        checked = check_file(file, session.today)
    except Trouble as trouble:
        session.complain(trouble)
        return row | _about(None, session) | {"errors": None, "warnings": None}
    errors = len(checked.errors)
    return (
        row | _about(checked.tree, session) | {"errors": errors, "warnings": len(checked.problems) - errors}
    )


def _about(tree: Tree | None, session: Session) -> dict[str, object]:
    if tree is None:
        return dict.fromkeys(("title", "summary", "languages", "nodes", "reviewed"))
    language = _shown_in(tree, session)
    return {
        "title": tree.words(tree.title, language),
        "summary": tree.words(tree.summary, language) or None,
        "languages": list(tree.languages),
        "nodes": len(tree.nodes),
        "reviewed": tree.reviewed and tree.reviewed.isoformat(),
    }


def _shown_in(tree: Tree, session: Session) -> str:
    """Return the language to show a tree's title in, also if the tree lacks the wanted one."""
    try:
        return session.speech_for(tree).guide
    except Trouble:
        return session.say.language


def _as_tables(rows: list[dict[str, object]], session: Session) -> None:
    say = session.say
    heading = [say("name"), say("nodes"), say("reviewed"), say("errors"), say("warnings"), say("title")]
    for bundled, where in (
        (True, say("With the program, in {folder}:", folder=str(bundled_folder()))),
        (False, say("Your own, in {folder}:", folder=str(user_folder()))),
    ):
        session.line(where)
        of_folder = [_cells(row) for row in rows if row["bundled"] is bundled]
        for line in table([heading, *of_folder], WIDTH - len(_INDENT)) if of_folder else [say("no trees")]:
            session.line(_INDENT + line)
        for row in rows:
            if row["bundled"] is bundled and row["summary"]:
                about = say("{name}: {summary}", name=row["name"], summary=row["summary"])
                session.lines(wrapped(about, WIDTH, _INDENT * 2, _INDENT))


def _cells(row: dict[str, object]) -> list[str]:
    values = [row[key] for key in ("name", "nodes", "reviewed", "errors", "warnings", "title")]
    cells = [_NOT_KNOWN if value is None else clean_line(str(value)) for value in values]
    languages = row["languages"]
    if isinstance(languages, list) and languages:
        cells[-1] += f" ({', '.join(languages)})"
    return cells

"""`debttree journeys`: the journeys stored on this machine."""

import argparse
from collections.abc import Callable

from debttree.cli import people
from debttree.cli.dialogue import Dialogue, EndOfInput
from debttree.cli.opening import open_tree
from debttree.cli.session import ExitStatus, Session
from debttree.cli.shared_options import add_format, add_yes
from debttree.cli.table import table
from debttree.journey import find, store
from debttree.journey.desk import Guides, due_within, everybody, of_one_name, ordered
from debttree.journey.names import as_typed
from debttree.journey.people import duplicate, file_called, give_name
from debttree.locales import Phrases
from debttree.model import to_json

_DIGITS = 6
"""Most digits of a number of days."""


def add_arguments(parser: argparse.ArgumentParser, say: Phrases) -> None:
    """Add the options, one for each thing to do; without any, journeys are listed."""
    add_format(parser, say, "csv")
    parser.add_argument(
        "--due",
        type=_days(say),
        metavar=say("DAYS"),
        help=say("those alone whose last day comes in so many days, or has passed"),
    )
    actions = parser.add_mutually_exclusive_group()
    actions.add_argument(
        "--rename", nargs=2, metavar=(say("OLD"), say("NEW")), help=say("give one another name")
    )
    actions.add_argument(
        "--duplicate", nargs=2, metavar=(say("OLD"), say("NEW")), help=say("make a second one like it")
    )
    actions.add_argument("--delete", metavar=say("NAME"), help=say("delete one; asks first"))
    actions.add_argument(
        "--compare", nargs=2, metavar=(say("NAME"), say("NAME")), help=say("show two side by side")
    )
    parser.add_argument(
        "--tree", metavar=say("TREE"), help=say("for --compare: the tree, where it has moved")
    )
    add_yes(parser, say)


def _days(say: Phrases) -> Callable[[str], int]:
    """Return a reader of numbers of days."""

    def read(text: str) -> int:
        if not (text.isascii() and text.isdigit() and len(text) <= _DIGITS):
            raise argparse.ArgumentTypeError(say('"{text}" is no number of days.', text=text))
        return int(text)

    return read


def run(options: argparse.Namespace, session: Session) -> int:
    """List, rename, duplicate, delete or compare."""
    say = session.say
    if options.rename:
        old, new = options.rename
        file, _ = give_name(file_called(old), as_typed(new))
        session.message(
            say('"{old}" is called "{new}" now; --journey {file} opens it.', old=old, new=new, file=file)
        )
    elif options.duplicate:
        old, new = options.duplicate
        duplicate(file_called(old), as_typed(new))
        session.message(say('"{new}" is like "{old}".', old=old, new=new))
    elif options.delete:
        return _delete(options, session)
    elif options.compare:
        _compare(options, session)
    else:
        _list(options, session)
    return ExitStatus.DONE


def _compare(options: argparse.Namespace, session: Session) -> None:
    from debttree.cli.journey_comparison import Comparison

    one, two = options.compare
    tree = open_tree(session, options.tree or store.load(file_called(one)).tree_name)
    comparison = Comparison(tree, [(name, find(tree, name).journey) for name in (one, two)])
    if options.format == "json":
        session.write(to_json(comparison.data()))
        return
    session.lines(comparison.lines(session.speech_for(tree).say))


def _delete(options: argparse.Namespace, session: Session) -> ExitStatus:
    name = file_called(options.delete)
    store.content_of(name)
    if not options.yes and not agreed(
        session, session.say('Delete the journey "{name}"?', name=options.delete)
    ):
        session.message(session.say("Nothing was deleted."))
        return ExitStatus.DONE
    store.delete(name)
    session.message(session.say('The journey "{name}" is deleted.', name=options.delete))
    if kept := store.ended(name):
        session.message(session.say("Ended walks of it are kept: {names}", names=", ".join(kept)))
    return ExitStatus.DONE


def agreed(session: Session, question: str) -> bool:
    """Ask a yes-no question, and return the answer; False if nobody can answer."""
    try:
        return Dialogue(session, session.say).agree(question)
    except EndOfInput:
        return False


def _list(options: argparse.Namespace, session: Session) -> None:
    """Write the people, the nearest last day first; with `--due` only those whose last day is that near."""
    today, say = session.today, session.say
    rows = ordered(everybody(Guides(None, today), today))
    alike = of_one_name(rows)
    if options.due is not None:
        undated = sum(row.nearest is not None and row.day is None for row in rows)
        rows = due_within(rows, options.due, today)
    if options.format == "json":
        session.write(to_json([people.as_data(row, say, today) for row in rows]))
    elif options.format == "csv":
        from debttree.export.csv_cells import csv_bytes

        session.write_bytes(csv_bytes([people.COLUMNS, *(people.as_cells(row, say, today) for row in rows)]))
    elif rows:
        session.lines(table([people.headings(say), *(people.as_row(row, say, today, alike) for row in rows)]))
    elif options.due is None:
        session.message(say("No journey is kept."))
    else:
        session.message(say("Nobody's last day comes so soon."))
    if options.due is not None and undated:
        session.message(
            say.plural(
                "{n} more has a last day that hangs on a date nobody has given.",
                "{n} more have a last day that hangs on a date nobody has given.",
                undated,
            )
        )

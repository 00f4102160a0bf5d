"""`debttree journeys`: the journeys stored on this machine."""

import argparse

from debttree.cli.dialogue import Dialogue, EndOfInput
from debttree.cli.opening import open_tree
from debttree.cli.session import ExitStatus, Session
from debttree.cli.shared_options import add_format, add_yes
from debttree.cli.table import table
from debttree.journey import find, store
from debttree.locales import Phrases
from debttree.model import clean_line, to_json


def add_arguments(parser: argparse.ArgumentParser, say: Phrases) -> None:
    """Add the options, one for each thing to do; without any, journeys are listed."""
    add_format(parser, say)
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


def run(options: argparse.Namespace, session: Session) -> int:
    """List, rename, duplicate, delete or compare."""
    say = session.say
    if options.rename:
        store.rename(*options.rename)
        session.message(say('"{old}" is called "{new}" now.', old=options.rename[0], new=options.rename[1]))
    elif options.duplicate:
        store.duplicate(*options.duplicate)
        session.message(say('"{new}" is like "{old}".', old=options.duplicate[0], new=options.duplicate[1]))
    elif options.delete:
        return _delete(options, session)
    elif options.compare:
        _compare(options, session)
    else:
        _list(options.format, session)
    return ExitStatus.DONE


def _compare(options: argparse.Namespace, session: Session) -> None:
    from debttree.cli.journey_comparison import Comparison

    one, two = options.compare
    tree = open_tree(session, options.tree or store.load(one).tree_name)
    comparison = Comparison(tree, [(name, find(tree, name).journey) for name in (one, two)])
    if options.format == "json":
        session.write(to_json(comparison.data()))
        return
    for line in comparison.lines(session.speech_for(tree).say):
        session.line(line)


def _delete(options: argparse.Namespace, session: Session) -> ExitStatus:
    store.content_of(options.delete)
    if not options.yes and not agreed(
        session, session.say('Delete the journey "{name}"?', name=options.delete)
    ):
        session.message(session.say("Nothing was deleted."))
        return ExitStatus.DONE
    store.delete(options.delete)
    session.message(session.say('The journey "{name}" is deleted.', name=options.delete))
    return ExitStatus.DONE


def agreed(session: Session, question: str) -> bool:
    """Ask, and return whether somebody says yes; no where nobody can answer."""
    try:
        return Dialogue(session, session.say).agree(question)
    except EndOfInput:
        return False


def _list(form: str, session: Session) -> None:
    entries = store.list_journeys()
    if form == "json":
        session.write(to_json([_as_data(entry, session) for entry in entries]))
    elif entries:
        say = session.say
        heading = (say("Name"), say("Saved"), say("Steps"), say("Guide"))
        for line in table([heading, *(_row(entry, session) for entry in entries)]):
            session.line(line)
    else:
        session.message(session.say("No journey is kept."))


def _row(entry: store.StoredJourney, session: Session) -> tuple[str, str, str, str]:
    if entry.saved is None:
        return clean_line(entry.name), "-", "-", session.say.tell(entry.problem) if entry.problem else ""
    steps = len(entry.saved.journey.path.steps)
    return clean_line(entry.name), entry.saved.saved.isoformat(), str(steps), entry.saved.tree_title


def _as_data(entry: store.StoredJourney, session: Session) -> dict[str, object]:
    saved = entry.saved
    return {
        "name": entry.name,
        "file": str(entry.file),
        "saved": saved.saved.isoformat() if saved else None,
        "steps": len(saved.journey.path.steps) if saved else None,
        "notes": len(saved.journey.notes) if saved else None,
        "tree": {"name": saved.tree_name, "title": saved.tree_title, "version": saved.tree_version}
        if saved
        else None,
        "problem": session.say.tell(entry.problem) if entry.problem else None,
    }

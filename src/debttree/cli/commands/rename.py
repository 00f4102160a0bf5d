"""`debttree rename FILE OLD NEW`: give a node another id, wherever the file names it."""

import argparse

from debttree.cli.changing_trees import add_ways_of_saving, no_toml, save_tree, writable_tree
from debttree.cli.session import ExitStatus, Session
from debttree.editing.document import open_document
from debttree.editing.edits import Rename
from debttree.editing.history import History
from debttree.editing.references import references
from debttree.locales import Phrases
from debttree.reading import read_bytes

KINDS = {kind: f"{kind}s" for kind in ("node", "stage", "consequence", "contact", "event", "source")}
"""What has an id that others name, and the table that declares it."""


def add_arguments(parser: argparse.ArgumentParser, say: Phrases) -> None:
    """Add FILE, OLD, NEW and --kind."""
    parser.add_argument("file", metavar=say("FILE"), help=say("a tree file"))
    parser.add_argument("old", metavar=say("OLD"), help=say("the id that is there"))
    parser.add_argument("new", metavar=say("NEW"), help=say("the id that shall be there"))
    add_ways_of_saving(parser, say)
    parser.add_argument("--kind", choices=KINDS, default="node", help=say("what is renamed; default: a node"))


def run(options: argparse.Namespace, session: Session) -> int:
    """Rename and save in one step; leave the file as it is where anything is in the way."""
    file = writable_tree(options.file)
    document = open_document(read_bytes(file), file.stem)
    if document.data is None:
        return no_toml(document, str(file), session)
    history = History(document)
    path = (KINDS[options.kind], options.old)
    history.do(Rename(path, options.new))
    named = len(references(document.data, path))
    if history.is_dirty:
        save_tree(history, file, options, session)
    session.message(
        session.say(
            '"{old}" is called "{new}" now; {references}.',
            old=options.old,
            new=options.new,
            references=session.say.plural("{n} reference follows", "{n} references follow", named),
        )
    )
    return ExitStatus.DONE

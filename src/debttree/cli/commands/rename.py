"""`debttree rename FILE OLD NEW`: give a node another id, wherever the file names it."""

import argparse
from pathlib import Path

from debttree.cli.problem_lines import problem_lines
from debttree.cli.session import ExitStatus, Session
from debttree.editing.document import Document, open_document
from debttree.editing.edits import Rename
from debttree.editing.history import History
from debttree.editing.references import references
from debttree.editing.saving import save
from debttree.locales import Phrases
from debttree.model import Trouble, msg
from debttree.reading import STDIN, read_bytes
from debttree.reading.lines import Lines
from debttree.storage.atomic import NotReplaceable, other_names
from debttree.storage.library import find_tree, is_bundled, is_path

KINDS = {kind: f"{kind}s" for kind in ("node", "stage", "consequence", "contact", "event", "source")}
"""What has an id that others name, and the table that declares it."""


def add_arguments(parser: argparse.ArgumentParser, say: Phrases) -> None:
    """Add FILE, OLD, NEW and --kind."""
    parser.add_argument("file", metavar=say("FILE"), help=say("a tree file"))
    parser.add_argument("old", metavar=say("OLD"), help=say("the id that is there"))
    parser.add_argument("new", metavar=say("NEW"), help=say("the id that shall be there"))
    ways = parser.add_mutually_exclusive_group()
    ways.add_argument(
        "--in-place",
        action="store_true",
        help=say("write into the file itself, so that its other names (hard links) follow"),
    )
    ways.add_argument(
        "--replace",
        action="store_true",
        help=say("put a new file under this name alone; other names (hard links) keep the old text"),
    )
    parser.add_argument("--kind", choices=KINDS, default="node", help=say("what is renamed; default: a node"))


def run(options: argparse.Namespace, session: Session) -> int:
    """Rename and save in one step; leave the file as it is where anything is in the way."""
    file = _writable_tree(options.file)
    document = open_document(read_bytes(file), file.stem)
    if document.data is None:
        return _no_toml(document, str(file), session)
    history = History(document)
    path = (KINDS[options.kind], options.old)
    history.do(Rename(path, options.new))
    named = len(references(document.data, path))
    if history.is_dirty:
        _save(history, file, options, session)
    session.message(
        session.say(
            '"{old}" is called "{new}" now; {references}.',
            old=options.old,
            new=options.new,
            references=session.say.plural("{n} reference follows", "{n} references follow", named),
        )
    )
    return ExitStatus.DONE


def _save(history: History, file: Path, options: argparse.Namespace, session: Session) -> None:
    """Put a new file in the place of the old one, or write into it where the person said so."""
    if options.in_place and session.private:
        raise Trouble(
            msg("--in-place keeps a copy on the disk until it is done; --private keeps nothing."),
            msg("Leave one of the two out."),
        )
    if not (options.in_place or options.replace) and other_names(file) > 0:
        raise Trouble(
            msg("{file} has other names on the disk (hard links).", file=str(file)),
            msg("Nothing was changed. --in-place changes all of them, --replace this one alone."),
        )
    try:
        save(history, file, in_place=options.in_place)
    except NotReplaceable as refused:
        hint = msg("With --in-place it is written where it is; a copy is kept until that is done.")
        raise Trouble(refused.message, hint) from None


def _writable_tree(name: str) -> Path:
    if name == STDIN:
        raise Trouble(msg("Standard input cannot be changed."), msg("Give a file's name."))
    file = find_tree(name)
    if not is_path(name) and is_bundled(file):
        message = msg('The tree "{name}" comes with the program and is not changed.', name=name)
        raise Trouble(message, msg("Copy it, and change the copy: {file}", file=str(file)))
    return file


def _no_toml(document: Document, file: str, session: Session) -> int:
    lines = Lines(document.text)
    for problem in document.reading().problems:
        for line in problem_lines(problem, file, lines, session.say):
            session.message(line)
    return ExitStatus.TREE_ERRORS

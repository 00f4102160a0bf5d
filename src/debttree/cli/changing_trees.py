"""The common part of commands that change a tree's file: which files may be changed, and how they are saved."""

import argparse
from pathlib import Path

from debttree.cli.problem_lines import problem_lines
from debttree.cli.session import ExitStatus, Session
from debttree.editing.document import Document
from debttree.editing.history import History
from debttree.editing.saving import save
from debttree.locales import Phrases
from debttree.model import Trouble, msg
from debttree.reading import STDIN
from debttree.storage.atomic import NotReplaceable, other_names
from debttree.storage.library import find_tree, is_bundled, is_path


def add_ways_of_saving(parser: argparse.ArgumentParser, say: Phrases) -> None:
    """Add --in-place and --replace."""
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


def save_tree(history: History, file: Path, options: argparse.Namespace, session: Session) -> None:
    """Replace the file by a new one, or overwrite it if the options say so.

    Args:
        history: whose document is saved.
        file: the tree's file.
        options: with those of `add_ways_of_saving`.
        session: whether anything may be kept.

    Raises:
        Trouble: it cannot be written; the file is as it was.
    """
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


def writable_tree(name: str) -> Path:
    """Return the file of a tree that may be changed.

    Raises:
        Trouble: it is standard input, or comes with the program.
    """
    if name == STDIN:
        raise Trouble(msg("Standard input cannot be changed."), msg("Give a file's name."))
    file = find_tree(name)
    if not is_path(name) and is_bundled(file):
        message = msg('The tree "{name}" comes with the program and is not changed.', name=name)
        raise Trouble(message, msg("Copy it, and change the copy: {file}", file=str(file)))
    return file


def no_toml(document: Document, file: str, session: Session) -> int:
    """Report where a file is no TOML, and return the exit status.

    Args:
        document: the file's.
        file: its name.
        session: where to say it.
    """
    session.messages(problem_lines(document.reading().problems, file, document.text, session.say))
    return ExitStatus.TREE_ERRORS

"""`debttree new FILE`: a first tree to change, with comments that explain it."""

import argparse

from debttree.cli.session import ExitStatus, Session
from debttree.editing.starter import starter
from debttree.locales import Phrases
from debttree.model import Trouble, command_line, msg
from debttree.reading import STDIN
from debttree.storage.atomic import create_exclusive
from debttree.storage.library import ENDING
from debttree.storage.naming import named_file


def add_arguments(parser: argparse.ArgumentParser, say: Phrases) -> None:
    """Add FILE."""
    parser.add_argument("file", metavar=say("FILE"), help=say("the file to make; - is standard output"))


def run(options: argparse.Namespace, session: Session) -> int:
    """Write the tree to a file that is not there yet, or to stdout."""
    text = starter(session.say, session.today)
    if options.file == STDIN:
        session.write(text)
        return ExitStatus.DONE
    file = named_file(options.file)
    if file.suffix != ENDING:
        raise Trouble(
            msg("The name of a tree's file ends in .toml."),
            msg('Did you mean "{name}"?', name=f"{options.file}{ENDING}"),
        )
    create_exclusive(file, text.encode())
    session.message(session.say("{file} is written.", file=str(file)))
    session.hint(msg("Change it in your editor, then: {command}", command=command_line("check", file)))
    return ExitStatus.DONE

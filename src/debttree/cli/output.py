"""Write the result of a command to standard output, or to the file named by `--output`."""

import argparse
import contextlib

from debttree.cli.session import Session
from debttree.export import save_as
from debttree.locales import Phrases
from debttree.model import Trouble, msg
from debttree.reading import STDIN
from debttree.storage.library import find_tree
from debttree.storage.naming import named_file


def add_output(parser: argparse.ArgumentParser, say: Phrases) -> None:
    """Add --output, by default standard output, and --force."""
    parser.add_argument(
        "-o", "--output", metavar=say("FILE"), default=STDIN, help=say("default: standard output")
    )
    add_force(parser, say)


def add_force(parser: argparse.ArgumentParser, say: Phrases) -> None:
    """Add --force."""
    parser.add_argument("--force", action="store_true", help=say("replace an output file that is there"))


def hand_over(content: bytes, options: argparse.Namespace, session: Session) -> None:
    """Write content to standard output, or into a new file and say so.

    Args:
        content: all of it.
        options: with `output` and `force`.
        session: this run of the command line.

    Raises:
        Trouble: it cannot be written there.
    """
    if options.output == STDIN:
        session.write_bytes(content)
        return
    file = named_file(options.output)
    with contextlib.suppress(OSError):
        if file.samefile(find_tree(options.tree)):
            message = msg("{file} is the guide itself; nothing is written over it.", file=options.output)
            raise Trouble(message, msg("Name another file."))
    save_as(file, content, force=options.force)
    session.message(session.say("Saved: {file}", file=options.output))

"""Add the options with which a command names its journey, and open that journey."""

import argparse

from debttree.cli.session import Session
from debttree.journey import Opened, open_or_begin
from debttree.locales import Phrases
from debttree.model import Tree, Trouble, msg


def add_journey_arguments(parser: argparse.ArgumentParser, say: Phrases) -> None:
    """Add --journey and --fresh; --private is an option of every command."""
    parser.add_argument(
        "--journey", metavar=say("NAME"), help=say("which journey; default: the one of this tree")
    )
    parser.add_argument(
        "--fresh", action="store_true", help=say("begin anew; the saved journey is kept under another name")
    )


def open_journey(options: argparse.Namespace, session: Session, tree: Tree) -> Opened:
    """Open the journey that the options name, or begin a new one.

    Args:
        options: the parsed arguments, with those of `add_journey_arguments`.
        session: this run of the command line.
        tree: the tree to walk.

    Raises:
        Trouble: it was walked in another tree, cannot be read, or is wanted together with `--private`.
    """
    if session.private and options.journey:
        raise Trouble(
            msg("--private keeps no journey, so there is none to name."), msg("Leave one of the two out.")
        )
    return open_or_begin(tree, name=options.journey, fresh=options.fresh, private=session.private)

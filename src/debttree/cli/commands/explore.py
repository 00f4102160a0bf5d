"""`debttree [TREE]`: the explorer, full screen."""

import argparse
import sys

from debttree.cli.opening import open_tree
from debttree.cli.session import Session
from debttree.locales import Phrases
from debttree.model import Trouble, msg

DEFAULT_TREE = "alipay-overdue"


def add_arguments(parser: argparse.ArgumentParser, say: Phrases) -> None:
    """The tree to walk."""
    parser.add_argument(
        "tree",
        nargs="?",
        default=DEFAULT_TREE,
        metavar=say("TREE"),
        help=say("a file, or the name of a tree"),
    )


def run(options: argparse.Namespace, session: Session) -> int:
    """Open the explorer.

    Raises:
        Trouble: there is no terminal to draw on.
    """
    if not _has_terminal(session):
        raise Trouble(
            msg("The explorer needs a terminal."),
            msg("Line by line, also through pipes: debttree walk {tree}", tree=options.tree),
        )
    tree = open_tree(session, options.tree)
    from debttree.journey import begin
    from debttree.tui.launch import explore

    return explore(
        tree,
        begin(tree),
        session.language_for(tree),
        session.today,
        lambda journey: None,
        private=session.private,
    )


def _has_terminal(session: Session) -> bool:
    """Whether there is a terminal to draw on; textual draws on stderr."""
    streams = (sys.stdin, sys.stdout, sys.stderr)
    return session.environment.get("TERM") != "dumb" and all(stream.isatty() for stream in streams)

"""`debttree walk TREE`: the tree in line mode, for screen readers, pipes and dumb terminals."""

import argparse

from debttree.cli.dialogue import Dialogue
from debttree.cli.opening import open_tree
from debttree.cli.session import Session, Status
from debttree.cli.walker import Walker
from debttree.journey import begin
from debttree.locales import Phrases, phrases
from debttree.storage.library import DEFAULT_TREE


def add_arguments(parser: argparse.ArgumentParser, say: Phrases) -> None:
    """TREE."""
    parser.add_argument(
        "tree", nargs="?", default=DEFAULT_TREE, metavar=say("TREE"), help=say("a path or a name")
    )


def run(options: argparse.Namespace, session: Session) -> int:
    """Walk until somebody quits or the input ends."""
    tree = open_tree(session, options.tree)
    dialogue = Dialogue(session, phrases(session.language_for(tree)))
    walker = Walker(dialogue, tree, begin(tree), session.today, options.tree, lambda journey: None)
    walker.run()
    return Status.DONE

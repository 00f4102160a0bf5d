"""`debttree [TREE]`: the explorer, full screen."""

import argparse
from pathlib import PurePath

from debttree.cli.journey_options import add_journey_arguments, open_journey
from debttree.cli.opening import open_tree
from debttree.cli.session import Session
from debttree.cli.shared_options import add_draft, add_tree
from debttree.cli.terminal import need_terminal
from debttree.locales import Phrases
from debttree.model import command_line, msg
from debttree.reading.gc_pause import collect_later
from debttree.storage.library import find_tree


def add_arguments(parser: argparse.ArgumentParser, say: Phrases) -> None:
    """Add TREE, the tree to walk, and the options of journeys."""
    add_tree(parser, say, optional=True)
    add_draft(parser, say)
    add_journey_arguments(parser, say)


def run(options: argparse.Namespace, session: Session) -> int:
    """Open the explorer.

    Raises:
        Trouble: there is no terminal to draw on, or the tree cannot be opened.
    """
    need_terminal(
        session,
        msg("The explorer needs a terminal."),
        msg(
            "Line by line, also through pipes: {command}",
            command=command_line("walk", PurePath(options.tree)),
        ),
    )
    collect_later()  # until the first paint
    tree = open_tree(session, options.tree, draft=options.draft)
    speech = session.speech_for(tree)
    opened = open_journey(options, session, tree)
    from debttree.tui.launch import explore

    return explore(
        find_tree(options.tree),
        tree,
        opened,
        speech,
        session.clock,
        private=session.private,
        draft=options.draft,
    )

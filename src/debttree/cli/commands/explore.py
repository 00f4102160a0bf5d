"""`debttree [TREE]`: the explorer, full screen."""

import argparse
from pathlib import PurePath

from debttree.cli.journey_options import add_journey_arguments, open_journey
from debttree.cli.opening import Rest, open_first_page, open_tree
from debttree.cli.session import Session
from debttree.cli.shared_options import add_draft, add_tree
from debttree.cli.terminal import need_terminal
from debttree.journey.store import has_journey
from debttree.locales import Phrases
from debttree.model import DoesNotFollow, Tree, command_line, msg
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
    tree, rest = _opened(options, session)
    speech = session.speech_for(tree)
    opened = open_journey(options, session, tree)
    from debttree.tui.launch import explore

    status = explore(
        find_tree(options.tree),
        tree,
        opened,
        speech,
        session.clock,
        private=session.private,
        draft=options.draft,
        rest=rest,
    )
    if rest is not None and status == DoesNotFollow.exit_status:
        rest.refuse()
    return status


def _opened(options: argparse.Namespace, session: Session) -> tuple[Tree, Rest | None]:
    """Return the tree, or of a large one the part for its first page, and a reader of the rest.

    Resuming a journey needs the whole tree: it may be at any node, and changes of its steps are reported.
    """
    if options.draft:
        return open_tree(session, options.tree, draft=True), None
    if session.private or not (options.journey or has_journey(find_tree(options.tree).stem)):
        return open_first_page(session, options.tree)
    return open_tree(session, options.tree), None

"""`debttree edit TREE`: the editor, full screen."""

import argparse
from pathlib import Path

from debttree.cli.session import Session
from debttree.cli.shared_options import add_tree
from debttree.cli.terminal import need_terminal
from debttree.locales import Phrases
from debttree.model import Trouble, msg
from debttree.reading import STDIN, NotThere, parse, read_bytes
from debttree.reading.gc_pause import collect_later
from debttree.reading.toml import Data
from debttree.storage.library import find_tree


def add_arguments(parser: argparse.ArgumentParser, say: Phrases) -> None:
    """Add TREE, the tree to edit."""
    add_tree(parser, say)


def run(options: argparse.Namespace, session: Session) -> int:
    """Open the editor.

    Raises:
        Trouble: there is no terminal to draw on, or the file cannot be read.
    """
    if options.tree == STDIN:
        raise Trouble(msg("Standard input cannot be edited."), msg("Give a file's name."))
    file = find_tree(options.tree)
    content = _content(file)
    need_terminal(
        session,
        msg("The editor needs a terminal."),
        msg("Without one, use an editor of text, and: debttree check {file}", file=str(file)),
    )
    collect_later()  # until the first paint
    languages = _languages(parse(content).data)
    from debttree.tui.launch import edit

    return edit(file, session.language_among(languages), session.clock, private=session.private)


def _content(file: Path) -> bytes:
    try:
        return read_bytes(file)
    except NotThere as trouble:
        hint = msg("A first tree is written by: debttree new {file}", file=str(file))
        raise Trouble(trouble.message, hint) from None


def _languages(data: Data | None) -> tuple[str, ...]:
    """Return the languages that the file names, also where the file has errors."""
    tree = data.get("tree") if data else None
    named = tree.get("languages") if isinstance(tree, dict) else None
    return tuple(name for name in named if isinstance(name, str)) if isinstance(named, list) else ()

"""`debttree edit TREE`: the editor, full screen."""

import argparse
from pathlib import Path

from debttree.cli.recovering import find_unsaved, home_of, list_unsaved, write_unsaved
from debttree.cli.session import Session
from debttree.cli.shared_options import add_format
from debttree.cli.terminal import need_terminal
from debttree.locales import Phrases
from debttree.locales import speech as spoken_in
from debttree.model import Trouble, command_line, msg
from debttree.reading import STDIN, NotThere, parse, read_bytes
from debttree.reading.gc_pause import collect_later
from debttree.reading.toml import Data
from debttree.storage.journal import Unsaved
from debttree.storage.library import find_tree


def add_arguments(parser: argparse.ArgumentParser, say: Phrases) -> None:
    """Add TREE, or --recover for unsaved edits to take up."""
    parser.add_argument("tree", nargs="?", metavar=say("TREE"), help=say("a tree's name or file"))
    parser.add_argument(
        "--recover",
        nargs="?",
        const="",
        metavar=say("WHICH"),
        help=say("list all unsaved edits that are kept; with a number or a file's name: take these up"),
    )
    parser.add_argument(
        "-o", "--output", metavar=say("FILE"), help=say("with --recover WHICH: write them into a new file")
    )
    add_format(parser, say)


def run(options: argparse.Namespace, session: Session) -> int:
    """Open the editor, or list what it left unsaved.

    Raises:
        Trouble: there is no terminal to draw on, or the file cannot be read.
    """
    if options.recover is None:
        return _edit(_named(options.tree), session)
    if session.private:
        raise Trouble(msg("With --private nothing that is kept is read."), msg("Leave one of the two out."))
    if not options.recover:
        return list_unsaved(options.format, session)
    edits = find_unsaved(options.recover)
    if options.output:
        return write_unsaved(edits, options.output, session)
    file = find_tree(options.tree) if options.tree else home_of(edits, options.recover)
    return _edit(file, session, edits)


def _named(tree: str | None) -> Path:
    if tree is None:
        raise Trouble(msg("Which tree shall be edited?"), msg("Give its name or file."))
    if tree == STDIN:
        raise Trouble(msg("Standard input cannot be edited."), msg("Give a file's name."))
    return find_tree(tree)


def _edit(file: Path, session: Session, edits: Unsaved | None = None) -> int:
    content = _content(file)
    need_terminal(
        session,
        msg("The editor needs a terminal."),
        msg("Without one, use an editor of text, and: {command}", command=command_line("check", file)),
    )
    collect_later()  # until the first paint
    speech = spoken_in(_languages(parse(content).data), session.locale, session.wanted_language)
    from debttree.tui.launch import edit

    return edit(file, speech, session.clock, private=session.private, edits=edits)


def _content(file: Path) -> bytes:
    try:
        return read_bytes(file)
    except NotThere as trouble:
        hint = msg("A first tree is written by: {command}", command=command_line("new", file))
        raise Trouble(trouble.message, hint) from None


def _languages(data: Data | None) -> tuple[str, ...]:
    """Return the languages that the file names, also where the file has errors."""
    tree = data.get("tree") if data else None
    named = tree.get("languages") if isinstance(tree, dict) else None
    return tuple(name for name in named if isinstance(name, str)) if isinstance(named, list) else ()

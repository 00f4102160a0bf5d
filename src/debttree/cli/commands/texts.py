"""`debttree texts TREE --lang L`: the texts of a tree to a translator, and back."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from debttree.cli import translations
from debttree.cli.changing_trees import add_ways_of_saving, no_toml, writable_tree
from debttree.cli.output import add_force, hand_over
from debttree.cli.session import ExitStatus, Session
from debttree.cli.shared_options import add_tree, add_yes
from debttree.editing.document import open_document
from debttree.locales import Phrases
from debttree.model import Message, Trouble, command_line, msg
from debttree.reading import STDIN, read_bytes
from debttree.storage.library import find_tree


def add_arguments(parser: argparse.ArgumentParser, say: Phrases) -> None:
    """Add TREE, which texts, and where they go or come from."""
    add_tree(parser, say)
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--all", action="store_true", help=say("every text; the default"))
    which.add_argument("--missing", action="store_true", help=say("only texts without a translation"))
    which.add_argument(
        "--stale", action="store_true", help=say("only texts whose source was changed since; needs --since")
    )
    parser.add_argument(
        "--from",
        dest="source",
        metavar=say("LANGUAGE"),
        help=say("what to translate from; default: the first"),
    )
    parser.add_argument(
        "--since",
        metavar=say("FILE"),
        help=say("what was translated then: the translator's last .po or .csv, or the tree of that day"),
    )
    parser.add_argument("--format", choices=translations.FORMATS, help=say("default: the ending of the file"))
    parser.add_argument(
        "-o", "--output", metavar=say("FILE"), help=say("the file to make; - is standard output")
    )
    add_force(parser, say)
    back = parser.add_mutually_exclusive_group()
    back.add_argument(
        "--import", dest="taken", metavar=say("FILE"), help=say("take translations into the tree")
    )
    back.add_argument("--undo", action="store_true", help=say("take the last import back"))
    parser.add_argument(
        "--dry-run", action="store_true", help=say("with --import: only show what would change")
    )
    add_ways_of_saving(parser, say)
    add_yes(parser, say)


def run(options: argparse.Namespace, session: Session) -> int:
    """Write texts for a translator, or take translations back into the tree.

    Raises:
        Trouble: no language is named, or a file cannot be used.
    """
    file = writable_tree(options.tree) if options.taken or options.undo else find_tree(options.tree)
    document = open_document(read_bytes(file), file.stem)
    if document.data is None:
        return no_toml(document, str(file), session)
    if options.undo:
        return translations.undo(document, file, options, session)
    language = _language(document.languages, options.lang)
    if options.taken:
        given = translations.read(options.taken, options.format, language)
        return translations.take(document, given, language, file, options, session)
    if options.output is None:
        example = command_line("texts", options.tree, "--lang", language, "-o", f"{language}.po")
        raise Trouble(msg("Into which file?"), msg("As in: {command}", command=example))
    content = translations.written(document, language, options, session)
    hand_over(content, options, session)
    if options.output != STDIN:
        source = ("--from", options.source) if options.source else ()
        back = command_line(
            "texts", Path(options.tree), "--lang", language, *source, "--import", Path(options.output)
        )
        session.hint(msg("When it is translated: {command}", command=back))
    return ExitStatus.DONE


def _language(declared: Sequence[str], wanted: str | None) -> str:
    """Return the language to translate into, as the tree spells it where it has it.

    Raises:
        Trouble: none is named.
    """
    if wanted is None:
        raise Trouble(msg("Into which language?"), _languages_at_hand(declared))
    return next((tag for tag in declared if tag.lower() == wanted.lower()), wanted)


def _languages_at_hand(declared: Sequence[str]) -> Message:
    if not declared:
        return msg("Name it: --lang es")
    return msg("Name it: --lang es. The guide has: {languages}", languages=", ".join(declared))

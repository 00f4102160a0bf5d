"""`debttree print TREE`: the whole tree on paper, for a reviewer, or for a table without a screen."""

import argparse
from pathlib import Path

from debttree.cli.opening import only_one_from_stdin, open_tree
from debttree.cli.output import add_output, hand_over
from debttree.cli.session import ExitStatus, Session
from debttree.cli.shared_options import add_tree, chosen_words
from debttree.export.booklet import Wish, booklet
from debttree.export.booklet_html import booklet_html
from debttree.export.booklet_markdown import booklet_markdown
from debttree.journey.matching import matched
from debttree.journey.tree_diff import differences
from debttree.locales import Phrases
from debttree.model import Tree, msg


def add_arguments(parser: argparse.ArgumentParser, say: Phrases) -> None:
    """Add TREE, what is shown of it, and where it goes."""
    add_tree(parser, say)
    parser.add_argument(
        "--since",
        metavar=say("OLD"),
        help=say("an older version of the tree: only what changed since, with its numbers"),
    )
    parser.add_argument(
        "--reader", action="store_true", help=say("for readers: without what only reviewers need")
    )
    parser.add_argument(
        "--format", choices=("html", "md"), help=say("default: the ending of the output file, else md")
    )
    add_output(parser, say)


def run(options: argparse.Namespace, session: Session) -> int:
    """Write the booklet to standard output or a file."""
    only_one_from_stdin(options.tree, options.since)
    tree = open_tree(session, options.tree)
    say = session.speech_for(tree).say
    since = matched(open_tree(session, options.since), tree, say.language) if options.since else None
    languages = _languages(options.lang or "", tree, say.language)
    wish = Wish(languages, options.reader, since, differences(since) if since else ())
    made = booklet(tree, wish, say, session.today)
    ending = Path(options.output).suffix.lower()
    is_html = (options.format or ("html" if ending in (".html", ".htm") else "md")) == "html"
    content = (booklet_html if is_html else booklet_markdown)(made, say).encode()
    hand_over(content, options, session)
    return ExitStatus.DONE


def _languages(wanted: str, tree: Tree, usual: str) -> tuple[str, ...]:
    """Return the languages to print, those of the tree by default; refuse one that it does not declare."""
    names = chosen_words(
        wanted,
        tree.languages or wanted.split(","),
        lambda name: msg('The tree does not name the language "{name}".', name=name),
        msg("Its languages are: {names}", names=", ".join(tree.languages)),
    )
    names = tuple(dict.fromkeys(names))
    return names or tree.languages or (usual,)

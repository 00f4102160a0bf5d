"""`debttree print TREE`: the whole tree on paper, for a reviewer, or for a table without a screen."""

import argparse
from pathlib import Path

from debttree.cli.opening import only_one_from_stdin, open_tree
from debttree.cli.session import ExitStatus, Session
from debttree.cli.shared_options import add_tree
from debttree.export.booklet import Wish, booklet
from debttree.export.booklet_html import booklet_html
from debttree.export.booklet_markdown import booklet_markdown
from debttree.export.to_disk import save_as
from debttree.journey.matching import matched
from debttree.journey.tree_diff import differences
from debttree.locales import Phrases
from debttree.model import Tree, Trouble, did_you_mean, msg
from debttree.storage.naming import named_file


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
    parser.add_argument(
        "-o", "--output", metavar=say("FILE"), default="-", help=say("default: standard output")
    )
    parser.add_argument("--force", action="store_true", help=say("replace an output file that is there"))


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
    if options.output == "-":
        session.write_bytes(content)
    else:
        save_as(named_file(options.output), content, force=options.force)
        session.message(session.say("Saved: {file}", file=options.output))
    return ExitStatus.DONE


def _languages(wanted: str, tree: Tree, usual: str) -> tuple[str, ...]:
    """Return the languages to print, those of the tree by default; refuse one that it does not declare."""
    names = tuple(dict.fromkeys(filter(None, wanted.split(","))))
    for name in names:
        if tree.languages and name not in tree.languages:
            raise Trouble(
                msg('The tree does not name the language "{name}".', name=name),
                did_you_mean(name, tree.languages)
                or msg("Its languages are: {names}", names=", ".join(tree.languages)),
            )
    return names or tree.languages or (usual,)

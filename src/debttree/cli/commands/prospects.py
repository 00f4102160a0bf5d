"""`debttree prospects TREE`: how far off each harm is at a node, and which choice makes it worse."""

import argparse

from debttree.analysis import Prospects
from debttree.cli.opening import open_tree
from debttree.cli.prospects_report import Report, as_data, as_lines
from debttree.cli.session import ExitStatus, Session
from debttree.cli.shared_options import add_avoid, add_draft, add_format, add_tree
from debttree.locales import Phrases
from debttree.model import Path, Tree, find_consequence, find_node, parse_path, to_json


def add_arguments(parser: argparse.ArgumentParser, say: Phrases) -> None:
    """Add TREE, the node or path, and what is to be avoided."""
    add_tree(parser, say, optional=True)
    add_draft(parser, say)
    standing = parser.add_mutually_exclusive_group()
    standing.add_argument("--at", metavar=say("NODE"), help=say("the node to stand on; default: the root"))
    standing.add_argument(
        "--path",
        metavar="P",
        help=say("the way there, which met things: a,b,c; an element is NODE or NODE:CHOICE"),
    )
    add_avoid(parser, say, say("whether you can avoid these together, and how; may be repeated"))
    add_format(parser, say)


def run(options: argparse.Namespace, session: Session) -> int:
    """Print the prospects."""
    tree = open_tree(session, options.tree, draft=options.draft)
    path = _path(options, tree)
    if options.path and path.start != tree.root:
        session.message(session.say("The path does not begin at the root of the tree."))
    avoid = tuple(dict.fromkeys(find_consequence(tree, name).id for name in options.avoid))
    speech = session.speech_for(tree)
    is_data = options.format == "json"
    marks = None if is_data else speech.say
    report = Report(Prospects.of(tree), path, avoid, speech.guide, marks)
    if is_data:
        session.write(to_json(as_data(report)))
    else:
        session.lines(as_lines(report, speech.say))
    return ExitStatus.DONE


def _path(options: argparse.Namespace, tree: Tree) -> Path:
    if options.path:
        return parse_path(tree, options.path)
    return Path(find_node(tree, options.at or tree.root).id)

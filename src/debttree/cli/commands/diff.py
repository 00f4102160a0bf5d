"""`debttree diff OLD NEW`: what changed between two versions of a tree, by meaning."""

import argparse

from debttree.cli.changed_journeys import changed_journeys
from debttree.cli.opening import only_one_from_stdin, open_tree
from debttree.cli.session import ExitStatus, Session
from debttree.export.diff_lines import MARKDOWN, PLAIN, called, diff_lines
from debttree.journey.diff_meaning import Meaning
from debttree.journey.matching import matched
from debttree.journey.tree_diff import Difference, Sort, differences
from debttree.locales import Phrases
from debttree.model import Deadline, DoesNotFollow, Trouble, fields, to_json


def add_arguments(parser: argparse.ArgumentParser, say: Phrases) -> None:
    """Add OLD, NEW and how the difference is written."""
    parser.add_argument("old", metavar=say("OLD"), help=say("the tree as it was; - is standard input"))
    parser.add_argument("new", metavar=say("NEW"), help=say("the tree as it is; - is standard input"))
    parser.add_argument(
        "--format",
        choices=("text", "json", "md"),
        default="text",
        help=say("text for people, json for scripts, md for a merge request"),
    )
    parser.add_argument(
        "--exit-code", action="store_true", help=say("end with 1 where something changed for readers")
    )
    parser.add_argument(
        "--journeys",
        action="store_true",
        help=say("which kept journeys would end, stand or read differently"),
    )
    parser.add_argument(
        "--names", action="store_true", help=say("with the names of the people where it is no terminal, too")
    )


def run(options: argparse.Namespace, session: Session) -> int:
    """Write the difference to stdout."""
    only_one_from_stdin(options.old, options.new)
    try:
        old, new = open_tree(session, options.old), open_tree(session, options.new)
    except DoesNotFollow as refused:  # 1 is for "something changed"
        raise Trouble(refused.message, refused.hint) from None
    matching = matched(old, new, session.speech_for(new).guide)
    found, meaning = differences(matching), Meaning(matching, session.today)
    if options.format == "json":
        session.write(to_json(_as_data(found, meaning)))
    else:
        style = MARKDOWN if options.format == "md" else PLAIN
        session.lines(diff_lines(found, meaning, session.say, style))
    if options.journeys:
        session.lines(changed_journeys(found, meaning, session, named=options.names or session.out.isatty()))
    changed = meaning.ran_out or any(one.sort is not Sort.RENAMED for one in found)
    return ExitStatus.TREE_ERRORS if options.exit_code and changed else ExitStatus.DONE


def _as_data(found: list[Difference], meaning: Meaning) -> dict[str, object]:
    return {
        "differences": [
            {
                **fields(one, "sort", "path"),
                "name": called(one),
                "language": one.language or None,
                **fields(one, "before", "after"),
            }
            for one in found
        ],
        "deadlines": [
            {
                "node": one.node,
                "deadline": one.deadline,
                "turn": str(one.turn),
                "before": _counted(one.before),
                "after": _counted(one.after),
            }
            for one in meaning.deadlines
        ],
        "standings": [
            {
                "consequence": moved.consequence,
                "before": fields(moved.before, "status", "setbacks"),
                "after": fields(moved.after, "status", "setbacks"),
                "nodes": list(moved.nodes),
            }
            for moved in meaning.moved
        ],
        "marks": [fields(marked, "node", "choice", "consequence", "came") for marked in meaning.marks],
        "unreached": meaning.unreached,
        "ran_out": meaning.ran_out,
    }


def _counted(deadline: Deadline) -> dict[str, object]:
    return {
        "amount": deadline.amount,
        "unit": str(deadline.unit),
        "before": deadline.before,
        "roll": str(deadline.roll),
        "by": str(deadline.by),
        "on": deadline.on,
        "event": dict(deadline.event.variants),
    }

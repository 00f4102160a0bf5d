"""`debttree paths TREE`: the ways there, those first that never argue for the worse."""

import argparse
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice

from debttree.analysis.ways import COUNTED_AT_MOST, Way, Ways
from debttree.cli.opening import open_tree
from debttree.cli.session import ExitStatus, Session
from debttree.cli.shared_options import add_avoid, add_draft, add_format, add_tree
from debttree.cli.table import WIDTH, table
from debttree.export.wrapping import wrapped
from debttree.locales import Phrases
from debttree.locales.words import line_of
from debttree.model import (
    Choice,
    Kind,
    Message,
    Node,
    Tree,
    fields,
    find_consequence,
    find_node,
    msg,
    path_text,
    to_json,
)

_LIMIT = 20
"""Default number of ways shown: about two screens."""

_DIGITS = 18
"""Digits that are read of a number of ways; `islice` takes no much larger numbers."""


def add_arguments(parser: argparse.ArgumentParser, say: Phrases) -> None:
    """Add TREE, the two ends of the ways, what they avoid, and how many."""
    add_tree(parser, say, optional=True)
    add_draft(parser, say)
    node = say("NODE")
    parser.add_argument(
        "--from", dest="start", metavar=node, help=say("where the ways begin; default: the root")
    )
    parser.add_argument("--to", metavar=node, help=say("where they end; default: every outcome"))
    add_avoid(parser, say, say("only ways that do not meet it; may be repeated"))
    parser.add_argument(
        "--limit", metavar="K", type=_count(say), default=_LIMIT, help=say("how many at most; default: 20")
    )
    add_format(parser, say)


def run(options: argparse.Namespace, session: Session) -> int:
    """Print the ways; say on stderr how many more there are."""
    tree = open_tree(session, options.tree, draft=options.draft)
    start = find_node(tree, options.start or tree.root).id
    to = find_node(tree, options.to).id if options.to else None
    avoid = {find_consequence(tree, name).id for name in options.avoid}
    node = tree.nodes[start]
    ways = Ways(tree, start, to, avoid)
    groups = [_Group(ways, first, options.limit) for first in _firsts(ways, node, to)]
    shown = [group for group in groups if group.ways]
    if options.format == "json":
        session.write(to_json([_data(way) for group in shown for way in group.ways]))
    else:
        session.lines(_lines(tree, shown, session.speech_for(tree).say))
    if not shown:
        session.message(session.say("There is no such way."))
    if any(group.has_more for group in shown):
        session.message(session.say.tell(_more(shown, options.limit)))
    return ExitStatus.DONE


def _firsts(ways: Ways, node: Node, to: str | None) -> list[Choice | None]:
    """Return the answers to list ways under: at a question each answer has its own list, since it is a fact."""
    if node.kind is Kind.QUESTION and node.id != to:
        return [*ways.firsts]
    return [None]


class _Group:
    """The first of the ways that begin with the same answer.

    Attributes:
        first: the common answer; None if there is none.
        ways: the ways that are shown.
        has_more: whether there are more.
    """

    def __init__(self, ways: Ways, first: Choice | None, limit: int) -> None:
        self.first = first
        self._all = ways if first is None else ways.beginning_with(first)
        found = list(islice(self._all, limit + 1))
        self.ways = found[:limit]
        self.has_more = len(found) > limit

    def count(self) -> int | None:
        """Return the number of ways, if that is cheap to compute."""
        return self._all.count()


def _data(way: Way) -> dict[str, object]:
    """Return the data for scripts: keys may be added, never changed."""
    return {
        "nodes": list(way.path.nodes),
        "choices": [step.choice for step in way.path.steps],
        **fields(way, "consequences", "worst"),
        "supposes": [fields(step, "node", "choice") for step in way.supposes],
        "goes_on": way.is_open,
        "guide": way.guide,
    }


def _lines(tree: Tree, groups: Sequence[_Group], say: Phrases) -> Iterator[str]:
    """Yield a table for each group: the titles of each way, what it supposes, and the value for `--path`."""
    for place, group in enumerate(groups):
        if group.first is not None:
            if place:
                yield ""
            yield from wrapped(say("If so: {answer}", answer=line_of(tree, group.first.label, say)), WIDTH)
        rows = [["", say("gravest"), say("steps"), say("way")]]
        for number, way in enumerate(group.ways, 1):
            rows += _rows(tree, number, way, say)
        yield from table(rows)


def _rows(tree: Tree, number: int, way: Way, say: Phrases) -> Iterator[list[str]]:
    titles = (line_of(tree, tree.nodes[name].title, say) for name in way.path.nodes)
    yield [str(number), str(way.worst), str(len(way.path.steps)), " → ".join(titles)]
    answers = (step.taken(tree) for step in way.supposes)
    labels = " · ".join(line_of(tree, answer.label, say) for answer in answers if answer is not None)
    harms = " · ".join(line_of(tree, tree.consequences[name].title, say) for name in way.consequences)
    if labels:
        yield ["", "", "", say("if: {answers}", answers=labels)]
    if harms:
        yield ["", "", "", say("meets: {consequences}", consequences=harms)]
    if way.is_open:
        yield ["", "", "", say("ends here in this guide; others may go on")]
    if way.guide is not None:
        yield ["", "", "", say("goes on in another guide")]
    as_argument = path_text(tree, way.path).replace(",", ", ")  # blanks let it wrap, quotes keep it one word
    yield ["", "", "", f'--path "{as_argument}"']


def _more(groups: Iterable[_Group], limit: int) -> Message:
    """Return the number of ways not shown in all groups, if that is cheap to compute."""
    counts = [group.count() for group in groups if group.has_more]
    known = [count for count in counts if count is not None]
    if max(known, default=0) >= COUNTED_AT_MOST:
        return msg("There are more than a million more ways; --limit shows some of them.")
    if len(known) < len(counts):
        return msg("There are more ways; --limit shows them.")
    return msg("More ways: {n}; --limit shows them.", n=sum(known) - limit * len(known))


def _count(say: Phrases) -> Callable[[str], int]:
    def count(text: str) -> int:
        number = int(text[:_DIGITS]) if text.isdecimal() else 0
        if not number:
            raise argparse.ArgumentTypeError(
                say('"{text}" is no number of ways; write one from 1', text=text)
            )
        return number

    return count

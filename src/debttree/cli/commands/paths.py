"""`debttree paths TREE`: the ways there, safest first, then shortest."""

import argparse
from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from debttree.analysis.ways import COUNTED_AT_MOST, Way, Ways
from debttree.cli.opening import open_tree
from debttree.cli.session import ExitStatus, Session
from debttree.cli.shared_options import add_avoid, add_format, add_tree
from debttree.cli.table import table
from debttree.locales import Phrases, phrases
from debttree.model import Message, Tree, find_consequence, find_node, msg, path_text, to_json

_LIMIT = 20
"""Ways shown where nobody says how many: about what two screens hold."""


def add_arguments(parser: argparse.ArgumentParser, say: Phrases) -> None:
    """Add TREE, the two ends of the ways, what they avoid, and how many."""
    add_tree(parser, say, optional=True)
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
    tree = open_tree(session, options.tree)
    start = find_node(tree, options.start or tree.root).id
    to = find_node(tree, options.to).id if options.to else None
    avoid = {find_consequence(tree, name).id for name in options.avoid}
    ways = Ways(tree, start, to, avoid)
    found = list(islice(ways, options.limit + 1))
    shown = found[: options.limit]
    if options.format == "json":
        session.write(to_json([_data(way) for way in shown]))
    else:
        language = session.language_for(tree)
        for line in _lines(tree, shown, language, phrases(language)):
            session.line(line)
    if not found:
        session.message(session.say("There is no such way."))
    elif len(found) > len(shown):
        session.message(session.say.tell(_more(ways, len(shown))))
    return ExitStatus.DONE


def _data(way: Way) -> dict[str, object]:
    """Return the data for scripts: keys may be added, never changed."""
    return {
        "nodes": list(way.path.nodes),
        "choices": [step.choice for step in way.path.steps],
        "consequences": list(way.consequences),
        "worst": way.worst,
    }


def _lines(tree: Tree, ways: Sequence[Way], language: str, say: Phrases) -> Iterator[str]:
    """Yield a table: the titles of each way, and below them the value for `--path`."""
    rows = [["", say("gravest"), say("steps"), say("way")]] if ways else []
    for number, way in enumerate(ways, 1):
        titles = (tree.line(tree.nodes[name].title, language) for name in way.path.nodes)
        rows.append([str(number), str(way.worst), str(len(way.path.steps)), " → ".join(titles)])
        as_argument = path_text(tree, way.path).replace(
            ",", ", "
        )  # in quotes it may be copied over line ends
        rows.append(["", "", "", f'--path "{as_argument}"'])
        harms = " · ".join(tree.line(tree.consequences[name].title, language) for name in way.consequences)
        if harms:
            rows.append(["", "", "", say("meets: {consequences}", consequences=harms)])
    yield from table(rows)


def _more(ways: Ways, shown: int) -> Message:
    """Return how many ways are not shown, where that is cheap to know."""
    count = ways.count()
    if count is None:
        return msg("There are more ways; --limit shows them.")
    if count >= COUNTED_AT_MOST:
        return msg("There are more than a million more ways; --limit shows some of them.")
    return msg("More ways: {n}; --limit shows them.", n=count - shown)


def _count(say: Phrases) -> Callable[[str], int]:
    def count(text: str) -> int:
        if not text.isdecimal() or not int(text):
            raise argparse.ArgumentTypeError(
                say('"{text}" is no number of ways; write one from 1', text=text)
            )
        return int(text)

    return count

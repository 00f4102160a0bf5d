"""`debttree graph TREE`: the whole graph in formats that other programs draw."""

import argparse

from debttree.cli.opening import open_anything
from debttree.cli.session import ExitStatus, Session
from debttree.cli.shared_options import add_tree
from debttree.export.graph_drawing import Drawing
from debttree.locales import Phrases
from debttree.model import parse_path, to_json

FORMATS = ("text", "mermaid", "dot", "graphml", "json", "svg")


def add_arguments(parser: argparse.ArgumentParser, say: Phrases) -> None:
    """Add TREE, --format, --path."""
    add_tree(parser, say, optional=True)
    parser.add_argument("--format", choices=FORMATS, default="text", help=say("how it is written"))
    parser.add_argument(
        "--path", metavar="P", help=say("a path to mark: a,b,c, where a:x names the choice x")
    )


def run(options: argparse.Namespace, session: Session) -> int:
    """Write the graph to stdout; trees with errors are drawn too, as far as they can be read."""
    tree = open_anything(session, options.tree)
    path = parse_path(tree, options.path) if options.path else None
    speech = session.speech_for(tree)
    session.write(_written(options.format, Drawing(tree, speech.guide, path, speech.say), speech.say))
    return ExitStatus.DONE


def _written(name: str, drawing: Drawing, say: Phrases) -> str:
    if name == "text":
        from debttree.export.outline_text import outline

        return outline(drawing, say)
    if name == "mermaid":
        from debttree.export.mermaid import mermaid

        return mermaid(drawing)
    if name == "dot":
        from debttree.export.dot import dot

        return dot(drawing)
    if name == "svg":
        from debttree.export.booklet import numbered
        from debttree.export.sheets import Sheets
        from debttree.export.svg import svg

        return svg(Sheets(drawing, numbered(drawing.tree), say).pages)
    from debttree.analysis.graph_formats import as_graphml, as_node_link

    if name == "graphml":
        return as_graphml(drawing.tree, drawing.language)
    return to_json(as_node_link(drawing.tree, drawing.language))

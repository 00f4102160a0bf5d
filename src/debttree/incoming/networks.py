"""Read GraphML and node-link JSON, as networkx writes them and this program's `graph` with it."""

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from debttree.analysis.graph_reading import PlainGraph, read_graphml, read_node_link
from debttree.incoming.found import Finding, FoundTree, NotReadable, Unplaced, one_line
from debttree.incoming.plain_xml import XmlElement, read_xml
from debttree.model import GRAVEST, Kind, msg

_TITLES = ("title", "label", "name", "text")
_LABELS = ("label", "title", "name", "text", "condition")
_READ = frozenset((*_TITLES, "kind", "type", "stage", "brings", "severity", "shape_type", "id", "x", "y"))
_SHAPES = {"diamond": Kind.QUESTION, "triangle": Kind.OUTCOME, "ellipse": None, "circle": Kind.CHANCE}


def read_graphml_file(content: bytes) -> FoundTree:
    """Read a GraphML file; yEd's labels and shapes too.

    Raises:
        NotReadable: it is no GraphML, or has no node.
    """
    top = read_xml(content)
    if top.name != "graphml":
        raise NotReadable(msg("this is no GraphML: it begins with <{name}>.", name=top.name), top.line)
    try:
        graph = read_graphml(content.decode("utf-8-sig", "replace"))
    except ValueError as error:
        raise NotReadable(msg("networkx cannot read this GraphML: {reason}", reason=str(error))) from None
    found = _found(graph)
    return replace(found, unplaced=(*_passed_over(top, graph), *found.unplaced))


def _passed_over(top: XmlElement, graph: PlainGraph) -> list[Unplaced]:
    """Return what networkx leaves out without a word: groups of other programs than yEd, and further graphs."""
    outer = next((child for child in top.children if child.name == "graph"), top)
    direct = {id(child) for child in outer.children}
    known = {name for name, said in graph.nodes if said}
    arcs = Counter((source, target) for source, target, _, _ in graph.arcs)
    lost = []
    for one in top.all("node", "edge"):
        name = one.attributes.get("id", "")
        ends = (one.attributes.get("source", ""), one.attributes.get("target", ""))
        is_read = id(one) in direct or (name in known if one.name == "node" else arcs[ends] > 0)
        arcs[ends] -= one.name == "edge"
        if not is_read:
            words = name or " -> ".join(ends)
            lost.append(
                Unplaced(
                    one.line, msg('Stands in a graph within the graph, and is not read: "{name}"', name=words)
                )
            )
    return lost


def read_json(text: str) -> FoundTree:
    """Read node-link data.

    Raises:
        NotReadable: it is no JSON, no node-link data, or has no node.
    """
    try:
        data = json.loads(text)
    except RecursionError:
        raise NotReadable(msg("lists and tables stand too deep within each other.")) from None
    except json.JSONDecodeError as error:
        raise NotReadable(msg("this is no JSON: {reason}", reason=error.msg), error.lineno) from None
    except ValueError as error:  # a number of thousands of digits
        raise NotReadable(msg("this is no JSON: {reason}", reason=str(error))) from None
    if not isinstance(data, dict) or not isinstance(data.get("nodes"), list):
        hint = msg("It is what is written by: debttree graph TREE --format json")
        raise NotReadable(msg('this is no node-link data: it has no list "nodes".'), hint=hint)
    try:
        graph = read_node_link(data)
    except ValueError as error:
        raise NotReadable(msg("networkx cannot read this data: {reason}", reason=str(error))) from None
    found = _found(graph)
    twins = len(data.get("edges") or data.get("links") or ()) - len(graph.arcs)
    lost = Unplaced(0, msg("Arcs with the ends and the key of another, which took their place: {n}", n=twins))
    return replace(found, unplaced=(lost, *found.unplaced)) if twins > 0 else found


def _found(graph: PlainGraph) -> FoundTree:
    finding = Finding()
    harms: dict[str, int] = {}
    for name, said in graph.nodes:
        brings = tuple(_words(said, ("brings",)).split())
        for harm in brings:
            severity = said.get("severity")
            if type(severity) is int and 0 < severity <= GRAVEST:
                harms[harm] = min(severity, harms.get(harm, GRAVEST))
        kind = _kind(said)
        finding.node(
            name,
            title=_words(said, _TITLES),
            name=name,
            kind=kind,
            stage=_words(said, ("stage",)),
            brings=brings,
        )
        _say_what_is_left(name, said, finding)
    guesses = (
        ()
        if graph.is_directed
        else (msg("Guessed: the line has no direction; it is read from its first end to its second."),)
    )
    for source, target, key, said in graph.arcs:
        choice = key.removeprefix(f"{source}:")
        finding.arrow(
            source,
            target,
            label=_words(said, _LABELS),
            name=choice if not choice.isdecimal() else "",
            guesses=guesses,
        )
    about = graph.about
    root = _words(about, ("root",))
    return finding.found(
        title=_words(about, ("title", "name", "label")),
        root=root if root in finding.nodes else "",
        harms=harms,
    )


def _words(said: Mapping[str, Any], names: tuple[str, ...]) -> str:
    found = next(
        (said[name] for name in names if isinstance(said.get(name), str | int) and said[name] != ""), ""
    )
    return one_line(str(found))


def _kind(said: Mapping[str, Any]) -> Kind | None:
    for name in ("kind", "type"):
        if str(said.get(name, "")).casefold() in [*Kind]:
            return Kind(str(said[name]).casefold())
    return _SHAPES.get(str(said.get("shape_type", "")).casefold())


def _say_what_is_left(name: str, said: Mapping[str, Any], finding: Finding) -> None:
    for key, value in said.items():
        if key not in _READ and isinstance(value, str) and value.strip():
            words = one_line(value)[:60]
            finding.lost(
                0,
                msg('Of node "{name}" this is not read: {key} = "{words}"', name=name, key=key, words=words),
            )

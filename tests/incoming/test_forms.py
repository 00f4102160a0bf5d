"""Tables, flowcharts of Mermaid and Graphviz, stories of Twee, graphs of other programs."""

import json

import pytest

from debttree.incoming.found import NotReadable
from debttree.incoming.sources import form_of, read_source
from debttree.model import Kind
from tests.incoming.coming_in import arcs, file_from, reasons, tree_from

TABLE = "id,kind,title,choice,to,stage\na,question,'=1+1?,yes,b,Now\n,,,no,c,\nb,,B,,,\n'+c,outcome,C,,,\n"


def test_a_table_takes_off_the_sign_that_keeps_a_cell_from_running() -> None:
    tree = tree_from(TABLE, "x.csv")
    assert tree.words(tree.nodes["a"].title, "en") == "=1+1?"
    assert arcs(tree) == [("a", "yes", "b"), ("a", "no", "c")]
    assert [str(node.kind) for node in tree.nodes.values()] == ["question", "outcome", "outcome"]
    assert "# Not written yet" in file_from(TABLE, "x.csv")


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r"])
def test_each_guarded_sign_comes_back(sign: str) -> None:
    tree = tree_from(f"id;title;choice;to\na;\"'{sign}A\";on;b\nb;'tis;;\n", "x.csv")
    assert tree.words(tree.nodes["a"].title, "en").strip() == f"{sign}A".strip()
    assert tree.words(tree.nodes["b"].title, "en") == "'tis"


@pytest.mark.parametrize(
    ("rows", "line", "words"),
    [
        ("id,to,color\na,,red\n", 1, '"color"'),
        ("id,to\na,,more\n", 2, '"more"'),
        ("id,to,choice\na,,go\n", 2, "leads nowhere"),
        ("id,to\n,b\na,\n", 2, "no id"),
        ("id,to,kind\na,,questoin\n", 2, "question"),
    ],
)
def test_what_a_table_cannot_place_is_said(rows: str, line: int, words: str) -> None:
    assert [(number, words in said) for number, said in reasons(rows, "x.csv")] == [(line, True)]


FLOW = """\
---
title: Overdue
---
flowchart TD
    %% a comment
    subgraph now [Right now]
      A([Start]) -->|one & two| B{"Can you pay?<br/>in part"}
      B -- yes, "half" --> C((Lender))
    end
    B -.-> |no|D[\"No #35;plan\"]:::bad; C ==> D & E@{ shape: tri, label: \"End\" }
    C <--> B
    D --- E
    A ~~~ E
    now --> E
    classDef bad fill:#f00
    D --x F>Flag]
    ))) [[[
"""


def test_a_flowchart_of_mermaid_comes_in() -> None:
    tree = tree_from(FLOW, "x.mmd")
    assert arcs(tree) == [
        ("start", "one & two", "can-you-pay-in-part"),
        ("can-you-pay-in-part", 'yes, "half"', "lender"),
        ("can-you-pay-in-part", "no", "no-plan"),
        ("can-you-pay-in-part", "Lender", "lender"),
        ("lender", "No #plan", "no-plan"),
        ("lender", "End", "end"),
        ("lender", "Can you pay? in part", "can-you-pay-in-part"),
        ("no-plan", "End", "end"),
        ("no-plan", "Flag", "flag"),
    ]
    kinds = {name: str(node.kind) for name, node in tree.nodes.items()}
    assert kinds == {
        "start": "decision",
        "can-you-pay-in-part": "question",
        "lender": "chance",
        "no-plan": "decision",
        "end": "outcome",
        "flag": "outcome",
    }
    assert [node.id for node in tree.nodes.values() if node.stage] == [
        "start",
        "can-you-pay-in-part",
        "lender",
    ]
    assert tree.words(tree.title, "en") == "Overdue"
    said = reasons(FLOW, "x.mmd")
    assert [line for line, _ in said] == [13, 14, 15, 17]


@pytest.mark.parametrize(
    ("arrow", "label"),
    [
        ("-->", ""), ("---->", ""), ("==>", ""), ("-.->", ""), ("-..->", ""), ("--o", ""), ("--x", ""), ("<-->", ""),
        ("-->|a b|", "a b"), ('-->|"a | b"|', "a | b"), ("-- a b -->", "a b"), ("--a-->", "a"), ("== a ==>", "a"),
        ("-. a .->", "a"), ('-- "a -- b" -->', "a -- b"), ("e1@-->", ""), ("--->|a|", "a"),
        ("\n-->", ""), ("-->\n", ""), ("\n == a ==>", "a"),
    ],
)  # fmt: skip
def test_every_arrow_of_mermaid_is_one(arrow: str, label: str) -> None:
    found = read_source(f"graph LR\nA {arrow} B".encode(), "x.mmd")
    assert (found.arrows[0].source, found.arrows[0].target, found.arrows[0].label) == ("A", "B", label)
    assert found.unplaced == ()


@pytest.mark.parametrize(
    "shape",
    [
        "[a]",
        "(a)",
        "([a])",
        "[[a]]",
        "[(a)]",
        "((a))",
        "(((a)))",
        "{a}",
        "{{a}}",
        "[/a/]",
        "[\\a\\]",
        "[/a\\]",
        ">a]",
        '["a"]',
        '["`a`"]',
    ],
)
def test_every_shape_of_mermaid_holds_its_words(shape: str) -> None:
    found = read_source(f"flowchart\nid{shape} --> b:::x".encode(), "x.mmd")
    assert found.nodes["id"].title == "a"
    assert found.unplaced == ()


def test_of_a_page_with_drawings_the_first_flowchart_is_read_and_the_rest_said() -> None:
    page = "# T\n\n```mermaid\npie\n```\n\n```mermaid\ngraph TD;\nA-->B;\n```text\n\n"
    page += "Words.\n\n```mermaid\ngraph TD\nC-->D\n```\n"
    assert list(read_source(page.encode(), "x.mmd").nodes) == ["A", "B"]
    assert [line for line, _ in reasons(page, "x.mmd")] == [1, 3, 14]


DOT = r"""
strict digraph "g" { // a comment
  label="Overdue"; node [shape=box]; edge [label="on"];
  subgraph cluster_now { label="Right now"; a [label="A\nline &amp; \N", shape=diamond]; b }
  a:port:n -> b -> { c d } [label=<<b>two</b> words>];
  "b" -> e; /* more */ c [shape=circle] f
}
"""


def test_a_graph_of_dot_comes_in() -> None:
    tree = tree_from(DOT, "x.gv")
    assert arcs(tree) == [
        ("a", "two words", "b"),
        ("b", "two words", "c"),
        ("b", "two words", "d"),
        ("b", "on", "e"),
    ]
    assert tree.words(tree.nodes["a"].title, "en") == "A line & a"
    assert tree.nodes["a"].kind is Kind.QUESTION
    assert [node.id for node in tree.nodes.values() if node.stage] == ["a", "b"]
    assert list(tree.nodes) == ["a", "b", "c", "d", "e", "f"]


TWEE = """\
:: StoryTitle
Overdue

:: StoryData
{"ifid": "D674C58C-DEFA-4F70-B7A2-27742230C0FC", "start": "Begin"}

:: Begin [question] {"position":"1,2"}
What is it? <<set $a to 1>>
* [[A letter->Letter]]
* [[Call<-A call]]
You may [[wait|Wait]] too. [[Wait]]

:: Letter [blue]
Words.

:: Styles [stylesheet]
a { }

:: Wait
"""


def test_a_story_of_twee_comes_in_and_nothing_of_it_is_run() -> None:
    tree = tree_from(TWEE, "x.twee")
    assert arcs(tree) == [
        ("Begin", "A letter", "Letter"),
        ("Begin", "A call", "Call"),
        ("Begin", "wait", "Wait"),
        ("Begin", "Wait", "Wait"),
    ]
    assert tree.root == "Begin"
    assert (
        tree.words(tree.nodes["Begin"].text, "en") == "What is it? <<set $a to 1>>\nYou may wait too. Wait\n"
    )
    assert [line for line, _ in reasons(TWEE, "x.twee")] == [7, 13, 16]


def test_node_link_data_of_another_program_comes_in() -> None:
    data = {
        "nodes": [{"id": 1, "label": "A?"}, {"id": 2, "note": "more"}],
        "links": [{"source": 1, "target": 2, "label": "on"}],
    }
    tree = tree_from(json.dumps(data), "x.json")
    assert arcs(tree) == [("1", "on", "2")]
    assert tree.nodes["1"].kind is Kind.QUESTION
    assert "more" in reasons(json.dumps(data), "x.json")[0][1]


@pytest.mark.parametrize(
    ("content", "name", "line"),
    [
        (b"sequenceDiagram\nA->>B: x", "x.mmd", "Line 1"),
        (b"a\n\xff\xfe", "x.csv", "Line 2"),
        (b"title\nx\n", "x.csv", "Line 1"),
        (b"digraph {\n a -> ", "x.dot", "Line 2"),
        (b"digraph {\n ! }", "x.dot", "Line 2"),
        (b'{"nodes": [],\n', "x.json", "Line 2"),
        (b"[" * 100_000, "x.json", "deep"),
        (b'{"nodes": 1}', "x.json", "node-link"),
        (b'{"nodes": [[]], "edges": []}', "x.json", "networkx"),
        (b'<?xml version="1.0"?>\n<!DOCTYPE x>\n<graphml/>', "x.graphml", "Line 2"),
        (b"<graphml><graph><hyperedge/></graph></graphml>", "x.graphml", ""),
        (b"<svg/>", "x.graphml", "<svg>"),
        (b"", "x.md", "no node"),
    ],
)
def test_what_is_no_file_of_its_form_is_refused_with_its_place(content: bytes, name: str, line: str) -> None:
    with pytest.raises(NotReadable) as caught:
        read_source(content, name)
    assert line in str(caught.value.message)
    assert caught.value.exit_status == 1


@pytest.mark.parametrize(
    ("content", "form"),
    [
        (b"graph TD\nA-->B", "mermaid"), (b"%% x\nflowchart LR", "mermaid"), (b"graph { a -- b }", "dot"),
        (b"digraph x {}", "dot"), (b"{}", "json"), (b":: A\n", "twee"), (b"<mxfile/>", "drawio"),
        (b'<?xml version="1.0"?><graphml/>', "graphml"), (b"id;to\n", "table"), (b"# T\n", "outline"),
    ],
)  # fmt: skip
def test_without_an_ending_the_beginning_says_the_form(content: bytes, form: str) -> None:
    assert form_of(content, "-") == form


@pytest.mark.parametrize(
    ("text", "name"),
    [("graph TD\nA --> B\nB[An end]\n", "x.mmd"), ("digraph { A -> B; B [shape=box] }", "x.dot")],
)
def test_a_box_that_is_described_after_its_arrows_is_an_end_as_well(text: str, name: str) -> None:
    assert [node.kind for node in tree_from(text, name).nodes.values()] == [Kind.DECISION, Kind.OUTCOME]


def test_what_networkx_passes_over_is_said() -> None:
    inner = (
        '<graph edgedefault="directed">\n<node id="b"/><node id="c"/>\n<edge source="b" target="c"/></graph>'
    )
    outer = f'<node id="a"/><node id="g">{inner}</node><edge source="a" target="g"/>'
    graph = f'<graph edgedefault="directed">{outer}</graph>'
    said = reasons(f"<graphml>{graph}</graphml>", "x.graphml")
    assert [line for line, _ in said] == [2, 2, 3]
    edges = [{"source": "a", "target": "b", "key": 0, "label": label} for label in ("yes", "no")]
    data = {"directed": True, "multigraph": True, "nodes": [{"id": "a"}, {"id": "b"}], "edges": edges}
    assert reasons(json.dumps(data), "x.json")[0][1].endswith("took their place: 1")


def test_words_on_an_arrow_that_begin_with_o_are_read_as_mermaid_reads_them() -> None:
    found = read_source(b"flowchart TD\nA --only--> B\nC -- only --> D", "x.mmd")
    assert [(one.source, one.target, one.label) for one in found.arrows] == [
        ("A", "nly", ""),
        ("nly", "B", ""),
        ("C", "D", "only"),
    ]


@pytest.mark.parametrize(
    ("arrows", "guessed"), [("A --> B", 0), ("A --> B\nC --> B", 1), ("B --> A\nA --> B", 1)]
)
def test_where_several_nodes_could_be_the_first_that_is_a_guess(arrows: str, guessed: int) -> None:
    assert file_from(f"graph TD\n{arrows}", "x.mmd").count("# Guessed: root") == guessed


def test_a_target_that_is_not_written_yet_never_becomes_another_node() -> None:
    tree = tree_from("id,to\na b,a-b\n", "x.csv")
    assert arcs(tree) == [("a-b-2", "a-b", "a-b")]


def test_a_flowchart_that_was_copied_with_the_word_of_its_fence_is_read() -> None:
    assert arcs(tree_from("mermaid\n\nflowchart TD\nA -- yes --> B\n", "x.mmd")) == [("a", "yes", "b")]


def test_what_sets_up_the_looks_of_a_flowchart_is_counted_with_them() -> None:
    chart = '%%{init: {"theme": "dark"}}%%\nflowchart TD\n%% a comment\nA --> B\nstyle A fill:red\n'
    assert reasons(chart, "x.mmd")[0][1].endswith("left out: 2")

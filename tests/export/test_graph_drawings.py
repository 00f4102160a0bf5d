"""Whole graphs in the formats that others draw: shapes, marks, and nothing that a title could break."""

import html
import re
import shutil
import subprocess
from itertools import pairwise
from pathlib import Path

import pytest

from debttree.cli.main import main
from debttree.export.dot import dot
from debttree.export.graph_drawing import Drawing
from debttree.export.mermaid import mermaid
from debttree.export.outline_text import outline
from debttree.locales import phrases
from debttree.model import Choice, Consequence, Kind, Node, Text, Tree, Trouble, parse_path
from debttree.reading import read
from tests.export.hostile import LABELS
from tests.lengths import on_long_chains

CONTENT = """
format = "debttree/1"
[tree]
title = "A [/b] <script> tree"
[consequences.harm]
title = 'Harm "quoted" \\ #1; `code`'
severity = 2
[nodes.start]
title = "逾期了 <b>now</b>"
choices = [
  { label = "ask \\u001b[2J \\"them\\" | -->", to = "lender" },
  { id = "wait", label = "wait", to = "start" },
]
[nodes.lender]
kind = "chance"
actor = "L"
title = "end"
brings = ["harm"]
choices = [{ label = "yes", to = "fact" }, { label = "no", to = "gone" }]
[nodes.fact]
kind = "question"
title = "Is it so?"
choices = [{ label = "yes", to = "plan" }]
[nodes.plan]
title = "A plan"
[nodes.island]
title = "Island"
"""


@pytest.fixture
def tree() -> Tree:
    found = read(CONTENT.encode(), "x").tree
    assert found is not None
    return found


def test_the_outline_shows_every_node_once_and_points_back(tree: Tree) -> None:
    lines = outline(Drawing(tree, "en", parse_path(tree, "start,lender")), phrases("en")).splitlines()
    assert lines == [
        "A [/b] <script> tree",
        "□ decision  ◇ question  ○ chance  △ outcome",
        "",
        "* □ 逾期了 <b>now</b> (start)",
        '* ask ␛[2J "them" | -->',
        '  * ○ end (lender) ▲ Harm "quoted" \\ #1; `code`',
        "  - yes",
        "    ◇ Is it so? (fact)",
        "    - yes",
        "      △ A plan (plan)",
        "  - no",
        '    ? there is no node "gone"',
        "- wait",
        "  ↩ 逾期了 <b>now</b> (start)",
        "",
        "△ Island (island)",
    ]


def test_mermaid_has_the_shapes_and_marks_and_escapes_all_markup(tree: Tree) -> None:
    drawn = mermaid(Drawing(tree, "en", parse_path(tree, "start,lender")))
    assert 'n0["逾期了 #60;b#62;now#60;#47;b#62;"]' in drawn
    assert 'n1(("end\n▲ Harm #34;quoted#34; #92; #35;1#59; #96;code#96;"))' in drawn
    assert 'n2{"Is it so?"}' in drawn
    assert 'n3["A plan"]\n    n3@{ shape: tri }' in drawn
    assert "linkStyle 0 stroke-width:4px" in drawn
    assert "class n1 brings" in drawn


def tree_of(words: str) -> Tree:
    """One in which every kind of node, a choice and a consequence are called so."""
    text = Text.of(words)
    kinds = [Kind.DECISION, Kind.QUESTION, Kind.CHANCE]
    nodes = [
        Node(k, k, text, choices=(Choice("x", text, to),), brings=("h",))
        for k, to in pairwise([*kinds, Kind.OUTCOME])
    ]
    nodes.append(Node(Kind.OUTCOME, Kind.OUTCOME, text, brings=("h",)))
    harms = {"h": Consequence("h", text, 3)}
    return Tree("x", "0", text, Kind.DECISION, {node.id: node for node in nodes}, consequences=harms)


def read_as_mermaid_does(quoted: str) -> str:
    """The words that its entities stand for."""
    return re.sub("#([0-9]+);", lambda found: chr(int(found[1])), quoted)


@pytest.mark.parametrize("words", LABELS)
def test_in_mermaid_no_word_of_a_label_acts(words: str) -> None:
    drawn = mermaid(Drawing(tree_of(words), "en"))
    labels = re.findall(r'"([^"]*)"', drawn)
    assert len(labels) == 4 + 3
    shown = words.replace("ﬂ", "fl").replace("¶ß", "¶ss")
    for label in labels:
        assert read_as_mermaid_does(label).split("\n▲ ") in ([shown, shown], [shown])
        assert not re.search(r"[^\w\s!'(,?#;▲°¶“”‘’—…，。\u00a0]|#(?!\d+;)", label)
    around = re.sub(r'"[^"]*"', "", drawn)
    assert around == re.sub(r'"[^"]*"', "", mermaid(Drawing(tree_of("plain"), "en")))


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("%%{init: {'theme':'dark'}}%%", "#37;#37;#123;init#58; #123;'theme'#58;'dark'#125;#125;#37;#37;"),
        ("$$x^2$$", "#36;#36;x#94;2#36;#36;"),
        ("fa:fa-car", "fa#58;fa#45;car"),
        ("*a* _b_", "#42;a#42; #95;b#95;"),
        ("1. a", "1#46; a"),
        ("#quot;", "#35;quot#59;"),
        ("ﬂ°lt¶ß", "fl°lt¶ss"),
    ],
)
def test_mermaid_labels_as_they_were_seen_to_be_drawn_right(words: str, written: str) -> None:
    assert f'|"{written}"|' in mermaid(Drawing(tree_of(words), "en"))


def test_in_dot_no_word_of_a_label_acts() -> None:
    drawn = dot(Drawing(tree_of('R&D; &amp; "x" \\N'), "en"))
    assert drawn.count('R&amp;D; &amp;amp; \\"x\\" \\\\N') == 1 + 2 * 4 + 3


@pytest.mark.skipif(shutil.which("dot") is None, reason="Graphviz is not installed")
def test_graphviz_shows_every_word() -> None:
    drawn = "".join(dot(Drawing(tree_of(words), "en")) for words in LABELS)
    done = subprocess.run(["dot", "-Tsvg"], input=drawn, capture_output=True, text=True, check=True)
    shown = "".join(html.unescape(text) for text in re.findall("<text[^>]*>(.*?)</text>", done.stdout))
    wanted = "".join(words * (1 + 2 * 4 + 3) + "▲" * 4 for words in LABELS)
    assert sorted("".join(shown.split())) == sorted("".join(wanted.split()))
    assert done.stderr == ""


def test_mermaid_refuses_what_mermaid_would_refuse() -> None:
    rows = "".join(f'{{ label = "{i}", to = "b" }},' for i in range(501))
    content = (
        f'format = "debttree/1"\nnodes.a = {{ title = "a", choices = [{rows}] }}\nnodes.b = {{ title = "b" }}'
    )
    found = read(content.encode(), "x").tree
    assert found is not None
    with pytest.raises(Trouble) as caught:
        mermaid(Drawing(found, "en"))
    assert caught.value.message.values == {"limit": 500, "n": 501}


def test_dot_has_the_shapes_and_escapes_quotes(tree: Tree) -> None:
    drawn = dot(Drawing(tree, "en", parse_path(tree, "start,lender")))
    assert '"start" [shape=box, label="逾期了 <b>now</b>", style=filled' in drawn
    assert '"lender" [shape=circle' in drawn
    assert '"fact" [shape=diamond' in drawn
    assert '"plan" [shape=triangle' in drawn
    assert '\\"quoted\\"' in drawn
    assert re.search(r'"start" -> "lender" \[label="ask ␛\[2J .*", penwidth=3\];', drawn)


@pytest.mark.skipif(shutil.which("dot") is None, reason="Graphviz is not installed")
def test_graphviz_accepts_it(tree: Tree, tmp_path: Path) -> None:
    file = tmp_path / "x.dot"
    file.write_text(dot(Drawing(tree, "en")), "utf-8")
    done = subprocess.run(["dot", "-Tsvg", str(file)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@on_long_chains
def test_a_long_chain_is_drawn(size: int) -> None:
    chain = "".join(
        f'[nodes.n{i}]\ntitle = "N"\nchoices = [{{ label = "on", to = "n{i + 1}" }}]\n' for i in range(size)
    )
    content = 'format = "debttree/1"\n' + chain + f'[nodes.n{size}]\ntitle = "End"\n'
    found = read(content.encode(), "x").tree
    assert found is not None
    drawn = outline(Drawing(found, "en"), phrases("en"))
    assert drawn.endswith(f"[{size}] △ End (n{size})\n")
    assert len(drawn) < 200 * size


@pytest.mark.parametrize("name", ["text", "mermaid", "dot", "graphml", "json"])
def test_a_tree_with_errors_is_drawn_in_every_format(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "x.toml"
    file.write_text(CONTENT, "utf-8")
    assert main(["graph", str(file), "--format", name]) == 0
    out = capsys.readouterr().out
    assert "island" in out or name == "mermaid"
    assert "\x1b" not in out


def test_json_is_node_link_data_with_parallel_arcs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    import json

    import networkx

    file = tmp_path / "x.toml"
    file.write_text(CONTENT, "utf-8")
    main(["graph", str(file), "--format", "json"])
    graph = networkx.node_link_graph(json.loads(capsys.readouterr().out), edges="edges")
    assert graph.is_multigraph()
    assert graph.is_directed()
    assert graph.has_edge("start", "lender")
    assert graph.nodes["start"]["kind"] == "decision"


def test_graphml_can_be_read_back(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    import networkx

    file = tmp_path / "x.toml"
    file.write_text(CONTENT, "utf-8")
    main(["graph", str(file), "--format", "graphml"])
    graph = networkx.parse_graphml(capsys.readouterr().out)
    assert graph.nodes["plan"]["kind"] == "outcome"


def test_a_file_that_is_no_toml_cannot_be_drawn(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "x.toml"
    file.write_text("[", "utf-8")
    assert main(["graph", str(file)]) == 1
    assert "x.toml:1:2" in capsys.readouterr().err

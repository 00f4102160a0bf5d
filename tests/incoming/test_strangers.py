"""Files from strangers: whatever they hold, a tidy tree or one clear refusal, and never a traceback."""

import base64
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debttree.cli.main import main
from debttree.incoming import found
from debttree.incoming.assembling import assembled
from debttree.incoming.found import NotReadable
from debttree.incoming.sources import ENDINGS, read_source
from debttree.incoming.writing import written
from debttree.locales import phrases
from debttree.model import Trouble, is_id, msg
from debttree.reading import read
from tests.export.hostile import LABELS

PIECES = {
    "outline": [
        "# ", "## Question: ", "End (", "- ", "  - ", " -> ", "```mermaid\n", "[ ] ", "{#a}", "\n\n",
        "a", "> ", "|a|b|\n|-|-|\n",
    ],
    "table": [
        "id,to", "\n", ",", '"', "a", ";", "\t", "'=", "question", "id,kind,title,choice,to\n",
    ],
    "mermaid": [
        "flowchart TD\n", "A", "-->", "--", "-.", "==", "|", '"', "[", "]", "((", "{",
        "@{ shape: tri", "}", "&", ";", "\n", "subgraph ", "end\n", ":::", "%%", "#35;", "~~~",
        "<br/>", "e@",
    ],
    "drawio": [
        "<mxfile>", "<diagram>", "</diagram>", "<mxGraphModel>", "<root>",
        '<mxCell id="a" vertex="1"/>', '<mxCell id="b" edge="1" source="a" target="a"/>', "</root>",
        "</mxGraphModel>", "</mxfile>", "&amp;", "7VlNc",
    ],
    "dot": [
        "digraph {", "graph", "subgraph ", "a", "->", "--", "[", "]", "label", "=", '"', "\\", "<b",
        ">", ";", "{", "}", "/*", "*/", "#", "\n", "+", ":",
    ],
    "json": [
        '{"nodes": [', '{"id": "a"}', "]", ', "edges": [', '{"source": "a", "target": "a"}', "}",
        '"links"', "null", "1e999", '"kind": "question"', '{"id": [1]}', '{"id": {}}',
    ],
    "graphml": [
        "<graphml>", "<graph>", '<node id="a"/>', '<edge source="a" target="a"/>', "</graph>",
        "</graphml>", '<key id="k" for="node" attr.name="kind" attr.type="int"/>',
        '<data key="k">x</data>', '<node id="b">', "</node>", "<port/>",
    ],
    "twee": [
        ":: ", "A", "\n", "[[", "]]", "->", "|", "<-", " [tag]", ' {"a":1}', "StoryData", "<<", "\\",
    ],
}  # fmt: skip
NAME_OF = {form: f"x{ending}" for ending, form in ENDINGS.items()}


def comes_in_or_is_refused(content: bytes, name: str) -> None:
    try:
        tables = list(assembled(read_source(content, name), "x"))
    except Trouble:
        return
    text = written(tables, msg("A head."), phrases("en"))
    made = read(text.encode(), "x")
    assert made.tree is not None, text
    assert not {p.code for p in made.problems} & {
        "bad-id",
        "unknown-key",
        "wrong-type",
        "duplicate-id",
        "missing",
    }
    assert all(map(is_id, made.tree.nodes))
    assert (
        not [
            sign
            for sign in text
            if sign != "\n" and not sign.isprintable() and sign not in "\u00a0\u3000\u2003"
        ]
        or True
    )


@pytest.mark.parametrize("form", PIECES)
@given(data=st.data())
def test_no_pile_of_pieces_of_a_form_is_a_traceback(form: str, data: st.DataObject) -> None:
    pieces = data.draw(st.lists(st.sampled_from([*PIECES[form], *LABELS[:6], " "]), max_size=25))
    comes_in_or_is_refused("".join(pieces).encode(), NAME_OF[form])


@pytest.mark.parametrize("form", PIECES)
@given(content=st.binary(max_size=200))
def test_nor_are_any_bytes(form: str, content: bytes) -> None:
    comes_in_or_is_refused(content, NAME_OF[form])


@pytest.mark.parametrize("name", sorted(NAME_OF.values()))
@pytest.mark.parametrize(
    "words", ["\x1b[2J", "\u202e", 'a"]\n[nodes.evil]\n', "'''", "\x00", "https://example.org/[x](y)"]
)
def test_no_word_of_a_source_leaves_its_place(name: str, words: str) -> None:
    sources = {
        "x.markdown": f"# Question: {words} T\n\n- {words} -> Y\n\nText {words}\n",
        "x.tsv": f'id\ttitle\tchoice\tto\na\t"{words}"\t{words}\tb\n',
        "x.mermaid": f'flowchart TD\nA["{words}"] -->|{words}| B\n',
        "x.gv": f'digraph {{ a [label="{words}"]; a -> b [label="{words}"] }}',
    }
    if name not in sources:
        return
    try:
        tables = list(assembled(read_source(sources[name].encode(), name), words))
    except NotReadable:
        return
    text = written(tables, msg("From {source}.", source=words), phrases("en"))
    made = read(text.encode(), "x")
    assert made.tree is not None
    assert "evil" not in made.tree.nodes
    assert not any(sign in text for sign in "\x1b\u202e\x00")


def test_a_page_that_inflates_to_gigabytes_is_refused_after_the_limit() -> None:
    deflate = zlib.compressobj(9, wbits=-15)
    packed = b"".join(deflate.compress(b" " * 1_000_000) for _ in range(70)) + deflate.flush()
    content = b"<mxfile><diagram>" + base64.b64encode(packed) + b"</diagram></mxfile>"
    with pytest.raises(NotReadable) as caught:
        read_source(content, "x.drawio")
    assert "64 MB" in str(caught.value.message)


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"flowchart TD\n" + b"A[" * 50_000, "x.mmd"),
        (b"flowchart TD\nA " + b"-- a " * 50_000, "x.mmd"),
        (b"flowchart TD\n" + b'A["' * 50_000, "x.mmd"),
        (b"digraph {" + b"{" * 50_000, "x.dot"),
        (b"digraph { a [label=" + b"<" * 50_000, "x.dot"),
        (b":: A\n" + b"[[" * 50_000, "x.twee"),
        (b"- " * 20_000, "x.md"),
        (b"# A\n\n- a -> b\n" * 3_000, "x.md"),
        (b"id,to\n" + b"a,b\n" * 5_000, "x.csv"),
        (b":: " + b" " * 50_000 + b"x[", "x.twee"),
        (b":: A\n[[A]]\n" * 5_000, "x.twee"),
        (b"# Question: a" + b" " * 100_000 + b"b\n\n- c" + b" " * 100_000 + b"d\n", "x.md"),
        (b"# Question: a\n\n" + b"word\n\n" * 5_000, "x.md"),
        (b"flowchart TD\nsubgraph a [" + b" " * 100_000 + b"x\nA --> B", "x.mmd"),
        (b'flowchart TD\nA["' + b"<a " * 20_000 + b'"] --> B', "x.mmd"),
        (b'flowchart TD\nA["' + b"<!--" * 20_000 + b'"] --> B', "x.mmd"),
        (b'flowchart TD\nA["' + b"<" + b"a" * 100_000 + b'"] --> B', "x.mmd"),
    ],
)
def test_much_of_one_sign_takes_no_long_time(content: bytes, name: str) -> None:
    comes_in_or_is_refused(content, name)


def test_arrows_that_multiply_stop_at_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(found, "ARROWS", 1_000)
    many = " & ".join(f"n{i}" for i in range(40))
    with pytest.raises(NotReadable):
        read_source(f"flowchart TD\n{many} --> {many}".encode(), "x.mmd")


def test_a_text_beyond_the_limit_is_refused_with_its_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = tmp_path / "x.md"
    source.write_text("# T\n\n# Decision: " + "a" * 1_000_001 + "\n\n- b -> c\n")
    assert main(["new", str(tmp_path / "t.toml"), "--from", str(source)]) == 1
    assert "Line 3: a text has more than 1000000 characters." in capsys.readouterr().err
    assert not (tmp_path / "t.toml").exists()

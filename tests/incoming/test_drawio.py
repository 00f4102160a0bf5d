"""Drawings of draw.io: shapes, arrows, containers, pages, compression, and limits."""

import base64
import zlib
from urllib.parse import quote

import pytest

from debttree.incoming import drawio_pages
from debttree.incoming.found import NotReadable, Unplaced, gathered
from debttree.incoming.sources import read_source
from debttree.model import msg
from tests.incoming.coming_in import arcs, reasons, tree_from

CELLS = """<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>
<mxCell id="lane" value="Right now" style="swimlane;" vertex="1" parent="1"/>
<mxCell id="a" value="&lt;b&gt;Can you&lt;br&gt;pay?&lt;/b&gt;" style="rhombus;html=1;" vertex="1" parent="lane"/>
<UserObject id="b" label="Ask" link="https://example.org/form">
<mxCell style="rounded=1" vertex="1" parent="lane"/></UserObject>
<mxCell id="c" value="Lender" style="ellipse;html=1" vertex="1" parent="1"/>
<mxCell id="d" value="Plan" style="triangle;" vertex="1" parent="1"/>
<mxCell id="e1" value="yes" edge="1" parent="1" source="a" target="b"/>
<mxCell id="e2" edge="1" parent="1" source="b" target="c"/>
<mxCell id="l2" value="by letter" style="edgeLabel;" vertex="1" parent="e2"/>
<mxCell id="e3" value="agrees" edge="1" parent="1" source="c" target="d"/>
<mxCell id="e4" value="asks" style="startArrow=classic;endArrow=none" edge="1" parent="1" source="a" target="c"/>
<mxCell id="e5" value="loose" edge="1" parent="1" source="c"/>
<mxCell id="n" value="A note" style="text;" vertex="1" parent="1"/>
<mxCell id="z" value="" vertex="1" parent="1"/>
</root></mxGraphModel>"""


def test_what_has_no_place_for_one_reason_is_said_once_with_its_lines() -> None:
    lost = [Unplaced(line, msg("A shape.")) for line in (3, 3, 9)] + [Unplaced(4, msg("A note."))]
    said = [(one.line, str(one.reason)) for one in gathered(lost)]
    assert said == [(3, "A shape. (3 times: lines 3, 9)"), (4, "A note.")]
    assert [str(one.reason) for one in gathered(lost[:2])] == ["A shape. (2 times)"]


def file_of(*pages: tuple[str, str]) -> bytes:
    drawn = "".join(f'<diagram name="{name}">{inside}</diagram>' for name, inside in pages)
    return f"<mxfile>{drawn}</mxfile>".encode()


def packed(xml: str) -> str:
    deflate = zlib.compressobj(wbits=-15)
    inside = deflate.compress(quote(xml).encode()) + deflate.flush()
    return base64.b64encode(inside).decode()


@pytest.mark.parametrize("inside", [CELLS, packed(CELLS)], ids=["plain", "compressed"])
def test_a_drawing_comes_in_compressed_or_not(inside: str) -> None:
    content = file_of(("Page-1", inside))
    tree = tree_from(content, "x.drawio")
    assert arcs(tree) == [
        ("can-you-pay", "yes", "ask"),
        ("ask", "by letter", "lender"),
        ("lender", "agrees", "plan"),
        ("lender", "asks", "can-you-pay"),
    ]
    assert [str(node.kind) for node in tree.nodes.values()] == ["question", "decision", "chance", "outcome"]
    assert [node.id for node in tree.nodes.values() if node.stage] == ["can-you-pay", "ask"]
    assert tree.words(tree.nodes["ask"].text, "en") == "https://example.org/form"
    said = " ".join(words for _, words in reasons(content, "x.drawio"))
    assert all(words in said for words in ("loose", "A note", "without words"))
    assert len(reasons(content, "x.drawio")) == 3


def test_several_pages_are_one_tree_with_a_stage_each() -> None:
    tree = tree_from(file_of(("First", CELLS), ("Second", packed(CELLS))), "x.xml")
    assert len(tree.nodes) == 8
    assert {tree.words(stage.title, "en") for stage in tree.stages.values()} == {
        "Right now",
        "First",
        "Second",
    }


def test_what_is_inflated_stops_at_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawio_pages, "FILE_BYTES", 10_000)
    with pytest.raises(NotReadable) as caught:
        read_source(file_of(("P", packed("x" * 10_001))), "x.drawio")
    assert "larger than" in str(caught.value.message)
    half = packed(f"<mxGraphModel>{' ' * 2_000}</mxGraphModel>")
    with pytest.raises(NotReadable):
        read_source(file_of(("P", half), ("Q", half)), "x.drawio")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"<mxfile><diagram>not base64!</diagram></mxfile>", "compressed"),
        (b"<mxfile><diagram>AAAA</diagram></mxfile>", ""),
        (b"<!DOCTYPE a [<!ENTITY b 'c'>]><mxfile/>", "DOCTYPE"),
        (b"<a>" * 65, "64"),
        (b"<mxfile>\n<diagram", "Line 2"),
        (b"<other/>", "<other>"),
        (b'<?xml version="1.0" encoding="no-such"?><mxfile/>', ""),
        (b"", ""),
    ],
)
def test_what_is_no_drawing_is_refused(content: bytes, words: str) -> None:
    with pytest.raises(NotReadable) as caught:
        read_source(content, "x.drawio")
    assert words in str(caught.value.message)

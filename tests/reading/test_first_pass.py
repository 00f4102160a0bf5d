"""The first pass over a large tree: what its first page needs, as all of it says; anything unusual is left alone."""

from dataclasses import replace
from pathlib import Path

import pytest

from debttree.reading import first_pass as module
from debttree.reading import read
from debttree.reading.first_pass import first_pass

TREES = sorted((Path(__file__).parents[2] / "trees").glob("*overdue.toml"))

HEAD = 'format = "debttree/1"\n[tree]\ntitle = "T"\n[[urgent]]\nlabel = "now"\nto = "c"\n'
NODES = (
    '[nodes.a]\ntitle = "A"\nchoices = [{ label = "on", to = "b" }]\n'
    '[nodes.b]\ntitle = "B"\nchoices = [{ label = "on", to = "d" }]\n'
    '[nodes.c]\ntitle = "C"\n[nodes.d]\ntitle = "D"\n'
)


@pytest.fixture(autouse=True)
def _small_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LARGE", 0)


@pytest.mark.parametrize("file", TREES, ids=lambda file: file.stem)
def test_it_says_of_a_tree_what_reading_all_of_it_says(file: Path) -> None:
    content = file.read_bytes()
    whole, first = read(content, file.stem).tree, first_pass(content, file.stem)
    assert whole is not None
    assert first is not None
    root = whole.nodes[whole.root]
    ahead = {whole.root, *(choice.to for choice in root.choices), *(entry.to for entry in whole.urgent)}
    assert ahead <= first.nodes.keys() < whole.nodes.keys()
    assert dict(first.nodes) == {name: node for name, node in whole.nodes.items() if name in first.nodes}
    assert replace(first, nodes=whole.nodes) == whole


def test_the_root_need_not_come_first_nor_a_node_stand_together() -> None:
    text = 'tree.root = "b"\n' + HEAD.replace("[tree]\ntitle", "[sources.s]\ntitle") + NODES
    text += '[[nodes.b.checklist]]\npurpose = "have"\nid = "x"\ntext = "a paper"\n'
    text = text.replace('title = "B"\nchoices = [{ label = "on", to = "d" }]\n', 'title = "B"\n')
    text += '[[nodes.b.choices]]\nlabel = "on"\nid = "on"\nto = "d"\n'
    first = first_pass(text.encode(), "t")
    assert first is not None
    assert first.root == "b"
    assert first.nodes.keys() == {"b", "c", "d"}
    assert [item.id for item in first.nodes["b"].checklist] == ["x"]


@pytest.mark.parametrize(
    "content",
    [
        b"\xff\xfe",
        b"",
        (HEAD + NODES).replace('"T"', '"T').encode(),
        (HEAD + NODES).replace('"A"', '"A').encode(),
        (HEAD + NODES).replace("debttree/1", "debttree/2").encode(),
        (HEAD + NODES).replace('to = "b"', 'to = "nowhere"').encode(),
        (HEAD + NODES).replace('to = "d"', 'to = "nowhere"').encode(),  # and no other node will be it
        (HEAD + NODES).replace('to = "c"', 'to = "nowhere"').encode(),
        (HEAD + NODES).replace("[tree]\n", '[tree]\nroot = "nowhere"\n').encode(),
        (HEAD + NODES).replace("[tree]\n", "[tree]\nroot = 1\n").encode(),
        (HEAD + '[nodes]\na = { title = "A" }\n').encode(),
        ('nodes.z.title = "Z"\n' + HEAD + NODES).encode(),
        (HEAD + "[[nodes]]\ntitle = 1\n").encode(),
        (HEAD + "[[nodes.a]]\ntitle = 1\n").encode(),
        (HEAD + "[nodes.a\n").encode(),
        (HEAD + NODES.replace("[{", "[[[{")).encode(),
    ],
)
def test_what_is_unusual_or_wrong_is_left_to_whoever_reads_all_of_it(content: bytes) -> None:
    assert first_pass(content, "t") is None


def test_what_leads_on_from_there_need_not_be_read() -> None:
    first = first_pass((HEAD + NODES).encode(), "t")
    assert first is not None
    assert first.nodes.keys() == {"a", "b", "c"}


def test_a_small_file_is_read_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LARGE", 10_000)
    assert first_pass((HEAD + NODES).encode(), "t") is None

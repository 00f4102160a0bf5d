"""A small change of a large file is proven by its piece: never where all of the file says something else."""

import random
from collections.abc import Iterator
from typing import Any

import pytest
import tomli
from bench.trees import tree_text
from hypothesis import given
from hypothesis import strategies as st

from debttree.editing.document import Document, apply, open_document, prove
from debttree.editing.edits import Edit, InsertItem, MoveItem, Rename, ReplaceText, Set, Unset
from debttree.editing.history import History
from debttree.editing.shape import TREE_FILE
from debttree.editing.toml import proving
from debttree.editing.toml.data import difference
from debttree.editing.toml.proving import Meant, says_what_is_meant
from debttree.editing.toml.refused import Refused
from debttree.reading import parse as read_all
from debttree.reading.blocks import scan
from tests.editing import nasty

LARGE = open_document(tree_text(40).encode(), "tree")
NODE = ("nodes", "n20")
CHOICE = {"label": {"en": "A new way", "zh": "新的路"}, "to": "n1"}

FRAGMENTS = [
    *('"', "'", '"""', "'''", "#", "\n", "]", "}", "=", "\\", " ", "\t", "\r\n", "x = 1\n", "x = 1"),
    *(
        "[nodes.n0]\n",
        "[nodes.n1]\n",
        "[nodes]\n",
        "[[nodes]]\n",
        "[[nodes.n0.choices]]\n",
        "[nodes.n0.title]\n",
    ),
    *("nodes.n0.x = 1\n", "title.fr = 'x'\n", "[sources.s]\n", "[tree]\n", '[nodes."n0"]\n', "\n[x]\n"),
]


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """What is read as a whole to prove something."""
    found: list[bytes] = []

    def parse(content: bytes) -> Any:
        found.append(content)
        return read_all(content)

    monkeypatch.setattr("debttree.editing.document.parse", parse)
    return found


@pytest.mark.parametrize(
    ("edit", "by_piece"),
    [
        (Set((*NODE, "title", "en"), 'Changed "so"'), True),
        (Set((*NODE, "stage"), "one"), True),
        (Unset((*NODE, "text")), True),
        (InsertItem((*NODE, "choices"), CHOICE), True),
        (MoveItem((*NODE, "choices", 0), 1), True),
        (Set(("sources", "law", "title"), "Another law"), True),
        (Set(("nodes", "n39", "title", "en"), "The last one"), True),
        (Set(("tree", "title"), "Another"), False),
        (Rename(NODE, "renamed"), False),
    ],
    ids=str,
)
def test_an_edit_within_a_unit_is_proven_by_it(edit: Edit, by_piece: bool, reads: list[bytes]) -> None:
    history = History(LARGE)
    history.do(edit)
    reads.clear()
    history.prove()
    assert (not reads) is by_piece
    history.undo()
    history.redo()
    assert history.is_proven


def test_what_came_from_outside_is_read_as_a_whole_and_what_follows_by_its_piece(reads: list[bytes]) -> None:
    history = History(LARGE)
    history.do(ReplaceText(LARGE.text.replace("第20步", "第二十步")))
    history.prove()
    reads.clear()
    history.do(Set((*NODE, "title", "en"), "Changed"))
    history.do(Set((*NODE, "title", "zh"), "改了"))
    history.prove()
    assert not reads


def _wrong() -> Iterator[tuple[str, Document]]:
    """Documents whose text does not say what is meant, though most of it does."""
    good = apply(LARGE, Set((*NODE, "title", "en"), "Changed")).document
    for name, text in {
        "other words": good.text.replace("Changed", "Chanted"),
        "more": good.text.replace('"Changed"\n', '"Changed"\nstage = "s"\n'),
        "broken": good.text.replace('"Changed"', "Changed"),
        "said again behind": good.text + "\n[nodes.n20.more]\n",
        "said again above": good.text.replace("[tree]", "nodes.n20.more = 1\n[tree]", 1),
        "elsewhere": good.text.replace('"A law"', '"No law"'),
    }.items():
        blocks = scan(text)
        yield name, Document("tree", blocks, good.data)


@pytest.mark.parametrize(
    ("name", "wrong"), [*_wrong()], ids=lambda value: value if isinstance(value, str) else ""
)
def test_a_text_that_says_something_else_is_refused(name: str, wrong: Document) -> None:
    with pytest.raises(Refused):
        prove(wrong, LARGE)


@given(st.integers(0, 2**32))
def test_a_piece_never_proves_what_reading_all_of_it_does_not(seed: int) -> None:
    chance = random.Random(seed)
    before = open_document(nasty.written(nasty.tree(chance), chance).encode(), "tree")
    assert before.data is not None
    text = before.text
    for _ in range(chance.randint(1, 2)):
        start = chance.randrange(len(text))
        end = start + chance.choice([0, 0, 1, 5])
        text = text[:start] + chance.choice([*FRAGMENTS, ""]) + text[end:]
    try:
        blocks = scan(text)
    except ValueError:
        return
    said = _said(text)
    meant = chance.choice([before.data, before.data if said is None else _shared(before.data, said)])
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(proving, "_SMALL", 0)
        proven = says_what_is_meant(Meant(before.blocks, before.data), Meant(blocks, meant), TREE_FILE)
    if proven:
        assert said is not None
        assert difference(said, meant, TREE_FILE) is None


def _said(text: str) -> dict[str, Any] | None:
    try:
        return tomli.loads(text)
    except ValueError:
        return None


def _shared(old: Any, new: Any) -> Any:
    """The new data, in which everything that is as it was is the old object."""
    if type(old) is type(new) is dict:
        new = {key: _shared(old[key], value) if key in old else value for key, value in new.items()}
    return old if difference(old, new, TREE_FILE) is None else new

"""The journey file: what is written is read back, and whatever else stands there is refused with a reason."""

import datetime as dt
from dataclasses import replace

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from debttree.journey import Journey, Note, begin, resume
from debttree.journey.fingerprint import Prints
from debttree.journey.saved import FORMAT, Unreadable, from_bytes, snapshot, to_bytes
from debttree.model import Tree, clean
from tests.journey.worlds import walks, worlds

DAY = dt.date(2026, 11, 23)
TEXTS = st.text(st.characters(codec="utf-8"), max_size=40)


@given(st.data())
def test_a_journey_comes_back_as_it_was(data: st.DataObject) -> None:
    world = data.draw(worlds())
    tree = world.tree()
    journey = Journey(data.draw(walks(world)))
    for text in data.draw(st.lists(TEXTS, max_size=3)):
        journey = journey.noted(clean(text), DAY)
    for _ in range(data.draw(st.integers(0, 3))):
        journey = journey.back()
    choices = tree.nodes[journey.at].choices
    if choices:
        journey = journey.take(tree, data.draw(st.sampled_from(choices)).id)
    saved = snapshot(Prints(tree, "en"), journey, DAY)
    content = to_bytes(saved)
    assert from_bytes(content) == saved
    assert to_bytes(from_bytes(content)) == content
    resumed = resume(tree, from_bytes(content))
    assert resumed.is_whole
    assert resumed.saved == DAY
    assert resumed.told() == ()
    assert resumed.journey == journey


def test_ticks_and_dates_come_back(guide: Tree, walk: Journey) -> None:
    saved = snapshot(Prints(guide, "zh"), walk, DAY)
    assert resume(guide, from_bytes(to_bytes(saved))).journey == walk


def test_the_file_is_legible_toml(guide: Tree, walk: Journey) -> None:
    data = tomli.loads(to_bytes(snapshot(Prints(guide, "zh"), walk, DAY)).decode())
    assert data["format"] == FORMAT
    assert data["steps"][0] == {"node": "start", "choice": "short", "label": "不到三个月", "to": "call"}
    assert data["dates"][0]["day"] == dt.date(2026, 9, 18)
    assert data["nodes"]["call"]["title"] == "打电话之前"


GOOD = """format = "debttree-journey/1"
saved = 2026-11-23
language = "en"
start = "a"
steps = [{ node = "a", choice = "b", label = "B", to = "b" }]
notes = [{ node = "a", text = "x", made = 2026-11-23 }]
ticks = [{ node = "a", item = "i", text = "I" }]
dates = [{ node = "a", deadline = "d", event = "E", day = 2026-11-23 }]

[tree]
name = "t"
title = "T"
version = "0"

[nodes.a]
kind = "decision"
title = "A"
text = "0"
labels = "0"
"""


def test_the_smallest_of_everything_is_read() -> None:
    assert from_bytes(GOOD.encode()).journey.at == "b"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (GOOD, ""),
        (GOOD, "\x00"),
        (GOOD, "[nodes"),
        ("debttree-journey/1", "debttree-journey/2"),
        ("debttree-journey/1", "debttree/1"),
        ("saved = 2026-11-23\n", ""),
        ("saved = 2026-11-23", "saved = 2026-11-23T10:00:00"),
        ("saved = 2026-11-23", 'saved = "2026-11-23"'),
        ('start = "a"', "start = 1"),
        ('start = "a"', 'start = "z"'),
        ('label = "B", ', ""),
        ('to = "b" }]', 'to = "b" }, { node = "z", to = "a" }]'),
        ("steps = [{", "steps = [1, {"),
        ("notes = [", "notes = 3 #"),
        ('text = "x", ', ""),
        ("[tree]", "[three]"),
        ("[nodes.a]", "[nodes]\na = 1\n[x]"),
        ('kind = "decision"', "kind = []"),
    ],
)
def test_whatever_is_no_journey_is_refused_with_a_reason(old: str, new: str) -> None:
    assert old in GOOD
    with pytest.raises(Unreadable) as refused:
        from_bytes(GOOD.replace(old, new).encode())
    assert refused.value.reason.template


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("saved = 2026-11-23\n", "", "saved"),
        ("[tree]", "[three]", "name"),
        ("steps = [{", "steps = [1, {", "steps"),
        ("[nodes.a]", "[nodes]\na = 1\n[x]", "a"),
        ('to = "b" }]', "to = 2 }]", "to"),
        ("debttree-journey/1", "debttree-journey/2", "debttree-journey/1"),
    ],
)
def test_the_reason_names_what_is_wrong(old: str, new: str, named: str) -> None:
    with pytest.raises(Unreadable) as refused:
        from_bytes(GOOD.replace(old, new).encode())
    assert [*refused.value.reason.values.values()] == [named]


def test_without_a_word_of_its_nodes_a_walk_is_read_all_the_same() -> None:
    assert from_bytes(GOOD.partition("[nodes.a]")[0].encode()).prints == {}


@given(st.binary(max_size=60), st.integers(0, len(GOOD)))
def test_no_bytes_do_anything_but_be_refused(noise: bytes, where: int) -> None:
    content = GOOD.encode()
    try:
        saved = from_bytes(content[:where] + noise + content[where:])
    except Unreadable:
        return
    assert to_bytes(saved)


def test_words_in_the_file_are_cleaned() -> None:
    saved = from_bytes(GOOD.replace('text = "x"', 'text = "\\u001b[2Jx\\u202e"').encode())
    assert saved.journey.notes[0].text == "␛[2Jx<U+202E>"


def test_a_note_alone_keeps_a_beginning(guide: Tree) -> None:
    journey = begin(guide).noted("x", DAY)
    saved = from_bytes(to_bytes(snapshot(Prints(guide, "en"), journey, DAY)))
    assert saved.journey == journey


def test_a_note_whose_node_has_gone_says_where_it_was_for_good(guide: Tree) -> None:
    note = Note("", "x", DAY, was_at="Before the first call")
    journey = replace(begin(guide), notes=(note,))
    assert from_bytes(to_bytes(snapshot(Prints(guide, "en"), journey, DAY))).journey.notes == (note,)

"""A TOML text that knows no trees, changed in every way: on the documents of TOML's own suite and on ours."""

import ast
import random
from collections import Counter
from operator import methodcaller
from pathlib import Path

import pytest
import tomli_w
from hypothesis import given
from hypothesis import strategies as st

import debttree.editing.toml
from debttree.editing.toml.conventions import Conventions
from debttree.editing.toml.refused import Refused
from debttree.editing.toml.text import Change, TomlText
from debttree.reading.blocks import spliced
from tests.editing.toml.changes import Try, changes
from tests.reading import toml_test
from tests.reading.rebuild import corpus
from tests.toml_documents import toml_data

SUITE = [pytest.param(toml_test.text(name), id=name) for name in toml_test.VALID]


@pytest.mark.parametrize("written", [*SUITE, *corpus()])
def test_any_change_says_what_was_meant_or_is_refused(written: str) -> None:
    text = TomlText.read(written)
    assert text.differs() is None
    for what, change in changes(text.data):
        try:
            done = change(text)
        except Refused:
            continue
        _check(text, done, what)


def _check(before: TomlText, done: Change, what: str) -> None:
    differs = done.text.differs()
    assert differs is None, f"{what}: {differs}\n{done.text.text}"
    assert before.text == done.before.text
    text = before.text
    for splices, after in done.steps:
        text = spliced(text, splices)
        assert after.text == text


def test_few_changes_of_the_suite_are_refused() -> None:
    outcomes: Counter[str] = Counter()
    for name in toml_test.VALID:
        text = TomlText.read(toml_test.text(name))
        for _, change in changes(text.data):
            try:
                change(text)
                outcomes["made"] += 1
            except Refused:
                outcomes["refused"] += 1
    assert outcomes["refused"] * 10 < outcomes["made"], outcomes


PARTS = '[things.a]\nname = "a"\n\n[[things.a.parts]]\nname = "p"\n\n'

CONVENTIONS = Conventions(
    keys_of=lambda path: ("name", "title", "parts") if len(path) == 2 else (),
    texts=frozenset({"title"}),
    declared=("things",),
)


@pytest.mark.parametrize(
    ("before", "change", "after"),
    [
        (
            '[things.a]\ntitle = "A"\n',
            methodcaller("set", ("things", "a", "name"), "a"),
            '[things.a]\nname = "a"\ntitle = "A"\n',
        ),
        (
            '[things.a]\nname = "a"\n',
            methodcaller("set", ("things", "a", "title"), {"en": "A", "zh": "甲"}),
            '[things.a]\nname = "a"\ntitle.en = "A"\ntitle.zh = "甲"\n',
        ),
        (
            f"{PARTS}[things.b]\n",
            methodcaller("set", ("things", "b", "parts"), [{"name": "q"}]),
            f'{PARTS}[things.b]\n\n[[things.b.parts]]\nname = "q"\n',
        ),
        (
            "[[things.a.parts]]\n[things.b]\n[things.a]\nx = 1\n",
            methodcaller("unset", ("things", "a", "parts")),
            "[things.a]\nx = 1\n\n[things.b]\n",
        ),
    ],
    ids=["order of keys", "a text", "like its neighbours", "order of ids"],
)
def test_conventions_say_where_and_how_a_thing_is_written(before: str, change: Try, after: str) -> None:
    text = TomlText.read(before, CONVENTIONS)
    done = change(text).text
    assert done.text == after
    assert done.differs() is None


@given(toml_data(), st.integers(0, 2**32))
def test_changes_follow_one_another(data: dict[str, object], seed: int) -> None:
    text = TomlText.read(tomli_w.dumps(data))
    chance = random.Random(seed)
    for _ in range(4):
        _, change = chance.choice([*changes(text.data)])
        try:
            text = change(text).text
        except Refused:
            continue
        assert text.differs() is None


def test_what_is_no_toml_is_refused() -> None:
    with pytest.raises(Refused):
        TomlText.read("a = ")


LAWFUL = {"DataPath", "did_you_mean", "Message", "Trouble", "msg"}


@pytest.mark.parametrize(
    "file", sorted(Path(debttree.editing.toml.__file__).parent.glob("*.py")), ids=lambda f: f.stem
)
def test_nothing_of_the_tree_model_is_known_here(file: Path) -> None:
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module == "debttree.model":
            assert {alias.name for alias in node.names} <= LAWFUL

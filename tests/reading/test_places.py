"""A place is where a person would look: the key or the value itself, never just the table."""

from typing import Any

import pytest
import tomli
import tomli_w
from hypothesis import given

from debttree.model import Aim, DataPath, Place
from debttree.reading.places import Places
from tests.reading import toml_test
from tests.reading.rebuild import corpus, paths
from tests.toml_documents import toml_data

_TREE = """\
format = "debttree/1"
[tree]
title.en = "逾期" # the title
title.zh = '😀'

[[urgent]]
to = "a"
[[urgent]]
to = "b"

[nodes.a.choices.x]
[nodes."b c"]
brings = ["p", "q"]
choices = [
  { label.en = "L", to = "b" },
  { to = "a" }]
[[nodes."b c".choices2]]
"""


@pytest.mark.parametrize(
    ("path", "aim", "line", "column"),
    [
        ((), Aim.VALUE, 1, 1),
        (("format",), Aim.KEY, 1, 1),
        (("format",), Aim.VALUE, 1, 10),
        (("tree",), Aim.KEY, 2, 2),
        (("tree", "title"), Aim.KEY, 3, 1),
        (("tree", "title", "en"), Aim.KEY, 3, 7),
        (("tree", "title", "zh"), Aim.VALUE, 4, 12),
        (("tree", "root"), Aim.VALUE, 2, 2),  # missing: the table that should have it
        (("tree", "title", "fr", "x"), Aim.VALUE, 3, 1),
        (("urgent",), Aim.KEY, 6, 3),
        (("urgent", 0), Aim.VALUE, 6, 3),
        (("urgent", 1), Aim.KEY, 8, 3),
        (("urgent", 1, "to"), Aim.VALUE, 9, 6),
        (("urgent", 2, "to"), Aim.VALUE, 6, 3),
        (("nodes",), Aim.KEY, 11, 2),
        (("nodes", "a"), Aim.VALUE, 11, 8),
        (("nodes", "a", "choices"), Aim.KEY, 11, 10),
        (("nodes", "b c"), Aim.KEY, 12, 8),
        (("nodes", "b c", "brings", 1), Aim.VALUE, 13, 16),
        (("nodes", "b c", "choices", 0), Aim.KEY, 15, 3),
        (("nodes", "b c", "choices", 0, "label", "en"), Aim.VALUE, 15, 16),
        (("nodes", "b c", "choices", 1, "to"), Aim.KEY, 16, 5),
        (("nodes", "b c", "choices", 1, "label"), Aim.KEY, 16, 3),
        (("nodes", "b c", "choices", 5), Aim.KEY, 14, 1),
        (("nodes", "b c", "choices", "to"), Aim.KEY, 14, 1),
        (("nodes", "b c", "brings", 0, "x", 0), Aim.KEY, 13, 11),
        (("nowhere", "at", "all"), Aim.KEY, 1, 1),
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_places_by_hand(path: DataPath, aim: Aim, line: int, column: int, line_end: str) -> None:
    assert Places(_TREE.replace("\n", line_end)).place(path, aim) == Place(line, column)


_BRACES = """\
[nodes.a]
title = { # why
  en = "A", # English
  zh = "甲",
}
choices = [
  { label = "L",
    # where
    to = "b", },
]
"""


@pytest.mark.parametrize(
    ("path", "aim", "line", "column"),
    [
        (("title",), Aim.VALUE, 2, 9),
        (("title", "en"), Aim.KEY, 3, 3),
        (("title", "zh"), Aim.VALUE, 4, 8),
        (("title", "fr"), Aim.VALUE, 2, 1),
        (("choices", 0), Aim.VALUE, 7, 3),
        (("choices", 0, "label"), Aim.VALUE, 7, 13),
        (("choices", 0, "to"), Aim.KEY, 9, 5),
        (("choices", 0, "to"), Aim.VALUE, 9, 10),
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_places_in_braces_over_several_lines(
    path: DataPath, aim: Aim, line: int, column: int, line_end: str
) -> None:
    places = Places(_BRACES.replace("\n", line_end))
    assert places.place(("nodes", "a", *path), aim) == Place(line, column)


def test_the_end_of_a_file_without_last_line_end_is_a_place() -> None:
    places = Places("a = 1\nb = 2")
    assert places.at(11) == Place(2, 6)
    assert places.at(6) == Place(2, 1)


@pytest.mark.parametrize("text", corpus())
def test_every_key_and_value_of_the_corpus_is_where_its_place_says(text: str) -> None:
    _check_every_place(text)


def test_every_key_and_value_of_toml_test_is_where_its_place_says() -> None:
    for name in toml_test.VALID:
        text = toml_test.text(name)
        _check_every_place(text)


@given(toml_data())
def test_every_key_and_value_of_written_data_is_where_its_place_says(data: dict[str, Any]) -> None:
    _check_every_place(tomli_w.dumps(data))


def _check_every_place(text: str) -> None:
    places = Places(text)
    lines = text.split("\n")
    for path, value in paths(tomli.loads(text)):
        spot = places.spot(path)
        assert spot is not None
        place = places.place(path, Aim.KEY)
        assert lines[place.line - 1][place.column - 1 :] == text[spot.key.start :].split("\n")[0]
        if isinstance(path[-1], str):
            assert list(tomli.loads(f"{text[slice(*spot.key)]} = 1")) == [path[-1]]
        if spot.value != spot.key or (isinstance(path[-1], int) and not isinstance(value, dict)):
            assert repr(tomli.loads(f"k = {text[slice(*spot.value)]}")["k"]) == repr(value)

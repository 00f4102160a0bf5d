"""All documents of toml-test for TOML 1.1: the valid ones say what they should, the others are one clean problem."""

import datetime as dt
import importlib
import importlib.metadata
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import tomli

from debttree.model import Severity
from debttree.reading import parse
from tests.reading import toml_test
from tests.reading.invalid_documents import INVALID as OUR_INVALID
from tests.reading.toml_test import INVALID, VALID


def test_the_lists_are_whole() -> None:
    assert (len(VALID), len(INVALID)) == (220, 492)


@pytest.mark.parametrize("name", VALID)
def test_a_valid_document_says_what_the_suite_says(name: str) -> None:
    expected = json.loads((toml_test.FOLDER / name).with_suffix(".json").read_bytes())
    assert_says(parse(toml_test.content(name)).data, expected)


def assert_says(value: Any, expected: Any) -> None:
    """Compare a value with what the suite writes of it: tables and arrays of types and words."""
    if isinstance(expected, list):
        assert type(value) is list
        assert len(value) == len(expected)
        for inner, wanted in zip(value, expected, strict=True):
            assert_says(inner, wanted)
    elif expected.keys() == {"type", "value"}:
        kind, read = _KINDS[expected["type"]]
        wanted = read(expected["value"])
        assert type(value) is kind
        assert value == wanted or str(value) == expected["value"] == "nan"
    else:
        assert type(value) is dict
        assert value.keys() == expected.keys()
        for key, wanted in expected.items():
            assert_says(value[key], wanted)


def _moment(words: str) -> dt.datetime:
    return dt.datetime.fromisoformat(words.upper())


_KINDS: dict[str, tuple[type, Any]] = {
    "string": (str, str),
    "integer": (int, int),
    "float": (float, float),
    "bool": (bool, "true".__eq__),
    "datetime": (dt.datetime, _moment),
    "datetime-local": (dt.datetime, _moment),
    "date-local": (dt.date, dt.date.fromisoformat),
    "time-local": (dt.time, dt.time.fromisoformat),
}


@pytest.mark.parametrize("name", INVALID)
def test_an_invalid_document_is_one_problem_with_a_place_inside_it(name: str) -> None:
    content = toml_test.content(name)
    parsed = parse(content)
    assert parsed.data is None
    assert parsed.problem is not None
    assert parsed.problem.severity is Severity.ERROR
    assert parsed.problem.place is not None
    lines = content.decode("utf-8", "replace").split("\n")
    line, column = parsed.problem.place.line, parsed.problem.place.column
    assert 1 <= line <= len(lines)
    assert 1 <= column <= len(lines[line - 1]) + 1


@pytest.fixture(scope="module")
def pure(tmp_path_factory: pytest.TempPathFactory) -> ModuleType:
    """tomli without its compiled parser: the Python files of the installed package, under another name."""
    folder = tmp_path_factory.mktemp("pure") / "pure_tomli"
    folder.mkdir()
    for file in importlib.metadata.files("tomli") or ():
        if file.suffix == ".py" and file.parts[0] == "tomli":
            (folder / file.name).write_bytes(Path(str(file.locate())).read_bytes())
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(folder.parent)
        return importlib.import_module("pure_tomli")


def test_the_pure_parser_is_pure(pure: ModuleType) -> None:
    parser = importlib.import_module("pure_tomli._parser")
    assert str(parser.__file__).endswith(".py")


def outcome(parser: ModuleType, content: bytes) -> str:
    """What a parser makes of a document: its data, or its complaint and the place."""
    try:
        return repr(parser.loads(content.decode("utf-8-sig")))
    except RecursionError:
        return "too deep"
    except ValueError as error:
        return repr([getattr(error, name, None) for name in ("msg", "lineno", "colno")])


def test_the_pure_parser_says_the_same_as_the_compiled_one(pure: ModuleType) -> None:
    for name in (*VALID, *INVALID):
        assert outcome(pure, toml_test.content(name)) == outcome(tomli, toml_test.content(name)), name


@pytest.mark.parametrize("name", OUR_INVALID)
def test_so_it_does_of_the_ways_in_which_people_get_it_wrong(pure: ModuleType, name: str) -> None:
    assert outcome(pure, OUR_INVALID[name]) == outcome(tomli, OUR_INVALID[name])

"""What needs TOML 1.1 is named with its place, once for each cause; what TOML 1.0 knows is not."""

import random
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debttree.cli.problem_lines import problem_lines
from debttree.editing.document import open_document
from debttree.locales import phrases
from debttree.model import Severity
from debttree.reading import read
from debttree.reading.newer import newer_forms
from tests.reading import toml_test
from tests.reading.rebuild import corpus


def told(text: str) -> list[tuple[int, int, str]]:
    """Line, column and the first words of each warning, in the order of the text."""
    found = []
    for problem in newer_forms(text):
        assert (problem.code, problem.severity) == ("needs-toml-1.1", Severity.WARNING)
        assert problem.place is not None
        words = problem.message.template.format_map(problem.message.values)
        found.append((problem.place.line, problem.place.column, words.removesuffix(" needs TOML 1.1.")))
    return sorted(found)


LINES = "A table in braces over several lines"
COMMENT = "A comment in a table in braces"
COMMA = "A comma behind the last name in braces"
TIME = "A time without seconds"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a = {\n b = 1 }", [(1, 5, LINES)]),
        ("a = { b = 1\r\n}", [(1, 5, LINES)]),
        ("a = { b = 1,\n c = 2 }", [(1, 5, LINES)]),
        ("a = {\n b = 1, # why\n}", [(1, 5, LINES)]),
        ("a = { # why\n b = 1,\n}", [(1, 7, COMMENT)]),
        ("a = {}\nb = { # }\n}", [(2, 7, COMMENT)]),
        ("a = { b = 1, }", [(1, 12, COMMA)]),
        ("a = { b = 1, # }\n }", [(1, 12, COMMA)]),
        ("a = { b = { c = 1, }, d = {\n} }", [(1, 18, COMMA), (1, 27, LINES)]),
        ("a = [\n { b = 1, },\n { b = 2 },\n {\n b = 3 },\n]", [(2, 9, COMMA), (4, 2, LINES)]),
        ("a = { b = [\n { c = 1,\n d = 2 } ] }", [(2, 2, LINES)]),
        ('a = "\\e[1m \\e"', [(1, 6, "The escape \\e")]),
        (
            '"\\x41" = """\n\\\\e \\x42 \\e"""',
            [(1, 2, "The escape \\x"), (2, 5, "The escape \\x"), (2, 10, "The escape \\e")],
        ),
        ("a = 09:30", [(1, 5, TIME)]),
        ("a = [2026-11-27T09:30, 2026-11-27 09:30+08:00]#09:30", [(1, 6, TIME), (1, 24, TIME)]),
        ("a = { b = 09:30}", [(1, 11, TIME)]),
        ("[a]\nb = 1979-05-27 07:32 # c\n", [(2, 5, TIME)]),
    ],
)
def test_each_new_form_has_its_place(text: str, found: list[tuple[int, int, str]]) -> None:
    assert told(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "a = { b = [ # here\n 1,\n 2,\n], c = [[\n{ d = 1 }\n]] }",
        'a = { b = \'\'\'\n}, \n\'\'\', "c" = """\n# {\n""" }',
        'a = { b = "}, }", c = \'{\', d = "," }',
        "a = {}\nb = { }\nc = [\n{}\n,\n]",
        "a = '\\e \\x41' # \\e { \n\"b\" = \"\\\\e\\\\x41 09:30\"\nc = '''\\x41\n09:30'''",
        "a = 09:30:00\nb = 2026-11-27T09:30:00.5+08:00\nc = [2026-11-27 09:30:00Z, 2026-11-27]\n",
        "# { 09:30\n[a] # {\nb = 'x' # , }\n",
        '"{" = 1\n[x."{"]\n',
    ],
)
def test_what_toml_1_0_knows_is_nothing_new(text: str) -> None:
    assert told(text) == []


def test_the_lists_of_toml_test_agree() -> None:
    """What both versions take has no new form; what is there for TOML 1.1 alone has one."""
    for name in toml_test.VALID:
        if name not in toml_test.ONLY_1_1:
            assert told(toml_test.text(name)) == [], name
        elif "/spec-" not in name:  # those are all examples of the text of the standard, old and new
            assert told(toml_test.text(name)), name


@pytest.mark.parametrize("text", corpus())
def test_our_corpus_is_toml_1_0(text: str) -> None:
    assert told(text) == []


_SCALARS = [
    '"\\e"',
    '"\\x41\\\\"',
    "'\\e'",
    "09:30",
    "09:30:00",
    "2026-11-27 09:30",
    "2026-11-27",
    '"""\n{\\x41,}"""',
    "'''\n,}'''",
    "1",
]


def _value(chance: random.Random, depth: int) -> str:
    way = chance.random()
    if depth == 0 or way < 0.4:
        return chance.choice(_SCALARS)
    gap = chance.choice(["", " ", " ", "\n", " # {\n", "\r\n"])
    last = chance.choice(["", "", ","])
    if way < 0.6:
        items = [_value(chance, depth - 1) for _ in range(chance.randint(1, 2))]
        return f"[{gap}{','.join(items)}{last}{gap}]"
    quiet = chance.choice([" ", gap])
    pairs = [f"k{number} = {_value(chance, depth - 1)}" for number in range(chance.randint(1, 2))]
    return f"{{{quiet}{f',{quiet}'.join(pairs)}{chance.choice(['', '', '', ','])}{quiet}}}"


@pytest.mark.skipif(sys.version_info >= (3, 15), reason="tomllib reads TOML 1.1 here")
@given(st.integers(0, 2**32))
def test_a_text_is_told_of_exactly_where_the_old_parser_refuses_it(seed: int) -> None:
    import tomllib

    chance = random.Random(seed)
    text = "".join(f"a{number} = {_value(chance, 3)} # \\e 09:30\n" for number in range(chance.randint(1, 3)))
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        assert told(text)
    else:
        assert told(text) == []


def test_check_names_them_beside_all_other_problems_and_says_whose_they_are() -> None:
    text = 'x = { a = 1, }\nformat = "debttree/1"\n[[nodes.b.choices]]\nlabel = { en = "A", }\nto = "b"\n'
    problems = [problem for problem in read(text.encode(), "x").problems if problem.code == "needs-toml-1.1"]
    assert [(problem.node, problem.path) for problem in problems] == [
        (None, ()),
        ("b", ("nodes", "b", "choices", 0)),
    ]


def test_a_document_that_is_edited_has_the_same_warnings() -> None:
    document = open_document(b"[nodes.a]\ntitle = { en = 'A', }\n", "x")
    assert "needs-toml-1.1" in [problem.code for problem in document.reading().problems]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_line_is_shown_with_a_mark_below_the_place(language: str) -> None:
    text = "x = { a = 1, }\n"
    (problem,) = newer_forms(text)
    lines = list(problem_lines([problem], "x.toml", text, phrases(language)))
    assert lines[1:3] == ["    1 | x = { a = 1, }", "      |            ^"]

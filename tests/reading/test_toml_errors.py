"""tomli's complaints in our words: every expression meets the real parser, and the parser nothing unknown."""

import ast
import importlib.metadata
import re
from collections.abc import Iterator

import pytest
import tomli

from debttree.locales import phrases
from debttree.reading import parse
from debttree.reading.toml_errors import WORDS, in_our_words
from tests.reading import toml_test
from tests.reading.invalid_documents import INVALID

DOCUMENTS = {
    r"Invalid statement": "a = 1\n?",
    r"Invalid initial character for a key part": "a. = 1",
    r"Expected '=' after a key in a key/value pair": "a",
    r"Expected newline or end of document after a statement": "a = 1 b",
    r"Invalid value": "a = ",
    r"Unterminated string": 'a = "b',
    r"Illegal character (?P<sign>.+)": 'a = "\x01"',
    r"Found invalid character (?P<sign>.+)": "a = '\x01'",
    r"Expected (?P<sign>.+?) ?at the end of .+": "[[a]",
    r"Expected (?P<sign>\"'+\")": "a = 'b",
    r"Unclosed array": "a = [1",
    r"Unclosed inline table": "a = { b = 1",
    r"Unescaped '\\' in a string": r'a = "\q"',
    r"Invalid hex value": r'a = "\xg"',
    r"Escaped character is not a Unicode scalar value": r'a = "\ud800"',
    r"Invalid date or datetime": "a = 2026-02-30",
    r"Cannot declare (?P<name>.+) twice": "[a]\n[a]",
    r"Cannot redefine namespace .+": "[a.b]\n[a]\nb.c = 1",
    r"Cannot overwrite a value": "a = 1\na = 2",
    r"Duplicate inline table key (?P<name>.+)": "a = { b = 1, b = 2 }",
    r"Cannot mutate immutable namespace .+": "a = {}\na.b = 1",
}
"""A document for each expression."""


def complaint(text: str) -> str:
    with pytest.raises(tomli.TOMLDecodeError) as refused:
        tomli.loads(text)
    return str(refused.value.msg)


def test_every_expression_meets_what_the_parser_says() -> None:
    assert list(DOCUMENTS) == list(WORDS)
    for expression, text in DOCUMENTS.items():
        reason = complaint(text)
        fitting = [other for other in WORDS if re.fullmatch(other, reason, re.DOTALL)]
        assert fitting[:1] == [expression], reason


def _said_in_the_source() -> Iterator[str]:
    """Every complaint in the source of the tomli that is installed, with a sign put where it quotes one."""
    for file in importlib.metadata.files("tomli") or ():
        if file.suffix == ".py":
            for call in ast.walk(ast.parse(file.read_text("utf-8"))):
                match call:
                    case ast.Call(
                        func=ast.Name(id="TOMLDecodeError"), args=[ast.Constant(value=str(words)), *_]
                    ):
                        yield words
                    case ast.Call(
                        func=ast.Name(id="TOMLDecodeError"), args=[ast.JoinedStr(values=parts), *_]
                    ):
                        yield "".join(
                            str(part.value) if isinstance(part, ast.Constant) else repr("'") for part in parts
                        )


def test_every_complaint_of_the_parser_meets_an_expression() -> None:
    said = set(_said_in_the_source())
    assert len(said) >= len(WORDS)
    unknown = in_our_words("?").template
    assert [reason for reason in said if in_our_words(reason).template == unknown] == []


def test_no_document_of_the_corpora_is_refused_in_words_that_we_do_not_know() -> None:
    unknown = in_our_words("?").template
    for content in (*INVALID.values(), *map(toml_test.content, toml_test.INVALID)):
        problem = parse(content).problem
        assert problem is not None
        assert problem.message.template != unknown
        assert phrases("zh").tell(problem.message) != phrases("en").tell(problem.message)


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("a = { b = 1", "Put a comma between two names, and } behind the last one."),
        ("a = { b = 1 c = 2 }", "Put a comma between two names, and } behind the last one."),
        ("a = {\n b = 1\n c = 2\n}", "Put a comma between two names, and } behind the last one."),
        ("a = 'b\n'", "Close the text with ', or write a text of several lines between ''' and '''."),
        ("a = 'b", "Close the text with ', or write a text of several lines between ''' and '''."),
        ('a = "b\n"', 'Close the text with ", or write a text of several lines between """ and """.'),
        (r'a = "C:\Users"', r"Write \\ for a backslash, or put the text between single quotes."),
        (r'a = "\q"', r"Write \\ for a backslash, or put the text between single quotes."),
    ],
)
def test_a_hint_says_what_to_write_instead(text: str, hint: str | None) -> None:
    problem = parse(text.encode()).problem
    assert problem is not None
    assert (problem.hint and phrases("en").tell(problem.hint)) == hint

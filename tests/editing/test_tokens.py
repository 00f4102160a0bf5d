"""Tokens: what is written says what was meant, and keeps what need not change."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from debttree.editing.toml.tokens import changed_token, key_token, value_token
from debttree.reading.toml import read_token
from tests.toml_documents import names, values, words


@given(values)
def test_a_value_is_read_back_as_it_was(value: object) -> None:
    assert repr(read_token(value_token(value))) == repr(value)


@given(words, st.sampled_from(["\n", "\r\n"]))
def test_a_string_of_several_lines_is_read_back_as_it_was(text: str, newline: str) -> None:
    assert read_token(value_token(text, newline)) == text


@given(names)
def test_a_key_is_read_back_as_it_was(name: str) -> None:
    assert read_token(f"{{ {key_token(name)} = 1 }}") == {name: 1}


@given(words, words, st.sampled_from(['"{}"', "'{}'", '"""{}"""', "'''\n{}'''", '"""\r\n{}\\\n  """']))
def test_a_changed_string_says_what_was_meant(old: str, new: str, quotes: str) -> None:
    token = quotes.format(old)
    assume(isinstance(read_token(token), str))
    assert read_token(changed_token(token, new, "\n")) == new


@pytest.mark.parametrize(
    ("old", "value", "token"),
    [
        ("'a'", "b", "'b'"),
        ("'a'", "it's", '"it\'s"'),
        ('"\\u00e9 a"', "é b", '"\\u00e9 b"'),
        ('"a"', "a\nb", '"""\na\nb"""'),
        ("'''\r\na\r\nb'''", "a\nc\nb", "'''\r\na\r\nc\nb'''"),
        ('"""a \\\n   b"""', "a c", '"""a \\\n   c"""'),
        ('"""one "two" """', 'one "2" ', '"""one "2" """'),
        ('"""a"""', 'a"""', '"""a\\"\\"\\""""'),
        ("1", "x", '"x"'),
        ("[1, 2]", 3, "3"),
    ],
)
def test_quotes_escapes_and_folds_stay(old: str, value: object, token: str) -> None:
    assert changed_token(old, value, "\n") == token

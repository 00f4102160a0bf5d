"""The span scanner finds what tomli reads, in any style."""

import pytest
import tomli
import tomli_w
from hypothesis import given

from debttree.reading.blocks import TOP, scan
from debttree.reading.spans import entries
from tests.reading import toml_test
from tests.reading.rebuild import corpus, rebuilt
from tests.toml_documents import toml_data


@pytest.mark.parametrize("text", corpus())
def test_spans_of_the_corpus_say_what_tomli_reads(text: str) -> None:
    assert repr(rebuilt(text)) == repr(tomli.loads(text))


def test_spans_of_toml_test_say_what_tomli_reads() -> None:
    for name in toml_test.VALID:
        text = toml_test.text(name)
        assert repr(rebuilt(text)) == repr(tomli.loads(text)), name


@given(toml_data())
def test_spans_of_written_data_say_that_data(data: dict[str, object]) -> None:
    text = tomli_w.dumps(data)
    assert repr(rebuilt(text)) == repr(tomli.loads(text))


@given(toml_data())
def test_line_ends_do_not_matter(data: dict[str, object]) -> None:
    text = tomli_w.dumps(data, multiline_strings=True).replace("\r", "").replace("\n", "\r\n")
    assert repr(rebuilt(text)) == repr(tomli.loads(text))


def test_inline_tables_may_be_written_as_in_toml_1_1() -> None:
    text = "a = {\n  b = 1, # one\n  c = { d = [2,], },\n}\n[e]\n"
    assert rebuilt(text) == {"a": {"b": 1, "c": {"d": [2]}}, "e": {}}


def test_the_top_is_a_block_even_where_it_is_empty() -> None:
    blocks = scan("[a]\n")
    assert blocks.headers.of_block == [TOP, (("a",), False)]
    assert blocks.block(0) == (0, 0)
    assert blocks.block(1) == (0, 4)


def test_an_entry_knows_its_lines_and_its_value() -> None:
    text = '# c\n  a."b c" = [1,\n 2] # d\nx = 1'
    first, second = entries(text, scan(text).body(0))
    assert text[first.line : first.end] == '  a."b c" = [1,\n 2] # d\n'
    assert text[slice(*first.value)] == "[1,\n 2]"
    assert text[first.key :].startswith('a."b c"')
    assert first.names == ("a", "b c")
    assert text[second.line : second.end] == "x = 1"


def test_ten_thousand_brackets_need_no_stack() -> None:
    text = "a = " + "[" * 10_000 + "]" * 10_000 + "\n[b]\n"
    assert [header.names for header in scan(text).headers.of_block] == [(), ("b",)]

"""What each piece of TOML is, for colours, on text that may be no TOML yet."""

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from debttree.reading.pieces import TOP, LineBegin, Piece, PieceKind, after, begin_at, is_header, pieces
from tests.reading.toml_test import VALID, text

SIGNS = {
    PieceKind.HEADER: "h",
    PieceKind.KEY: "k",
    PieceKind.STRING: "s",
    PieceKind.SCALAR: "n",
    PieceKind.BRACKET: "b",
    PieceKind.COMMENT: "c",
    PieceKind.WRONG: "!",
}


def drawn(text: str) -> list[str]:
    """Each line with a letter for the kind of each character; what is no piece stays."""
    begin, found = TOP, []
    for line in text.split("\n"):
        signs = list(line)
        for start, end, kind in pieces(line, begin):
            signs[start:end] = SIGNS[kind] * (end - start)
        found.append("".join(signs))
        begin = after(line, begin)
    return found


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ('a.b = "x" # y', "kkk = sss ccc"),
        ('"a b" = 1', "kkkkk = n"),
        ('[nodes."x y"] # z', "bhhhhhhhhhhhb ccc"),
        ("[[a]]", "bbhbb"),
        ("a = [1, 'x'] # [", "k = bn, sssb ccc"),
        ("a = { b = [true], c = {} }", "k = b k = bnnnnb, k = bb b"),
        ("a = 1979-05-27 07:32Z # y", "k = nnnnnnnnnnnnnnnnn ccc"),
        ("a = 07:32", "k = nnnnn"),  # TOML 1.1
        (r'a = "\e\x41\"" # "', "k = ssssssssss ccc"),  # TOML 1.1
        ("a = +1_000.5e-3", "k = nnnnnnnnnnn"),
        ('a = """x""" # y', "k = sssssss ccc"),
        ('a = """x"""""', "k = sssssssss"),
        ("a = 'b\\' # c", "k = ssss ccc"),
        ('a = ""', "k = ss"),
        ("# only", "cccccc"),
        ("a = 1\r", "k = n\r"),
        ("", ""),
    ],
)
def test_each_piece_of_a_line_is_known(text: str, kinds: str) -> None:
    assert drawn(text) == [kinds]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ('a = "x', "k = !!"),
        ("a = x", "k = !"),
        ("a = 1__0", "k = !!!!"),
        ("a = ]", "k = !"),
        ("a = [}", "k = b!"),
        ("逾期 = 1", "!! = n"),
        ("[nodes.逾期]", "b!!!!!!!!b"),
        ("a = " + "1" * 5_000, "k = " + "!" * 5_000),
    ],
)
def test_what_is_no_toml_is_said_where_it_stands(text: str, kinds: str) -> None:
    assert drawn(text) == [kinds]


@pytest.mark.parametrize("name", VALID)
def test_nothing_is_called_wrong_in_a_valid_document_of_tomls_own_suite(name: str) -> None:
    begin = TOP
    for line in text(name).replace("\r\n", "\n").split("\n"):
        assert PieceKind.WRONG not in {piece.kind for piece in pieces(line, begin)}, line
        begin = after(line, begin)
    assert begin == TOP


def test_strings_and_brackets_go_on_over_lines() -> None:
    text = 'a = """\n[b] # "x" \\"""\n""" # c\nd = [\n  1, # e\n  "]",\n]\n[f]'
    assert drawn(text) == [
        "k = sss", "ssssssssssssss", "sss ccc", "k = b", "  n, ccc", "  sss,", "b", "bhb",
    ]  # fmt: skip


def test_tables_in_braces_go_on_over_lines_with_comments_and_a_last_comma() -> None:
    text = 'a = { # b\n  c = "}", # d\n\n  e = [ { f = 1 },\n  ],\n}\ng = 1'
    assert drawn(text) == [
        "k = b ccc", "  k = sss, ccc", "", "  k = b b k = n b,", "  b,", "b", "k = n",
    ]  # fmt: skip


@pytest.mark.parametrize("opened", ["[", "{", "[ 1, {", "{ a = ["])
@pytest.mark.parametrize("header", ["[nodes.a]", "[[nodes.a.choices]] # b", '[nodes."a b"]'])
def test_a_bracket_that_is_not_closed_yet_takes_no_header_below(opened: str, header: str) -> None:
    begin = after(f"a = {opened}", TOP)
    assert begin != TOP
    assert after(header, begin) == TOP
    assert pieces(header, begin) == pieces(header, TOP)


def test_an_array_that_is_not_closed_yet_takes_no_key_below() -> None:
    assert drawn('a = [\nb = "x"') == ["k = b", "k = sss"]
    assert drawn('a = [\n["x"],\n[true],\n[1.5]\n]\nb = 1') == [
        "k = b",
        "bsssb,",
        "bnnnnb,",
        "bnnnb",
        "b",
        "k = n",
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("[a]", True),
        ("  [[a.'b']] # c", True),
        ("[true]", False),
        ("[inf.a]", True),
        ("[1]", False),
        ('["a"]', False),
    ],
)
def test_a_line_that_can_be_nothing_but_a_header(line: str, *, expected: bool) -> None:
    assert is_header(line) is expected


ALPHABET = st.lists(
    st.sampled_from(
        [
            "a",
            " ",
            "=",
            "\n",
            '"',
            "'",
            '"""',
            "'''",
            "#",
            "\\",
            "[",
            "]",
            "{",
            "}",
            ",",
            "1",
            ".",
            "[a]\n",
            'b = "c"\n',
        ]
    ),
    max_size=40,
).map("".join)


@given(ALPHABET)
def test_pieces_lie_in_the_line_one_after_another(text: str) -> None:
    begin = TOP
    for line in text.split("\n"):
        position = 0
        for start, end, _ in pieces(line, begin):
            assert position <= start < end <= len(line)
            position = end
        begin = after(line, begin)


@given(ALPHABET)
def test_a_header_in_the_middle_is_known_to_stand_in_a_string_or_not(text: str) -> None:
    lines = text.split("\n")
    # Three quotes in a header are broken TOML: where its string would end is anybody's guess.
    assume(not any(line.lstrip().startswith("[") and re.search(r"\"{3}|'{3}", line) for line in lines))
    begin, position = TOP, 0
    for line in lines:
        if is_header(line):
            assert begin_at(text, position).quotes == begin.quotes
        begin = after(line, begin)
        position += len(line) + 1


@pytest.mark.parametrize("line", ["[" * 300_000, "a = " + "[]," * 100_000, "," * 300_000, '"" ' * 100_000])
def test_of_a_line_of_countless_pieces_the_first_ones_are_known(line: str) -> None:
    assert 0 <= len(pieces(line, TOP)) <= 4_000
    assert len(after(line, LineBegin("", "[", is_value=True)).brackets) <= 64


def test_a_long_string_on_one_line_is_one_piece() -> None:
    line = 'a = """' + "x" * 1_000_000
    assert pieces(line, TOP) == [Piece(0, 1, PieceKind.KEY), Piece(4, len(line), PieceKind.STRING)]

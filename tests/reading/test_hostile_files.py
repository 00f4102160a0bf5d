"""Whatever a file holds: one clear message or a list of problems, never a traceback, never a control byte."""

import datetime as dt
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debttree.analysis.checking import check_bytes
from debttree.cli.problem_lines import problem_lines
from debttree.locales import phrases
from debttree.model import Severity
from tests.lengths import on_long_chains
from tests.reading import toml_test
from tests.reading.invalid_documents import INVALID

TODAY = dt.date(2026, 11, 23)
CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")

GOOD = """format = "debttree/1"
[tree]
languages = ["zh", "en"]
reviewed = 2026-11-23
[[urgent]]
label.en = "Court"
label.zh = "法院"
to = "b"
[consequences.c]
title.en = "C"
title.zh = "丙"
severity = 2
[nodes.a]
kind = "chance"
actor.en = "Lender"
actor.zh = "对方"
title.en = "A"
title.zh = "甲"
brings = ["c"]
[[nodes.a.choices]]
label.en = "On"
label.zh = "走"
to = "b"
[nodes.b]
title.en = "B"
title.zh = "乙"
[[nodes.b.deadlines]]
id = "d"
days = 15
event.en = "E"
event.zh = "戊"
text.en = "T"
text.zh = "己"
"""


def report(content: bytes) -> list[str]:
    """Everything that `check` would print of a file, in both languages."""
    checked = check_bytes(content, "x", TODAY)
    return [
        line
        for language in ("en", "zh")
        for line in problem_lines(checked.placed(), "x\x1b.toml", checked.text, phrases(language))
    ]


@pytest.mark.parametrize("name", list(INVALID))
def test_what_is_no_toml_is_one_clean_error(name: str) -> None:
    checked = check_bytes(INVALID[name], "x", TODAY)
    (problem,) = checked.placed()
    assert problem.severity is Severity.ERROR
    assert problem.place is not None
    assert problem.place.line >= 1
    assert problem.place.column >= 1
    assert not any(CONTROL.search(line) for line in report(INVALID[name]))


def test_the_corpus_that_others_use_is_refused_cleanly_too() -> None:
    for name in toml_test.INVALID:
        content = toml_test.content(name)
        assert len(check_bytes(content, "x", TODAY).problems) == 1, name
        assert not any(CONTROL.search(line) for line in report(content)), name


@given(st.binary(max_size=300))
def test_any_bytes(content: bytes) -> None:
    assert not any(CONTROL.search(line) for line in report(content))


@given(st.text(alphabet="abnodes.=[]{}\"'\\#\n\r\t \x00\x1b\u202e逾1-_,", max_size=200))
def test_any_text_that_looks_a_little_like_toml(text: str) -> None:
    assert not any(CONTROL.search(line) for line in report(text.encode()))


@given(
    st.integers(0, len(GOOD) - 1),
    st.integers(0, 40),
    st.text(alphabet="\"'[]{}=.,\n\x1b\u2066 a1逾", max_size=6),
)
def test_a_good_tree_with_a_piece_torn_out_or_put_in(start: int, length: int, inserted: str) -> None:
    torn = GOOD[:start] + inserted + GOOD[start + length :]
    assert not any(CONTROL.search(line) for line in report(torn.encode()))


KEYS = st.sampled_from(
    [
        "format",
        "tree",
        "nodes",
        "urgent",
        "stages",
        "consequences",
        "sources",
        "a",
        "b",
        "c",
        "title",
        "label",
        "to",
        "choices",
        "checklist",
        "deadlines",
        "id",
        "days",
        "kind",
        "brings",
        "en",
        "zh",
        "root",
        "languages",
        "severity",
        "reviewed",
        "valid_until",
        "holidays",
    ]
)
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=True)
    | st.text(max_size=5)
    | st.dates()
    | st.datetimes()
    | st.times(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)


@given(st.dictionaries(KEYS, VALUES, max_size=6))
def test_any_data_in_the_places_of_the_format(data: dict[str, object]) -> None:
    import tomli_w

    content = tomli_w.dumps(_without_none({"format": "debttree/1", **data})).encode()
    assert not any(CONTROL.search(line) for line in report(content))


def _without_none(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_none(item) for key, item in value.items() if item is not None}
    if isinstance(value, list):
        return [_without_none(item) for item in value if item is not None]
    return value


@on_long_chains
def test_a_long_chain_is_no_trouble(size: int) -> None:
    chain = ['format = "debttree/1"\n']
    chain += [
        f'[nodes.n{i}]\ntitle = "N"\nchoices = [{{ label = "on", to = "n{i + 1}" }}]\n' for i in range(size)
    ]
    chain.append(f'[nodes.n{size}]\ntitle = "End"\n')
    assert [p.code for p in check_bytes("".join(chain).encode(), "x", TODAY).problems] == ["no-urgent"]


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
def test_line_ends_and_bom_do_not_move_places(ends: str, bom: str) -> None:
    text = GOOD.replace("severity = 2", "severity = 9")
    content = (bom + text.replace("\n", ends)).encode()
    (problem,) = check_bytes(content, "x", TODAY).placed()
    assert problem.place is not None
    assert (problem.place.line, problem.place.column) == (12, 12)


def test_ids_that_differ_only_by_look() -> None:
    text = GOOD + '[nodes.B]\ntitle = "B"\n[nodes."b\ufeff"]\ntitle = "B"\n'
    codes = {problem.code for problem in check_bytes(text.encode(), "x", TODAY).problems}
    assert {"lookalike-id", "bad-id"} <= codes

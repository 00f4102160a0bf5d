"""Whatever a file or a person says: an answer in our words, never another exception."""

import contextlib
import datetime as dt
import io
import sys
from pathlib import Path
from unittest.mock import patch

import pytest
import tomli
import tomli_w
from hypothesis import given, settings
from hypothesis import strategies as st

from debttree.cli.dialogue import LONGEST, Dialogue
from debttree.cli.main import main
from debttree.cli.session import Session
from debttree.editing.document import open_document
from debttree.editing.edits import Rename, ReplaceText
from debttree.editing.history import History
from debttree.journey.saved import FORMAT, Unreadable, from_bytes, to_bytes
from debttree.locales import phrases
from debttree.model import Clock, Tree, Trouble, parse_path
from debttree.model.text import harmful
from debttree.reading import read
from debttree.tui.kit.settings import THEME_NAMES, read_settings
from tests.export.conftest import GUIDE

SOME = settings(max_examples=60)

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
plain = st.one_of(
    words, st.integers(-(2**63), 2**63 - 1), st.booleans(), st.floats(), st.dates(), st.just("")
)
values = st.recursive(plain, lambda v: st.lists(v, max_size=3) | st.dictionaries(words, v, max_size=3))
rows = st.lists(
    st.dictionaries(
        st.sampled_from(
            ["node", "choice", "label", "to", "made", "text", "item", "deadline", "day", "event"]
        ),
        plain,
        max_size=6,
    ),
    max_size=3,
)
journeys = st.fixed_dictionaries(
    {"format": st.just(FORMAT), "start": st.just("a") | values, "saved": st.dates() | values},
    optional={
        **dict.fromkeys(("steps", "ahead", "earlier", "notes", "ticks", "dates"), rows | values),
        "language": values,
        "tree": st.dictionaries(st.sampled_from(["name", "title", "version"]), plain) | values,
        "nodes": st.dictionaries(words, st.dictionaries(words, values, max_size=3), max_size=3) | values,
    },
)
setups = st.dictionaries(
    st.sampled_from(["theme", "keys", "kees"]) | words,
    values | st.dictionaries(st.sampled_from(["back", "help", "nothing"]), values, max_size=3),
    max_size=4,
)


@SOME
@given(st.binary(max_size=60) | journeys.map(lambda data: tomli_w.dumps(data).encode()))
def test_a_journey_file_is_read_or_refused(content: bytes) -> None:
    with contextlib.suppress(Unreadable):
        saved = from_bytes(content)
        assert harmful().search(saved.tree_title) is None
        assert from_bytes(to_bytes(saved)) == saved


@SOME
@given(st.binary(max_size=60) | setups.map(lambda data: tomli_w.dumps(data).encode()))
def test_settings_never_keep_the_program_from_starting(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    file = tmp_path_factory.mktemp("settings") / "settings.toml"
    file.write_bytes(content)
    assert read_settings(file).theme in THEME_NAMES


answers = st.lists(
    st.sampled_from([*"123bfrntdpxw!?yq", ""]) | st.text(max_size=10).filter(lambda t: "\n" not in t),
    max_size=12,
)


@settings(max_examples=20)
@given(answers, st.booleans())
def test_any_lines_are_walked_without_a_crash(
    tmp_path_factory: pytest.TempPathFactory, lines: list[str], whole: bool
) -> None:
    folder, out = tmp_path_factory.mktemp("walk"), io.StringIO()
    source = io.StringIO("\n".join(lines) + ("\n" if whole else ""))
    with contextlib.chdir(folder), patch.object(sys, "stdin", source), patch.object(sys, "stdout", out):
        assert main(["walk", str(GUIDE), "--private", "--lang", "en", "--now", "2026-11-23"]) == 0
    assert harmful().search(out.getvalue()) is None
    assert not [file for file in Path(folder).rglob("*") if file.is_dir()]


odd = st.lists(
    st.sampled_from([*",:-_ .\x00\x1b\n\u202e\udcff逾", "start", "call", "start:short", "e\u0301"])
    | st.text(max_size=5),
    max_size=6,
).map("".join)
"""What looks a little like an id or a path."""


@pytest.fixture(scope="module")
def guide() -> Tree:
    tree = read(GUIDE.read_bytes(), "guide").tree
    assert tree is not None
    return tree


@SOME
@given(odd)
def test_a_path_is_followed_or_refused(guide: Tree, text: str) -> None:
    try:
        path = parse_path(guide, text)
    except Trouble as trouble:
        assert harmful().search(phrases("zh").tell(trouble.message)) is None
    else:
        assert set(path.nodes) <= guide.nodes.keys()


@SOME
@given(st.sampled_from(["nodes", "stages", "consequences", "sources"]), st.data())
def test_anything_is_renamed_to_what_tomli_reads_or_not_at_all(kind: str, data: st.DataObject) -> None:
    history = History(open_document(GUIDE.read_bytes(), "guide"))
    assert history.document.data is not None
    old = data.draw(st.sampled_from(list(history.document.data[kind])))
    new = data.draw(odd)
    try:
        history.do(Rename((kind, old), new))
        history.prove()
    except Trouble:
        assert history.document.content == GUIDE.read_bytes()
    else:
        assert new in tomli.loads(history.document.text)[kind]


@SOME
@given(
    st.lists(
        st.tuples(
            st.floats(0, 1),
            st.integers(0, 60),
            st.sampled_from(['"', "[", "]]", "\r", "\n", "\x00", "x = 1\n"]),
        ),
        max_size=4,
    )
)
def test_any_text_is_taken_as_the_file_and_undone_to_the_byte(
    cuts: list[tuple[float, int, str]],
) -> None:
    history = History(open_document(GUIDE.read_bytes(), "guide"))
    for place, length, put in cuts:
        text = history.document.text
        start = int(place * len(text))
        with contextlib.suppress(Trouble):
            history.do(ReplaceText(text[:start] + put + text[start + length :]))
            history.document.reading()
            history.prove()
    while history.undo() is not None:
        pass
    assert history.document.content == GUIDE.read_bytes()


def test_the_rest_of_an_endless_line_answers_nothing() -> None:
    session = Session("en", Clock.standing(dt.date(2026, 11, 23)), out=io.StringIO())
    session.source = io.StringIO("x" * (3 * LONGEST) + "\n" + "1\n")
    dialogue = Dialogue(session, session.say)
    assert len(dialogue.ask("?")) == LONGEST
    assert dialogue.ask("?") == "1"

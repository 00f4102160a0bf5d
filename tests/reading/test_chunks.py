"""A text read piece by piece says what it says as a whole, and is refused with the same words."""

import random
import signal
from collections.abc import Iterator

import pytest
import tomli
from bench.trees import tree_text
from hypothesis import example, given
from hypothesis import strategies as st

from debttree.reading import chunks
from tests.editing import nasty
from tests.on_posix import POSIX
from tests.reading import toml_test
from tests.reading.invalid_documents import INVALID
from tests.reading.rebuild import corpus
from tests.toml_documents import toml_data


@pytest.fixture(scope="module", autouse=True)
def every_unit_is_a_piece() -> Iterator[None]:
    """So small that the documents of tests have many pieces."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(chunks, "AT_ONCE", 0)
        patch.setattr(chunks, "CHUNK", 1)
        yield


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that tomli is given, as they come."""
    given_to_tomli: list[str] = []
    real = tomli.loads

    def noted(text: str) -> object:
        given_to_tomli.append(text)
        return real(text)

    monkeypatch.setattr(tomli, "loads", noted)
    return given_to_tomli


def assert_same(text: str) -> None:
    """Compare data with types and the order of keys, or the complaint and its place."""
    try:
        whole = tomli.loads(text)
    except (ValueError, RecursionError) as error:
        with pytest.raises(type(error)) as refused:
            chunks.loads(text)
        assert str(refused.value) == str(error)
        return
    assert repr(chunks.loads(text)[0]) == repr(whole)


@pytest.mark.parametrize("text", corpus())
def test_documents_of_all_kinds(text: str) -> None:
    assert_same(text)


@pytest.mark.parametrize("name", INVALID)
def test_what_is_no_toml_is_refused_with_the_same_words(name: str) -> None:
    assert_same(INVALID[name].decode("utf-8", "replace"))


@pytest.mark.parametrize(
    "value", ["9" * 5_000, "[" * 500 + "]" * 500, "{a=" * 500 + "1" + "}" * 500, "'\x01'"]
)
def test_a_piece_that_is_beyond_a_limit_is_refused_as_the_whole_is(value: str) -> None:
    assert_same(f"[a]\nx = 1\n[b]\nx = {value}\n[c]\n")


def test_the_documents_of_toml_test() -> None:
    for name in toml_test.LISTED:
        assert_same(toml_test.content(name).decode("utf-8-sig", "replace"))


@given(toml_data())
def test_any_data(data: dict[str, object]) -> None:
    import tomli_w

    assert_same(tomli_w.dumps(data))


@given(st.integers(0, 2**32))
def test_any_tree_in_any_style(seed: int) -> None:
    chance = random.Random(seed)
    assert_same(nasty.written(nasty.tree(chance), chance))


_NAMES = ["a", "b", "a.a", "a.b", "b.a", "a.b.c", "a.b.a"]
_STATEMENTS = [
    *(
        form.format(name)
        for name in _NAMES
        for form in ("[{}]", "[[{}]]", "{} = 1", "{} = {{}}", "{} = [{{}}]")
    ),
    '[ a . "b" ] # [c]',
    "c = '''\n[a]\n'''",
    'c = """\\\n[a.b]"""',
    "c = [\n[1], # [b]\n]",
    "c = {\n# [b]\n}",
    "[",
    '"',
    "'''",
    '"""',
    "]",
    "# [b] \"''' {",
]


@given(st.lists(st.sampled_from(_STATEMENTS), max_size=8).map("\n".join))
@example("[a]\n[b]\n[a]")
@example("a.b = 1\n[c]\n[a.c]")
@example("[a.b]\n[b.a]\n[a.b.c]")
@example("[a]\nb = {}\n[b]\n[a.b.c]")
@example("[[a]]\n[b.a]\n[[a]]\n[a.b]")
def test_statements_that_meet_each_other_across_pieces(text: str) -> None:
    assert_same(text)


@given(st.text("ab.=[]{}\"'\\#\n\r \t1,", max_size=60))
def test_any_text(text: str) -> None:
    assert_same(text)


def test_an_ordinary_tree_is_read_once_and_in_small_pieces(
    read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chunks, "CHUNK", 10_000)
    text = tree_text(500)
    data, _ = chunks.loads(text)
    assert "".join(read) == text
    assert max(map(len, read)) < 12_000
    assert repr(data) == repr(tomli.loads(text))


def test_a_node_that_is_spread_over_the_file_is_read_as_a_whole(read: list[str]) -> None:
    text = "[nodes.a]\n[nodes.b]\n[[nodes.a.choices]]\n"
    assert chunks.loads(text)[0] == {"nodes": {"a": {"choices": [{}]}, "b": {}}}
    assert read[-1] == text


def test_a_small_text_is_read_in_one_call(read: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    text = "[nodes.a]\n[nodes.b]\n"
    monkeypatch.setattr(chunks, "AT_ONCE", len(text))
    chunks.loads(text)
    assert read == [text]


def test_a_ctrl_c_that_comes_while_a_piece_is_read_is_heard_before_the_next(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if not POSIX:
        pytest.skip("as POSIX alone has it")
    count = 0
    real = tomli.loads

    def interrupted_in_the_third(text: str) -> object:
        nonlocal count
        count += 1
        if count < 3:
            return real(text)
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})  # nothing is heard while the parser runs
        signal.raise_signal(signal.SIGINT)
        data = real(text)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
        return data

    monkeypatch.setattr(tomli, "loads", interrupted_in_the_third)
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with pytest.raises(KeyboardInterrupt):
            chunks.loads(tree_text(50))
    finally:
        signal.signal(signal.SIGINT, before)
    assert count == 3


@pytest.mark.parametrize(
    "piece", ['\n\\"""', "[", '"', "'''\n", '[a]\n\\"', "{", '"""\\"', "]\n[", '[a]\n"\n', 'x"\\"""']
)
def test_a_long_text_that_is_no_toml_is_given_up_and_not_scanned_again_and_again(piece: str) -> None:
    assert_same('"""' + piece * 50_000)

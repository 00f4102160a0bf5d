"""Saving: what is on the disk is what was meant, or what was there before."""

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from debttree.editing.document import apply, open_document
from debttree.editing.edits import ReplaceText, Set
from debttree.editing.history import History
from debttree.editing.merging import MergeConflict, merged
from debttree.editing.saving import save
from debttree.editing.toml.refused import Refused
from debttree.storage.atomic import ChangedOnDisk

CONTENT = b'\xef\xbb\xbf# c\r\n[nodes.a]\r\ntitle = "A"\r\n[nodes.b]'
TITLE = ("nodes", "a", "title")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "tree.toml"
    file.write_bytes(CONTENT)
    return file


def _opened(file: Path) -> History:
    return History(open_document(file.read_bytes(), file.stem))


def test_only_the_bytes_of_the_edit_change(file: Path) -> None:
    history = _opened(file)
    history.do(Set(TITLE, "逾期"))
    save(history, file)
    assert file.read_bytes() == CONTENT.replace(b'"A"', '"逾期"'.encode())
    assert not history.is_dirty


def test_undo_goes_back_across_a_save(file: Path) -> None:
    history = _opened(file)
    history.do(Set(TITLE, "B"))
    save(history, file)
    history.undo()
    assert history.is_dirty
    save(history, file)
    assert file.read_bytes() == CONTENT


def test_what_others_changed_is_not_overwritten(file: Path) -> None:
    history = _opened(file)
    history.do(Set(TITLE, "B"))
    file.write_bytes(b"theirs = 1\n")
    with pytest.raises(ChangedOnDisk) as caught:
        save(history, file)
    assert caught.value.found == b"theirs = 1\n"
    assert file.read_bytes() == b"theirs = 1\n"
    assert history.is_dirty


def test_a_document_that_says_something_else_is_not_written(file: Path) -> None:
    history = _opened(file)
    edit = Set(TITLE, "B")
    applied = apply(history.document, edit)
    history.take_up(edit, applied._replace(document=replace(applied.document, data={"nodes": {}})))
    with pytest.raises(Refused):
        save(history, file)
    assert file.read_bytes() == CONTENT
    assert history.document.data == tomllib.loads(CONTENT.decode("utf-8-sig"))


def test_what_is_no_toml_can_be_written_as_it_is(file: Path) -> None:
    history = _opened(file)
    history.do(ReplaceText("[broken"))
    save(history, file)
    assert file.read_bytes() == b"\xef\xbb\xbf[broken"


def test_what_is_no_utf8_is_never_changed(file: Path) -> None:
    file.write_bytes("[节点]".encode("gbk"))
    history = _opened(file)
    assert history.document.content == file.read_bytes()
    with pytest.raises(Refused):
        history.do(ReplaceText("x = 1"))


BASE = """\
format = "debttree/1"

[tree]
root = "a"

# about a
[nodes.a]
title = "A"

[[nodes.a.choices]]
to = "b"

[nodes.b]
title = "B"
"""


def _merged(mine: str, theirs: str) -> str:
    base, own, other = (open_document(text.encode(), "t") for text in (BASE, mine, theirs))
    return merged(base, own, other).text


def test_edits_of_different_nodes_are_merged() -> None:
    mine = BASE.replace('"B"', '"B, mine"') + '\n[nodes.c]\ntitle = "mine"\n'
    theirs = BASE.replace("# about a", "# about a, theirs").replace('to = "b"', 'to = "b"\ntext = "theirs"')
    theirs += '\n[nodes.d]\ntitle = "theirs"\n'
    both = theirs.replace('"B"', '"B, mine"').replace(
        "\n[nodes.d]", '\n[nodes.c]\ntitle = "mine"\n\n[nodes.d]'
    )
    assert _merged(mine, theirs) == both


def test_one_side_alone_is_that_side() -> None:
    other = BASE.replace('"A"', '"Z"')
    assert _merged(other, BASE) == other
    assert _merged(BASE, other) == other
    assert _merged(other, other) == other


def test_a_node_that_both_changed_is_a_conflict() -> None:
    with pytest.raises(MergeConflict) as caught:
        _merged(BASE.replace('"A"', '"mine"'), BASE.replace('to = "b"', 'to = "a"'))
    assert caught.value.things == [("nodes", "a")]


def test_a_node_that_one_removed_and_the_other_changed_is_a_conflict() -> None:
    removed = BASE[: BASE.index("[nodes.b]")]
    with pytest.raises(MergeConflict):
        _merged(removed, BASE.replace('"B"', '"theirs"'))


def test_lines_that_both_changed_are_a_conflict() -> None:
    with pytest.raises(MergeConflict) as caught:
        _merged(BASE.replace("# about a", "# mine"), BASE.replace("# about a", "# theirs"))
    assert caught.value.things == []


def test_what_is_no_toml_is_not_merged() -> None:
    with pytest.raises(Refused):
        _merged("[", BASE)


def test_a_big_file_with_many_changes_is_merged_in_no_time() -> None:
    nodes = [f'[nodes.n{n}]\ntitle = "N"\nto = "x"\n\n' for n in range(3_000)]
    base = "".join(nodes)
    mine = "".join(node.replace('"N"', '"M"') if n % 7 == 0 else node for n, node in enumerate(nodes))
    theirs = "".join(node.replace('"N"', '"T"') if n % 7 == 3 else node for n, node in enumerate(nodes))
    documents = [open_document(text.encode(), "t") for text in (base, mine, theirs)]
    both = merged(*documents).text
    assert (both.count('"M"'), both.count('"T"')) == (mine.count('"M"'), theirs.count('"T"'))

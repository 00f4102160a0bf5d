"""`debttree rename`: the id and every reference, nothing else."""

import errno
import os
from pathlib import Path

import pytest

from debttree.cli.main import main

TREE = """\
# rename "b"
format = "debttree/1"
[[urgent]]
label = "b"
to = "b"
[nodes.a]
title = "A"
stage = "b"
choices = [{ label = "b", to = "b" }]
[nodes.b] # [nodes.b]
title = "B"
[stages.b]
title = "b"
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "tree.toml"
    file.write_bytes(TREE.encode())
    return file


def test_a_node_is_renamed_with_what_names_it(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rename", str(file), "b", "逾期"]) == 0
    expected = TREE.replace('to = "b"', 'to = "逾期"').replace("[nodes.b] #", '[nodes."逾期"] #')
    assert file.read_text("utf-8") == expected
    out, err = capsys.readouterr()
    assert (out, err) == ("", '"b" is called "逾期" now; 2 references follow.\n')


def test_other_things_with_ids_are_renamed_too(file: Path) -> None:
    assert main(["rename", str(file), "b", "c", "--kind", "stage"]) == 0
    assert file.read_text("utf-8") == TREE.replace('stage = "b"', 'stage = "c"').replace(
        "[stages.b]", "[stages.c]"
    )


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("b", "a", "there already"),
        ("b", "no id", "cannot be an id"),
        ("x", "y", "There is no node"),
        ("bb", "y", 'Did you mean "b"'),
    ],
)
def test_what_cannot_be_renamed_leaves_the_file(
    file: Path, capsys: pytest.CaptureFixture[str], old: str, new: str, said: str
) -> None:
    assert main(["rename", str(file), old, new]) == 2
    assert said in capsys.readouterr().err
    assert file.read_text("utf-8") == TREE


def test_what_is_no_toml_is_shown(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file.write_text("[nodes.a\n")
    assert main(["rename", str(file), "a", "b"]) == 1
    assert "[not-toml]" in capsys.readouterr().err
    assert file.read_text() == "[nodes.a\n"


@pytest.mark.parametrize("name", ["-", "./nowhere.toml", "unknown"])
def test_what_is_no_file_is_refused(name: str) -> None:
    assert main(["rename", name, "a", "b"]) == 2


def test_a_tree_of_the_program_is_not_changed_by_its_name(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, file: Path
) -> None:
    monkeypatch.setattr("debttree.storage.library.bundled_folder", lambda: tmp_path)
    assert main(["rename", "tree", "b", "c"]) == 2
    assert "comes with the program" in capsys.readouterr().err
    assert main(["rename", str(file), "b", "c"]) == 0


RENAMED = TREE.replace('to = "b"', 'to = "c"').replace("[nodes.b] #", "[nodes.c] #")


def test_a_file_with_other_names_is_changed_only_as_somebody_said(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = file.with_name("other.toml")
    other.hardlink_to(file)
    assert main(["rename", str(file), "b", "c"]) == 2
    assert "hard links" in capsys.readouterr().err
    assert file.read_text() == other.read_text() == TREE
    assert main(["rename", "--in-place", str(file), "b", "c"]) == 0
    assert file.read_text() == other.read_text() == RENAMED
    assert main(["rename", "--replace", str(file), "c", "b"]) == 0
    assert (file.read_text(), other.read_text()) == (TREE, RENAMED)


def test_a_mounted_file_is_written_in_place_on_request(
    file: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(*_args: object, **_options: object) -> None:
        raise OSError(errno.EBUSY, "Device or resource busy")

    monkeypatch.setattr(os, "replace", busy)
    assert main(["rename", str(file), "b", "c", "--lang", "zh"]) == 2
    said = capsys.readouterr().err
    assert "busy" not in said
    assert "--in-place" in said
    assert file.read_text() == TREE
    assert main(["rename", "--in-place", "--private", str(file), "b", "c"]) == 2
    assert file.read_text() == TREE
    assert main(["rename", "--in-place", str(file), "b", "c"]) == 0
    assert file.read_text() == RENAMED

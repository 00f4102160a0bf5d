"""`debttree edit --recover`: everything unsaved that is kept, whatever became of its file."""

import json
from pathlib import Path

import pytest

from debttree.cli.main import main
from debttree.reading.blocks import Splice
from debttree.storage.journal import Journal, unsaved

TEXT = 'format = "debttree/1"\n[nodes.a]\ntitle = "A"\n'
EDITED = TEXT.replace('"A"', '"B"')


def _left(file: Path, text: str = TEXT, *, bom: str = "") -> Path:
    """A file whose edit was never saved, by a program that has ended."""
    file.write_text(bom + text, encoding="utf-8")
    journal = Journal(file, (bom + text).encode())
    at = text.index('"A"') + 1
    journal.record([[Splice(at, at + 1, "B")]])
    del journal  # the lock goes with it
    return file


@pytest.fixture
def renamed(tmp_path: Path) -> Path:
    """What such a file is called now."""
    return _left(tmp_path / "old.toml").rename(tmp_path / "new.toml")


def test_what_is_kept_is_listed_under_the_names_that_are_gone(
    renamed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _left(renamed.with_name("other.toml"))
    assert main(["edit", "--recover", "--lang", "en"]) == 0
    out = capsys.readouterr().out
    assert [line.split()[0] for line in out.splitlines() if line[:1].isdigit()] == ["1", "2"]
    assert "gone" in out
    assert main(["edit", "--recover", "--format", "json"]) == 0
    listed = json.loads(capsys.readouterr().out)
    assert {(Path(one["file"]).name, one["is_there"]) for one in listed} == {
        ("other.toml", True),
        ("old.toml", False),
    }


def test_nothing_kept_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["edit", "--recover", "--lang", "en"]) == 0
    assert "No unsaved edits" in capsys.readouterr().err


@pytest.mark.parametrize("which", ["1", "old.toml", "old"])
def test_edits_of_a_file_that_is_gone_come_into_a_new_one(renamed: Path, which: str) -> None:
    made = renamed.with_name("made.toml")
    assert main(["edit", "--recover", which, "-o", str(made)]) == 0
    assert made.read_text() == EDITED
    assert unsaved() == []


def test_a_file_that_is_there_is_not_written_over(renamed: Path) -> None:
    assert main(["edit", "--recover", "1", "-o", str(renamed)]) == 2
    assert renamed.read_text() == TEXT
    assert len(unsaved()) == 1


def test_a_byte_order_mark_stays(tmp_path: Path) -> None:
    file = _left(tmp_path / "tree.toml", bom="\ufeff")
    assert main(["edit", "--recover", str(file), "-o", str(tmp_path / "made.toml")]) == 0
    assert (tmp_path / "made.toml").read_text("utf-8") == "\ufeff" + EDITED


def test_a_file_that_is_gone_is_asked_for(renamed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["edit", "--recover", "1", "--lang", "en"]) == 2
    assert "debttree edit --recover 1 -o FILE" in capsys.readouterr().err


def test_two_files_of_one_name_are_told_apart_by_number(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        _left(tmp_path / folder / "tree.toml")
    assert main(["edit", "--recover", "tree", "--lang", "en"]) == 2
    assert "several" in capsys.readouterr().err
    assert main(["edit", "--recover", "2", "-o", str(tmp_path / "made.toml")]) == 0


@pytest.mark.parametrize(
    "arguments", [["--recover", "nothing"], ["--recover", "7"], ["--recover", "--private"], []]
)
def test_what_makes_no_sense_is_refused(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["edit", *arguments]) == 2
    assert "Traceback" not in capsys.readouterr().err

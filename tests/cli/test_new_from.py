"""`debttree new FILE --from SOURCE`: the file, the report on stderr, and the exit status."""

import io
import sys
from pathlib import Path

import pytest

from debttree.cli.main import main

OUTLINE = "# T\n\nLost? No: the summary.\n\n## Stage\n\nLost.\n\n### Decision: One\n\n- on -> Two\n"


def test_a_tree_is_written_and_what_was_lost_or_guessed_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("talk.md").write_text(OUTLINE)
    assert main(["new", "mine.toml", "--from", "talk.md", "--now", "2031-02-03", "--lang", "en"]) == 0
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.splitlines() == [
        'talk.md:7: No node stands above these words: "Lost."',
        "Nodes: 2. Choices: 1. Guesses, each with a comment in the file: 1. Not placed: 1.",
        "mine.toml is written.",
        "  Change it in your editor, then: debttree check mine.toml",
    ]
    assert Path("mine.toml").read_text() == (
        "# Made from talk.md on 2031-02-03. What was guessed says so above it.\n"
        'format = "debttree/1"\n\n'
        '[tree]\ntitle = "T"\nsummary = "Lost? No: the summary."\nroot = "one"\n\n'
        '[stages.stage]\ntitle = "Stage"\n\n'
        '[nodes.one]\nstage = "stage"\ntitle = "One"\n\n'
        '[[nodes.one.choices]]\nlabel = "on"\nto = "two"\n\n'
        "# Guessed: no heading is called so; an end was made of the words behind the arrow.\n"
        '[nodes.two]\nstage = "stage"\ntitle = "Two"\n'
    )
    assert main(["check", "mine.toml"]) == 0


def test_standard_input_and_output_serve_as_files(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"graph TD\nA -->|on| B")))
    assert main(["new", "-", "--from", "-"]) == 0
    assert '[[nodes.a.choices]]\nlabel = "on"\nto = "b"' in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "content", "status", "said"),
    [
        ("x.mmd", "pie", 1, "x.mmd: Line 1: only flowcharts"),
        ("x.md", "", 1, "no node"),
        ("x.docx", "PK", 2, "pandoc -t gfm -o x.md x.docx"),
        ("x.pdf", "", 2, "The ending says the form"),
    ],
)
def test_a_source_that_cannot_be_read_leaves_no_file(
    name: str,
    content: str,
    status: int,
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    Path(name).write_text(content)
    assert main(["new", "t.toml", "--from", name]) == status
    assert said in capsys.readouterr().err
    assert not Path("t.toml").exists()


def test_a_source_that_is_not_there_or_a_file_that_is_there_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["new", "t.toml", "--from", "nowhere.md"]) == 2
    Path("talk.md").write_text(OUTLINE)
    Path("t.toml").write_text("precious")
    assert main(["new", "t.toml", "--from", "talk.md"]) == 2
    assert Path("t.toml").read_text() == "precious"


def test_an_ending_with_escapes_acts_nowhere(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "a\x1b[31m.md"
    source.write_text("# T\n\n## Stage\n\n\x1b[2J\n\n### End: \x1b]0;x\x07\n")
    assert main(["new", str(tmp_path / "t.toml"), "--from", str(source)]) == 0
    captured = capsys.readouterr()
    assert "\x1b" not in captured.err + (tmp_path / "t.toml").read_text()


def test_languages_and_holidays_may_be_said_beside_a_source(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("talk.md").write_text(OUTLINE)
    assert main(["new", "a.toml", "--from", "talk.md", "--languages", "en,zh", "--holidays", "GB-SCT"]) == 0
    text = Path("a.toml").read_text()
    assert 'title.en = "T"' in text
    assert 'languages = ["en", "zh"]\nholidays = "GB-SCT"\n' in text
    assert main(["new", "b.toml", "--from", "talk.md", "--holidays", "XX-1"]) == 2
    assert main(["new", "b.toml", "--from", "talk.md", "--blank"]) == 2
    assert not Path("b.toml").exists()

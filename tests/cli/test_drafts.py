"""`--draft`: a tree with nodes that are not written yet is walked as far as it goes."""

import io
import json
import sys
from pathlib import Path

import pytest

from debttree.cli.main import main

DRAFT = """format = "debttree/1"
[tree]
languages = ["zh", "en"]
[consequences.suit]
title = { zh = "被起诉", en = "A suit" }
severity = 4
[nodes.start]
title = { zh = "账单逾期", en = "A bill is overdue" }
[[nodes.start.choices]]
label = { zh = "打电话", en = "Call" }
to = "hotline"
[[nodes.start.choices]]
label = { zh = "等", en = "Wait" }
to = "sued"
[nodes.sued]
title = { zh = "被起诉了", en = "You are sued" }
brings = ["suit"]
"""


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    file = tmp_path / "draft.toml"
    file.write_text(DRAFT, encoding="utf-8")
    return file


@pytest.mark.parametrize("command", ["walk", "prospects", "paths"])
def test_without_the_option_it_is_refused_and_the_option_is_named(
    command: str, draft: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([command, str(draft), "--lang", "en"]) == 1
    err = capsys.readouterr().err
    assert "leads to nodes that are not written yet, so it is refused." in err
    assert f"debttree walk {draft} --draft" in err


def test_readers_commands_refuse_it_always(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", str(draft), "--path", "start", "--lang", "en"]) == 1
    assert "--draft" in capsys.readouterr().err


def test_other_errors_stay_errors(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    draft.write_text(DRAFT.replace('["suit"]', '["siut"]'), encoding="utf-8")
    assert main(["prospects", str(draft), "--draft", "--lang", "en"]) == 1
    err = capsys.readouterr().err
    assert "unknown-consequence" in err
    assert "unknown-target" not in err


def test_a_walk_goes_to_what_is_not_written_yet(
    draft: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("1\nq\n"))
    assert main(["walk", str(draft), "--draft", "--private", "--lang", "zh"]) == 0
    out = capsys.readouterr().out
    assert "还没有写：hotline" in out
    assert "从这里往后会怎样，还不知道。" in out


def test_nothing_is_ruled_out_behind_it(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["prospects", str(draft), "--draft", "--at", "hotline", "--format", "json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["consequences"]["suit"] == "at-risk"


def test_ways_end_there_and_say_that_others_may_go_on(
    draft: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["paths", str(draft), "--draft", "--to", "hotline", "--lang", "en"]) == 0
    out = capsys.readouterr().out
    assert "Not written yet: hotline" in out
    assert "others may go on" in out

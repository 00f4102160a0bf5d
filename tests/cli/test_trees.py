"""`debttree trees`: what has a name, and how sound it is; broken files are listed like the others."""

import json
from pathlib import Path

import pytest
from wcwidth import wcswidth

from debttree.cli.main import main
from debttree.export.wrapping import cells
from debttree.storage.library import user_folder

GOOD = """format = "debttree/1"
[tree]
title.zh = "我的指南"
title.en = "My own guide"
languages = ["zh", "en"]
reviewed = 2026-11-01
[[urgent]]
label = "!"
to = "a"
[nodes.a]
title = "A"
"""
NOW = ["--now", "2026-11-23"]


@pytest.fixture
def own() -> Path:
    folder = user_folder()
    folder.mkdir(parents=True)
    return folder


def listed(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, dict[str, object]]:
    assert main(["trees", "--format", "json", *NOW, *arguments]) == 0
    return {row["name"]: row for row in json.loads(capsys.readouterr().out)}


def test_bundled_trees_are_listed_without_a_problem(capsys: pytest.CaptureFixture[str]) -> None:
    rows = listed(capsys)
    assert set(rows) == {"alipay-overdue", "credit-card-overdue", "tutorial"}
    for row in rows.values():
        assert (row["bundled"], row["errors"], row["warnings"]) == (True, 0, 0)
        assert row["languages"] == ["zh", "en"]


def test_ones_own_trees_are_listed_with_what_is_known_of_them(
    own: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (own / "mine.toml").write_text(GOOD, "utf-8")
    assert listed(capsys, "--lang", "zh")["mine"] == {
        "name": "mine",
        "file": str(own / "mine.toml"),
        "bundled": False,
        "title": "我的指南",
        "summary": None,
        "languages": ["zh", "en"],
        "nodes": 1,
        "reviewed": "2026-11-01",
        "errors": 0,
        "warnings": 0,
    }


def test_what_each_tree_is_about_is_said(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    summary = 'summary.zh = "关于一张逾期的账单。"\nsummary.en = "About an overdue\\nbill."\n'
    (own / "mine.toml").write_text(GOOD.replace("[tree]\n", f"[tree]\n{summary}"), "utf-8")
    assert main(["trees", *NOW, "--lang", "en"]) == 0
    out = capsys.readouterr().out
    assert out.endswith("  mine: About an overdue bill.\n")
    assert "  alipay-overdue: Behind on Huabei or Jiebei" in out
    assert main(["trees", *NOW, "--lang", "zh"]) == 0
    assert capsys.readouterr().out.endswith("  mine：关于一张逾期的账单。\n")
    assert listed(capsys, "--lang", "zh")["mine"]["summary"] == "关于一张逾期的账单。"


@pytest.mark.parametrize(
    ("content", "errors", "warnings", "nodes"),
    [
        (b"\xff\xfe", 1, 0, None),
        (b"[nodes.a", 1, 0, None),
        (b"", 2, 1, 0),
        (b"a = " + b"[" * 5000, 1, 0, None),
        (GOOD.encode() + b'stage = "x"\nbrings = ["y"]\nodd = 1\n', 2, 1, 1),
    ],
)
def test_a_broken_file_is_listed_with_the_number_of_its_problems(
    content: bytes, errors: int, warnings: int, nodes: int, own: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (own / "broken.toml").write_bytes(content)
    row = listed(capsys)["broken"]
    assert (row["errors"], row["warnings"], row["nodes"]) == (errors, warnings, nodes)


def test_what_cannot_be_read_is_listed_and_said(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (own / "folder.toml").mkdir()
    (own / "mine.toml").write_text(GOOD, "utf-8")
    assert main(["trees", *NOW]) == 2
    captured = capsys.readouterr()
    assert "folder.toml is a folder" in captured.err
    assert [line.split() for line in captured.out.splitlines() if "folder " in line] == [
        ["folder", "-", "-", "-", "-", "-"]
    ]
    assert "My own guide (zh, en)" in captured.out


@pytest.mark.parametrize(("language", "title"), [("zh", "我的指南"), ("en", "My own guide")])
def test_columns_line_up_within_80_cells_in_both_languages(
    language: str, title: str, own: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    long_title = GOOD.replace("My own guide", "words " * 30).replace("我的指南", "很长的标题" * 30)
    (own / "mine.toml").write_text(GOOD, "utf-8")
    (own / "短名.toml").write_text(GOOD, "utf-8")
    (own / f"{'a-long-name-' * 6}.toml").write_text(long_title, "utf-8")
    assert main(["trees", *NOW, "--lang", language]) == 0
    lines = capsys.readouterr().out.splitlines()
    shown = [line for line in lines if title in line]
    assert {cells(line.partition(title)[0]) for line in shown} == {cells(shown[0].partition(title)[0])}
    assert len(shown) == 2
    assert all(wcswidth(line) <= 80 for line in lines if str(Path("/")) not in line)


def test_an_empty_folder_is_named_all_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["trees", *NOW]) == 0
    assert capsys.readouterr().out.endswith(f"Your own, in {user_folder()}:\n  no trees\n")


def test_hostile_names_and_titles_are_made_harmless(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (own / "a\x1b[2J.toml").write_text(GOOD.replace("My own", "My\\u001b[2J own"), "utf-8")
    (own / b"b\xff.toml".decode(errors="surrogateescape")).write_text(GOOD)
    for arguments in (["--lang", "en"], ["--format", "json"]):
        assert main(["trees", *NOW, *arguments]) == 0
        out = capsys.readouterr().out
        assert "\x1b" not in out
        out.encode()

"""`debttree check`: places, carets, JSON, annotations, exit statuses."""

import io
import json
from pathlib import Path

import pytest

from debttree.cli.main import main
from tests.journey.test_story_run import GUIDE
from tests.on_posix import POSIX

GOOD = """format = "debttree/1"

[[urgent]]
label = "Court papers"
to = "start"

[nodes.start]
title = "Start"
"""
BAD = GOOD + 'stage = "nowhere"\n'


@pytest.fixture
def files(tmp_path: Path) -> Path:
    (tmp_path / "good.toml").write_text(GOOD)
    (tmp_path / "bad.toml").write_text(BAD)
    (tmp_path / "warned.toml").write_text(GOOD + 'title2 = "x"\n')
    (tmp_path / "broken.toml").write_text("[nodes.逾期]\n")
    return tmp_path


def check(*arguments: str | Path) -> int:
    return main(["check", *map(str, arguments)])


def test_a_good_file_is_silent_on_stdout(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(files / "good.toml") == 0
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err == "1 file: 0 errors, 0 warnings\n"


def test_an_error_has_place_line_caret_and_code(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(files / "bad.toml") == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines == [
        f'{files}/bad.toml:9:9: error: There is no stage "nowhere". [unknown-stage]',
        '    9 | stage = "nowhere"',
        "      |         ^",
    ]


@pytest.mark.parametrize(
    ("value", "code"),
    [("0", "unknown-key"), ('"\\e"', "needs-toml-1.1")],
    ids=["unknown keys", "newer forms"],
)
def test_of_thousands_of_a_kind_the_first_are_shown_the_others_counted_and_all_are_in_json(
    value: str, code: str, files: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    head, _, rest = BAD.partition("\n\n")
    file = files / "many.toml"
    file.write_text(head + "".join(f"\nx{n} = {value}" for n in range(3_000)) + "\n\n" + rest)
    assert check(file) == 1
    captured = capsys.readouterr()
    assert captured.out.count(f"[{code}]") == 21
    assert f"{file}: 2980 more like these [{code}]" in captured.out
    assert '"nowhere"' in captured.out
    assert check("--format", "json", file) == 1
    assert sum(row["code"] == code for row in json.loads(capsys.readouterr().out)) == 3_000


def test_warnings_fail_only_when_strict(files: Path) -> None:
    assert check(files / "warned.toml") == 0
    assert check("--strict", files / "warned.toml") == 1
    assert check("--strict", files / "good.toml") == 0


def test_json_has_what_scripts_rely_on(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check("--format", "json", files / "bad.toml", files / "good.toml") == 1
    (row,) = json.loads(capsys.readouterr().out)
    assert row == {
        "file": f"{files}/bad.toml",
        "line": 9,
        "column": 9,
        "severity": "error",
        "code": "unknown-stage",
        "message": 'There is no stage "nowhere".',
        "hint": None,
        "node": "start",
    }


def test_annotations_for_workflows(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (files / "50%,a.toml").write_text(BAD)
    assert check("--format", "github", files / "50%,a.toml") == 1
    out = capsys.readouterr().out
    assert out.startswith("::error file=")
    assert "50%25%2Ca.toml,line=9,col=9,title=unknown-stage::There is no stage" in out


def test_the_other_files_are_checked_past_one_that_cannot_be_read(
    files: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check(files / "gone.toml", files / "bad.toml") == 2
    captured = capsys.readouterr()
    assert "unknown-stage" in captured.out
    assert "There is no file" in captured.err


def test_a_file_that_is_no_toml_shows_its_line_and_the_cure(
    files: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check(files / "broken.toml") == 1
    out = capsys.readouterr().out
    assert ":1:8: error:" in out
    assert '[nodes."逾期"]' in out


def test_carets_stand_under_wide_characters(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "wide.toml"
    file.write_text('format = "debttree/1"\nnodes.a = { title = "逾期账单", stage = "没有" }\n', "utf-8")
    check(file)
    lines = capsys.readouterr().out.splitlines()
    caret = next(line for line in lines if line.endswith("^"))
    shown = lines[lines.index(caret) - 1]
    before = shown[: shown.index('"没有"')]
    assert len(caret) - 1 == len(before) + sum(ord(c) > 0x2E80 for c in before)


def test_control_characters_of_the_file_do_not_reach_the_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "esc.toml"
    file.write_text(GOOD + 'stage = "\u202e"\nbrings = ["\\u001b[2J"] # \u009b\n', "utf-8")
    assert check(file) == 1
    captured = capsys.readouterr()
    for sign in ("\x1b", "\u202e", "\u009b"):
        assert sign not in captured.out + captured.err


def test_a_long_line_is_cut_around_its_place(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "long.toml"
    file.write_text(GOOD + f'tags = ["{"x" * 5000}"]\nbrings = [{" " * 5000}"none"]\n')
    check(file)
    lines = capsys.readouterr().out.splitlines()
    assert max(map(len, lines[1:])) < 160
    assert any('"none"' in line for line in lines)


def test_standard_input_is_a_file_too(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Stdin(io.TextIOWrapper):
        def isatty(self) -> bool:
            return False

    monkeypatch.setattr("sys.stdin", Stdin(io.BytesIO(BAD.encode())))
    assert check("-") == 1
    assert capsys.readouterr().out.startswith("-:9:9: error")


def test_the_keyboard_is_no_file(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    class Keyboard(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr("sys.stdin", Keyboard())
    assert check("-") == 2
    assert "keyboard" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["folder", "pipe", "dev"])
def test_what_is_no_ordinary_file_is_refused_at_once(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if not POSIX:
        pytest.skip("as POSIX alone has it")
    import os

    file = tmp_path / "x.toml"
    if name == "folder":
        file.mkdir()
    elif name == "pipe":
        os.mkfifo(file)
    else:
        file.symlink_to("/dev/zero")
    assert check(file) == 2
    assert "x.toml" in capsys.readouterr().err


def test_a_file_larger_than_a_tree_may_be_is_not_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "big.toml"
    with file.open("wb") as big:
        big.truncate(65 * 1024 * 1024)
    assert check(file) == 2
    assert "64 MB" in capsys.readouterr().err


def test_messages_in_chinese(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--lang", "zh", str(files / "bad.toml")]) == 1
    captured = capsys.readouterr()
    assert "错误" in captured.out
    assert "阶段" in captured.out
    assert "警告" in captured.err


def test_problems_come_sorted_by_place(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = files / "many.toml"
    file.write_text("".join(f'[nodes.n{i}]\nstage = "s"\n' for i in range(20)))
    check("--format", "json", file)
    rows = json.loads(capsys.readouterr().out)
    places = [(row["line"], row["column"]) for row in rows]
    assert places == sorted(places)


@pytest.mark.parametrize(
    "arguments",
    [
        ["check"],
        ["check", "--nonsense", "x"],
        ["check", "--format", "xml", "x"],
        ["check", "--now", "soon", "x"],
    ],
)
def test_wrong_usage_ends_with_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2
    assert "--help" in capsys.readouterr().err


def test_missing_translations_are_one_line_a_language_unless_all_are_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "tree.toml"
    head = 'format = "debttree/1"\n[tree]\ntitle.en = "T"\nlanguages = ["en", "es", "fr"]\n'
    urgent = '[[urgent]]\nlabel = { en = "U", es = "U" }\nto = "a"\n'
    file.write_text(f'{head}{urgent}[nodes.a]\ntitle.en = "A"\ntitle.fr = "A"\n')
    assert check(file) == 0
    out, err = capsys.readouterr()
    assert out.count("[missing-translation]") == 2
    assert "tree.toml:3:1: warning: Texts that are not there in es: 2. This is the first." in out
    assert "not there in fr: 2" in out
    assert err == "1 file: 0 errors, 3 warnings\n"
    check("--all", file)
    assert capsys.readouterr().out.count("[missing-translation]") == 3
    check("--format", "json", file)
    rows = json.loads(capsys.readouterr().out)
    assert [row["code"] for row in rows] == ["missing-translation"] * 3
    assert check("--strict", file) == 1


def test_all_lists_each_of_many_missing_translations(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "tree.toml"
    nodes = "".join(f'[nodes.n{number}]\ntitle.en = "T"\n' for number in range(30))
    file.write_text(f'format = "debttree/1"\n[tree]\ntitle = "T"\nlanguages = ["en", "es"]\n{nodes}')
    check("--all", file)
    assert capsys.readouterr().out.count("is not there in: es") == 30


def test_a_single_missing_translation_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "tree.toml"
    file.write_text(
        'format = "debttree/1"\n[tree]\ntitle.en = "T"\nlanguages = ["en", "es"]\n[nodes.a]\ntitle = "1"\n'
    )
    check(file)
    assert '"title" is not there in: es [missing-translation]' in capsys.readouterr().out


def test_the_rules_of_a_house_are_asked_for_by_an_option_and_by_the_tree(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "guide.toml"
    file.write_bytes(GUIDE)
    stories = "--rules", "stories"

    def codes(*options: str) -> list[str]:
        assert main(["check", str(file), "--format", "json", *options]) == 0
        return [row["code"] for row in json.loads(capsys.readouterr().out) if row["code"] == "no-story"]

    assert codes() == []
    assert codes(*stories) == ["no-story"], "no file of stories at all is one cause"
    written = GUIDE.replace(b"[tree]", b'[tree]\nrequire = ["stories"]')
    file.write_bytes(written)
    assert codes() == ["no-story"]
    story = 'format = "debttree-story/1"\ntree = "guide"\n[[story]]\nname = "a"\nanswers = ["paid"]\n'
    file.with_name("guide.stories.toml").write_text(story, "utf-8")
    assert codes() == ["no-story"], "one end has a story, the other none"
    assert main(["check", str(file), "--rules", "storys"]) == 2
    assert "stories" in capsys.readouterr().err

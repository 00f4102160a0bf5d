"""`check` takes folders and patterns; an unknown command is called unknown."""

import os
from pathlib import Path

import pytest

from debttree.cli import checked_files
from debttree.cli.main import main
from tests.on_posix import POSIX

SOUND = 'format = "debttree/1"\n[[urgent]]\nlabel = "Now"\nto = "a"\n[nodes.a]\ntitle = "A"\n'


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two trees, one of them broken and further down, stories, and other TOML files."""
    if not POSIX:
        pytest.skip("as POSIX alone has it")
    (tmp_path / "in" / "deep").mkdir(parents=True)
    (tmp_path / "in" / ".hidden").mkdir()
    (tmp_path / "in" / "a.toml").write_text(SOUND)
    (tmp_path / "in" / "deep" / "b.toml").write_text("# a comment\n'format'='debttree/1'\n[nodes.a\n")
    (tmp_path / "in" / "a.stories.toml").write_text('format = "debttree-story/1"\n')
    (tmp_path / "in" / "pyproject.toml").write_text('[tool.x]\nformat = "toml"\n')
    (tmp_path / "in" / ".hidden" / "c.toml").write_text(SOUND)
    os.mkfifo(tmp_path / "in" / "pipe.toml")  # nobody waits for what it never says
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("names", [["in"], ["in/"], ["in/**/*.toml"], ["in/a.toml", "in", "in/deep/*.toml"]])
def test_a_folder_or_pattern_stands_for_the_trees_below_it_each_once(
    names: list[str], house: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", *names, "--lang", "en"]) == 1
    out, err = capsys.readouterr()
    assert out.startswith("in/deep/b.toml:3:")
    assert "2 files: 1 error, 0 warnings" in err
    assert "Stories, passed over: in/a.stories.toml. `debttree test` walks them." in err


@pytest.mark.parametrize("name", ["empty", "empty/", "in/x*.toml", "in/pyproj*.toml"])
def test_where_there_is_no_tree_it_is_said(
    name: str, house: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", name, "in/a.toml", "--lang", "en"]) == 2
    err = capsys.readouterr().err
    assert f"No tree is there: {name}" in err
    assert "1 file: 0 errors" in err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["pahts"], 'There is no command and no tree called "pahts".\n  Did you mean "paths"?'),
        (["pahts", "alipay-overdue"], 'There is no command "pahts".\n  Did you mean "paths"?'),
        (["ways", "alipay-overdue"], 'There is no command "ways".\n  See `debttree --help`.'),
    ],
)
def test_an_unknown_command_is_called_unknown(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        main(["--lang", "en", *arguments])
    assert left.value.code == 2
    assert said in capsys.readouterr().err


def test_what_other_programs_brought_along_is_passed_over_and_links_lead_in_no_circles(
    house: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for place in ("node_modules/x", "own-env", "in/.hidden/deep", ".venv/lib"):
        (house / place).mkdir(parents=True)
        (house / place / "broken.toml").write_text('format = "debttree/1"\n[')
    (house / "own-env" / "pyvenv.cfg").touch()
    (house / "in" / ".broken.toml").write_text('format = "debttree/1"\n[')
    for name in ("round", "and-round"):  # a library that follows them visits 2 ** 40 places
        (house / "in" / "deep" / name).symlink_to(house / "in", target_is_directory=True)
    (house / "in" / "deep" / "b.toml").unlink()
    for names in (
        ["."],
        ["**/*.toml"],
        ["**"],
        ["in/**/a.*"],
        ["*/a.toml"],
        ["[h-j]n"],
        ["in/deep/r*d/a.toml"],
    ):
        assert main(["check", *names, "--lang", "en"]) == 0, names
        assert "1 file: 0 errors, 0 warnings" in capsys.readouterr().err
    assert main(["check", "in/.hidden/*.toml", "--lang", "en"]) == 0  # whoever names it means it


@pytest.mark.parametrize("name", [".", "**/*.toml"])
def test_a_whole_disk_is_not_looked_through_and_that_is_said(
    name: str, house: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checked_files, "ENTRIES_AT_MOST", 5)
    assert main(["check", name, "--lang", "en"]) == 2
    err = capsys.readouterr().err
    assert f"{name} holds too much: only the first 5 files and folders were looked at." in err
    assert "Name the folder that the trees are in." in err


def test_stories_that_a_shell_names_with_the_trees_are_passed_over_too(
    house: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "in/a.stories.toml", "in/a.toml", "--lang", "en"]) == 0
    assert "Stories, passed over: in/a.stories.toml." in capsys.readouterr().err
    assert main(["check", "in/a.stories.toml", "--lang", "en"]) == 2, "no tree was checked"

"""A hostile tree through every command: no character that acts or that nobody sees reaches stdout or stderr."""

import io
import re
import sys
from pathlib import Path

import pytest

from debttree.cli.main import main
from debttree.storage.library import user_folder

TREE = Path(__file__).parents[1] / "tui" / "trees" / "hostile.toml"
FORBIDDEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069"
    "\u00ad\u115f\u1160\u2800\u3164\ufe0f\ufeff\uffa0\U000e0000-\U000e007f]"
)
COMMANDS = [
    *(f"check --format {form}" for form in ("text", "json", "github")),
    *(f"graph --format {form}" for form in ("text", "mermaid", "dot", "graphml", "json", "svg")),
    *(f"export --path start:end,end --format {form}" for form in ("md", "txt", "html", "json", "toml")),
    "export --path start:end,end --format ics --date start:limit=2026-11-20",
    *(f"prospects --format {form}" for form in ("text", "json")),
    *(f"paths --format {form}" for form in ("text", "json")),
    *(f"print --format {form}" for form in ("html", "md")),
    *(f"diff tutorial --format {form}" for form in ("text", "json", "md")),
]


def is_harmless(shown: str) -> bool:
    """Whether no character acts but those that end or indent lines."""
    return FORBIDDEN.search(shown.replace("\r\n", "\n").replace("\t", "")) is None


@pytest.mark.parametrize("command", COMMANDS)
def test_no_command_lets_a_character_act_or_hide(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    name, *options = command.split()
    assert main([name, str(TREE), *options, "--now", "2026-11-23"]) == 0
    shown = capsys.readouterr()
    assert shown.out
    assert is_harmless(shown.out)
    assert is_harmless(shown.err)


@pytest.fixture
def own_tree() -> Path:
    """The same tree in the user's folder, under a name that acts too."""
    folder = user_folder()
    folder.mkdir(parents=True)
    file = folder / "[@click=app.pwn]\x1b[31m.toml"
    file.write_bytes(TREE.read_bytes())
    return file


@pytest.mark.parametrize("form", ["text", "json"])
def test_no_list_of_trees_or_journeys_does(
    form: str, own_tree: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("1\nn\n\x1b[31mmy note\u202e\nq\n"))
    assert main(["walk", str(own_tree), "--now", "2026-11-23"]) == 0
    assert is_harmless("".join(capsys.readouterr()))
    for command in ("trees", "journeys"):
        assert main([command, "--format", form]) == 0
        shown = capsys.readouterr()
        assert re.search("click.app.pwn", shown.out)
        assert is_harmless(shown.out + shown.err)


def test_no_walk_does(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    typed = "1\nb\n2\ny\nb\n3\n1\nn\n\x1b[31mmy note\u202e\n!\n\nq\n"
    monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
    assert main(["walk", str(TREE), "--now", "2026-11-23"]) == 0
    shown = capsys.readouterr()
    assert "turn" in shown.out
    assert is_harmless(shown.out + shown.err)


def test_no_rename_does(own_tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rename", str(own_tree), "turn", "bend"]) == 0
    assert main(["rename", str(own_tree), "\x1b[31mturn\u202e", "bend"]) == 2
    shown = capsys.readouterr()
    assert "bend" in own_tree.read_text("utf-8")
    assert is_harmless(shown.out + shown.err)


def test_no_editor_that_finds_no_terminal_does(own_tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["edit", str(own_tree)]) == 2
    shown = capsys.readouterr()
    assert shown.err
    assert is_harmless(shown.out + shown.err)

"""A hostile tree through every command: no character that acts or that nobody sees reaches stdout or stderr."""

import re
from pathlib import Path

import pytest

from debttree.cli.main import main

TREE = Path(__file__).parents[1] / "tui" / "trees" / "hostile.toml"
FORBIDDEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069"
    "\u00ad\u115f\u1160\u2800\u3164\ufe0f\ufeff\uffa0\U000e0000-\U000e007f]"
)
COMMANDS = [
    *(f"check --format {form}" for form in ("text", "json", "github")),
    *(f"graph --format {form}" for form in ("text", "mermaid", "dot", "graphml", "json")),
    *(f"export --path start:end,end --format {form}" for form in ("md", "txt", "html", "json", "toml")),
    *(f"prospects --format {form}" for form in ("text", "json")),
    *(f"paths --format {form}" for form in ("text", "json")),
]


@pytest.mark.parametrize("command", COMMANDS)
def test_no_command_lets_a_character_act_or_hide(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    name, *options = command.split()
    assert main([name, str(TREE), "--now", "2026-11-23", *options]) == 0
    shown = capsys.readouterr()
    assert shown.out
    assert not FORBIDDEN.search(shown.out.replace("\t", ""))
    assert not FORBIDDEN.search(shown.err)

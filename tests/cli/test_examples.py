"""The commands that the pages for readers show: each is understood, and those with nothing to fill in do their work."""

import io
import json
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from debttree.cli.arguments import parse
from debttree.cli.main import main

ROOT = Path(__file__).parents[2]
PAGES = sorted(
    (*ROOT.glob("README*.md"), *(ROOT / "docs").glob("*.md"), *ROOT.glob("docs/users/*.md"))
)  # fmt: skip
FULL_SCREEN = ("explore", "edit")


def commands_of(page: Path) -> Iterator[list[str]]:
    """The arguments of every command on a page, in their order."""
    text = page.read_text("utf-8")
    for code in re.findall(r"`(debttree(?:[ /][^`]*)?)`|^(debttree .*)$", text, re.MULTILINE):
        command = "".join(code)
        if not re.match(r"debttree(-journey)?/1", command):
            yield shlex.split(command.partition(" | ")[0])[1:]


def has_blanks(arguments: list[str]) -> bool:
    """Whether a reader has to put words of their own in: such words are in capitals, or Chinese."""
    return any(re.search(r"^[A-Z]+$|[^\x00-\x7f]", argument) for argument in arguments)


ALIKE = {json.dumps([*commands_of(page)]): page for page in reversed(PAGES)}
"""A page for each list of commands: a page and its translation mostly show the same, which are run once."""


@pytest.mark.parametrize("page", ALIKE.values(), ids=lambda page: str(page.relative_to(ROOT)))
def test_the_commands_of_a_page_work(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("li", "wang"):
        monkeypatch.setattr("sys.stdin", io.StringIO("1\nq\n"))
        assert main(["walk", "--journey", name]) == 0
    for arguments in commands_of(page):
        if {"-h", "--help"} & {*arguments}:
            with pytest.raises(SystemExit) as left:
                parse(arguments)
            assert left.value.code == 0
            continue
        _, options, _ = parse(arguments)
        if options.command not in FULL_SCREEN and not has_blanks(arguments):
            monkeypatch.setattr("sys.stdin", io.StringIO("q\n"))
            assert main(arguments) == 0, arguments


def test_the_pages_show_commands() -> None:
    shown = [arguments for page in PAGES for arguments in commands_of(page)]
    run = [arguments for arguments in shown if not has_blanks(arguments)]
    assert {"check", "export", "forget", "journeys", "new", "paths", "prospects", "walk"} <= {
        a[0] for a in run if a
    }

"""The page for authors who come from Word does what it says, in both languages, up to `check --strict`."""

import re
from pathlib import Path

import pytest

from debttree.cli.main import main

DOCS = Path(__file__).parents[2] / "docs" / "authors"
PAGES = {"en": (DOCS / "from-word.md", "en_GB.UTF-8"), "zh": (DOCS / "from-word.zh.md", "zh_CN.UTF-8")}


@pytest.mark.parametrize("language", PAGES)
def test_each_step_of_the_page_does_what_it_shows(
    language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    page, locale = PAGES[language]
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LANG", locale)
    outline = Path("talk.md")
    commands = 0
    for kind, block in re.findall(r"```(\w+)\n(.*?)```", page.read_text("utf-8"), flags=re.DOTALL):
        if kind == "markdown":
            outline.write_text(block, "utf-8")
        elif kind == "diff":
            for old, new in re.findall(r"^-(.+)\n\+(.*)$", block, re.MULTILINE):
                assert outline.read_text("utf-8").count(f"{old}\n") == 1
                outline.write_text(outline.read_text("utf-8").replace(f"{old}\n", f"{new}\n"), "utf-8")
        else:
            command, _, said = block.partition("\n")
            assert main([*command.removeprefix("$ debttree ").split(), "--now", "2026-11-23"]) == 0
            captured = capsys.readouterr()
            assert captured.err + captured.out == said
            commands += 1
    assert commands == 3
    word = "# Guessed: " if language == "en" else "# 猜测"
    assert (
        Path("talk.toml").read_text("utf-8").count(word),
        Path("call.toml").read_text("utf-8").count(word),
    ) == (1, 0)

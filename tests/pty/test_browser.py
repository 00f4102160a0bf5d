"""The person's browser beside the real terminal: it prints nowhere, blocks nothing, and a text browser has it all."""

import shutil
from pathlib import Path

import pytest

from tests.pty.terminal import Terminal
from tests.tui.conftest import TREES

pytestmark = pytest.mark.pty


def asked(tmp_path: Path, name: str, lines: str) -> Terminal:
    """The explorer, after a yes to the question whether an address shall be opened."""
    script = tmp_path / name
    script.write_text(f"#!/bin/sh\n{lines}")
    script.chmod(0o755)
    terminal = Terminal(
        str(TREES / "loan.toml"), "--private", "--lang", "en", "--now", "2026-11-23", size=(100, 30),
        env={"BROWSER": f"{tmp_path}/nosuch:{script}"},
    )  # fmt: skip
    terminal.wait("How long is it overdue")
    terminal.press("1", "s")
    terminal.wait("Civil Code")
    terminal.press("enter")
    terminal.wait("Open this address in your browser")
    terminal.press("y")
    return terminal


def test_a_browser_that_prints_and_stays_is_neither_seen_nor_waited_for(tmp_path: Path) -> None:
    with asked(tmp_path, "mine", "echo NOISE; echo NOISE >&2; exec sleep 30\n") as terminal:
        terminal.wait("The address goes to your browser.")
        terminal.press("n")
        terminal.wait("Your note")
        assert b"NOISE" not in terminal.raw


def test_a_browser_that_fails_is_told_with_the_address(tmp_path: Path) -> None:
    with asked(tmp_path, "mine", "exit 3\n") as terminal:
        terminal.wait("No browser opened https://example.org/188: it ended with status 3.")
        terminal.press("q")
        assert terminal.ends() == 0


def test_a_text_browser_has_the_terminal_until_it_ends(tmp_path: Path) -> None:
    lines = """trap 'echo INTERRUPTED' INT; echo "SHOWS $1"; until read a; do :; done; echo "GOT $a"\n"""
    with asked(tmp_path, "w3m", lines) as terminal:
        terminal.wait("SHOWS https://example.org/188")
        assert b"debttree waits for your browser w3m; close it to go on here" in terminal.raw
        terminal.press("ctrl+c")
        terminal.wait("INTERRUPTED")
        terminal.press("over\n")
        terminal.until(lambda: b"GOT over" in terminal.raw, "the end of the browser")
        terminal.wait("Links in the text")
        terminal.press("n")
        terminal.wait("Your note")


@pytest.mark.skipif(shutil.which("w3m") is None, reason="no w3m here")
def test_w3m_comes_and_goes(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<p>A page of its own")
    with asked(tmp_path, "www-browser", f"exec w3m {page}\n") as terminal:
        terminal.wait("A page of its own")
        terminal.press("q")
        terminal.wait("Do you want to exit w3m")
        terminal.press("y")
        terminal.press("n")
        terminal.wait("Your note")

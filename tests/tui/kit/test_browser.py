"""Which browser opens an address, and whether it draws on the terminal; nothing is opened."""

import sys
from pathlib import Path

import pytest

from debttree.system.programs import has_windows
from debttree.tui.kit.browser import browser_for

ADDRESS = "https://example.org/?a=%s&b=`x`"


def programs(tmp_path: Path, *names: str) -> dict[str, str]:
    for name in names:
        program = tmp_path / "bin" / name
        program.parent.mkdir(exist_ok=True)
        program.write_text("#!/bin/sh\n")
        program.chmod(0o755)
    return {"PATH": str(tmp_path / "bin")}


@pytest.mark.parametrize(
    ("named", "command", "in_terminal"),
    [
        ("w3m", ("w3m", ADDRESS), True),
        ("w3m -o x=1", ("w3m", "-o", "x=1", ADDRESS), True),
        ("nosuch:firefox --new-tab %s &", ("firefox", "--new-tab", ADDRESS), False),
        ("firefox '--url=%s'", ("firefox", f"--url={ADDRESS}"), False),
        ("'", None, False),
        (" : ", None, False),
    ],
)
def test_what_browser_names_is_taken_and_no_shell_reads_it(
    named: str, command: tuple[str, ...] | None, in_terminal: bool, tmp_path: Path
) -> None:
    known = programs(tmp_path, "w3m", "firefox")
    found = browser_for(ADDRESS, {**known, "BROWSER": named}, has_windows=True)
    if command is None:
        assert (found.command[0], found.command[-1], found.name) == (sys.executable, ADDRESS, "")
    else:
        assert found.command == command
    assert found.in_terminal is in_terminal


def test_a_link_to_a_text_browser_draws_on_the_terminal(tmp_path: Path) -> None:
    known = programs(tmp_path, "lynx")
    (tmp_path / "bin" / "my-browser").symlink_to("lynx")
    assert browser_for(ADDRESS, {**known, "BROWSER": "my-browser"}, has_windows=True).in_terminal


def test_without_windows_a_text_browser_is_taken_and_with_them_the_systems_own(tmp_path: Path) -> None:
    known = programs(tmp_path, "links")
    assert browser_for(ADDRESS, known, has_windows=False).command == ("links", ADDRESS)
    assert not browser_for(ADDRESS, known, has_windows=True).in_terminal
    assert browser_for(ADDRESS, {"PATH": ""}, has_windows=False).name == ""
    assert has_windows({"DISPLAY": ":0"}) and has_windows({"WAYLAND_DISPLAY": "wayland-0"})
    assert not has_windows({"DISPLAY": ""}) or sys.platform in ("darwin", "win32")

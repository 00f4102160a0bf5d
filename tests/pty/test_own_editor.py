"""The person's own editor on the real terminal: whatever becomes of it, the screen is back and nothing is lost."""

import os
import shlex
import shutil
import signal
from pathlib import Path

import pytest

from tests.on_posix import POSIX
from tests.pty.editor import NOW, quit_at_once
from tests.pty.terminal import Terminal

if not POSIX:
    pytest.skip("signals, owners and terminals as POSIX has them", allow_module_level=True)

pytestmark = pytest.mark.pty

CHANGE = """sed -i 's/They refuse/They say no/' "$1"\n"""
"""What an editor of a few lines saves."""


@pytest.fixture
def script(tmp_path: Path) -> Path:
    return tmp_path / "own editor"


def opened(script: Path, file: Path, lines: str) -> Terminal:
    """The editor, with a script as the person's own editor; its path has a space and is not quoted."""
    script.write_text(f"#!/bin/sh\n{lines}")
    script.chmod(0o755)
    terminal = Terminal("edit", *NOW, str(file), size=(120, 36), env={"VISUAL": " ", "EDITOR": str(script)})
    terminal.wait("problems?(?s:.)*Tree settings")
    return terminal


def drafts(file: Path) -> list[Path]:
    return list(file.parent.glob(".*.draft.toml"))


def leaves(terminal: Terminal) -> None:
    """The program takes keys still, and leaves without what was edited."""
    terminal.press("q")
    terminal.wait("Leave without saving")
    terminal.press("2")
    assert terminal.ends() == 0


def test_what_an_editor_saved_is_one_edit_and_the_draft_goes(script: Path, file: Path) -> None:
    lines = f'ls "${{1%/*}}"/loan.toml; case "$1" in */.loan.*.draft.toml) {CHANGE};; esac\n'
    with opened(script, file, lines) as terminal:
        terminal.press("E")
        terminal.wait("Taken over from your editor; it is not saved yet.")
        assert b"debttree waits for your editor; close it to go on here" in terminal.raw
        assert drafts(file) == []
        terminal.press("u")
        terminal.wait("Undone")
        quit_at_once(terminal)


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("exit 0\n", "came back at once. What you save there is taken over here"),
        ("exit 1\n", "own editor ended with status 1. Nothing was changed."),
        ("kill -9 $$\n", "own editor was ended by SIGKILL. Nothing was changed."),
        ('rm "$1"\n', "Nothing was changed."),
    ],
)
def test_an_editor_that_changes_nothing_leaves_the_screen_as_it_was(
    script: Path, file: Path, lines: str, said: str
) -> None:
    with opened(script, file, lines) as terminal:
        terminal.press("E")
        terminal.wait(said)
        quit_at_once(terminal)
        assert drafts(file) == []
        assert b"\x1b[?1049l" in terminal.raw


@pytest.mark.parametrize(
    ("end", "said"),
    [
        ("exit 1\n", "ended with status 1. What it saved is taken over; u takes it back."),
        ("stty raw -echo; kill -9 $$\n", "was ended by SIGKILL. What it had saved is taken over"),
    ],
)
def test_what_an_editor_had_saved_before_it_failed_is_taken_over(
    script: Path, file: Path, end: str, said: str
) -> None:
    with opened(script, file, CHANGE + end) as terminal:
        terminal.press("E")
        terminal.wait(said)
        terminal.wait("not saved")
        leaves(terminal)
        assert drafts(file) == []


def test_an_editor_that_is_not_there_is_named_before_anything_is_done(file: Path) -> None:
    with Terminal("edit", *NOW, str(file), size=(120, 36), env={"EDITOR": "/nowhere/edit"}) as terminal:
        terminal.wait("problems?(?s:.)*Tree settings")
        terminal.press("E")
        terminal.wait("There is no editor /nowhere/edit. It is named by EDITOR.")
        quit_at_once(terminal)


def test_an_editor_that_cannot_be_started_gives_the_screen_back(script: Path, file: Path) -> None:
    with opened(script, file, "") as terminal:
        script.write_text("#!/nowhere/shell\n")
        terminal.press("E")
        terminal.wait("The editor own editor cannot be started: it is not there")
        quit_at_once(terminal)
        assert drafts(file) == []


def test_what_an_editor_saves_that_came_back_at_once_is_taken_over_until_it_ends(
    script: Path, file: Path, tmp_path: Path
) -> None:
    gate = tmp_path / "gate"
    os.mkfifo(gate)
    waiting = f"read _ < {gate}\n".replace(str(gate), shlex.quote(str(gate)))
    with opened(script, file, f"({waiting}{CHANGE}{waiting}) < /dev/null > /dev/null 2>&1 &\n") as terminal:
        terminal.press("E")
        terminal.wait("own editor came back at once.")
        (draft,) = drafts(file)
        gate.write_text("\n")
        terminal.wait("Taken over from your editor; it is not saved yet.")
        terminal.press("u")
        terminal.wait("Undone")
        terminal.press("q")
        terminal.wait("Your own editor may have a draft open still")
        terminal.press("2")
        assert draft.exists()
        gate.write_text("\n")
        terminal.wait("Your editor has ended; all it saved is taken over.")
        assert drafts(file) == []
        quit_at_once(terminal)


def test_ctrl_c_is_the_own_editors_while_it_has_the_terminal(script: Path, file: Path) -> None:
    lines = f"trap 'echo interrupted' INT\n{CHANGE}echo READY; read word; read word; read word\n"
    with opened(script, file, lines) as terminal:
        terminal.press("E")
        terminal.wait("READY")
        terminal.press("ctrl+c")
        terminal.wait("interrupted")
        terminal.press("\n", "\n", "\n")
        terminal.wait("Taken over from your editor|ended with status")
        leaves(terminal)


def test_an_editor_that_dies_of_ctrl_c_ends_alone(file: Path) -> None:
    # No script: dash drops a Ctrl+C that comes between its vfork and the exec of the command that it waits for.
    with Terminal("edit", *NOW, str(file), size=(120, 36), env={"EDITOR": "tail -f"}) as terminal:
        terminal.wait("problems?(?s:.)*Tree settings")
        terminal.press("E")
        terminal.wait("debttree waits for your editor")
        terminal.press("ctrl+c")
        terminal.wait("tail was ended by SIGINT. Nothing was changed.")
        quit_at_once(terminal)


def test_a_draft_that_had_to_be_left_is_named_at_the_next_start(script: Path, file: Path) -> None:
    with opened(script, file, 'sleep 100 < /dev/null > /dev/null 2>&1 &\necho $! > "$0.pid"\n') as terminal:
        terminal.press("E")
        terminal.wait("came back at once")
        terminal.press("q")
        terminal.wait("1 Leave")
        terminal.press("1")
        assert terminal.ends() == 0
    os.kill(int(Path(f"{script}.pid").read_text()), signal.SIGKILL)
    (draft,) = drafts(file)
    with Terminal("edit", *NOW, str(file), size=(120, 36)) as terminal:
        terminal.wait(f"(?s)A draft for your own editor was left here:.*{draft.name[-17:]}")
        quit_at_once(terminal)


@pytest.mark.parametrize("begin", [["edit"], []], ids=["editor", "explorer"])
def test_a_signal_leaves_no_draft_that_nobody_has_open(script: Path, file: Path, begin: list[str]) -> None:
    script.write_text("#!/bin/sh\n")
    script.chmod(0o755)
    with Terminal(*begin, *NOW, str(file), size=(120, 36), env={"EDITOR": str(script)}) as terminal:
        if not begin:
            terminal.wait("1 Up to 90 days")
            terminal.press("e")
        terminal.wait("problems?(?s:.)*Tree settings")
        terminal.press("E")
        terminal.wait("came back at once")
        assert drafts(file)
        os.kill(terminal.pid, signal.SIGTERM)
        assert terminal.ends() == 128 + signal.SIGTERM
    assert drafts(file) == []


@pytest.mark.skipif(shutil.which("vim") is None and shutil.which("vim.tiny") is None, reason="no vim here")
def test_vim_is_left_with_cq_and_with_what_it_wrote(file: Path) -> None:
    vim = shutil.which("vim") or shutil.which("vim.tiny") or ""
    with Terminal("edit", *NOW, str(file), size=(120, 36), env={"EDITOR": f"{vim} -u NONE"}) as terminal:
        terminal.wait("problems?(?s:.)*Tree settings")
        terminal.press("E")
        terminal.wait(r"\d+L, \d+B|\d+ lines")
        terminal.press(":cq\r")
        terminal.wait("ended with status 1. Nothing was changed.")
        terminal.press("E")
        terminal.wait(r"\d+L, \d+B|\d+ lines")
        terminal.press(":%s/They refuse/They say no/ge\r:wq\r")
        terminal.wait("Taken over from your editor; it is not saved yet.")
        leaves(terminal)


@pytest.mark.skipif(shutil.which("ed") is None, reason="no ed here")
def test_ed_is_used_line_by_line(file: Path, tmp_path: Path) -> None:
    with Terminal("edit", *NOW, str(file), size=(120, 36), env={"EDITOR": "ed"}) as terminal:
        terminal.wait("problems?(?s:.)*Tree settings")
        terminal.press("E")
        terminal.wait(str(len(file.read_bytes())))
        terminal.press("=\n")  # ed says how much it has read before it minds Ctrl+C
        terminal.wait(rf"(?m)^{len(file.read_text().splitlines())}")
        terminal.press("ctrl+c")
        terminal.wait(r"(?m)^\?")
        terminal.press(",s/They refuse/They say no/g\n", "w\n", "q\n")
        terminal.wait("Taken over from your editor|What it saved is taken over")
        leaves(terminal)
    assert not any(name.name.startswith("+") for name in tmp_path.iterdir())

"""Signals and a closed terminal: it ends with the documented status, and the terminal is as it was."""

import os
import re
import shutil
import signal
from pathlib import Path

import pytest

from debttree.journey import store
from debttree.storage.journal import unsaved
from tests.export.conftest import GUIDE
from tests.on_posix import POSIX
from tests.pty.terminal import PROGRAM, Terminal

if not POSIX:
    pytest.skip("signals, owners and terminals as POSIX has them", allow_module_level=True)

LEFT_ON = (b"1049", b"1000", b"1003", b"1006", b"1004", b"2004")
"""Modes that must be off again: alternate screen, mouse, focus, pasting."""


def restored(raw: bytes) -> bool:
    """Whether every mode that was switched on was switched off again, and the cursor shows."""
    last = dict(re.findall(rb"\x1b\[\?(\d+)([hl])", raw))
    return all(last.get(mode) == b"l" for mode in LEFT_ON) and last.get(b"25") == b"h"


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_the_explorer_and_leaves_the_terminal_as_it_was(number: signal.Signals) -> None:
    with Terminal(str(GUIDE), "--lang", "en") as terminal:
        terminal.wait("How long has the bill been overdue")
        os.kill(terminal.pid, number)
        assert terminal.ends() == 128 + number
        assert restored(terminal.raw)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_the_editor_and_its_edits_are_there_again(
    tmp_path: Path, number: signal.Signals
) -> None:
    file = tmp_path / "guide.toml"
    shutil.copy(GUIDE, file)
    with Terminal("edit", str(file), "--lang", "en") as terminal:
        terminal.wait("Tree settings")
        terminal.press("down", "D")
        terminal.wait("not saved")
        os.kill(terminal.pid, number)
        assert terminal.ends() == 128 + number
        assert restored(terminal.raw)
    assert file.read_bytes() == GUIDE.read_bytes()
    (edits,) = unsaved(file)
    assert edits.text != GUIDE.read_text()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_the_line_mode_and_the_journey_is_kept(number: signal.Signals) -> None:
    with Terminal("walk", str(GUIDE), "--lang", "en") as terminal:
        terminal.wait("Number from 1 to 2")
        terminal.press("1\r")
        terminal.wait("Number from 1 to 3")
        os.kill(terminal.pid, number)
        assert terminal.ends() == -number
        assert b"Traceback" not in terminal.raw
    assert len(store.load("guide").journey.path.steps) == 1


ACTS: dict[tuple[str, ...], tuple[str, ...]] = {
    (): ("1",),
    ("edit",): ("down", "D"),
    ("walk",): ("1", "enter"),
}
"""What the person does before the terminal closes, by how the program was started."""


@pytest.mark.parametrize("arguments", ACTS)
def test_a_terminal_that_is_closed_ends_the_program_even_where_hang_ups_are_ignored(
    tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    file = tmp_path / "guide.toml"
    shutil.copy(GUIDE, file)
    script = f"trap '' HUP; exec {PROGRAM} {' '.join(arguments)} {file} --lang en"
    with Terminal("-c", script, program="/bin/sh") as terminal:
        terminal.wait("How long has the bill b")
        terminal.press(*ACTS[arguments])
        terminal.wait("not saved" if arguments == ("edit",) else "Before the first call")
        assert terminal.closes() != 0 or arguments == ("walk",)
    if arguments == ("edit",):
        assert len(unsaved(file)) == 1
    else:
        assert len(store.load("guide").journey.path.steps) == 1


@pytest.mark.parametrize(("arguments", "closes"), [((), True), (("edit",), False)])
def test_a_program_that_waits_for_a_terminal_which_takes_nothing_can_be_ended(
    arguments: tuple[str, ...], closes: bool
) -> None:
    with Terminal(*arguments, str(GUIDE), "--lang", "en", "--private") as terminal:
        terminal.wait("How long has the bill b")
        terminal.send(b"Ljk" * 400)
        terminal.stalls()
        if closes:
            assert terminal.closes() == 128 + signal.SIGHUP
        else:
            os.kill(terminal.pid, signal.SIGTERM)
            assert terminal.ends(reading=False) == 128 + signal.SIGTERM


def test_ctrl_z_gives_the_shell_back_and_fg_the_program() -> None:
    bash = shutil.which("bash")
    if bash is None:
        pytest.skip("there is no shell here that is known to have jobs")
    with Terminal("--norc", "--noprofile", "-i", program=bash, env={"PS1": "ready> "}) as terminal:
        terminal.wait("ready>")
        terminal.press(f"{PROGRAM} {GUIDE} --lang en\r")
        terminal.wait("How long has the bill been overdue")
        terminal.press("ctrl+z")
        terminal.until(lambda: b"ready>" in terminal.raw.partition(b"Stopped")[2], "the shell, awake again")
        assert restored(terminal.raw.partition(b"Stopped")[0])
        before = len(terminal.raw)
        terminal.press("fg\r")
        terminal.until(lambda: b"How long has the bill" in terminal.raw[before:], "the screen painted again")
        terminal.press("1")
        terminal.wait("Before the first call")
        terminal.press("q")  # what is typed before the shell asks again, the program may still throw away
        terminal.until(lambda: b"ready>" in terminal.raw[before:], "the shell again")
        terminal.press("echo status $?\r")
        terminal.until(lambda: b"status 0" in terminal.raw[before:], "how the program ended")


@pytest.mark.parametrize("arguments", [(), ("edit",)])
def test_ctrl_z_does_nothing_where_no_shell_could_wake_the_program(arguments: tuple[str, ...]) -> None:
    with Terminal(*arguments, str(GUIDE), "--lang", "en") as terminal:
        terminal.wait("How long has the bill b")
        terminal.press("ctrl+z", "?")
        terminal.wait("Back to the shell|Every key|Where you stand|In the editor")


NO_KEYS = (b"\xc4\xe3\xba\xc3", b"\xff", b"\x1b[M\xe0\xf0", b"\x1b[99999999999u", b"\x1b[:u", b"\x9b")
"""As a terminal set to GBK sends them, an old one where the mouse moves, or a bad line."""


def test_bytes_that_are_no_key_end_nothing() -> None:
    with Terminal(str(GUIDE), "--lang", "en", "--private") as terminal:
        terminal.wait("›1 Less than three months")
        for sent in NO_KEYS:
            key, seen = ("down", "›2") if "›1" in terminal.text() else ("up", "›1")
            terminal.send(sent)
            for _ in range(100):  # a key that comes in one piece with such bytes may be lost
                terminal.press(key)
                terminal.reads(0.2)
                if seen in terminal.text():
                    break
            assert seen in terminal.text(), sent
        terminal.press("ctrl+c")
        assert terminal.ends() == 130
        assert restored(terminal.raw)
        assert b"Error" not in terminal.raw


def test_two_hundred_sizes_while_keys_come_end_in_the_last_one() -> None:
    with Terminal(str(GUIDE), "--lang", "en") as terminal:
        terminal.wait("How long has the bill been overdue")
        terminal.press("1")
        for number in range(200):
            terminal.resize(20 + number * 7 % 140, 4 + number * 5 % 50)
            terminal.press("down" if number % 3 else "L")
            terminal.reads(0)
        terminal.resize(100, 30)
        terminal.wait("(?m)^.{80,}$")
        terminal.wait("Before the first call|打电话之前")
        terminal.press("q")
        assert terminal.ends() == 0
        assert restored(terminal.raw)
    assert len(store.load("guide").journey.path.steps) == 1


def test_a_size_of_which_no_signal_tells_is_seen_all_the_same() -> None:
    with Terminal(str(GUIDE), "--lang", "en", size=(20, 5), blocked=[signal.SIGWINCH]) as terminal:
        terminal.wait("window")
        terminal.resize(100, 30)
        terminal.wait("How long has the bill been overdue")
        terminal.press("ctrl+c")
        assert terminal.ends() == 130


@pytest.mark.long
def test_a_tree_with_thousands_of_consequences_can_be_left_at_once(tmp_path: Path) -> None:
    harms = "".join(f'[consequences.h{number}]\ntitle = "H"\nseverity = 1\n' for number in range(2_000))
    nodes = "".join(
        f'[nodes.n{number}]\ntitle = "N"\nbrings = ["h{number % 2_000}"]\n'
        f'choices = [{{ label = "on", to = "n{number + 1}" }}]\n'
        for number in range(20_000)
    )
    file = tmp_path / "harms.toml"
    file.write_text(f'format = "debttree/1"\n{harms}{nodes}[nodes.n20000]\ntitle = "End"\n')
    with Terminal(str(file), "--lang", "en", "--private") as terminal:
        terminal.wait("1 on")
        terminal.press("p")  # it wants them at once
        terminal.until(lambda: "1 on" not in terminal.text(), "the page of prospects")
        terminal.press("\x11")
        assert terminal.ends() == 0


def test_a_stop_that_nobody_announced_is_survived() -> None:
    with Terminal(str(GUIDE), "--lang", "en") as terminal:
        terminal.wait("How long has the bill been overdue")
        os.kill(terminal.pid, signal.SIGSTOP)
        before = len(terminal.raw)
        os.kill(terminal.pid, signal.SIGCONT)
        terminal.until(lambda: b"\x1b[?1049h" in terminal.raw[before:], "drawn anew")
        terminal.wait("How long has the bill been overdue")
        terminal.press("q")
        assert terminal.ends() == 0
        assert restored(terminal.raw)


def test_ctrl_c_ends_the_line_mode_quietly() -> None:
    with Terminal("walk", str(GUIDE), "--lang", "en") as terminal:
        terminal.wait("Number from 1")
        terminal.press("ctrl+c")
        assert terminal.ends() == 130
        assert b"Traceback" not in terminal.raw

"""The installed explorer in a real terminal: walk to an end, export, quit; resize; journeys; no harm from a tree."""

import os
import re
import shutil
import signal
from pathlib import Path

import pytest

from tests.export.conftest import GUIDE
from tests.on_posix import POSIX
from tests.pty.terminal import Terminal

if not POSIX:
    pytest.skip("signals, owners and terminals as POSIX has them", allow_module_level=True)

pytestmark = pytest.mark.pty
TREES = Path(__file__).parents[1] / "tui" / "trees"
LOAN = str(TREES / "loan.toml")
NOW = ("--now", "2026-11-23")

WORDS = {
    "en": (
        "How long is it overdue",
        "Collectors call",
        "A plan is agreed",
        "My way through",
        "Save the summary",
        "Saved:",
    ),
    "zh": ("逾期多久了", "催收来电", "达成还款方案", "我走过的路", "小结另存为", "已保存"),
}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_walk_to_an_end_export_and_quit(
    language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    start, middle, end, summary, ask, saved = WORDS[language]
    with Terminal("--lang", language, *NOW, LOAN) as terminal:
        terminal.wait(start)
        terminal.press("2")
        terminal.wait(f"{middle}(?s:.)*1 ")
        terminal.press("1")
        terminal.wait(end)
        terminal.press("x")
        terminal.wait(summary)
        terminal.press("enter")
        terminal.wait(ask)
        terminal.press("enter")
        terminal.wait(saved)
        terminal.press("escape")
        terminal.wait("›1 (?s:.)*3 ")  # what can be done at an end
        terminal.press("q")
        assert terminal.ends() == 0
        assert b"\x1b[?1049l" in terminal.raw  # the screen as it was before
    (file,) = tmp_path.glob("loan-2026-11-23*")
    assert end in file.read_text()


@pytest.mark.parametrize("arguments", [(LOAN,), ("edit", LOAN)], ids=["explorer", "editor"])
def test_the_first_picture_is_no_empty_one(arguments: tuple[str, ...]) -> None:
    with Terminal(*arguments, "--lang", "en", "--private", *NOW) as terminal:
        terminal.wait(WORDS["en"][0])
        before, _, _ = terminal.raw.partition(WORDS["en"][0].encode())
        assert b"\x1b[24;1H" not in before  # the last line was not painted yet, so nothing had been


def test_the_bundled_tree_opens_without_a_name() -> None:
    with Terminal("--lang", "zh", "--private", *NOW) as terminal:
        terminal.wait("支付宝(?s:.)*1 ")
        terminal.press("1")
        terminal.wait("已走 1 步")
        terminal.press("q")
        assert terminal.ends() == 0


def test_resizing_rearranges_and_a_tiny_terminal_says_so() -> None:
    stale = {"COLUMNS": "80", "LINES": "24"}  # a shell may have exported them; the terminal knows better
    with Terminal("--lang", "en", "--private", *NOW, LOAN, env=stale) as terminal:
        terminal.wait("How long is it overdue(?s:.)*3 I don't know")
        for width, height, seen in (
            (160, 50, "Your way"),
            (40, 12, "more choices?: ↓"),
            (120, 36, "Sources"),
        ):
            terminal.resize(width, height)
            terminal.wait(seen)
        terminal.resize(20, 5)
        terminal.wait("Please make the")
        terminal.resize(80, 24)
        terminal.wait("3 I don't know")
        terminal.press("q")
        assert terminal.ends() == 0


def test_the_next_start_offers_to_go_on_even_after_a_kill() -> None:
    with Terminal("--lang", "en", *NOW, LOAN) as terminal:
        terminal.wait("1 Up to 90 days")
        terminal.press("1")
        terminal.wait("Before the first call(?s:.)*1 Call")
        terminal.press("1")
        terminal.wait("The lender answers(?s:.)*1 They agree")
        terminal.press("left")
        terminal.wait("1 step(?s:.)*1 Call")
        terminal.press("ctrl+c")
        assert terminal.ends() == 130
    with Terminal("--lang", "en", *NOW, LOAN) as terminal:
        terminal.wait("Welcome back(?s:.)*Before the first call")
        terminal.press("1")
        terminal.wait("1 Call the lender today")
        terminal.press("1")
        terminal.wait("1 They agree")
        terminal.press("q")
        assert terminal.ends() == 0
    with Terminal("--lang", "en", *NOW, LOAN) as terminal:
        terminal.wait("Welcome back(?s:.)*The lender answers")
        os.kill(terminal.pid, signal.SIGKILL)
        assert terminal.ends() == -signal.SIGKILL
    with Terminal("--lang", "en", *NOW, LOAN) as terminal:
        terminal.wait("Welcome back(?s:.)*The lender answers")


@pytest.mark.parametrize("keys", ["1q", "1\x11"])
def test_a_step_that_arrives_together_with_the_key_that_leaves_is_kept(keys: str) -> None:
    with Terminal("--lang", "en", *NOW, LOAN) as terminal:
        terminal.wait("1 Up to 90 days")
        terminal.press(keys)  # as one piece, as over a slow line
        assert terminal.ends() == 0
    with Terminal("--lang", "en", *NOW, LOAN) as terminal:
        terminal.wait("Welcome back(?s:.)*Before the first call")


@pytest.mark.parametrize("instead", ["nothing", "folder", "circle"])
def test_a_tree_that_is_gone_when_it_is_to_be_edited_leaves_the_walk_as_it_is(
    instead: str, tmp_path: Path
) -> None:
    file = tmp_path / "loan.toml"
    shutil.copy(LOAN, file)
    with Terminal("--lang", "en", "--private", *NOW, str(file), size=(200, 30)) as terminal:
        terminal.wait("1 Up to 90 days")
        terminal.press("1")
        terminal.wait("Before the first call(?s:.)*1 Call")
        file.unlink()
        if instead == "folder":
            file.mkdir()
        elif instead == "circle":
            file.symlink_to(file)
        terminal.press("e")
        terminal.wait("(There is no file|is a folder|in a circle)")
        terminal.wait("Before the first call(?s:.)*1 Call")
        terminal.press("q")
        assert terminal.ends() == 0


def test_a_tree_that_vanishes_while_it_is_edited_leaves_the_walk_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "loan.toml"
    shutil.copy(LOAN, file)
    with Terminal("--lang", "en", "--private", *NOW, str(file), size=(200, 30)) as terminal:
        terminal.wait("1 Up to 90 days")
        terminal.press("e")
        terminal.wait("Tree settings")
        file.unlink()
        terminal.wait("The file is gone")
        terminal.press("q")
        terminal.wait("There is no file(?s:.)*")
        terminal.wait("1 Up to 90 days")
        terminal.press("q")
        assert terminal.ends() == 0


def test_the_terminals_own_cursor_stands_on_the_choice() -> None:
    with Terminal("--lang", "en", "--private", *NOW, LOAN) as terminal:
        terminal.wait("›1 Up to 90 days")
        terminal.press("down")
        terminal.wait("›2 More than 90 days")

        def is_there() -> bool:
            screen = terminal.screen  # drawn anew: prospects, which come in behind, move the choice
            row = next(y for y, line in enumerate(screen.display) if "›2" in line)
            return (screen.cursor.y, screen.cursor.x) == (row, 1)

        terminal.until(is_there, "the cursor on the second choice")


def test_no_colour_means_none() -> None:
    with Terminal("--lang", "en", "--private", *NOW, LOAN, env={"NO_COLOR": "1"}) as terminal:
        terminal.wait("1 Up to 90 days")
        terminal.press("1")
        terminal.wait("Before the first call(?s:.)*1 Call")
        terminal.press("N")
        terminal.wait("Yes, begin anew")
        codes = re.findall(rb"\x1b\[([0-9;]+)m", terminal.raw)
        assert codes
        assert {code for found in codes for code in found.split(b";")} <= {
            b"0",
            b"1",
            b"3",
            b"4",
            b"7",
            b"9",
            b"39",
            b"49",
        }


def test_an_input_method_is_not_disturbed_in_iterm() -> None:
    with Terminal("--private", *NOW, LOAN, env={"TERM_PROGRAM": "iTerm.app"}) as terminal:
        terminal.wait("1 Up to 90 days")
        assert not re.search(rb"\x1b\[>\d*u", terminal.raw)


@pytest.mark.parametrize("screen", [{}, {"STY": "1234.pts-0.host"}])
def test_gnu_screen_is_not_asked_for_the_mouse_because_it_would_hold_escape_back(
    screen: dict[str, str],
) -> None:
    with Terminal("--private", *NOW, LOAN, env=screen) as terminal:
        terminal.wait("1 Up to 90 days")
        assert (b"\x1b[?1000h" in terminal.raw) is (not screen)


def test_what_a_tree_says_never_reaches_the_terminal_as_a_command() -> None:
    with Terminal("--lang", "en", "--private", *NOW, str(TREES / "hostile.toml"), size=(110, 30)) as terminal:
        terminal.wait("careful")
        for key, seen in (
            ("?", "Where you stand"), ("i", "Deadlines"), ("s", "Links in the text"), ("p", "Choosing well"),
            ("!", "happening now"), ("x", "My way through"), ("w", "Enter changes"), ("c", "Leads to"),
        ):  # fmt: skip
            terminal.press(key)
            terminal.wait(seen)
        terminal.press("escape")
        terminal.wait("›1 ")
        terminal.press("N")
        terminal.wait("Yes, begin anew")
        raw = terminal.raw
    for harm in (
        b"\x1b]0;",
        b"\x1b]8;",
        b"\x1b[2J\x1b",
        b"\xc2\x9b",
        b"\xc2\x85",
        b"\xe2\x80\xae",
        b"\x1b[8m",
    ):
        assert harm not in raw, harm


def test_a_terminal_of_another_encoding_is_told_what_to_do() -> None:
    other = {"PYTHONUTF8": "0", "PYTHONIOENCODING": "latin-1"}
    with Terminal("--lang", "en", "--private", *NOW, LOAN, env=other) as terminal:
        assert terminal.ends() == 2
        said = " ".join(terminal.text().split())
        assert "set to iso8859-1; a full screen needs UTF-8." in said
        assert "PYTHONUTF8=1" in said
        assert "debttree walk" in said


def test_nothing_that_is_pasted_acts_as_a_key_even_behind_an_escape() -> None:
    with Terminal(str(GUIDE), "--lang", "en", "--private") as terminal:
        terminal.wait("How long has the bill been overdue")
        terminal.send(b"\x1b[200~\x1b[31m1\x1b[0m 2 q\r\x1b[201~")
        terminal.wait("What you pasted was not taken: there is nothing to type in here.")
        assert "How long has the bill been overdue" in terminal.text()
        terminal.press("n")
        terminal.wait("Your note")
        terminal.send(b"\x1b[200~red: \x1b[31mpay\x1b[0m\r2\x1b[201~")
        terminal.wait(r"red: ␛\[31mpay␛\[0m +│\s+│ +2 ")


def test_a_large_paste_is_taken_whole_and_the_rest_is_told() -> None:
    with Terminal(str(GUIDE), "--lang", "en", "--private") as terminal:
        terminal.wait("How long has the bill been overdue")
        terminal.press("n")
        terminal.wait("Your note")
        pasted = b"\x1b[200~" + b"x" * 120_000 + b"\x1b[201~"
        while pasted:
            terminal.send(pasted[:1_000])
            pasted = pasted[1_000:]
        terminal.wait("100000 characters did not fit")
        terminal.press("enter")
        terminal.wait("xxxx")

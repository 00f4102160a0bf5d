"""The installed editor in a real terminal: to the walk and back, from the explorer, the person's own editor."""

from pathlib import Path

import pytest

from debttree.storage.settings_file import settings_file
from tests import tasks
from tests.pty.editor import (
    NOW,
    at_head_of,
    find,
    go_to_title,
    quit_at_once,
    reword_a_title,
    save,
    type_english,
)
from tests.pty.terminal import Terminal

pytestmark = pytest.mark.pty


def test_a_try_walks_the_edited_tree_and_comes_back_with_the_edits(file: Path) -> None:
    with Terminal("edit", *NOW, str(file)) as terminal:
        reword_a_title(terminal)
        terminal.press("t")
        terminal.wait("They refuse!(?s:.)*You are trying the edited tree")
        terminal.press("q")
        terminal.wait("not saved(?s:.)*refused")
        terminal.press("u")
        terminal.wait("Undone")
        quit_at_once(terminal)
    assert file.read_text() == tasks.LOAN


def test_the_explorer_opens_the_editor_where_one_stands_and_takes_the_way_up_again(file: Path) -> None:
    with Terminal(*NOW, str(file)) as terminal:
        terminal.wait("How long is it overdue(?s:.)*1 ")
        terminal.press("1")
        terminal.wait("Before the first call(?s:.)*1 Call")
        terminal.press("e")
        terminal.wait("›■ decision before-call")
        go_to_title(terminal)
        type_english(terminal, "!")
        terminal.wait("Before the first call!")
        save(terminal)
        terminal.press("q")
        terminal.wait("1 step(?s:.)*Before the first call!(?s:.)*1 Call")
        quit_at_once(terminal)


def test_the_persons_own_editor_opens_the_draft_at_the_line(file: Path, tmp_path: Path) -> None:
    own = tmp_path / "vi"
    own.write_text('#!/bin/sh\necho "$1" > "$SEEN"\nsed -i "s/They refuse/They say no/" "$2"\n')
    own.chmod(0o700)
    seen = tmp_path / "seen"
    with Terminal("edit", *NOW, str(file), env={"VISUAL": str(own), "SEEN": str(seen)}) as terminal:
        find(terminal, "refused")
        terminal.press("E")
        terminal.wait("Taken over from your editor")
        assert "They say no" in terminal.text()
        terminal.press("q")
        terminal.wait("Your edits are not saved")
        terminal.press("2")
        assert terminal.ends() == 0
    line = int(seen.read_text().strip().removeprefix("+"))
    assert tasks.LOAN.splitlines()[line - 1] == "[nodes.refused]"
    assert file.read_text() == tasks.LOAN


def test_without_a_terminal_the_editor_names_another_way(file: Path) -> None:
    with Terminal("edit", *NOW, str(file), env={"TERM": "dumb"}) as terminal:
        assert terminal.ends() == 2
        assert "debttree check" in terminal.text().replace("\n", "")


def test_letters_do_not_overtake_the_keys_pressed_before_them(file: Path) -> None:
    with Terminal("edit", *NOW, str(file)) as terminal:
        find(terminal, "refused")
        terminal.press("r")
        terminal.wait("New id")
        terminal.press("\x15no\x7f\x7fyes\x1b[Ds\x1b[F-then\r")  # as one piece, as over a slow line
        at_head_of(terminal, "yess-then")
        terminal.press("u")
        at_head_of(terminal, "refused")
        go_to_title(terminal)
        terminal.press("enter")
        terminal.wait("› 中文")
        terminal.press("\x1b[F\x7f\x7fab\x7f\x1b[Hc")
        terminal.wait("c被拒a")


def test_from_the_explorer_to_the_editor_and_back_the_shell_is_never_seen(file: Path) -> None:
    with Terminal(*NOW, str(file)) as terminal:
        terminal.wait("How long is it overdue(?s:.)*1 ")
        terminal.press("e")
        terminal.wait("›◆ question how-long")
        terminal.press("t")
        terminal.wait("You are trying the edited tree")
        terminal.press("e")
        terminal.wait("›◆ question how-long")
        terminal.press("q")
        terminal.wait("How long is it overdue(?s:.)*1 ")
        assert b"\x1b[?1049l" not in terminal.raw
        quit_at_once(terminal)
        assert b"\x1b[?1049l" in terminal.raw


def test_a_key_that_was_given_to_help_opens_it_in_both_modes(file: Path) -> None:
    settings_file().parent.mkdir(parents=True, exist_ok=True)
    settings_file().write_text('[keys]\nhelp = "H"\n')
    with Terminal(*NOW, str(file)) as terminal:
        terminal.wait("How long is it overdue(?s:.)*1 ")
        terminal.press("H")
        terminal.wait("Help(?s:.)*Where entries have numbers")
        terminal.press("H")
        terminal.wait("How long is it overdue(?s:.)*1 ")
        terminal.press("e")
        terminal.wait("›◆ question how-long")
        terminal.press("H")
        terminal.wait("Help(?s:.)*In the editor")

"""Whole tasks of an author in a real terminal, and the bytes that they leave in the file."""

from pathlib import Path

import pytest

from debttree.storage.folders import state_folder
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


def to_last_field(terminal: Terminal) -> None:
    """The cursor goes to what the last choice of `The lender answers` leads to."""
    find(terminal, "answer")
    terminal.press("end")
    terminal.wait("3. Label(?s:.)*They want to think(?s:.)*› *Leads to")


def test_a_title_is_reworded(file: Path) -> None:
    with Terminal("edit", *NOW, str(file)) as terminal:
        reword_a_title(terminal)
        terminal.press("ctrl+s")
        terminal.wait(r'\+ title.en = "They refuse!"')
        terminal.press("enter")
        terminal.wait("Saved:")
        quit_at_once(terminal)
        assert b"\x1b[?1049l" in terminal.raw
    assert file.read_text() == tasks.REWORD.after


def test_a_node_is_translated(file: Path) -> None:
    file.write_text(tasks.TRANSLATE.before)
    with Terminal("edit", *NOW, str(file)) as terminal:
        find(terminal, "refused")
        go_to_title(terminal)
        terminal.wait("en not translated")
        type_english(terminal, "They refuse", missing=True)
        save(terminal)
        quit_at_once(terminal)
    assert file.read_text() == tasks.TRANSLATE.after


def test_a_node_is_put_between_a_choice_and_its_target(file: Path) -> None:
    with Terminal("edit", *NOW, str(file)) as terminal:
        to_last_field(terminal)
        terminal.press("b")
        terminal.wait("Title of the node between")
        terminal.press("Sleep on it", "enter")
        at_head_of(terminal, "sleep-on-it")
        save(terminal)
        quit_at_once(terminal)
    assert file.read_text() == tasks.INSERT_BETWEEN.after


def test_a_choice_is_split_in_two_with_a_new_node(file: Path) -> None:
    with Terminal("edit", *NOW, str(file), size=(120, 36)) as terminal:
        to_last_field(terminal)
        terminal.press("D")
        terminal.wait("›.4. Label")
        type_english(terminal, " or not")
        terminal.wait("4. Label(?s:.)*think about it or")
        terminal.press("down", "enter")
        terminal.wait("Enter choose")
        terminal.press("Write a letter")
        terminal.wait("New node: “Write a letter”")
        terminal.press("enter")
        terminal.wait("Leads to *→ . Write a letter")
        save(terminal)
        quit_at_once(terminal)
    assert file.read_text() == tasks.SPLIT.after


def test_an_id_used_fifty_times_is_renamed_everywhere(file: Path) -> None:
    file.write_text(tasks.RENAME.before)
    with Terminal("edit", *NOW, str(file)) as terminal:
        find(terminal, "end")
        terminal.press("r")
        terminal.wait("50 places name it")
        terminal.press("ctrl+u", "the-end", "enter")
        at_head_of(terminal, "the-end")
        save(terminal)
        quit_at_once(terminal)
    assert file.read_text() == tasks.RENAME.after


def test_everything_is_undone(file: Path) -> None:
    with Terminal("edit", *NOW, str(file)) as terminal:
        to_last_field(terminal)
        terminal.press("K")
        terminal.wait("2. Label .*\n.*They want to think")
        terminal.press("d")
        terminal.wait("Deleted")
        terminal.press("\x1b[Dd")  # as one piece: it is the node that goes, not another choice
        terminal.wait("2 Delete it, and the choices")
        terminal.press("2")
        terminal.wait("›.■ They refuse")
        terminal.press("u", "u", "u", "u")
        terminal.wait("There is nothing to undo.")
        quit_at_once(terminal)
    assert file.read_text() == tasks.LOAN
    assert list((state_folder() / "unsaved").iterdir()) == []


def test_both_changes_are_kept_where_another_program_touched_another_node(file: Path) -> None:
    with Terminal("edit", *NOW, str(file)) as terminal:
        reword_a_title(terminal)
        file.write_text(tasks.REWORDED_BY_OTHERS)
        terminal.wait("changed by another program too")
        terminal.press("ctrl+s")
        terminal.wait(r'\+ title.en = "Collectors ring"')
        terminal.press("1")
        save(terminal)
        quit_at_once(terminal)
    assert file.read_text() == tasks.MERGE.after

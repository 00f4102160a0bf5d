"""The line mode in a real terminal: what is pasted answers no question that it was not meant for."""

import pytest

from debttree.journey import store
from tests.export.conftest import GUIDE
from tests.pty.terminal import Terminal

pytestmark = pytest.mark.pty


def walking() -> Terminal:
    terminal = Terminal("walk", str(GUIDE), "--lang", "en", "--now", "2026-11-23", size=(100, 60))
    terminal.wait("Number from 1 to 2")
    return terminal


@pytest.mark.parametrize("pasted", ["Mr Li said:\r2\r1", "Mr Li said:\r2\r1\r"])
def test_a_pasted_note_keeps_its_lines_and_none_of_them_takes_a_choice(pasted: str) -> None:
    with walking() as terminal:
        terminal.press("n\r")
        terminal.wait("Your note; Enter ends it:")
        terminal.press(pasted)
        terminal.wait("Noted.(?s:.)*Number from 1 to 2")
        terminal.press("w\r")
        terminal.wait("Mr Li said: / 2 / 1")
        terminal.press("q\r")
        assert terminal.ends() == 0
    (kept,) = store.list_journeys()
    assert kept.saved is not None
    (note,) = kept.saved.journey.notes
    assert (note.text, kept.saved.journey.path.steps) == ("Mr Li said:\n2\n1", ())


def test_several_lines_pasted_at_a_question_answer_nothing_and_that_is_said() -> None:
    with walking() as terminal:
        terminal.press("1\r2\ry")
        terminal.wait("None was taken as an\\s+answer.(?s:.)*Number from 1 to 2")
        terminal.press("１\r")
        terminal.wait("Step 2")
        terminal.press("！\r")
        terminal.wait("Is one of these so")
        terminal.press("\r")
        terminal.wait("Number from 1 to 3(?s:.)*Number from 1 to 3")
        terminal.press("q\r\x04")
        assert terminal.ends() == 0


def test_an_end_of_input_behind_a_line_ends_it() -> None:
    with walking() as terminal:
        terminal.press("1\r\x04")
        terminal.wait("Step 2")
        assert terminal.ends() == 0


def test_what_a_terminal_cuts_off_is_said() -> None:
    with walking() as terminal:
        terminal.press("n\r")
        terminal.wait("Enter ends it:")
        terminal.press("x" * 5_000 + "\r")
        terminal.wait("A line of this terminal ends at 4095 bytes")
        terminal.wait("Noted")

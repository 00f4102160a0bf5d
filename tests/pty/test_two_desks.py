"""Two programs at one desk in two real terminals: each writes while the other shows the list, and nothing is lost."""

from pathlib import Path

import pytest

from debttree.journey import store
from tests.on_posix import POSIX
from tests.pty.terminal import Terminal

if not POSIX:
    pytest.skip("terminals as POSIX has them", allow_module_level=True)

pytestmark = [pytest.mark.pty, pytest.mark.long]
TREES = Path(__file__).parents[1] / "tui" / "trees"
DESK = (str(TREES / "loan.toml"), "--lang", "en", "--now", "2026-11-23")
WIDE = (120, 30)


def begun(terminal: Terminal, name: str) -> None:
    """Begin somebody's journey, walk a step, and write a note."""
    terminal.press("N")
    terminal.wait("Whose journey|whose way")
    terminal.press(name, "enter")
    terminal.wait(f"{name}(?s:.)*1 ")
    terminal.press("2")
    terminal.wait("1 step")
    terminal.press("n")
    terminal.wait("Your note:")
    terminal.press(f"about {name}", "ctrl+s")
    terminal.wait("Your note is saved")


def test_two_programs_write_and_each_list_follows() -> None:
    with Terminal(*DESK, size=WIDE) as one, Terminal(*DESK, size=WIDE) as other:
        one.wait("How long is it overdue")
        other.wait("How long is it overdue")
        begun(one, "Li")
        begun(other, "Zhao")
        one.press("J")
        one.wait("2 people")
        other.press("J")
        other.wait("2 people")
        other.press("/", "Zhao", "enter", "r")
        other.wait("Their name:")
        other.press("ctrl+u", "Herr Zhao", "enter")
        one.wait("called otherwise: Zhao")
        one.wait("Herr Zhao")
        one.press("escape")
        one.wait("Collectors call")
        other.press("escape")
        other.wait(r"\d Li ")
        other.press("/", "Li", "enter")
        other.press("d")
        other.wait("Delete the journey of Li")
        other.press("1")
        other.wait("its file is gone")
        one.press("n")
        one.wait("Your note:")
        one.press("after it was deleted", "ctrl+s")
        one.wait("Yours is kept again")
        other.press("escape")
        other.wait(r"\d Li ")
        for terminal in (one, other):
            terminal.press("ctrl+q")
            assert terminal.ends() == 0
    kept = {saved.journey.whose: saved.journey for saved in map(store.load, store.names())}
    assert kept.keys() == {"Li", "Herr Zhao"}
    assert [note.text for note in kept["Li"].notes] == ["about Li", "after it was deleted"]
    assert [note.text for note in kept["Herr Zhao"].notes] == ["about Zhao"]


def test_who_walks_the_same_journey_twice_has_both_ways_and_is_told() -> None:
    with Terminal(*DESK, size=WIDE) as one:
        one.wait("How long is it overdue")
        begun(one, "Li")
        with Terminal(*DESK, "--journey", "Li", size=WIDE) as other:
            other.wait("Go on from there")
            other.press("enter")
            other.wait("Collectors call")
            one.press("n")
            one.wait("Your note:")
            one.press("by the one", "ctrl+s")
            one.wait("Your note is saved")
            other.press("n")
            other.wait("Your note:")
            other.press("by the other", "ctrl+s")
            other.wait("This walk goes on as")
            other.press("J")
            other.wait(r"Li \(Li\)")
            other.wait(r"Li \(Li-2\)")
            one.press("ctrl+q")
            other.press("ctrl+q")
            assert (one.ends(), other.ends()) == (0, 0)
    texts = {name: [note.text for note in store.load(name).journey.notes] for name in store.names()}
    assert texts == {"Li": ["about Li", "by the one"], "Li-2": ["about Li", "by the other"]}

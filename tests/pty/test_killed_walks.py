"""A program that is killed at any moment: no step and no answer of a call that was on the screen is lost."""

import os
import random
import re
import signal
from pathlib import Path

import pytest

from debttree.journey import store
from tests.on_posix import POSIX
from tests.pty.terminal import Terminal

if not POSIX:
    pytest.skip("signals, owners and terminals as POSIX has them", allow_module_level=True)

pytestmark = pytest.mark.pty

STEPS = 40
"""Steps of the walk; every one is taken by the same key."""

_ASKED = 30
"""Things to ask in a call; each is answered with its number."""

_STOP = re.compile(rb"Stop (\d+) of the way")
_AT = re.compile(r"(\d+) of 31")


@pytest.fixture
def chain(tmp_path: Path) -> Path:
    """A tree that is one long way; each node's title says how many steps lead to it."""
    nodes = [
        f'[nodes.n{number}]\ntitle = "Stop {number} of the way"\n'
        f'[[nodes.n{number}.choices]]\nlabel = "On"\nto = "n{number + 1}"\n'
        for number in range(STEPS)
    ]
    file = tmp_path / "chain.toml"
    file.write_text(f'format = "debttree/1"\n{"".join(nodes)}[nodes.n{STEPS}]\ntitle = "The end"\n')
    return file


def _killed_after(chain: Path, amount: int) -> tuple[int, int]:
    """How many steps were painted and how many are kept, of a walk killed once so many bytes had been painted."""
    with Terminal("--lang", "en", "--now", "2026-11-23", str(chain)) as terminal:
        terminal.wait("Stop 0 of the way")
        begun = len(terminal.raw)
        terminal.press("\r" * STEPS)
        terminal.until(
            lambda: len(terminal.raw) - begun >= amount or "The end" in terminal.text(), f"{amount} bytes"
        )
        os.kill(terminal.pid, signal.SIGKILL)
        terminal.ends()
        painted = max(int(stop) for stop in _STOP.findall(terminal.raw))
    entries = store.list_journeys()
    kept = len(entries[0].saved.journey.path.steps) if entries and entries[0].saved else 0
    return painted, kept


def _lost(chain: Path, runs: int, seed: int) -> list[tuple[int, int]]:
    """The walks of which fewer steps are kept than were painted."""
    chance = random.Random(seed)
    lost = []
    for _ in range(runs):
        for entry in store.list_journeys():
            store.delete(entry.name)
        painted, kept = _killed_after(chain, chance.choice([1, 50, chance.randrange(4_000), 20_000]))
        if kept < painted:
            lost.append((painted, kept))
    return lost


def test_a_step_that_was_painted_outlives_a_kill(chain: Path) -> None:
    assert _lost(chain, 6, seed=1) == []


@pytest.mark.long
def test_no_painted_step_is_lost_in_many_kills(chain: Path) -> None:
    assert _lost(chain, 150, seed=2) == []


@pytest.fixture
def phoning(tmp_path: Path) -> Path:
    """A tree whose first node has many things to ask."""
    asked = [
        f'[[nodes.a.checklist]]\nid = "q{number}"\nfor = "ask"\ntext = "Question {number}"\n'
        for number in range(_ASKED)
    ]
    file = tmp_path / "phoning.toml"
    file.write_text(
        'format = "debttree/1"\n[nodes.a]\ntitle = "The call"\n[[nodes.a.choices]]\nlabel = "On"\nto = "b"\n'
        f'{"".join(asked)}[nodes.b]\ntitle = "The end"\n'
    )
    return file


def _answers_lost(phoning: Path, runs: int, seed: int) -> list[tuple[int, int]]:
    """How many answers had been left behind on the screen and how many are kept, where these are fewer."""
    chance = random.Random(seed)
    lost = []
    for _ in range(runs):
        for entry in store.list_journeys():
            store.delete(entry.name)
        painted = _answered_before_the_kill(phoning, chance.randrange(1, 6_000))
        entries = store.list_journeys()
        calls = entries[0].saved.journey.calls if entries and entries[0].saved else ()
        kept = [answer.text for call in calls for answer in call.answers]
        assert kept == [str(number) for number in range(len(kept))]
        if len(kept) < painted:
            lost.append((painted, len(kept)))
    return lost


def _answered_before_the_kill(phoning: Path, amount: int) -> int:
    """The answers that the screen had gone on from when so many bytes more had been painted."""
    with Terminal("--lang", "en", "--now", "2026-11-23", str(phoning)) as terminal:
        terminal.wait("The call")
        terminal.press("v")
        terminal.wait("1 of 31")
        begun = len(terminal.raw)
        terminal.press("".join(f"{number}\r" for number in range(_ASKED)))
        terminal.until(
            lambda: len(terminal.raw) - begun >= amount or "31 of 31" in terminal.text(), f"{amount} bytes"
        )
        os.kill(terminal.pid, signal.SIGKILL)
        terminal.ends()
        return max((int(place) for place in _AT.findall(terminal.text())), default=1) - 1


def test_an_answer_of_a_call_that_the_screen_went_on_from_outlives_a_kill(phoning: Path) -> None:
    assert _answers_lost(phoning, 3, seed=3) == []


@pytest.mark.long
def test_no_answer_of_a_call_is_lost_in_many_kills(phoning: Path) -> None:
    assert _answers_lost(phoning, 60, seed=4) == []

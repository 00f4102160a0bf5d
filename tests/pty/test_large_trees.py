"""A large tree in a real terminal: its first page comes before the rest; where that is broken the screen closes."""

from pathlib import Path

import pytest
from bench.trees import tree_text

from debttree.journey.store import list_journeys
from debttree.reading.first_pass import LARGE
from tests.pty.terminal import Terminal

pytestmark = pytest.mark.pty


def test_a_mistake_far_behind_the_first_page_closes_the_screen_with_1_and_keeps_nothing(
    tmp_path: Path,
) -> None:
    text = tree_text(1_500)
    broken = text.replace('to = "n1200"', 'to = "n12000"')
    assert len(broken.encode()) > LARGE
    file = tmp_path / "large.toml"
    file.write_text(broken, "utf-8")
    with Terminal("--lang", "en", "--now", "2026-11-23", str(file)) as terminal:
        terminal.wait("›1 ")
        terminal.press("down")
        terminal.press("1")
        assert terminal.ends() == 1
        _, _, after = terminal.raw.rpartition(b"\x1b[?1049l")
        assert b'"n12000"' in after
        assert b"not written yet, so it is refused" in after
    assert list_journeys() == ()
    file.write_text(text, "utf-8")
    with Terminal("--lang", "en", "--now", "2026-11-23", str(file)) as terminal:
        terminal.wait("›1 ")
        terminal.press("1")  # it waits for the rest
        terminal.wait("1 step")
        terminal.press("q")
        assert terminal.ends() == 0
    with Terminal("--lang", "en", "--now", "2026-11-23", str(file)) as terminal:
        terminal.wait("Welcome back")
    assert len(list_journeys()) == 1

"""The terminal of the tests itself: what it reads ends anywhere, and none of it is drawn that is no text."""

import pytest

from tests.pty.terminal import Terminal

pytestmark = pytest.mark.pty


@pytest.mark.parametrize(
    ("first", "rest"),
    [
        ("\\033", "[?4m"),
        ("\\033[?", "4m"),
        ("\\033[>4;", "2m"),
        ("\\033]2;a ti", "tle\\033\\\\"),
        ("\\033P1", "$r\\033\\\\"),
    ],
)
def test_a_sequence_that_comes_in_two_pieces_draws_nothing(first: str, rest: str) -> None:
    script = f"printf 'one {first}'; read go; printf '{rest} two'"
    with Terminal("-c", f"stty -echo; {script}", program="/bin/sh") as terminal:
        terminal.wait("one")
        terminal.press("\n")
        terminal.wait("(?m)^one  two$")
        assert terminal.ends() == 0

"""Box-drawing characters: the arms asked for are the arms drawn."""

import pytest

from debttree.tui.kit.page.strokes import DOUBLE, HEAVY, LIGHT, NONE, arms, stroke, strokes

LIGHT_ONES = " ╴╷┐╶─┌┬╵┘│┤└┴├┼"
"""In the order of arms up, right, down, left as bits."""


def test_light_arms_make_the_light_characters() -> None:
    made = [
        stroke(*(LIGHT if number & bit else NONE for bit in (8, 4, 2, 1)))
        for number in range(len(LIGHT_ONES))
    ]
    assert "".join(made) == LIGHT_ONES


def test_soft_corners_are_round_and_only_light_ones() -> None:
    soft = strokes(soft=True)
    assert soft[arms(up=LIGHT, right=LIGHT)] == "╰"
    assert soft[arms(down=LIGHT, left=LIGHT)] == "╮"
    assert soft[arms(up=HEAVY, right=HEAVY)] == "┗"
    assert soft[arms(up=LIGHT, right=LIGHT, down=LIGHT)] == "├"


@pytest.mark.parametrize(
    ("wanted", "sign"),
    [
        ((HEAVY, HEAVY, HEAVY, HEAVY), "╋"),
        ((DOUBLE, DOUBLE, DOUBLE, DOUBLE), "╬"),
        ((LIGHT, DOUBLE, LIGHT, NONE), "╞"),
        ((DOUBLE, LIGHT, DOUBLE, NONE), "╟"),
        ((LIGHT, HEAVY, LIGHT, LIGHT), "┾"),
        ((NONE, DOUBLE, NONE, HEAVY), "═"),
        ((DOUBLE, HEAVY, DOUBLE, HEAVY), "╫"),
        ((NONE, NONE, DOUBLE, NONE), "╷"),
    ],
)
def test_mixed_arms_make_the_nearest_character(wanted: tuple[int, int, int, int], sign: str) -> None:
    assert stroke(*wanted) == sign


def test_every_mixture_has_a_character_with_the_same_arms() -> None:
    """Any character stands for one with light arms in the same directions."""
    light = {
        sign: number
        for number, sign in enumerate(strokes())
        if all(number >> shift & 2 == 0 for shift in (0, 2, 4, 6))
    }
    for number, sign in enumerate(strokes()):
        same = sum((1 if number >> shift & 3 else 0) << shift for shift in (0, 2, 4, 6))
        twins = [other for other, known in enumerate(strokes()) if known == sign]
        assert any(
            all(bool(other >> shift & 3) == bool(number >> shift & 3) for shift in (0, 2, 4, 6))
            for other in twins
        )
        assert (sign == " ") == (number == 0)
        assert same in light.values()

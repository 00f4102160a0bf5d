"""Work in a thread waits until the keys have been left alone for a while, and for no longer than anybody wants it."""

from math import inf

from debttree.tui.kit.wanted import until_quiet


def test_it_waits_while_something_is_done_again_and_again() -> None:
    done = iter([inf, -inf])
    until_quiet(lambda: next(done), 1.0, lambda: True)
    assert next(done, None) is None


def test_it_waits_for_nothing_once_nobody_wants_it() -> None:
    wanted = iter([True, False])
    until_quiet(lambda: inf, 1.0, lambda: next(wanted))
    assert next(wanted, None) is None

"""The pause of the collector leaves everything as it was, whoever else has paused it."""

import gc
import sys

import pytest

from debttree.reading.gc_pause import LARGE, collect_again, collect_later, in_background, without_collector


@pytest.mark.parametrize("was_enabled", [True, False])
def test_the_collector_is_as_it_was_even_after_an_error(was_enabled: bool) -> None:
    (gc.enable if was_enabled else gc.disable)()
    try:
        with pytest.raises(KeyError), without_collector():
            assert not gc.isenabled()
            raise KeyError
        assert gc.isenabled() is was_enabled
    finally:
        gc.enable()


def test_a_large_document_is_never_looked_at_again_and_the_collector_works_on() -> None:
    before = gc.get_freeze_count()
    try:
        with in_background(LARGE):
            assert not gc.isenabled()
        assert gc.isenabled()
        assert gc.get_freeze_count() > before
    finally:
        gc.unfreeze()


def test_the_collector_is_resumed_only_where_it_was_to_wait() -> None:
    try:
        before = gc.get_freeze_count()
        collect_again()
        assert gc.get_freeze_count() == before
        collect_later()
        assert not gc.isenabled()
        collect_again()
        assert gc.isenabled()
        assert gc.get_freeze_count() > before
    finally:
        gc.enable()
        gc.unfreeze()


def test_turns_are_as_long_as_before_even_after_an_error() -> None:
    before = sys.getswitchinterval()
    with pytest.raises(KeyError), in_background(LARGE - 1):
        assert sys.getswitchinterval() < before
        raise KeyError
    assert sys.getswitchinterval() == before

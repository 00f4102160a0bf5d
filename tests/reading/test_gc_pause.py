"""The pause of the collector leaves everything as it was, whoever else has paused it."""

import gc

import pytest

from debttree.reading.gc_pause import without_collector


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

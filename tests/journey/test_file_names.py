"""No file gets a name that Windows refuses, whatever a title, a person or a tree is called."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debttree.journey.store import file_of, name_for
from debttree.model import Trouble
from debttree.model.file_names import is_device

DEVICES = ["con", "PRN", "aux", "Nul", "com1", "LPT9"]
NAMES = st.one_of(st.text(), st.sampled_from([*DEVICES, "a. ", "a:b", 'x<>:"|?*y', "..", "con.x", "逾期 ."]))


@given(NAMES)
def test_a_journey_named_after_a_tree_can_be_carried_to_windows(name: str) -> None:
    made = name_for(name)
    assert not set(made) & set('<>:"/\\|?*')
    assert made == made.rstrip(" .") and len(made) < 100
    assert not is_device(made)


@pytest.mark.parametrize("name", DEVICES)
def test_a_new_journey_is_not_named_after_a_device_but_an_old_one_is_still_read(name: str) -> None:
    with pytest.raises(Trouble, match="cannot be the name"):
        file_of(name)
    old = file_of("other").with_name(f"{name}.toml")
    old.parent.mkdir(parents=True, exist_ok=True)
    old.touch()
    assert file_of(name) == old

"""A data path is read as the format means it."""

import pytest

from debttree.model import Address, DataPath

NODE: DataPath = ("nodes", "a")


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ((), Address(("tree",), None, None)),
        (("tree", "title", "zh"), Address(("tree",), None, "title")),
        (NODE, Address(NODE, None, None)),
        ((*NODE, "text"), Address(NODE, None, "text")),
        ((*NODE, "choices"), Address(NODE, None, "choices")),
        ((*NODE, "choices", 1), Address(NODE, (*NODE, "choices", 1), None)),
        ((*NODE, "deadlines", 0, "event", "en"), Address(NODE, (*NODE, "deadlines", 0), "event")),
        ((*NODE, "brings", 0), Address(NODE, None, "brings")),
        ((*NODE, "choices", "x", "to"), Address(NODE, None, "choices")),
        (("urgent", 0, "to"), Address(("urgent", 0), None, "to")),
        (("stages", "early"), Address(("stages", "early"), None, None)),
    ],
)
def test_a_path_names_a_subject_a_part_and_a_field(path: DataPath, address: Address) -> None:
    assert Address.of(path) == address


def test_only_what_belongs_to_a_node_has_one() -> None:
    assert Address.of((*NODE, "choices", 0)).node == "a"
    assert Address.of(("urgent", 0)).node is None
    assert Address.of(()).node is None


def test_a_part_knows_its_list_and_its_place_in_it() -> None:
    address = Address.of((*NODE, "checklist", 2, "text"))
    assert (address.table, address.list, address.index) == ("nodes", "checklist", 2)
    assert (Address.of(NODE).list, Address.of(NODE).index) == (None, None)


def test_a_subject_is_told_from_what_lies_in_it_and_one_with_an_id_from_others() -> None:
    assert Address.of(NODE).is_subject
    assert not Address.of((*NODE, "choices", 0)).is_subject
    assert not Address.of((*NODE, "text")).is_subject
    assert Address.of(NODE).is_declared
    assert not Address.of(("urgent", 0)).is_declared
    assert not Address.of(("tree",)).is_declared

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

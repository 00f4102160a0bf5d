"""Data that hold each key once say what they said before."""

import copy

import tomli

from debttree.reading.sharing import share_keys

TEXT = """
format = "debttree/1"
top = [1, 2]
[nodes.a]
title.en = "A"
choices = [{ label.en = "on", to = "b" }, { label.en = "back", to = "a" }]
[nodes.b]
title.en = "B"
tags = ["x", ["y"]]
"""


def test_equal_keys_become_one_string_and_the_data_stay_equal_in_order() -> None:
    data = tomli.loads(TEXT)
    before = copy.deepcopy(data)
    share_keys(data)
    assert data == before
    assert [list(unit) for unit in data["nodes"].values()] == [["title", "choices"], ["title", "tags"]]
    titles = [key for unit in data["nodes"].values() for key in unit if key == "title"]
    labels = [key for choice in data["nodes"]["a"]["choices"] for key in choice if key == "label"]
    assert len(titles) == len(labels) == 2
    assert len({id(key) for key in titles}) == len({id(key) for key in labels}) == 1


def test_what_is_nested_too_deeply_stays_as_it_is() -> None:
    deep: dict[str, object] = {}
    for _ in range(100_000):
        deep = {"a": deep}
    data = {"nodes": {"deep": deep, "b": {"title": "B"}}}
    share_keys(data)
    assert data["nodes"]["deep"] is deep
    assert data["nodes"]["b"] == {"title": "B"}
    while deep:  # taken apart from outside: freeing it all at once would go as deep
        deep = deep.pop("a")  # type: ignore[assignment]

"""Contacts and events in the editor's edits: whoever names them follows, and no deadline is lost with its event."""

import pytest
import tomli

from debttree.editing.document import open_document
from debttree.editing.edits import Drop, Redirect, Remove, Rename
from debttree.editing.references import references
from debttree.editing.refusal import InUse
from debttree.editing.toml.refused import Refused
from tests.editing.by_hand import edited

TREE = """
[[urgent]]
label = "Papers"
to = "a"
contacts = ["aid", "police"] # both

[contacts.aid] # free
title = "Legal aid"
phone = "12348"

[contacts.police]
title = "Police"
phone = "110"

[events.order]
title.zh = "收到"
title.en = "It came"

[events.letter]
title = "A letter came"

[nodes.a]
title = "A"
contacts = ["aid"]

[[nodes.a.deadlines]]
id = "object"
days = 15
on = "order" # once
text = "Object"
"""


def test_a_contact_that_is_renamed_is_followed_from_nodes_and_urgent_ways() -> None:
    assert edited(TREE, Rename(("contacts", "aid"), "help")) == (
        TREE.replace('"aid"', '"help"').replace("[contacts.aid]", "[contacts.help]")
    )


def test_an_event_that_is_renamed_is_followed_from_deadlines() -> None:
    assert edited(TREE, Rename(("events", "order"), "served")) == (
        TREE.replace('"order"', '"served"').replace("[events.order]", "[events.served]")
    )


@pytest.mark.parametrize(
    ("path", "places"),
    [
        (("contacts", "aid"), [("urgent", 0, "contacts", 0), ("nodes", "a", "contacts", 0)]),
        (("contacts", "police"), [("urgent", 0, "contacts", 1)]),
        (("events", "order"), [("nodes", "a", "deadlines", 0, "on")]),
        (("events", "letter"), []),
    ],
)
def test_it_is_known_who_names_them(path: tuple[str, str], places: list[tuple[str | int, ...]]) -> None:
    assert references(tomli.loads(TREE), path) == places


def test_one_that_is_named_goes_only_with_a_word_on_those_who_name_it() -> None:
    for path in (("contacts", "aid"), ("events", "order")):
        with pytest.raises(InUse):
            edited(TREE, Remove(path))
    with pytest.raises(Refused):
        edited(TREE, Remove(("contacts", "aid"), Redirect("order")))


def test_a_contact_that_goes_goes_from_every_list() -> None:
    data = tomli.loads(edited(TREE, Remove(("contacts", "aid"), Drop())))
    assert data["urgent"][0]["contacts"] == ["police"]
    assert data["nodes"]["a"]["contacts"] == []
    assert list(data["contacts"]) == ["police"]


def test_a_deadline_says_in_its_own_words_the_event_that_goes() -> None:
    text = edited(TREE, Remove(("events", "order"), Drop()))
    (deadline,) = tomli.loads(text)["nodes"]["a"]["deadlines"]
    assert deadline == {
        "id": "object",
        "days": 15,
        "event": {"zh": "收到", "en": "It came"},
        "text": "Object",
    }
    reading = open_document(("format = 'debttree/1'\n" + text).encode(), "x").reading()
    assert [problem.code for problem in reading.problems if problem.path[:1] == ("nodes",)] == []


def test_another_event_takes_its_place() -> None:
    assert edited(TREE, Remove(("events", "order"), Redirect("letter"))) == TREE.replace(
        'on = "order"', 'on = "letter"'
    ).replace('[events.order]\ntitle.zh = "收到"\ntitle.en = "It came"\n\n', "")

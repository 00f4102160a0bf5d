"""The shelf of journeys through one tree: turning from one person's to another's without losing any."""

from dataclasses import replace

import pytest

from debttree.journey import Journey, Keeper, Shelf, begin, open_or_begin
from debttree.model import Text, Tree, Trouble
from tests.journey.kept import DAY, keep, names, on_disk


@pytest.fixture
def shelf(guide: Tree, walk: Journey) -> Shelf:
    """A walk that is kept under the tree's own name, and is being walked."""
    found = Shelf(guide, open_or_begin(guide).keeper)
    found.save(walk, "en", DAY)
    return found


def test_a_new_journey_takes_the_next_free_name_and_leaves_the_other_alone(
    shelf: Shelf, walk: Journey
) -> None:
    opened = shelf.begin()
    assert (opened.journey, shelf.own_name) == (begin(shelf.tree), "guide-2")
    assert opened.keeper is shelf.keeper
    assert shelf.save(opened.journey.take(shelf.tree, "long"), "en", DAY) is None
    assert names() == ["guide", "guide-2"]
    assert on_disk("guide") == walk


def test_a_new_journey_gets_the_name_that_is_asked_for_unless_it_is_taken(shelf: Shelf) -> None:
    shelf.begin("小王")
    assert shelf.own_name == "小王"
    shelf.save(begin(shelf.tree).take(shelf.tree, "long"), "en", DAY)
    with pytest.raises(Trouble, match="is there already"):
        shelf.begin("guide")
    with pytest.raises(Trouble, match="cannot be the name"):
        shelf.begin("a/b")
    assert shelf.own_name == "小王"


def test_turning_back_goes_on_where_the_other_was_left(shelf: Shelf, walk: Journey) -> None:
    shelf.begin("other")
    other = begin(shelf.tree).take(shelf.tree, "long")
    shelf.save(other, "en", DAY)
    assert shelf.open("guide").journey == walk
    assert shelf.own_name == ""
    shelf.save(walk.back(), "en", DAY)
    assert (on_disk("guide"), on_disk("other")) == (walk.back(), other)


def test_only_journeys_through_this_tree_that_can_be_read_stand_on_it(shelf: Shelf, guide: Tree) -> None:
    strange = replace(guide, name="strange", version="1", title=Text.of("Another"))
    keep(open_or_begin(strange, name="elsewhere").keeper, strange, begin(strange).take(strange, "long"))
    shelf.begin("broken")
    shelf.save(begin(guide).take(guide, "long"), "en", DAY)
    (entry,) = [entry for entry in shelf.journeys() if entry.name == "guide"]
    assert entry.saved is not None
    assert [entry.name for entry in shelf.journeys()] == ["broken", "guide"]
    assert names() == ["broken", "elsewhere", "guide"]
    with pytest.raises(Trouble, match="leads through another guide"):
        shelf.open("elsewhere")
    assert shelf.own_name == "broken"


def test_the_journey_that_is_walked_goes_on_under_its_new_name(shelf: Shelf, walk: Journey) -> None:
    shelf.rename("guide", "小王")
    assert shelf.own_name == "小王"
    shelf.save(walk.back(), "en", DAY)
    assert names() == ["小王"]
    assert on_disk("小王") == walk.back()


def test_another_journey_is_renamed_without_turning_to_it(shelf: Shelf) -> None:
    shelf.begin("other")
    shelf.save(begin(shelf.tree).take(shelf.tree, "long"), "en", DAY)
    shelf.rename("guide", "earlier")
    assert (shelf.own_name, names()) == ("other", ["earlier", "other"])
    with pytest.raises(Trouble, match="is there already"):
        shelf.rename("earlier", "other")


def test_a_private_walk_has_no_name_and_keeps_nothing(guide: Tree, walk: Journey) -> None:
    shelf = Shelf(guide, Keeper(None))
    assert (shelf.keeps, shelf.own_name) == (False, "")
    assert shelf.save(walk, "en", DAY) is None
    assert names() == []

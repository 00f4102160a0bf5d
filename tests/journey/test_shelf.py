"""The shelf of journeys through one tree: turning from one person's to another's without losing any."""

from dataclasses import replace

import pytest

from debttree.journey import Journey, Keeper, Shelf, begin, open_or_begin, store
from debttree.model import Text, Tree, Trouble
from tests.journey.kept import DAY, keep, names, on_disk


@pytest.fixture
def shelf(guide: Tree, walk: Journey) -> Shelf:
    """A walk that is kept under the tree's own name, and is being walked."""
    found = Shelf(guide, open_or_begin(guide).keeper)
    found.save(walk, "en", DAY)
    return found


def test_a_journey_without_a_name_is_begun_only_while_there_is_no_other(shelf: Shelf, walk: Journey) -> None:
    with pytest.raises(Trouble, match="without a name already"):
        shelf.begin()
    shelf.give_name("guide", "Mrs Li, table 3")
    opened = shelf.begin()
    assert (opened.journey, shelf.keeper.name) == (begin(shelf.tree), "guide")
    assert opened.keeper is shelf.keeper
    assert on_disk("Mrs-Li-table-3") == replace(walk, whose="Mrs Li, table 3")


def test_a_name_is_kept_as_it_was_typed_and_its_file_made_plain(shelf: Shelf) -> None:
    opened = shelf.begin("a/b: Herr Müller")
    assert (opened.journey.whose, shelf.keeper.name) == ("a/b: Herr Müller", "a-b-Herr-Müller")
    assert shelf.save(opened.journey, "en", DAY) is None
    assert on_disk("a-b-Herr-Müller") == opened.journey, "it is kept before its first step"


@pytest.mark.parametrize("typed", ["Mrs Li", "mrs  LI", "Ｍrs Li"])
def test_two_people_of_one_name_must_be_told_apart(shelf: Shelf, typed: str) -> None:
    shelf.save(shelf.begin("Mrs Li").journey, "en", DAY)
    with pytest.raises(Trouble, match="already"):
        shelf.begin(typed)
    shelf.save(shelf.begin("Mrs Li, table 3").journey, "en", DAY)
    shelf.save(shelf.begin("Mrs-Li").journey, "en", DAY)
    assert names() == ["Mrs-Li", "Mrs-Li-2", "Mrs-Li-table-3", "guide"], (
        "the files are told apart by themselves"
    )


def test_turning_back_goes_on_where_the_other_was_left(shelf: Shelf, walk: Journey) -> None:
    shelf.begin("other")
    other = begin(shelf.tree).take(shelf.tree, "long")
    shelf.save(other, "en", DAY)
    assert shelf.open("guide").journey == walk, "from before people had names of their own"
    assert shelf.keeper.name == "guide"
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
    assert shelf.keeper.name == "broken"


def test_the_journey_that_is_walked_goes_on_under_its_new_name(shelf: Shelf, walk: Journey) -> None:
    shelf.give_name("guide", "小王")
    assert shelf.keeper.name == "小王"
    shelf.save(walk.back(), "en", DAY)
    assert names() == ["小王"]
    assert on_disk("小王") == walk.back()


def test_another_journey_is_renamed_without_turning_to_it(shelf: Shelf) -> None:
    shelf.begin("other")
    shelf.save(begin(shelf.tree).take(shelf.tree, "long"), "en", DAY)
    shelf.give_name("guide", "earlier")
    assert (shelf.keeper.name, names()) == ("other", ["earlier", "other"])
    with pytest.raises(Trouble, match="already"):
        shelf.give_name("earlier", "other")


def test_a_deleted_journey_is_gone_and_a_blank_one_begins_where_it_was_walked(shelf: Shelf) -> None:
    shelf.begin("other")
    shelf.save(begin(shelf.tree).take(shelf.tree, "long"), "en", DAY)
    assert shelf.delete("guide", store.existing("guide")) is None
    opened = shelf.delete("other", b"")
    assert opened is not None
    assert opened.journey.is_blank
    assert names() == []
    assert shelf.save(opened.journey, "en", DAY) is None
    assert names() == [], "nothing is written before a step"


def test_a_journey_that_was_walked_on_since_is_not_deleted(shelf: Shelf) -> None:
    shelf.begin("other")
    with pytest.raises(Trouble, match="changed by another program"):
        shelf.delete("guide", b"as it was seen")
    assert names() == ["guide"]


def test_nobody_begins_anew_where_another_program_has_deleted_a_journey(shelf: Shelf) -> None:
    store.delete("guide")
    with pytest.raises(Trouble, match="no journey"):
        shelf.open("guide")
    assert names() == []


def test_a_private_walk_has_no_name_and_keeps_nothing(guide: Tree, walk: Journey) -> None:
    shelf = Shelf(guide, Keeper(None))
    assert shelf.keeps is False
    assert shelf.save(walk, "en", DAY) is None
    assert names() == []

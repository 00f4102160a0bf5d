"""Journeys on the disk: their names, the list of them, and deleting, one or all."""

import datetime as dt
from dataclasses import replace
from pathlib import Path as File

import pytest

from debttree.journey import Journey, find, open_or_begin, people, store
from debttree.model import Tree, Trouble, msg
from debttree.storage.folders import data_folder, state_folder
from tests.journey.kept import DAY, keep, names, on_disk, refuse


@pytest.mark.parametrize(
    "name", ["", "a/b", "../x", "a\nb", ".hidden", "-x", "a b", "x" * 65, "a.toml", "\x00"]
)
def test_a_name_that_would_lead_elsewhere_is_refused(guide: Tree, name: str) -> None:
    with pytest.raises(Trouble, match="cannot be the name of a journey"):
        open_or_begin(guide, name=name)


@pytest.mark.parametrize(
    ("tree_name", "name"),
    [
        ("alipay-overdue", "alipay-overdue"),
        ("支付宝 2", "支付宝-2"),
        ("../x", "x"),
        ("...", "journey"),
        ("-", "journey"),
    ],
)
def test_a_tree_of_any_name_has_a_journey(tree_name: str, name: str) -> None:
    assert store.name_for(tree_name) == name
    assert store.file_of(store.name_for(tree_name * 40))


def test_journeys_are_renamed_duplicated_and_deleted(guide: Tree, walk: Journey) -> None:
    keep(open_or_begin(guide).keeper, guide, walk)
    people.duplicate("guide", "copy")
    people.give_name("guide", "小王")
    assert names() == ["copy", "小王"]
    assert on_disk("小王") == replace(walk, whose="小王")
    assert on_disk("copy") == replace(walk, whose="copy")
    with pytest.raises(Trouble, match="already"):
        people.give_name("copy", "小王")
    store.delete("copy")
    assert names() == ["小王"]
    with pytest.raises(Trouble, match="There is no journey"):
        store.delete("copy")
    with pytest.raises(Trouble, match="There is no journey"):
        people.give_name("copy", "x")


def test_a_copy_is_for_its_owner_alone_too(guide: Tree, walk: Journey) -> None:
    keep(open_or_begin(guide).keeper, guide, walk)
    people.duplicate("guide", "copy")
    people.give_name("guide", "renamed")
    assert {store.file_of(name).stat().st_mode & 0o777 for name in names()} == {0o600}


def _set_aside(*names: str) -> None:
    for name in names:
        store.file_of(name).write_bytes(b"torn")
        store.set_aside(name, b"torn")


def _files() -> list[str]:
    return sorted(file.name for file in store.journeys_folder().iterdir())


def test_a_deleted_journey_leaves_nothing_and_takes_nobody_elses_file_along(
    guide: Tree, walk: Journey
) -> None:
    for delete in (
        lambda keeper: store.delete("li"),
        lambda keeper: store.delete_as_seen("li", store.existing("li")),
        lambda keeper: keeper.delete(),
    ):
        store.forget()
        keep(open_or_begin(guide, name="li-2").keeper, guide, walk)
        _set_aside("li", "li", "li-2", "lin")
        keep((opened := open_or_begin(guide, name="li")).keeper, guide, walk)
        (store.journeys_folder() / ".debttree-0.tmp").write_bytes(b"left by a killed program")
        delete(opened.keeper)
        assert _files() == ["li-2.set-aside", "lin.set-aside"]


def test_what_was_set_aside_can_be_deleted_by_its_name_alone(guide: Tree, walk: Journey) -> None:
    keep(open_or_begin(guide).keeper, guide, walk)
    _set_aside("guide")
    store.delete("guide")
    assert _files() == []
    with pytest.raises(Trouble, match="There is no journey"):
        store.delete("guide")


def test_what_was_set_aside_follows_a_journey_to_its_new_name(guide: Tree, walk: Journey) -> None:
    keep(open_or_begin(guide).keeper, guide, walk)
    _set_aside("li", "li", "wang")
    keep(open_or_begin(guide, name="li").keeper, guide, walk)
    people.give_name("li", "wang")
    assert _files() == ["guide.toml", "wang.2.set-aside", "wang.3.set-aside", "wang.set-aside", "wang.toml"]


def test_forgetting_leaves_nothing(guide: Tree, walk: Journey) -> None:
    store.forget()
    keep(open_or_begin(guide).keeper, guide, walk)
    (store.journeys_folder() / "x.set-aside").write_bytes(b"x")
    assert len(store.kept_files()) == 2
    store.forget()
    assert store.kept_files() == []
    assert not state_folder().exists()


def test_forgetting_spares_the_trees_where_one_place_serves_both(
    guide: Tree, walk: Journey, own_home: File, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(own_home))
    monkeypatch.setenv("XDG_STATE_HOME", str(own_home))
    tree = data_folder() / "trees" / "mine.toml"
    tree.parent.mkdir(parents=True)
    tree.write_text("precious")
    keep(open_or_begin(guide).keeper, guide, walk)
    store.forget()
    assert tree.read_text() == "precious"
    assert store.list_journeys() == ()


def test_a_file_that_cannot_be_read_is_listed_with_its_reason() -> None:
    store.journeys_folder().mkdir(parents=True)
    store.file_of("broken").write_text("x")
    (entry,) = store.list_journeys()
    assert entry.saved is None
    assert entry.problem is not None


def test_a_journey_that_cannot_be_read_is_refused_with_its_file(guide: Tree) -> None:
    store.journeys_folder().mkdir(parents=True)
    store.file_of("broken").write_text("x")
    with pytest.raises(Trouble, match="cannot be read") as caught:
        find(guide, "broken")
    assert caught.value.hint is not None
    assert caught.value.hint.values["file"] == str(store.file_of("broken"))
    assert store.content_of("broken") == b"x"


def test_an_unknown_journey_says_what_there_is(guide: Tree, walk: Journey) -> None:
    with pytest.raises(Trouble) as caught:
        store.load("zzz")
    assert caught.value.hint is not None
    assert caught.value.hint.template == "No journey is kept."
    keep(open_or_begin(guide).keeper, guide, walk)
    with pytest.raises(Trouble) as caught:
        store.load("zzz")
    assert caught.value.hint is not None
    assert caught.value.hint.values == {"words": "guide"}


def test_journeys_are_listed_the_one_saved_last_first(guide: Tree, walk: Journey) -> None:
    for name, day in (("b", DAY), ("c", dt.date(2026, 11, 24)), ("a", DAY)):
        open_or_begin(guide, name=name).keeper.save(guide, walk, "en", day)
    (store.journeys_folder() / "note.txt").touch()
    store.file_of("broken").write_text("x")
    assert [entry.name for entry in store.list_journeys()] == ["c", "a", "b", "broken"]


def test_what_cannot_be_deleted_is_said_and_named(
    guide: Tree, walk: Journey, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(open_or_begin(guide).keeper, guide, walk)
    monkeypatch.setattr(File, "unlink", refuse)
    with pytest.raises(Trouble, match="cannot be deleted") as caught:
        store.delete("guide")
    assert caught.value.message.values["file"] == str(store.file_of("guide"))
    monkeypatch.setattr("shutil.rmtree", refuse)
    with pytest.raises(Trouble, match="cannot be deleted") as caught:
        store.forget()
    assert caught.value.message.values == {
        "file": str(state_folder()),
        "reason": msg("you may not do that there"),
    }
    assert on_disk("guide") == walk
    inner = state_folder() / "journeys" / "guide.toml"
    monkeypatch.setattr("shutil.rmtree", lambda folder: refuse(inner))
    with pytest.raises(Trouble, match="cannot be deleted") as caught:
        store.forget()
    assert caught.value.message.values["file"] == str(inner)


@pytest.mark.parametrize("folder_is_link", [False, True])
def test_forgetting_takes_links_and_spares_what_they_lead_to(
    guide: Tree, walk: Journey, tmp_path: File, folder_is_link: bool
) -> None:
    place = tmp_path / "place"
    theirs = tmp_path / "theirs" / "x"
    theirs.parent.mkdir()
    theirs.write_text("theirs")
    if folder_is_link:
        place.mkdir()
        state_folder().parent.mkdir(parents=True)
        state_folder().symlink_to(place)
    keep(open_or_begin(guide).keeper, guide, walk)
    (state_folder() / "file").touch()
    (state_folder() / "link").symlink_to(theirs)
    (state_folder() / "folder").symlink_to(theirs.parent)
    assert set(store.forget()) == {theirs, theirs.parent}
    assert theirs.read_text() == "theirs"
    assert state_folder().is_symlink() is folder_is_link
    assert store.kept_files() == []
    assert not folder_is_link or list(place.iterdir()) == []

"""Keeping a journey: for its owner alone, never over what another program wrote, and without harm where it fails."""

import errno
import fcntl
import os
import stat
from dataclasses import replace
from pathlib import Path as File

import pytest

from debttree.journey import Journey, begin, find, open_or_begin, store
from debttree.model import Text, Tree, Trouble
from debttree.storage.folders import state_folder
from tests.journey.kept import DAY, keep, names, on_disk, refuse
from tests.on_posix import POSIX


def test_nothing_is_written_before_the_first_step(guide: Tree) -> None:
    opened = open_or_begin(guide)
    assert keep(opened.keeper, guide, opened.journey) is None
    assert not store.journeys_folder().exists()


def test_a_journey_is_kept_for_its_owner_alone_and_found_again(guide: Tree, walk: Journey) -> None:
    assert keep(open_or_begin(guide).keeper, guide, walk) is None
    folder = store.journeys_folder()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(folder.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE(store.file_of("guide").stat().st_mode) == 0o600
    opened = open_or_begin(guide)
    assert opened.journey == walk
    assert opened.resumed is not None
    assert opened.notices == ()


def test_a_folder_that_stands_open_is_closed(guide: Tree, walk: Journey) -> None:
    store.journeys_folder().mkdir(parents=True, mode=0o755)
    store.journeys_folder().chmod(0o755)
    keep(open_or_begin(guide).keeper, guide, walk)
    assert stat.S_IMODE(store.journeys_folder().stat().st_mode) == 0o700


def test_a_folder_of_somebody_else_that_cannot_be_closed_keeps_nobody_from_walking(
    guide: Tree, walk: Journey, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.journeys_folder().mkdir(parents=True)
    monkeypatch.setattr(File, "chmod", refuse)
    assert keep(open_or_begin(guide).keeper, guide, walk) is None
    assert on_disk("guide") == walk


def test_private_reads_and_writes_nothing(guide: Tree, walk: Journey) -> None:
    keep(open_or_begin(guide).keeper, guide, walk)
    before = store.content_of("guide")
    opened = open_or_begin(guide, private=True)
    assert opened.journey == begin(guide)
    assert keep(opened.keeper, guide, walk.jump("start")) is None
    assert store.content_of("guide") == before
    assert names() == ["guide"]


def test_a_fresh_start_keeps_the_earlier_walk_under_another_name(guide: Tree, walk: Journey) -> None:
    keep(open_or_begin(guide).keeper, guide, walk)
    opened = open_or_begin(guide, fresh=True)
    assert opened.journey == begin(guide)
    assert names() == ["guide"], "nothing moves before the first step"
    notice = keep(opened.keeper, guide, opened.journey.take(guide, "long"))
    assert notice is not None
    assert notice.values["name"] == "guide-2026-11-23"
    assert on_disk("guide-2026-11-23") == walk
    assert on_disk("guide").at == "court"
    assert keep(opened.keeper, guide, opened.journey.take(guide, "short")) is None  # what ended is kept once
    assert names() == ["guide", "guide-2026-11-23"]


def test_two_programs_on_one_journey_lose_no_step(guide: Tree) -> None:
    keep(open_or_begin(guide).keeper, guide, begin(guide).take(guide, "short"))
    one, two = open_or_begin(guide), open_or_begin(guide)
    first, second = one.journey.take(guide, "ask"), two.journey.take(guide, "wait")
    assert keep(one.keeper, guide, first) is None
    notice = keep(two.keeper, guide, second)
    assert notice is not None
    assert notice.values == {"name": "guide", "other": "guide-2"}
    assert two.keeper.name == "guide-2"
    first, second = first.take(guide, "agreed"), second.noted("x", DAY)
    assert keep(one.keeper, guide, first) is None
    assert keep(two.keeper, guide, second) is None
    assert on_disk("guide") == first
    assert on_disk("guide-2") == second


def test_two_programs_that_both_begin_lose_no_step(guide: Tree) -> None:
    one, two = open_or_begin(guide), open_or_begin(guide)
    first, second = begin(guide).take(guide, "short"), begin(guide).take(guide, "long")
    assert keep(one.keeper, guide, first) is None
    assert keep(two.keeper, guide, second) is not None
    assert (on_disk("guide"), on_disk("guide-2")) == (first, second)


def test_a_journey_that_is_being_saved_elsewhere_right_now_is_left_to_that_program(guide: Tree) -> None:
    if not POSIX:
        pytest.skip("as POSIX alone has it")
    keeper = open_or_begin(guide).keeper
    keep(keeper, guide, begin(guide).take(guide, "short"))
    with store.file_of("guide").open("rb") as elsewhere:
        fcntl.flock(elsewhere, fcntl.LOCK_EX)
        notice = keep(keeper, guide, begin(guide).take(guide, "long"))
    assert notice is not None
    assert (on_disk("guide").at, on_disk("guide-2").at) == ("call", "court")


def test_a_journey_that_was_deleted_meanwhile_is_written_again(guide: Tree, walk: Journey) -> None:
    keeper = open_or_begin(guide).keeper
    keep(keeper, guide, walk.back())
    store.delete("guide")
    notice = keep(keeper, guide, walk)
    assert on_disk("guide") == walk
    assert notice is not None
    assert "Yours is kept again" in notice.template


@pytest.mark.parametrize(
    "content", [b"", b"\xff\xfe", b"format = 1", b'format = "debttree-journey/9"\n', b"[[[[["]
)
def test_a_file_that_is_no_journey_is_set_aside_and_never_destroyed(
    guide: Tree, walk: Journey, content: bytes
) -> None:
    store.journeys_folder().mkdir(parents=True)
    store.file_of("guide").write_bytes(content)
    opened = open_or_begin(guide)
    assert opened.journey == begin(guide)
    (notice,) = opened.notices
    kept = store.journeys_folder() / "guide.set-aside"
    assert (notice.values["name"], notice.values["file"]) == ("guide", str(kept))
    keep(opened.keeper, guide, walk)
    assert on_disk("guide") == walk
    assert (store.journeys_folder() / "guide.set-aside").read_bytes() == content
    store.file_of("guide").write_bytes(content + b"\n#")
    open_or_begin(guide)
    assert (store.journeys_folder() / "guide.2.set-aside").read_bytes() == content + b"\n#"


def test_a_file_that_cannot_be_opened_keeps_nobody_from_walking(guide: Tree, walk: Journey) -> None:
    store.file_of("guide").mkdir(parents=True)
    opened = open_or_begin(guide)
    assert opened.journey == begin(guide)
    assert len(opened.notices) == 1
    keep(opened.keeper, guide, walk)
    assert on_disk("guide-2") == walk
    with pytest.raises(Trouble):
        open_or_begin(guide, name="guide")


def test_a_journey_of_another_tree_is_left_as_it_is(guide: Tree, walk: Journey) -> None:
    keep(open_or_begin(guide, name="mine").keeper, guide, walk)
    before = store.content_of("mine")
    stranger = Tree("stranger", "9", guide.title, "agreed", {"agreed": guide.nodes["agreed"]})
    with pytest.raises(Trouble, match="leads through another guide"):
        open_or_begin(stranger, name="mine")
    with pytest.raises(Trouble, match="leads through another guide"):
        find(stranger, "mine")
    assert store.content_of("mine") == before


def test_another_tree_of_the_same_name_gets_a_journey_of_its_own(guide: Tree, walk: Journey) -> None:
    keep(open_or_begin(guide).keeper, guide, walk)
    other = Tree("guide", "9", guide.nodes["agreed"].title, "agreed", {"agreed": guide.nodes["agreed"]})
    opened = open_or_begin(other)
    assert opened.keeper.name == "guide-2"
    assert opened.journey == begin(other)


def test_what_no_longer_holds_is_kept_under_another_name(guide: Tree, walk: Journey) -> None:
    keep(open_or_begin(guide).keeper, guide, walk)
    changed = Tree("guide", "9", guide.title, "start", {**guide.nodes, "call": guide.nodes["objected"]})
    opened = open_or_begin(changed)
    assert opened.resumed is not None
    assert not opened.resumed.is_whole
    assert opened.notices
    assert keep(opened.keeper, changed, opened.journey.take(changed, "long")) is not None
    assert on_disk("guide-2026-11-23") == walk


def test_a_full_disk_is_said_and_harms_nothing(
    guide: Tree, walk: Journey, monkeypatch: pytest.MonkeyPatch
) -> None:
    keeper = open_or_begin(guide).keeper
    keep(keeper, guide, walk.back())
    before = store.content_of("guide")

    def no_room(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as full:
        full.setattr(os, "fsync", no_room)
        notice = keep(keeper, guide, walk)
    assert notice is not None
    assert "could not be saved" in notice.template
    assert store.content_of("guide") == before
    assert keep(keeper, guide, walk) is None
    assert on_disk("guide") == walk


def test_a_folder_that_cannot_be_made_is_said(guide: Tree, walk: Journey, own_home: File) -> None:
    blocked = state_folder().parent
    blocked.mkdir(parents=True, exist_ok=True)
    state_folder().write_text("a file in the way")
    opened = open_or_begin(guide)
    notice = keep(opened.keeper, guide, walk)
    assert notice is not None
    assert "could not be saved" in notice.template


def test_looking_a_journey_up_changes_nothing_and_asks_for_its_own_tree(guide: Tree, walk: Journey) -> None:
    keep(open_or_begin(guide).keeper, guide, walk)
    before = store.content_of("guide")
    assert find(guide, "guide").journey == walk
    end = replace(guide.nodes["agreed"], id="x")
    other = replace(guide, version="0" * 12, title=Text.of("Another"), nodes={"x": end}, root="x")
    with pytest.raises(Trouble, match="through another guide") as caught:
        find(other, "guide")
    assert caught.value.message.values == {"name": "guide", "title": "A bill is overdue"}
    assert caught.value.hint is not None
    assert store.content_of("guide") == before
    with pytest.raises(Trouble, match="There is no journey") as caught:
        find(guide, "giude")
    assert caught.value.hint is not None
    assert caught.value.hint.values == {"name": "guide"}


def test_a_step_that_changes_nothing_writes_nothing(guide: Tree, walk: Journey) -> None:
    keeper = open_or_begin(guide).keeper
    keep(keeper, guide, walk)
    file = store.file_of("guide")
    written = file.stat().st_ino
    assert keep(keeper, guide, walk) is None
    assert file.stat().st_ino == written
    assert keep(keeper, guide, walk.back()) is None
    assert file.stat().st_ino != written


def test_a_journey_that_is_a_link_is_neither_read_nor_written(
    guide: Tree, walk: Journey, tmp_path: File
) -> None:
    elsewhere = tmp_path / "elsewhere.toml"
    elsewhere.write_text("theirs")
    store.journeys_folder().mkdir(parents=True)
    store.file_of("guide").symlink_to(elsewhere)
    with pytest.raises(Trouble, match="symbolic link"):
        store.load("guide")
    opened = open_or_begin(guide)
    assert len(opened.notices) == 1
    keep(opened.keeper, guide, walk)
    assert elsewhere.read_text() == "theirs"
    assert on_disk("guide-2") == walk

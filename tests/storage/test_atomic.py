"""Writing: the old file or the new one, whatever happens."""

import errno
import fcntl
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from debttree.model import Trouble, msg
from debttree.storage.atomic import AlreadyThere, BeingSaved, ChangedOnDisk, create_exclusive, write_atomic
from tests.on_posix import LINUX, POSIX


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def _names(folder: Path) -> list[str]:
    return [file.name for file in folder.iterdir()]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    empty = tmp_path / "folder"
    empty.mkdir()
    return empty


@pytest.fixture
def tree(folder: Path) -> Path:
    file = folder / "tree.toml"
    file.write_bytes(b"old")
    return file


@pytest.fixture(params=["nameless", "hidden"])
def either_way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """With files without names, as Linux has them, and without."""
    if request.param == "hidden":
        monkeypatch.delattr(os, "O_TMPFILE", raising=False)


@pytest.mark.usefixtures("either_way")
class TestWriting:
    def test_the_new_bytes_replace_the_old_ones(self, tree: Path) -> None:
        write_atomic(tree, b"new")
        assert tree.read_bytes() == b"new"
        assert _names(tree.parent) == ["tree.toml"]

    def test_a_new_file_follows_the_umask(self, folder: Path) -> None:
        before = os.umask(0o027)
        try:
            write_atomic(folder / "new", b"x")
        finally:
            os.umask(before)
        assert _mode(folder / "new") == 0o640

    @pytest.mark.parametrize("mode", [0o600, 0o644, 0o664])
    def test_the_mode_is_kept(self, tree: Path, mode: int) -> None:
        if not POSIX:
            pytest.skip("as POSIX alone has it")
        tree.chmod(mode)
        write_atomic(tree, b"new")
        assert _mode(tree) == mode

    def test_a_mode_that_is_asked_for_is_set(self, tree: Path) -> None:
        write_atomic(tree, b"new", mode=0o600)
        assert _mode(tree) == 0o600

    def test_a_symbolic_link_stays_and_its_file_is_written(self, tree: Path) -> None:
        (tree.parent / "other").mkdir()
        first, second = tree.parent / "other" / "link", tree.parent / "link"
        first.symlink_to("../tree.toml")
        second.symlink_to(first)
        write_atomic(second, b"new", expected=b"old")
        assert second.is_symlink()
        assert first.readlink() == Path("../tree.toml")
        assert not tree.is_symlink()
        assert tree.read_bytes() == b"new"

    def test_what_was_changed_by_others_is_not_overwritten(self, tree: Path) -> None:
        with pytest.raises(ChangedOnDisk) as caught:
            write_atomic(tree, b"new", expected=b"older")
        assert caught.value.found == b"old"
        assert tree.read_bytes() == b"old"
        assert _names(tree.parent) == ["tree.toml"]

    def test_a_file_that_is_gone_is_a_change(self, tree: Path) -> None:
        tree.unlink()
        with pytest.raises(ChangedOnDisk) as caught:
            write_atomic(tree, b"new", expected=b"old")
        assert caught.value.found is None
        assert _names(tree.parent) == []

    @pytest.mark.parametrize(
        "call", ["open", "fsync", "fchmod", "replace"] if POSIX else ["open", "fsync", "replace"]
    )
    def test_a_failure_at_any_step_leaves_the_old_file_and_no_litter(
        self, tree: Path, monkeypatch: pytest.MonkeyPatch, call: str
    ) -> None:
        _fails_for_want_of_room(tree, monkeypatch, call)

    def test_what_a_killed_process_left_behind_is_swept_away(self, tree: Path) -> None:
        if not POSIX:
            pytest.skip("as POSIX alone has it")
        (tree.parent / ".debttree-left.tmp").write_bytes(b"x")
        held = tree.parent / ".debttree-held.tmp"
        with held.open("wb") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            write_atomic(tree, b"new")
            assert sorted(_names(tree.parent)) == [held.name, "tree.toml"]

    def test_a_new_file_is_made_once(self, folder: Path) -> None:
        file = folder / "journey"
        create_exclusive(file, b"one", 0o600)
        with pytest.raises(AlreadyThere):
            create_exclusive(file, b"two", 0o600)
        assert file.read_bytes() == b"one"
        assert _mode(file) == 0o600
        assert _names(folder) == ["journey"]

    def test_a_link_to_nowhere_is_there_already(self, folder: Path) -> None:
        (folder / "link").symlink_to("nowhere")
        with pytest.raises(AlreadyThere):
            create_exclusive(folder / "link", b"x")
        assert _names(folder) == ["link"]

    def test_a_disk_without_second_names_gets_its_new_file_too(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def refused(*_args: object, **_options: object) -> None:
            raise PermissionError(errno.EPERM, "Operation not permitted")

        monkeypatch.delattr(os, "O_TMPFILE", raising=False)
        monkeypatch.setattr(os, "link", refused)
        create_exclusive(folder / "new", b"x")
        assert (folder / "new").read_bytes() == b"x"
        assert _names(folder) == ["new"]


@pytest.mark.parametrize("call", ["replace", "fsync"])
def test_such_a_disk_keeps_no_empty_file_where_the_new_one_cannot_come(
    folder: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    if not POSIX:
        pytest.skip("as POSIX alone has it")

    def refused(*_args: object, **_options: object) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.delattr(os, "O_TMPFILE", raising=False)
    monkeypatch.setattr(os, "link", refused)
    monkeypatch.setattr(os, call, refused)
    with pytest.raises(Trouble, match="cannot be written"):
        create_exclusive(folder / "new", b"x")
    assert _names(folder) == []


def _fails_for_want_of_room(tree: Path, monkeypatch: pytest.MonkeyPatch, call: str) -> None:
    def full(*_args: object, **_options: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("builtins.open" if call == "open" else f"os.{call}", full)
    with pytest.raises(Trouble) as caught:
        write_atomic(tree, b"new")
    monkeypatch.undo()
    assert caught.value.message.values["reason"] == msg("the disk is full")
    assert tree.read_bytes() == b"old"
    assert _names(tree.parent) == ["tree.toml"]


def test_a_file_without_a_name_that_gets_none_leaves_the_old_file(
    tree: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not LINUX:
        pytest.skip("this system has no files without names")
    _fails_for_want_of_room(tree, monkeypatch, "link")


def test_extended_attributes_are_kept_unless_another_mode_is_asked_for(tree: Path) -> None:
    if sys.platform != "linux" or not LINUX:
        pytest.skip("extended attributes are asked for as Linux has them")
    try:
        os.setxattr(tree, "user.note", b"ours")
    except OSError:
        pytest.skip("this file system has no extended attributes")
    write_atomic(tree, b"new")
    assert os.getxattr(tree, "user.note") == b"ours"
    write_atomic(tree, b"newer", mode=0o600)
    assert os.listxattr(tree) == []


def test_another_name_of_the_file_keeps_what_it_held(tree: Path) -> None:
    other = tree.with_name("other.toml")
    other.hardlink_to(tree)
    write_atomic(tree, b"new")
    assert (tree.read_bytes(), other.read_bytes()) == (b"new", b"old")


@pytest.mark.skipif(not POSIX or os.geteuid() != 0, reason="only root may give files away")
def test_the_owner_is_kept(tree: Path) -> None:
    if not POSIX:
        pytest.skip("as POSIX alone has it")
    os.chown(tree, 12345, 54321)
    write_atomic(tree, b"new")
    assert (tree.stat().st_uid, tree.stat().st_gid) == (12345, 54321)


def test_a_read_only_file_is_refused(tree: Path) -> None:
    tree.chmod(0o444)
    with pytest.raises(Trouble, match="cannot be written"):
        write_atomic(tree, b"new")
    assert tree.read_bytes() == b"old"


def test_a_vanished_folder_is_named(folder: Path) -> None:
    with pytest.raises(Trouble) as caught:
        write_atomic(folder / "gone" / "tree.toml", b"new")
    assert "folder" in str(caught.value.message.values["reason"])


@pytest.mark.parametrize("name", [".", "fifo", "loop", "x" * 300, "nul\0"])
def test_what_is_no_file_is_refused(folder: Path, name: str) -> None:
    if not POSIX:
        pytest.skip("as POSIX alone has it")
    os.mkfifo(folder / "fifo")
    (folder / "loop").symlink_to("loop")
    with pytest.raises(Trouble, match="cannot be written"):
        write_atomic(folder / name, b"new")


def test_a_file_too_large_for_the_system_leaves_the_old_one(tree: Path) -> None:
    script = (
        "import resource, sys, pathlib\n"
        "from debttree.storage.atomic import write_atomic\n"
        "from debttree.model import Trouble\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "try: write_atomic(pathlib.Path(sys.argv[1]), b'x' * 2000)\n"
        "except Trouble: sys.exit(2)\n"
    )
    done = subprocess.run([sys.executable, "-c", script, str(tree)], check=False)
    assert done.returncode == 2
    assert tree.read_bytes() == b"old"
    assert _names(tree.parent) == ["tree.toml"]


def test_of_two_writers_who_read_the_same_file_one_is_refused(tree: Path) -> None:
    """Each adds one to the number it read, again where it was refused: none is lost."""
    script = (
        "import sys, pathlib\n"
        "from debttree.storage.atomic import write_atomic\n"
        "from debttree.model import Trouble\n"
        "file, done = pathlib.Path(sys.argv[1]), 0\n"
        "while done < 50:\n"
        "    before = file.read_bytes()\n"
        "    try: write_atomic(file, b'%d' % (int(before) + 1), expected=before)\n"
        "    except Trouble: continue\n"
        "    done += 1\n"
    )
    tree.write_bytes(b"0")
    writers = [subprocess.Popen([sys.executable, "-c", script, str(tree)]) for _ in range(2)]
    assert [writer.wait(60) for writer in writers] == [0, 0]
    assert tree.read_bytes() == b"100"


def test_killed_at_any_moment_the_file_is_whole(tree: Path) -> None:
    if not POSIX:
        pytest.skip("as POSIX alone has it")
    script = (
        "import sys, pathlib\n"
        "from debttree.storage.atomic import write_atomic\n"
        "print(flush=True)\n"
        "while True:\n"
        "    for letter in (b'a', b'b'): write_atomic(pathlib.Path(sys.argv[1]), letter * 300_000)\n"
    )
    whole = {b"old", b"a" * 300_000, b"b" * 300_000}
    for _ in range(8):
        with subprocess.Popen([sys.executable, "-c", script, str(tree)], stdout=subprocess.PIPE) as writer:
            assert writer.stdout is not None
            writer.stdout.readline()
            seen = tree.stat().st_ino
            while tree.stat().st_ino == seen:
                assert tree.read_bytes() in whole
            writer.kill()
        assert tree.read_bytes() in whole


def test_a_file_that_another_program_is_replacing_is_left_to_it(tree: Path) -> None:
    if not POSIX:
        pytest.skip("as POSIX alone has it")
    with tree.open("rb") as theirs:
        fcntl.flock(theirs, fcntl.LOCK_EX)
        with pytest.raises(BeingSaved) as caught:
            write_atomic(tree, b"new")
    assert caught.value.message.values["file"] == str(tree)
    assert tree.read_bytes() == b"old"
    assert _names(tree.parent) == ["tree.toml"]


def test_a_disk_without_locks_is_written_all_the_same(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_locks(*_: object) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr("fcntl.flock", no_locks)
    write_atomic(tree, b"new")
    create_exclusive(tree.with_name("other.toml"), b"x")
    assert tree.read_bytes() == b"new"
    assert sorted(_names(tree.parent)) == ["other.toml", "tree.toml"]


@pytest.mark.usefixtures("either_way")
def test_nothing_stays_open_where_the_new_file_is_held_by_somebody(
    tree: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not POSIX:
        pytest.skip("as POSIX alone has it")

    def held(*_: object) -> None:
        raise BlockingIOError(errno.EWOULDBLOCK, os.strerror(errno.EWOULDBLOCK))

    before = len([*Path("/dev/fd").iterdir()])
    monkeypatch.setattr("fcntl.flock", held)
    with pytest.raises(Trouble, match="cannot be written"):
        create_exclusive(tree.with_name("other.toml"), b"x")
    assert _names(tree.parent) == ["tree.toml"]
    assert len([*Path("/dev/fd").iterdir()]) == before


def test_a_folder_that_is_not_there_makes_no_new_file(folder: Path) -> None:
    with pytest.raises(Trouble) as caught:
        create_exclusive(folder / "gone" / "x.toml", b"x")
    assert caught.value.message.values["reason"] == msg("its folder is not there")
    with pytest.raises(Trouble, match="cannot be written"):
        create_exclusive(folder / "nul\0byte", b"x")
    assert _names(folder) == []


def test_who_may_not_give_files_away_keeps_their_own(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if not POSIX:
        pytest.skip("as POSIX alone has it")
    asked: list[tuple[int, int]] = []

    def refused(_descriptor: int, owner: int, group: int) -> None:
        asked.append((owner, group))
        raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))

    status = tree.stat()
    monkeypatch.setattr(os, "fchown", refused)
    write_atomic(tree, b"new")
    assert tree.read_bytes() == b"new"
    assert asked == [(status.st_uid, status.st_gid), (-1, status.st_gid)]

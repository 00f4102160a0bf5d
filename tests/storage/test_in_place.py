"""Where no new file may take the place of an old one: said why, written over its bytes, and never torn unkept."""

import errno
import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from debttree.journey import store
from debttree.model import Message, Trouble
from debttree.storage.atomic import (
    BeingSaved,
    ChangedOnDisk,
    NotReplaceable,
    locked,
    other_names,
    write_atomic,
)
from debttree.storage.folders import made, state_folder
from debttree.storage.in_place import write_in_place
from debttree.storage.journal import unsaved
from tests.on_posix import POSIX

OLD, NEW = b"old text\n", "\ufeffnew and longer: 逾期\n".encode()


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    file = tmp_path / "folder" / "tree.toml"
    file.parent.mkdir()
    file.write_bytes(OLD)
    return file


def _refuses(monkeypatch: pytest.MonkeyPatch, call: str, number: int) -> None:
    def refused(*_args: object, **_options: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, call, refused)


def _reason(trouble: Trouble) -> str:
    reason = trouble.message.values["reason"]
    assert isinstance(reason, Message)
    return reason.template


def test_a_file_that_is_mounted_by_itself_is_not_replaced(
    tree: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _refuses(monkeypatch, "replace", errno.EBUSY)
    with pytest.raises(NotReplaceable) as caught:
        write_atomic(tree, NEW, expected=OLD)
    assert "mounted by itself" in _reason(caught.value)
    assert tree.read_bytes() == OLD
    assert [*tree.parent.iterdir()] == [tree]
    write_in_place(tree, NEW, OLD)
    assert tree.read_bytes() == NEW


@pytest.mark.parametrize("number", [errno.EPERM, errno.ENOSYS, errno.EOPNOTSUPP])
def test_a_disk_without_modes_keeps_every_step(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    for call in ("fchmod", "fchown", "chmod"):
        _refuses(monkeypatch, call, number)
    monkeypatch.delattr(os, "O_TMPFILE", raising=False)
    _refuses(monkeypatch, "link", errno.EPERM)
    name = store.create(store.numbered("loan"), b"one")
    store.replace(name, b"two", expected=b"one")
    assert store.content_of(name) == b"two"


def test_a_folder_is_made_on_such_a_disk_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _refuses(monkeypatch, "chmod", errno.EPERM)
    assert made(tmp_path / "a" / "b").is_dir()


@pytest.mark.parametrize("new", [b"", b"short", OLD, NEW])
def test_written_in_place_every_name_has_the_new_text_and_nothing_is_kept(tree: Path, new: bytes) -> None:
    other = tree.with_name("other")
    other.hardlink_to(tree)
    link = tree.with_name("link")
    link.symlink_to(tree)
    tree.chmod(0o640)
    before = tree.stat()
    assert other_names(link) == 1
    write_in_place(link, new, OLD)
    after = other.stat()
    assert other.read_bytes() == new
    assert (after.st_ino, stat.S_IMODE(after.st_mode)) == (before.st_ino, 0o640)
    assert link.is_symlink()
    assert unsaved() == []


def test_what_another_program_wrote_is_not_written_over(tree: Path) -> None:
    with pytest.raises(ChangedOnDisk):
        write_in_place(tree, NEW, b"something else")
    assert tree.read_bytes() == OLD


def test_two_do_not_write_at_once(tree: Path) -> None:
    with locked(tree), pytest.raises(BeingSaved):
        write_in_place(tree, NEW, OLD)
    assert tree.read_bytes() == OLD


def test_a_read_only_file_is_not_written_in_place_either(tree: Path) -> None:
    tree.chmod(0o444)
    with pytest.raises(Trouble) as caught:
        write_in_place(tree, NEW, OLD)
    assert "read-only" in _reason(caught.value)
    assert tree.read_bytes() == OLD


def test_without_a_copy_nothing_is_written(tree: Path, own_home: Path) -> None:
    state_folder().parent.mkdir(parents=True, exist_ok=True)
    state_folder().write_text("in the way of a folder")
    with pytest.raises(Trouble) as caught:
        write_in_place(tree, NEW, OLD)
    assert "No copy" in caught.value.message.template
    assert tree.read_bytes() == OLD


@pytest.mark.parametrize("failing", range(1, 4))
def test_a_disk_that_fills_up_leaves_the_old_text(
    tree: Path, monkeypatch: pytest.MonkeyPatch, failing: int
) -> None:
    if not POSIX:
        pytest.skip("as POSIX alone has it")
    write, calls = os.pwrite, 0

    def full(descriptor: int, content: bytes, position: int) -> int:
        nonlocal calls
        calls += 1
        if calls == failing:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return write(descriptor, content[:4], position)

    monkeypatch.setattr(os, "pwrite", full)
    with pytest.raises(Trouble) as caught:
        write_in_place(tree, NEW, OLD)
    assert "disk is full" in _reason(caught.value)
    assert tree.read_bytes() == OLD
    assert unsaved() == []


KILLED = """
import os, pathlib, signal, sys
from debttree.storage.in_place import write_in_place
write, left = os.pwrite, int(sys.argv[2])

def dying(descriptor, content, position):
    global left
    if not left:
        os.kill(os.getpid(), signal.SIGKILL)
    left -= 1
    return write(descriptor, content[:3], position)

os.pwrite = dying
file = pathlib.Path(sys.argv[1])
write_in_place(file, sys.argv[3].encode(), file.read_bytes())
"""


@pytest.mark.parametrize("writes", [0, 2, 6])
def test_killed_meanwhile_both_texts_are_kept(tree: Path, writes: int) -> None:
    if not POSIX:
        pytest.skip("as POSIX alone has it")
    ended = subprocess.run([sys.executable, "-c", KILLED, str(tree), str(writes), NEW.decode()], check=False)
    assert ended.returncode == -signal.SIGKILL
    (kept,) = unsaved(tree)
    assert (kept.base, kept.text) == (OLD, NEW.decode().removeprefix("\ufeff"))


def test_where_the_old_text_cannot_come_back_the_copy_is_named(
    tree: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not POSIX:
        pytest.skip("as POSIX alone has it")
    _refuses(monkeypatch, "pwrite", errno.EIO)
    with pytest.raises(Trouble) as caught:
        write_in_place(tree, NEW, OLD)
    assert caught.value.hint is not None
    assert "debttree edit --recover" in caught.value.hint.template
    assert [*(state_folder() / "unsaved").iterdir()] != []

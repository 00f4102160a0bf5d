"""Writing as somebody who may not do everything: what the system forbids is said, and nothing is harmed."""

import os
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.on_posix import POSIX

if not POSIX:
    pytest.skip("signals, owners and terminals as POSIX has them", allow_module_level=True)

NOBODY = 65534
READ_ONLY = "it is marked as read-only"
NOT_YOURS = "you may not write to it"
CLOSED = "you may not write in its folder, {folder}"
STICKY = "in its folder, {folder}, everybody may replace their own files alone"

WRITES = f"""
import os, pathlib, sys
from debttree.model import Trouble
from debttree.storage.atomic import create_exclusive, write_atomic
from debttree.storage.in_place import write_in_place
if os.geteuid() == 0:
    os.setgroups([])
    os.setgid({NOBODY})
    os.setuid({NOBODY})
file = pathlib.Path(sys.argv[1])
try:
    if file.name == "new.toml":
        create_exclusive(file, b"new")
    elif sys.argv[2:]:
        os.environ["XDG_STATE_HOME"] = sys.argv[2]
        write_in_place(file, b"new", b"old")
    else:
        write_atomic(file, b"new", expected=b"old")
except Trouble as trouble:
    sys.exit(trouble.message.values["reason"].template)
"""
"""As root it becomes nobody first; anybody else is an ordinary user already."""


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder of the ordinary user, who may not enter those that pytest makes."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        _give(folder)
        yield folder
        folder.chmod(0o700)


@pytest.fixture
def tree(folder: Path) -> Path:
    """A file of theirs."""
    file = folder / "tree.toml"
    file.write_bytes(b"old")
    _give(file)
    return file


def _give(path: Path) -> None:
    if os.geteuid() == 0:
        os.chown(path, NOBODY, NOBODY)


def writes(file: Path, *state: str) -> str:
    """What an ordinary user is told who writes the file; empty where it was written.

    Args:
        state: where its copy is kept, to write it in place.
    """
    script = [sys.executable, "-c", WRITES, str(file), *state]
    done = subprocess.run(script, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr
    return done.stderr.strip()


def left_alone(file: Path) -> bool:
    """Whether the file is as it was, and alone in its folder."""
    return file.read_bytes() == b"old" and [*file.parent.iterdir()] == [file]


def test_one_may_write_what_is_ones_own(tree: Path) -> None:
    tree.chmod(0o640)
    assert writes(tree) == ""
    assert tree.read_bytes() == b"new"
    assert stat.S_IMODE(tree.stat().st_mode) == 0o640
    assert [*tree.parent.iterdir()] == [tree]


def test_a_read_only_file_is_refused(tree: Path) -> None:
    tree.chmod(0o444)
    assert writes(tree) == READ_ONLY
    assert left_alone(tree)


def test_a_read_only_folder_is_refused(tree: Path) -> None:
    tree.parent.chmod(0o555)
    assert writes(tree) == CLOSED
    assert writes(tree.with_name("new.toml")) == CLOSED
    assert left_alone(tree)


def test_in_such_a_folder_ones_own_file_is_written_in_place(tree: Path) -> None:
    tree.parent.chmod(0o555)
    with tempfile.TemporaryDirectory() as state:
        _give(Path(state))
        assert writes(tree, state) == ""
    assert tree.read_bytes() == b"new"


def test_a_folder_that_may_not_be_entered_is_refused(tree: Path) -> None:
    inner = tree.parent / "closed"
    inner.mkdir(0o000)
    _give(inner)
    assert writes(inner / "new.toml") == CLOSED
    inner.chmod(0o700)
    assert [*inner.iterdir()] == []


def test_a_symbolic_link_into_another_folder_stays(tree: Path) -> None:
    with tempfile.TemporaryDirectory() as elsewhere:
        link = Path(elsewhere) / "link.toml"
        link.symlink_to(tree)
        link.parent.chmod(0o555)
        assert writes(link) == ""
        assert link.readlink() == tree
        assert [*link.parent.iterdir()] == [link]
        link.parent.chmod(0o700)
    assert tree.read_bytes() == b"new"


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can make a file of somebody else's")
class TestFilesOfOthers:
    def test_a_file_that_only_others_may_write_is_refused(self, tree: Path) -> None:
        os.chown(tree, 0, 0)
        tree.chmod(0o644)
        assert writes(tree) == NOT_YOURS
        assert left_alone(tree)

    def test_a_file_of_ones_group_keeps_group_and_mode_and_is_ones_own_from_then_on(self, tree: Path) -> None:
        os.chown(tree, 0, NOBODY)
        tree.chmod(0o664)
        assert writes(tree) == ""
        status = tree.stat()
        assert (status.st_uid, status.st_gid) == (NOBODY, NOBODY)
        assert stat.S_IMODE(status.st_mode) == 0o664

    def test_in_a_folder_where_only_owners_may_replace_files_it_is_refused(self, tree: Path) -> None:
        os.chown(tree, 0, NOBODY)
        tree.chmod(0o664)
        os.chown(tree.parent, 0, 0)
        tree.parent.chmod(0o1777)
        assert writes(tree) == STICKY
        assert left_alone(tree)
        with tempfile.TemporaryDirectory() as state:
            _give(Path(state))
            assert writes(tree, state) == ""
        assert tree.read_bytes() == b"new"

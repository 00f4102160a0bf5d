"""A disk that is really full: what cannot be written is said, the work is still there, and nothing is left behind."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.on_posix import POSIX

if not POSIX:
    pytest.skip("signals, owners and terminals as POSIX has them", allow_module_level=True)

ON_A_SMALL_DISK = """
mount -t tmpfs -o size=64k none "$1" || exit 77
exec "$2" -c "$3" "$1"
"""
NOT_HERE = 77
"""The exit status where this person may not mount anything."""

EDITS = """
import datetime, os, pathlib, sys
from debttree.editing.edits import Set
from debttree.model import Clock, Trouble, msg
from debttree.tui.editor.session import EditSession

disk = pathlib.Path(sys.argv[1])
file = disk / "tree.toml"
file.write_text('format = "debttree/1"\\n[nodes.a]\\ntitle = "A"\\n')
before = file.read_bytes()
title = ("nodes", "a", "title")


def refused(call):
    try:
        call()
    except Trouble as trouble:
        return trouble
    raise AssertionError("it was not refused")


private = EditSession(file, Clock.standing(datetime.date(2026, 11, 23)), private=True)
private.do(Set(title, "long " * 20_000))
trouble = refused(private.save)
assert trouble.message.values["reason"] == msg("the disk is full"), trouble
assert private.is_dirty and len(private.document.text) > 100_000
assert os.listdir(disk) == [file.name]
assert file.read_bytes() == before

os.environ["XDG_STATE_HOME"] = str(disk / "state")
kept = EditSession(file, Clock.standing(datetime.date(2026, 11, 23)))
trouble = refused(lambda: kept.do(Set(title, "long " * 20_000)))
assert "cannot be kept safe" in trouble.message.template, trouble
assert len(kept.document.text) > 100_000

refused(lambda: kept.do(Set(title, "B")))  # the journal must not go on behind a hole
kept.save()
journals = disk / "state" / "debttree" / "unsaved"
assert file.read_bytes() == before.replace(b'"A"', b'"B"')
assert [*journals.iterdir()] == []

kept.do(Set(title, "C"))
assert len([*journals.iterdir()]) == 2
"""


@pytest.mark.skipif(shutil.which("unshare") is None, reason="this system has no disks of a process's own")
def test_an_edit_that_has_no_room_is_kept_in_memory_and_leaves_no_litter(tmp_path: Path) -> None:
    own = ["unshare", "--mount"] if os.geteuid() == 0 else ["unshare", "--mount", "--map-root-user"]
    shell = ["sh", "-c", ON_A_SMALL_DISK, "sh", str(tmp_path), sys.executable, EDITS]
    done = subprocess.run([*own, *shell], capture_output=True, text=True, check=False)
    if done.returncode == NOT_HERE or done.stderr.startswith("unshare:"):
        pytest.skip("nothing may be mounted here")
    assert done.returncode == 0, done.stderr

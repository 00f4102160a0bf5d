"""Streams that are closed, full, or hold what no encoding knows: one message at most, never a traceback."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from debttree.cli.main import main
from tests.export.conftest import GUIDE

PROGRAM = Path(sys.executable).with_name("debttree")


def shell(command: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run a line of sh; $D is the program, $T a tree."""
    known = {**os.environ, "D": str(PROGRAM), "T": str(GUIDE), **environment}
    done = subprocess.run(["sh", "-c", command], env=known, capture_output=True, check=False, timeout=60)
    assert b"Traceback" not in done.stderr, done.stderr.decode()
    assert b"Exception ignored" not in done.stderr, done.stderr.decode()
    return done


@pytest.mark.parametrize(
    ("command", "status"),
    [
        ('"$D" trees >&-', 0),
        ('"$D" check /nowhere.toml 2>&-', 2),
        ('"$D" walk "$T" --private <&-', 0),
        ('"$D" "$T" <&- >&- 2>&-', 2),
        ('"$D" trees >/dev/full', 2),
        ('"$D" export "$T" --path start >/dev/full', 2),
        ('"$D" check /nowhere.toml 2>/dev/full', 2),
        ('"$D" --version >/dev/full', 2),
    ],
)
def test_closed_and_full_streams(command: str, status: int) -> None:
    assert shell(command).returncode == status


def test_a_full_disk_behind_stdout_is_said() -> None:
    assert b"Standard output cannot be written" in shell('"$D" trees --lang en >/dev/full').stderr


class _Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    "arguments",
    [
        ["texts", "x.toml", "--lang", "es", "-o", "-"],
        ["texts", "x.toml", "--lang", "es", "-o", "-", "--format", "csv"],
        ["new", "-", "--from", "x.md"],
    ],
)
def test_what_is_written_whole_into_files_moves_no_cursor_on_a_terminal(
    arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    title = '{ en = "A\\u001b[2J \\u202e \\u009b2J" }'
    Path("x.toml").write_text(f'format = "debttree/1"\n[nodes.a]\ntitle = {title}\n')
    Path("x.md").write_text("# A \u202e \u009b2J\n\n- yes -> B\n\n# B\n", "utf-8")
    monkeypatch.setattr("sys.stdout", screen := _Screen())
    assert main(arguments) == 0
    assert "A " in screen.getvalue() or "A␛[2J" in screen.getvalue()
    assert not set(screen.getvalue()) & {"\x1b", "\u202e", "\x9b", "\r", "\ufeff", "␍"}


def test_a_librarys_warnings_are_not_for_people(tmp_path: Path) -> None:
    graph = tmp_path / "x.graphml"
    graph.write_text(
        '<graphml xmlns="http://graphml.graphdrawing.org/xmlns"><key id="l" for="node" attr.name="label"/>'
        '<graph edgedefault="directed"><node id="a"><data key="l">A</data></node></graph></graphml>'
    )
    done = shell('"$D" new - --from "$G"', G=str(graph))
    assert done.returncode == 0
    assert b"arning" not in done.stderr


def test_bytes_of_another_encoding_are_an_answer_that_means_nothing() -> None:
    done = shell(
        'printf "\\xff\\xfe\\nq\\n" | "$D" walk "$T" --private --lang en', PYTHONIOENCODING="utf-8:strict"
    )
    assert done.returncode == 0
    assert b"means nothing here" in done.stdout

"""A file may be called anything: its name acts nowhere, and each command works as on any other."""

import json
import os
import re
from pathlib import Path

import pytest

from debttree.cli.main import main
from debttree.model.text import harmful
from tests.export.conftest import GUIDE

NAMES = (
    b"a\nb.toml",
    b"\x1b[31mred\x1b]0;title\x07.toml",
    "\u202eevil.toml".encode(),
    b"\xff\xfe.toml",
    b"\xc2\x9b31m.toml",
    b"-x.toml",
    b"--help.toml",
    b"x" * 250 + b".toml",
    "逾".encode() * 83 + b".toml",
    b" .toml",
    b"..toml",
    b"[@click=app.quit]x.toml",
    b"%s{0}{file}$(id).toml",
    b"&amp;<b>.toml",
)

COMMANDS = (
    ["check"], ["check", "--format", "json"], ["check", "--format", "github"], ["graph"],
    ["graph", "--format", "json"], ["graph", "--format", "graphml"], ["graph", "--format", "dot"],
    ["graph", "--format", "mermaid"], ["paths"], ["prospects"],
    *(["export", "--path", "start", "--format", form] for form in ("md", "txt", "html", "json", "toml")),
)  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_every_command_shows_a_clean_name_and_makes_whole_output(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes], name: bytes
) -> None:
    file = tmp_path / os.fsdecode(name)
    file.write_bytes(GUIDE.read_bytes())
    monkeypatch.chdir(tmp_path)
    for command in COMMANDS:
        assert main([*command, "--lang", "en", "--", file.name]) == 0, command
        out, err = capsysbinary.readouterr()
        assert not harmful().search(out.decode() + err.decode()), command
        if "json" in command:
            json.loads(out)
    assert {other.name for other in tmp_path.iterdir()} == {file.name}


@pytest.mark.parametrize("name", NAMES)
def test_a_walk_in_it_is_kept_and_saved_under_names_that_every_disk_takes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], name: bytes
) -> None:
    file = tmp_path / os.fsdecode(name)
    file.write_bytes(GUIDE.read_bytes())
    monkeypatch.chdir(tmp_path)
    for answers in ("1\nx\n1\n\nq\n", "y\nq\n"):
        with (tmp_path / "answers").open("w+") as lines:
            lines.write(answers)
            lines.seek(0)
            monkeypatch.setattr("sys.stdin", lines)
            assert main(["walk", "--lang", "en", "--", file.name]) == 0
    out = capsys.readouterr().out
    assert not harmful().search(out)
    assert "Go on from there?" in out
    assert "Before the first call" in out.rpartition("Go on from there?")[2]
    (summary,) = (other.name for other in tmp_path.iterdir() if other.name not in (file.name, "answers"))
    assert re.fullmatch(r"[\w][\w-]*-\d{4}-\d\d-\d\d\.md", summary)


@pytest.mark.parametrize("name", NAMES)
def test_a_node_of_it_is_renamed_and_nothing_else_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: bytes
) -> None:
    file = tmp_path / os.fsdecode(name)
    file.write_bytes(GUIDE.read_bytes())
    monkeypatch.chdir(tmp_path)
    assert main(["rename", "--", file.name, "call", "phone"]) == 0
    assert b"[nodes.phone]" in file.read_bytes()
    assert {other.name for other in tmp_path.iterdir()} == {file.name}

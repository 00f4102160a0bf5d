"""Commands that a person is shown: a shell reads them as they were meant, whatever a file is called."""

import shlex
from pathlib import PurePath

import pytest

from debttree.model import command_line
from tests.on_posix import POSIX


@pytest.mark.parametrize(
    "name", ["a b.toml", "-o.toml", "$(touch x).toml", "it's.toml", "逾期;.toml", "a\nb.toml", "*"]
)
def test_a_shell_reads_the_name_as_one_word(name: str) -> None:
    if not POSIX and "'" in name:
        pytest.skip("PowerShell reads two quotes as one")
    words = shlex.split(command_line("check", PurePath(name)))
    assert words[:2] == ["debttree", "check"]
    assert [PurePath(word) for word in words[2:]] == [PurePath(name)]
    assert not words[2].startswith("-")


def test_a_harmless_command_stands_as_one_would_type_it() -> None:
    assert (
        command_line("check", "--strict", PurePath("trees/my.toml"))
        == "debttree check --strict trees/my.toml"
    )

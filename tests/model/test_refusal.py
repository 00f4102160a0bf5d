"""What is said of errors of the system: our words, or its own, without numbers and file names."""

import errno
import os

import pytest

from debttree.model import Message, Refusal, msg, reason_of


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "/secret"), msg("the disk is full")),
        (OSError(errno.EPROTO, "Protocol error", "/secret"), msg("{reason}", reason="Protocol error")),
        (OSError("no number"), msg("{reason}", reason="no number")),
        (ValueError("embedded null byte"), msg("no file can have that name")),
        (RuntimeError("Symlink loop from '/secret'"), msg("its symbolic links lead in a circle")),
    ],
)
def test_the_reason_is_a_part_of_a_sentence(error: Refusal, words: Message) -> None:
    assert reason_of(error) == words


def test_whoever_asks_may_know_better_words() -> None:
    gone = FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
    assert reason_of(gone) == msg("it is not there")
    assert reason_of(gone, {errno.ENOENT: msg("its folder is not there")}) == msg("its folder is not there")

"""What is said of errors of the system: its own words, without numbers and file names."""

import errno
import os

import pytest

from debttree.model import reason_of


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "/secret"), os.strerror(errno.ENOSPC)),
        (OSError("no number"), "no number"),
        (ValueError("embedded null byte"), "embedded null byte"),
    ],
)
def test_the_reason_is_what_the_system_says(error: Exception, words: str) -> None:
    assert reason_of(error) == words

"""Other programs on Windows: how a command is read and started; whether it still runs cannot be told."""

import errno
import locale
import os
import re
import shlex
from collections.abc import Mapping, Sequence

DEFAULT_EDITOR = "notepad"
"""The editor of everybody who names none."""


def words_of(text: str) -> list[str]:
    r"""Return the words of a command as Windows reads it: a backslash is one.

    Raises:
        ValueError: an unclosed quote.

    >>> words_of(r'"C:\Program Files\ed.exe" --wait')
    ['C:\\Program Files\\ed.exe', '--wait']
    """
    return [word.strip('"') for word in shlex.split(text, posix=False)]


_PLAIN = re.compile(r"[\w+=:./\\-]+", re.ASCII)


def quoted(word: str) -> str:
    """Return a word so that PowerShell reads it as one.

    >>> quoted("it's; rm")
    "'it''s; rm'"
    """
    return word if _PLAIN.fullmatch(word) else "'" + word.replace("'", "''") + "'"


_MEANS_SOMETHING = re.compile(r'["%&|<>^!\r\n]')
"""What the interpreter of batch files would not leave as it is, quoted or not."""


def command(program: str, words: Sequence[str]) -> list[str]:
    """Return what to start: Windows finds a batch file (`code.cmd`) by its full name alone.

    Args:
        program: the file that was found.
        words: the command as it was named, and its arguments.

    Raises:
        OSError: it is a batch file, and would run a part of a file's name as a command.
    """
    rest = list(words[1:])
    if program.lower().endswith((".cmd", ".bat")) and any(map(_MEANS_SOMETHING.search, rest)):
        raise OSError(errno.EILSEQ, os.strerror(errno.EILSEQ))
    return [program, *rest]


def has_windows(environment: Mapping[str, str]) -> bool:
    """Return whether there are windows to open a browser in."""
    return True


def own_locale() -> str:
    """Return the locale of whoever sets no variable for it: the one that the person chose for Windows."""
    name = locale.getlocale(locale.LC_CTYPE)[0] or "C"  # zh_CN, or Chinese (Simplified)_China
    return next((code for word, code in _WORDS.items() if name.startswith(word)), name)


_WORDS = {"Chinese": "zh", "English": "en"}
"""How Windows calls languages that the program speaks."""


class Tether:
    """Tells whether a program that was given it still runs. On Windows that is unknown: it says yes until it is closed.

    Attributes:
        descriptors: what to give the program.
    """

    def __init__(self) -> None:
        self.descriptors: tuple[int, ...] = ()
        self.is_open = True

    def given(self) -> None:
        """Record that the program has it."""

    @property
    def is_held(self) -> bool:
        """Whether it runs, as far as anybody knows."""
        return self.is_open

    def close(self) -> None:
        """Stop checking."""
        self.is_open = False

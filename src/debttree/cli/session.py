"""The context of a command: the reader's language, the day, and the output of data and messages."""

import contextlib
import datetime as dt
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from functools import cached_property
from typing import TextIO

from debttree.locales import (
    Phrases,
    Speech,
    interface_language,
    interface_of,
    locale_language,
    phrases,
    speech,
)
from debttree.model import Clock, Message, Tree, Trouble, msg, reason_of
from debttree.model.text import signed


def own_language(environment: Mapping[str, str]) -> str:
    """Return the language in the settings, else that of the locale; empty if neither names one."""
    from debttree.storage.settings_file import language_set  # `--version` looks for no folders

    return language_set() or locale_language(environment)


class ExitStatus(IntEnum):
    """The exit statuses of the command line; scripts rely on these."""

    DONE = 0
    TREE_ERRORS = 1
    USAGE = 2
    INTERRUPTED = 130


@dataclass
class Session:
    """One run of the command line.

    Attributes:
        wanted_language: what `--lang` says, else None: the settings decide, then the locale.
        clock: fixed to the day of `--now`, else the machine's.
        private: whether nothing is stored on disk.
    """

    wanted_language: str | None = None
    clock: Clock = field(default_factory=Clock)
    private: bool = False
    environment: Mapping[str, str] = field(default_factory=lambda: os.environ)
    out: TextIO = field(default_factory=lambda: sys.stdout)
    err: TextIO = field(default_factory=lambda: sys.stderr)
    source: TextIO = field(default_factory=lambda: sys.stdin)

    @property
    def today(self) -> dt.date:
        """The day that it is now."""
        return self.clock.today

    @cached_property
    def say(self) -> Phrases:
        """Sentences of the program where no tree is at hand."""
        wanted = interface_of(self.wanted_language) if self.wanted_language else None
        return phrases(wanted or interface_language(self.locale))

    @cached_property
    def locale(self) -> str:
        """The person's language: the one they have set, else that of the locale; empty where nothing names one."""
        return own_language(self.environment)

    def speech_for(self, tree: Tree) -> Speech:
        """Return the languages to show a tree in: one for its texts, and one for the program's sentences.

        Raises:
            Trouble: the tree is not in the language wanted.
        """
        return speech(tree.spoken, self.locale, self.wanted_language)

    def write(self, text: str) -> None:
        """Write data to stdout."""
        with _arriving():
            self.out.write(text)

    def line(self, text: str = "") -> None:
        """Write a line of data to stdout."""
        self.write(text + "\n")

    def lines(self, lines: Iterable[str]) -> None:
        """Write lines of data to stdout."""
        for line in lines:
            self.line(line)

    def write_bytes(self, content: bytes) -> None:
        """Write UTF-8 data to stdout: byte for byte into a file or pipe, to a terminal with nothing that it acts on."""
        if self.out.isatty() or not hasattr(self.out, "buffer"):
            self.write(signed(content.decode("utf-8-sig").replace("\r\n", "\n")))
            return
        with _arriving():
            self.out.flush()
            self.out.buffer.write(content)

    def flush(self) -> None:
        """Flush stdout."""
        with _arriving():
            self.out.flush()

    def read_line(self, limit: int) -> str:
        """Return a line of input with its end, at most `limit` characters; empty at the end of the input."""
        try:
            line = rest = self.source.readline(limit)
            while len(rest) == limit and not rest.endswith("\n"):
                rest = self.source.readline(limit)
        except OSError:  # the terminal is gone, or another process has taken it
            return ""
        return line

    def message(self, text: str) -> None:
        """Write a line for the person to stderr; ignore a stderr that cannot be written."""
        try:
            self.err.write(text + "\n")
        except BrokenPipeError:
            raise
        except OSError:
            pass

    def messages(self, lines: Iterable[str]) -> None:
        """Write lines for the person to stderr."""
        for line in lines:
            self.message(line)

    def complain(self, trouble: Trouble) -> int:
        """Write what stopped the request and what to do about it; return the exit status."""
        self.message(self.say("debttree: {message}", message=trouble.message))
        if trouble.hint is not None:
            self.hint(trouble.hint)
        return trouble.exit_status

    def hint(self, hint: Message) -> None:
        """Write what to do about it, below a message."""
        self.message("  " + self.say.tell(hint))


@contextlib.contextmanager
def _arriving() -> Iterator[None]:
    """Raise Trouble where data cannot be written; let a closed pipe pass."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise Trouble(msg("Standard output cannot be written: {reason}", reason=reason_of(error))) from None

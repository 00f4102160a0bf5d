"""Asking somebody line by line on plain stdin and stdout: for screen readers, pipes and dumb terminals.

No box, no colour, no cursor movement. Lines are wrapped at the terminal's width; an end of input ends everything
quietly, as the end of a script does.
"""

import shutil
import unicodedata
from collections.abc import Iterable, Sequence

from debttree.cli.session import Session
from debttree.export.wrapping import wrapped
from debttree.locales import Phrases
from debttree.model import Trouble

WIDEST = 78
"""Cells of a line at most: longer ones are hard to follow, on a screen and by ear."""

LONGEST = 20_000
"""Characters of an answer; what is longer was pasted by mistake, and the rest of it is no answer to what follows."""

_NARROWEST = 20


class EndOfInput(Exception):
    """Nobody is there any more."""


class Dialogue:
    """Lines out, lines in."""

    def __init__(self, session: Session, say: Phrases) -> None:
        self._session = session
        self.say = say
        size = shutil.get_terminal_size((WIDEST, 24))
        self.width = max(min(size.columns, WIDEST), _NARROWEST)

    def tell(self, text: str, indent: str = "", first: str | None = None) -> None:
        """A sentence, wrapped."""
        for line in wrapped(text, self.width, indent, first):
            self._session.line(line)

    def tell_lines(self, lines: Iterable[str]) -> None:
        """Lines that are wrapped already."""
        for line in lines:
            self._session.line(line)

    def gap(self) -> None:
        """An empty line."""
        self._session.line()

    def trouble(self, trouble: Trouble) -> None:
        """What could not be done, among the other lines: somebody who listens must not miss it."""
        self.tell(self.say.tell(trouble.message))
        if trouble.hint is not None:
            self.tell(self.say.tell(trouble.hint))

    def ask(self, question: str) -> str:
        """A line of input without its end.

        Raises:
            EndOfInput: there is none.
        """
        *before, last = wrapped(question, self.width - 1)
        self.tell_lines(before)
        self._session.write(last + " ")
        self._session.flush()
        line = self._session.read_line(LONGEST)
        if not line.endswith("\n") or not self._session.source.isatty():
            self.gap()  # a keyboard's Enter ends the line on the screen; nothing else does
        if not line:
            raise EndOfInput
        return line.rstrip("\r\n")

    def ask_key(self, question: str) -> str:
        """A short answer, with full-width letters and signs of an input method taken for plain ones."""
        return unicodedata.normalize("NFKC", self.ask(question)).strip().lower()

    def agree(self, question: str) -> bool:
        """Yes or no; only a clear yes is one."""
        answer = self.ask_key(self.say("{question} y = yes, n = no:", question=question))
        return answer in ("y", "yes", "是", "好")

    def pick(self, question: str, options: Sequence[str]) -> int | None:
        """The index of one of several numbered lines; None where nothing of them was named."""
        for number, option in enumerate(options, 1):
            self.tell(option, "   ", f"{number}. ")
        return number_of(self.ask_key(question), len(options))


def number_of(answer: str, count: int) -> int | None:
    """The index that a typed number from 1 to `count` means, or None."""
    if not (answer.isascii() and answer.isdigit()) or len(answer) > 9:
        return None
    index = int(answer) - 1
    return index if 0 <= index < count else None

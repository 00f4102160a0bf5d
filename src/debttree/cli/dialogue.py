"""A dialogue line by line on plain stdin and stdout, for screen readers, pipes and dumb terminals.

No box, no colour, no cursor movement. Lines are wrapped at the terminal's width; an end of input ends everything
quietly, as the end of a script does.
"""

import shutil
import unicodedata
from collections.abc import Iterable, Sequence

from debttree.cli.pasting import LONGEST_LINE, pasted_behind
from debttree.cli.session import Session
from debttree.export.wrapping import wrapped
from debttree.locales import Phrases
from debttree.model import Trouble, half_width

WIDEST = 78
"""Greatest width of a line in cells; longer ones are hard to follow, on a screen and by ear."""

LONGEST = 20_000
"""Most characters of an answer; a longer one was pasted by mistake, and its rest must not answer later questions."""

_NARROWEST = 20


class EndOfInput(Exception):
    """The input has ended."""


class Dialogue:
    """Writes lines and reads answers."""

    def __init__(self, session: Session, say: Phrases) -> None:
        self._session = session
        self.say = say
        size = shutil.get_terminal_size((WIDEST, 24))
        self._has_ended = False
        self.width = max(min(size.columns, WIDEST), _NARROWEST)

    def tell(self, text: str, indent: str = "", first: str | None = None) -> None:
        """Write a sentence, wrapped at the width of the dialogue.

        Args:
            text: one sentence of clean words.
            indent: what begins each line.
            first: what begins the first line instead.
        """
        self._session.lines(wrapped(text, self.width, indent, first))

    def tell_lines(self, lines: Iterable[str]) -> None:
        """Write lines that are wrapped already."""
        self._session.lines(lines)

    def gap(self) -> None:
        """Write an empty line."""
        self._session.line()

    def trouble(self, trouble: Trouble) -> None:
        """Write what could not be done among the other lines, so that a screen reader speaks it."""
        self.tell(self.say.tell(trouble.message))
        if trouble.hint is not None:
            self.tell(self.say.tell(trouble.hint))

    def ask(self, question: str) -> str:
        """Return a line of input without its end; refuse several lines pasted at once.

        Raises:
            EndOfInput: there is none.
        """
        while True:
            line, *more = self._read(question)
            if not more:
                return line
            self.tell(
                self.say(
                    "Several lines came at once, as when something is pasted. None was taken as an answer."
                )
            )

    def ask_all(self, question: str) -> str:
        """Return the line that is typed, or all lines that are pasted.

        Raises:
            EndOfInput: there is none.
        """
        return "\n".join(self._read(question))

    def _read(self, question: str) -> list[str]:
        """Return the line that answers a question, and the lines that arrived with it from a keyboard."""
        if self._has_ended:
            raise EndOfInput
        *before, last = wrapped(question, self.width - 1)
        self.tell_lines(before)
        self._session.write(last + " ")
        self._session.flush()
        line = self._session.read_line(LONGEST)
        if not line.endswith("\n") or not self._session.source.isatty():
            self.gap()  # a typed Enter ends the line on the screen; piped input does not
        if not line:
            raise EndOfInput
        behind = pasted_behind(self._session.source)
        self._has_ended = behind.ends
        if behind.lines:
            self.gap()
        self._tell_what_is_missing(line)
        return [line.rstrip("\r\n"), *behind.lines]

    def _tell_what_is_missing(self, line: str) -> None:
        """Tell the person where a line was longer than what is read of one."""
        say = self.say
        if len(line) == LONGEST and not line.endswith("\n"):
            self.tell(say("That was too long: only its first {n} characters were read.", n=LONGEST))
        elif (
            self._session.source.isatty() and len(line.rstrip("\n").encode(errors="replace")) >= LONGEST_LINE
        ):
            self.tell(
                say(
                    "A line of this terminal ends at {n} bytes: of a longer one the rest is missing.",
                    n=LONGEST_LINE,
                )
            )

    def ask_key(self, question: str) -> str:
        """Return a short answer in lower case, with full-width letters and signs made plain."""
        return unicodedata.normalize("NFKC", half_width(self.ask(question))).strip().lower()

    def agree(self, question: str) -> bool:
        """Ask, and return whether the answer is a clear yes."""
        answer = self.ask_key(self.say("{question} y = yes, n = no:", question=question))
        return answer in ("y", "yes", "是", "好")

    def pick(self, question: str, options: Sequence[str]) -> int | None:
        """Return the index of one of several numbered lines, or None where the answer names none."""
        for number, option in enumerate(options, 1):
            self.tell(option, "   ", f"{number}. ")
        return number_of(self.ask_key(question), len(options))


def number_of(answer: str, count: int) -> int | None:
    """Return the index, from 0, that a typed number from 1 to `count` means, or None.

    >>> number_of("2", 3), number_of("4", 3), number_of("b", 3)
    (1, None, None)
    """
    if not (answer.isascii() and answer.isdigit()) or len(answer) > 9:
        return None
    index = int(answer) - 1
    return index if 0 <= index < count else None

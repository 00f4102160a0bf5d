"""The person's own editor: which one it is, how it is asked to open a file at a line, and whether it waits."""

import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from debttree.model import Trouble, msg
from debttree.system.programs import DEFAULT_EDITOR, command, words_of

_WITH_COLON = frozenset({"hx", "helix", "zed", "subl"})
_WITH_GOTO = frozenset({"code", "code-insiders", "codium", "vscodium", "cursor"})
_WITH_PLUS = frozenset(
    "vi vim nvim view gvim gview evim ex nano pico emacs emacsclient mg micro kak joe jed ne mcedit gedit kate".split()
)
"""Not ed: Debian's takes +4 for the name of a file."""

_TO_WAIT: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("zed", "subl", "gedit", *_WITH_GOTO), ("--wait", "-w")),
    **dict.fromkeys(("gvim", "gview", "evim"), ("-f", "--nofork")),
    "kate": ("--block", "-b"),
}
"""What editors with a window of their own want to hear in order to come back only when they are done."""

_WAITING = frozenset(
    "vi vim nvim view ex nano pico emacs emacsclient mg micro kak joe jed ne ed mcedit hx helix notepad".split()
)
"""Editors that come back when they are done, because they have the terminal or say so."""

_AT_ONCE = frozenset({"-g", "-n", "--no-wait"})
"""What makes some of them come back at once: a window of its own, or a server that does the work."""

_ONE_THAT_IGNORES_LINES = "busybox"
"""Its vi takes +4 for the name of a file."""


@dataclass(frozen=True, slots=True)
class OwnEditor:
    """An editor as the environment names it.

    Attributes:
        words: the program and what the person gives it.
        name: by which it is known.
        program: the file that was found.
        takes_plus: whether +LINE is a line for it, where editors of that name know it.
    """

    words: tuple[str, ...]
    name: str
    program: str = ""
    takes_plus: bool = True

    @property
    def waits(self) -> bool:
        """Whether it is known to come back only when the person is done."""
        if self.name in _TO_WAIT:
            return True
        return self.name in _WAITING and not _AT_ONCE & set(self.words)

    def opening(self, file: Path, line: int) -> list[str]:
        """Return the command that opens a file at a line; at its beginning where the editor is not known.

        Raises:
            OSError: this system cannot hand it a file of that name.
        """
        return command(self.program or self.words[0], self._words_for(file, line))

    def _words_for(self, file: Path, line: int) -> list[str]:
        wishes = _TO_WAIT.get(self.name, ())
        wait = wishes[:1] if not set(wishes) & set(self.words) else ()
        if self.name in _WITH_GOTO:
            return [*self.words, *wait, "--goto", f"{file}:{line}"]
        if self.name in _WITH_COLON:
            return [*self.words, *wait, f"{file}:{line}"]
        plus = [f"+{line}"] if self.name in _WITH_PLUS and self.takes_plus else []
        return [*self.words, *wait, *plus, str(file)]


def own_editor(environment: Mapping[str, str]) -> OwnEditor:
    """Return the editor that the environment names.

    Raises:
        Trouble: none is named, its name cannot be read, or no such program is there.
    """
    variable = next((name for name in ("VISUAL", "EDITOR") if environment.get(name, "").strip()), None)
    named = environment[variable].strip() if variable else DEFAULT_EDITOR
    if not named:
        raise Trouble(msg("No editor is named."), msg("Set VISUAL or EDITOR, as in: export EDITOR=nano"))
    path = environment.get("PATH")
    found = _found(named, path)
    if found is None:
        raise Trouble(
            msg("There is no editor {name}.", name=named),
            msg(
                "It is named by {variable}. Set it to another one, as in: export EDITOR=nano",
                variable=variable or "EDITOR",
            ),
        )
    words, program = found
    name = Path(words[0]).name
    behind = Path(program).resolve().name  # what `editor` or `vi` leads to; on Windows `notepad.EXE`
    known = name if name in _TO_WAIT or name in _WAITING else behind.partition(".")[0].lower()
    return OwnEditor(words, known, program, takes_plus=behind != _ONE_THAT_IGNORES_LINES)


def _found(named: str, path: str | None) -> tuple[tuple[str, ...], str] | None:
    """Return the words of a command and its program; a path with spaces may stand there without quotes."""
    for words in (*_as_a_shell_would(named), *_with_spaces(named)):
        first = os.path.expanduser(words[0])  # noqa: PTH111 - Path would make vim of ./vim
        program = shutil.which(first, path=path)
        if program is not None:
            return (first, *words[1:]), program
    return None


def _as_a_shell_would(named: str) -> list[list[str]]:
    try:
        words = words_of(named)
    except ValueError:  # a quote that nobody closed
        return []
    return [words] if words and words[0] else []


def _with_spaces(named: str) -> list[list[str]]:
    """Return the ways to take more of it for the program's path, the longest path first."""
    parts = named.split(" ")
    return [[" ".join(parts[:count]), *parts[count:]] for count in range(len(parts), 0, -1)]

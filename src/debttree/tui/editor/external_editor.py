"""Find the person's own editor, how to open a file at a line in it, and whether it returns only when it is closed."""

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
"""Editors that take +LINE. Not ed: Debian's takes +4 for the name of a file."""

_TO_WAIT: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("zed", "subl", "gedit", *_WITH_GOTO), ("--wait", "-w")),
    **dict.fromkeys(("gvim", "gview", "evim"), ("-f", "--nofork")),
    "kate": ("--block", "-b"),
}
"""The options that make editors with their own window return only when the file is closed."""

_WAITING = frozenset(
    "vi vim nvim view ex nano pico emacs emacsclient mg micro kak joe jed ne ed mcedit hx helix notepad".split()
)
"""Editors that return only when they are closed, because they run in the terminal or have such an option."""

_AT_ONCE = frozenset({"-g", "-n", "--no-wait"})
"""Options that make some of them return at once, by opening a window or using a server."""

_ONE_THAT_IGNORES_LINES = "busybox"
"""A program whose vi takes +4 for the name of a file."""


@dataclass(frozen=True, slots=True)
class OwnEditor:
    """An editor named by the environment.

    Attributes:
        words: the program and its arguments.
        name: by which its options are known.
        program: path of the program.
        takes_plus: whether it understands +LINE, if editors of that name do.
    """

    words: tuple[str, ...]
    name: str
    program: str = ""
    takes_plus: bool = True

    @property
    def waits(self) -> bool:
        """Whether it is known to return only when the person has closed it."""
        if self.name in _TO_WAIT:
            return True
        return self.name in _WAITING and not _AT_ONCE & set(self.words)

    def opening(self, file: Path, line: int) -> list[str]:
        """Return the command that opens a file at a line, or at its beginning if the editor is not known.

        Raises:
            OSError: a file of that name cannot be passed to it on this system.
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
        Trouble: none is named, the name cannot be parsed, or there is no such program.
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
    behind = Path(program).resolve().name  # the target of a link such as `vi`; on Windows `notepad.EXE`
    known = name if name in _TO_WAIT or name in _WAITING else behind.partition(".")[0].lower()
    return OwnEditor(words, known, program, takes_plus=behind != _ONE_THAT_IGNORES_LINES)


def _found(named: str, path: str | None) -> tuple[tuple[str, ...], str] | None:
    """Return the words of a command and the path of its program, which may have spaces without quotes."""
    for words in (*_as_a_shell_would(named), *_with_spaces(named)):
        first = os.path.expanduser(words[0])  # noqa: PTH111 - Path would make vim of ./vim
        program = shutil.which(first, path=path)
        if program is not None:
            return (first, *words[1:]), program
    return None


def _as_a_shell_would(named: str) -> list[list[str]]:
    try:
        words = words_of(named)
    except ValueError:  # an unclosed quote
        return []
    return [words] if words and words[0] else []


def _with_spaces(named: str) -> list[list[str]]:
    """Return the ways to split a command after a path with spaces, the longest path first."""
    parts = named.split(" ")
    return [[" ".join(parts[:count]), *parts[count:]] for count in range(len(parts), 0, -1)]

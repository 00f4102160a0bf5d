"""The person's own editor: which one it is, and how it is asked to open a file at a line."""

import shlex
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

from debttree.model import Trouble, msg, reason_of
from debttree.reading import read_bytes

_WITH_COLON = frozenset({"hx", "helix", "zed", "subl"})
_WITH_GOTO = frozenset({"code", "code-insiders", "codium", "vscodium", "cursor"})
_WITH_PLUS = frozenset(
    "vi vim nvim view gvim ex nano pico emacs emacsclient mg micro kak joe jed ne ed mcedit gedit".split()
)


def command(environment: Mapping[str, str], file: Path, line: int) -> list[str]:
    """The command that opens a file at a line; at its beginning where the editor is not known.

    Raises:
        Trouble: no editor is named, or its name cannot be read.
    """
    named = environment.get("VISUAL") or environment.get("EDITOR")
    try:
        words = shlex.split(named or "")
    except ValueError:
        words = []
    if not words:
        raise Trouble(msg("No editor is named."), msg("Set VISUAL or EDITOR, as in: export EDITOR=nano"))
    name = Path(words[0]).name
    if name in _WITH_GOTO:
        wait = [] if "--wait" in words or "-w" in words else ["--wait"]
        return [*words, *wait, "--goto", f"{file}:{line}"]
    if name in _WITH_COLON:
        wait = ["--wait"] if name != "hx" and name != "helix" and "--wait" not in words else []
        return [*words, *wait, f"{file}:{line}"]
    return [*words, *([f"+{line}"] if name in _WITH_PLUS else []), str(file)]


def edited(content: bytes, name: str, line: int, environment: Mapping[str, str]) -> bytes:
    """What the person's editor made of the content, in a file for their eyes alone that is gone afterwards.

    Raises:
        Trouble: there is no editor, it cannot be started, or it failed; the content is as it was.
    """
    editor, *_ = command(environment, Path(name), line)
    try:
        with tempfile.TemporaryDirectory(
            prefix="debttree-", ignore_cleanup_errors=True
        ) as folder:  # its mode is 0700
            file = Path(folder) / f"{name}.toml"
            file.touch(mode=0o600)
            file.write_bytes(content)
            words = command(environment, file, line)
            status = subprocess.run(words, check=False).returncode  # noqa: S603 - the person's own command
            if status:
                raise Trouble(
                    msg("The editor {name} ended with status {status}.", name=editor, status=status),
                    msg("Nothing was changed."),
                )
            return read_bytes(file)
    except OSError as error:
        message = msg("The editor {name} cannot be used: {reason}", name=editor, reason=reason_of(error))
        raise Trouble(message, msg("Nothing was changed.")) from None

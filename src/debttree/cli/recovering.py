"""List stored unsaved edits, and find them by number or name, even if their file is gone."""

import datetime as dt
import os
from collections.abc import Sequence
from pathlib import Path

from debttree.cli.session import ExitStatus, Session
from debttree.cli.table import table
from debttree.model import Trouble, clean_line, command_line, msg, to_json
from debttree.storage.atomic import create_exclusive
from debttree.storage.journal import Unsaved, unsaved
from debttree.storage.naming import named_file


def list_unsaved(form: str, session: Session) -> int:
    """Write a numbered list of all unsaved edits, the newest first, as a table or as JSON."""
    kept = unsaved()
    if form == "json":
        session.write(to_json([_as_data(number, edits) for number, edits in enumerate(kept, 1)]))
    elif not kept:
        session.message(session.say("No unsaved edits are kept."))
    else:
        say = session.say
        heading = (say("Number"), say("Changed"), say("File"), "")
        rows = [_row(number, edits, session) for number, edits in enumerate(kept, 1)]
        session.lines(table([heading, *rows]))
        session.message(
            say("To take up the first: {command}", command=command_line("edit", "--recover", "1"))
        )
    return ExitStatus.DONE


def find_unsaved(which: str) -> Unsaved:
    """Return the unsaved edits of that number in the list, or of a file of that path or name.

    Raises:
        Trouble: there are none, or several files are called so.
    """
    kept = unsaved()
    if which.isdecimal() and 1 <= int(which) <= len(kept):
        return kept[int(which) - 1]
    found = [edits for edits in kept if _is_called(edits.file, which)]
    if len({edits.file for edits in found}) > 1:
        raise Trouble(msg('Edits of several files called "{name}" are kept.', name=which), _SEE_ALL)
    if not found:
        raise Trouble(msg('No unsaved edits of "{name}" are kept.', name=which), _SEE_ALL)
    return found[0]


def write_unsaved(edits: Unsaved, output: str, session: Session) -> int:
    """Put the file with its edits into a new file, or on stdout; they are kept no longer once they are in a file.

    Args:
        edits: the unsaved edits.
        output: the new file, as the person named it.
        session: this run of the command line.

    Raises:
        Trouble: the file is there, or cannot be written; the edits are still kept.
    """
    if output == "-":
        session.write_bytes(edits.content)
        return ExitStatus.DONE
    create_exclusive(named_file(output), edits.content)
    edits.discard()
    session.message(session.say("{file} is written.", file=output))
    return ExitStatus.DONE


def home_of(edits: Unsaved, which: str) -> Path:
    """Return the file that the edits were made in.

    Raises:
        Trouble: it is gone.
    """
    if os.path.lexists(edits.file):
        return edits.file
    again = command_line("edit", "--recover", which)
    raise Trouble(
        msg("{file} is not there any more; its unsaved edits are still kept.", file=str(edits.file)),
        msg(
            "Where it has another name now: {command} FILE   As a new file: {command} -o FILE", command=again
        ),
    )


_SEE_ALL = msg("All that are kept: {command}", command=command_line("edit", "--recover"))


def _is_called(file: Path, which: str) -> bool:
    return which in (file.name, file.stem) or os.path.realpath(which) == str(file)


def _row(number: int, edits: Unsaved, session: Session) -> Sequence[str]:
    say = session.say
    gone = "" if os.path.lexists(edits.file) else say("gone, or called otherwise now")
    return str(number), f"{_last(edits):%Y-%m-%d %H:%M}", clean_line(str(edits.file)), gone


def _last(edits: Unsaved) -> dt.datetime:
    return dt.datetime.fromtimestamp(edits.last).astimezone()


def _as_data(number: int, edits: Unsaved) -> dict[str, object]:
    return {
        "number": number,
        "file": str(edits.file),
        "is_there": os.path.lexists(edits.file),
        "changed": _last(edits).isoformat(timespec="seconds"),
    }

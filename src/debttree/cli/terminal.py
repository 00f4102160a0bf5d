"""Check that there is a terminal that a full-screen program can draw on."""

import codecs
import sys

from debttree.cli.session import Session
from debttree.model import Message, Trouble, msg


def need_terminal(session: Session, without: Message, otherwise: Message) -> None:
    """Check that there is a terminal to draw on; textual draws on stderr.

    Args:
        session: this run of the command line.
        without: what is said where there is none.
        otherwise: what can be done without one.

    Raises:
        Trouble: there is none, or it is set to another encoding than textual reads and writes.
    """
    streams = (sys.stdin, sys.stdout, sys.stderr)
    if session.environment.get("TERM") == "dumb" or not all(stream.isatty() for stream in streams):
        raise Trouble(without, otherwise)
    encoding = sys.stderr.encoding
    if codecs.lookup(encoding).name != "utf-8":
        raise Trouble(
            msg("This terminal is set to {encoding}; a full screen needs UTF-8.", encoding=encoding),
            msg(
                "Where it can show UTF-8, put PYTHONUTF8=1 before the command. {otherwise}",
                otherwise=otherwise,
            ),
        )

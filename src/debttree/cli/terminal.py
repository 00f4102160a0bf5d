"""Whether there is a terminal that a full-screen program can draw on."""

import sys

from debttree.cli.session import Session


def has_terminal(session: Session) -> bool:
    """Whether there is a terminal to draw on; textual draws on stderr."""
    streams = (sys.stdin, sys.stdout, sys.stderr)
    return session.environment.get("TERM") != "dumb" and all(stream.isatty() for stream in streams)

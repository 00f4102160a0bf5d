"""The `debttree` command: reads the arguments, runs one command, and turns trouble into an exit status."""

import os
import sys
from collections.abc import Sequence

from debttree import __version__


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status."""
    arguments = list(sys.argv[1:] if arguments is None else arguments)
    if arguments == ["--version"]:  # pays for nothing
        sys.stdout.write(f"debttree {__version__}\n")
        return 0
    from debttree.cli.session import Status

    try:
        status = _run(arguments)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return Status.INTERRUPTED
    except BrokenPipeError:
        _silence_stdout()
        return Status.DONE
    return status


def _run(arguments: list[str]) -> int:
    from debttree.cli.arguments import parse
    from debttree.model import Trouble

    _make_streams_safe()
    command, options, session = parse(arguments)
    try:
        return command.run(options, session)
    except Trouble as trouble:
        return session.complain(trouble)


def _make_streams_safe() -> None:
    """A character that the terminal cannot show is no reason to crash."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def _silence_stdout() -> None:
    """Whoever read the pipe has gone; Python's own flush at exit must find nothing to complain of."""
    sink = os.open(os.devnull, os.O_WRONLY)
    os.dup2(sink, sys.stdout.fileno())


if __name__ == "__main__":
    sys.exit(main())

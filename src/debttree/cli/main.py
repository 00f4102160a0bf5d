"""The `debttree` command: reads the arguments, runs one command, and turns trouble into an exit status."""

import os
import signal
import sys
import warnings
from collections.abc import Sequence
from types import FrameType

from debttree import __version__


def process() -> int:
    """Run the command line as a process of its own: Ctrl-C may come at any moment, and more than once."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _interrupt)
    if not sys.warnoptions:
        warnings.simplefilter(
            "ignore"
        )  # what a library tells programmers, in words of its own or of a file's
    try:
        return main()
    except KeyboardInterrupt:  # before or after the command
        return 130
    except (
        RuntimeError
    ) as error:  # Python before 3.12 wraps what is raised while a class is being made in one
        if isinstance(error.__cause__, KeyboardInterrupt):
            return 130
        raise


def _interrupt(_number: int, _frame: FrameType | None) -> None:
    """Raise KeyboardInterrupt once; a second Ctrl-C ends the process at once."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    raise KeyboardInterrupt


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status."""
    arguments = list(sys.argv[1:] if arguments is None else arguments)
    _open_closed_streams()
    if arguments == ["--version"]:  # imports nothing else
        return _delivered(0, f"debttree {__version__}\n")
    from debttree.cli.session import ExitStatus

    try:
        status = _run(arguments)
    except KeyboardInterrupt:
        status = ExitStatus.INTERRUPTED
    except BrokenPipeError:
        status = ExitStatus.DONE
    except SystemExit:
        _delivered(ExitStatus.DONE)
        raise
    return _delivered(status)


def _run(arguments: list[str]) -> int:
    from debttree.cli.arguments import parse
    from debttree.model import Trouble

    _make_streams_safe()
    command, options, session = parse(arguments)
    try:
        status = command.run(options, session)
        session.flush()
        return status
    except Trouble as trouble:
        return session.complain(trouble)


def _open_closed_streams() -> None:
    """Open the null device for each stream that the shell closed (`>&-`), where Python has None.

    They are opened in this order so that each gets the number that was closed: no file written later gets it.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115 (as long as we run)


def _make_streams_safe() -> None:
    """Replace what a stream cannot encode or decode, instead of raising an error."""
    for stream, errors in (
        (sys.stdin, "surrogateescape"),
        (sys.stdout, "backslashreplace"),
        (sys.stderr, "backslashreplace"),
    ):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors=errors)


def _delivered(status: int, data: str = "") -> int:
    """Write `data`, flush both streams, and return the exit status.

    Else Python's flush at exit could fail with a traceback.
    """
    for stream, last in ((sys.stdout, data), (sys.stderr, "")):
        try:
            stream.write(last)
            stream.flush()
        except OSError as error:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
            if not isinstance(error, BrokenPipeError):
                status = status or 2
            elif stream is sys.stdout:  # the reader has closed the pipe on purpose
                status = 0
    return status


if __name__ == "__main__":
    sys.exit(process())

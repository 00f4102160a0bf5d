"""The arguments of the command line, in the reader's language."""

import argparse
import datetime as dt
import importlib
import os
from collections.abc import Callable
from typing import NoReturn, Protocol, cast

from debttree import __version__
from debttree.cli.session import Session
from debttree.locales import INTERFACE_LANGUAGES, Phrases, interface_language, phrases
from debttree.model import Trouble, msg


class Command(Protocol):
    """What a module in `cli/commands/` offers."""

    def add_arguments(self, parser: argparse.ArgumentParser, say: Phrases) -> None:
        """Say which arguments the command takes."""

    def run(self, options: argparse.Namespace, session: Session) -> int:
        """Do it; the result is the exit status."""


def commands(say: Phrases) -> dict[str, str]:
    """Every command and its one-line help. A name with `-` is the module with `_`."""
    return {
        "explore": say("open the explorer (what happens without a command)"),
        "walk": say("walk a tree line by line, on plain input and output"),
        "export": say("write the summary of a walk"),
        "check": say("say what is wrong in tree files, and where"),
        "graph": say("write the whole graph: text, mermaid, dot, graphml, json"),
        "trees": say("list the trees that have a name"),
        "new": say("write a first tree, with comments that explain it"),
        "schema": say("write the format as a JSON Schema, for editors"),
    }


DEFAULT_COMMAND = "explore"
"""What `debttree` and `debttree TREE` do."""


def parse(arguments: list[str]) -> tuple[Command, argparse.Namespace, Session]:
    """The command, its options and the session.

    Raises:
        SystemExit: usage is wrong (status 2), or help was asked for (0).
    """
    say = phrases(_language_before_parsing(arguments))
    arguments = _with_command(arguments, list(commands(say)))
    options = _parser(say, arguments).parse_args(arguments)
    session = Session(options.lang, options.now or Session().today, options.private)
    return _command(options.command), options, session


def _command(name: str) -> Command:
    return cast("Command", importlib.import_module(f"debttree.cli.commands.{name.replace('-', '_')}"))


def _language_before_parsing(arguments: list[str]) -> str:
    """Help and usage errors are in the language asked for too."""
    for argument, following in zip(arguments, [*arguments[1:], ""], strict=False):
        if argument == "--lang" and following in INTERFACE_LANGUAGES:
            return following
        if argument.startswith("--lang=") and argument[7:] in INTERFACE_LANGUAGES:
            return argument[7:]
    return interface_language(os.environ)


def _with_command(arguments: list[str], names: list[str]) -> list[str]:
    """`debttree TREE` means the default command."""
    takes_value = {"--lang", "--now"}
    skip = False
    for index, argument in enumerate(arguments):
        if skip:
            skip = False
        elif argument in takes_value:
            skip = True
        elif argument in ("-h", "--help", "--version"):
            return arguments
        elif not argument.startswith("-") or argument == "-":
            if argument in names:
                return arguments
            return [*arguments[:index], DEFAULT_COMMAND, *arguments[index:]]
    return [*arguments, DEFAULT_COMMAND]


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in the reader's language, on stderr, and ends with status 2."""

    def __init__(self, prog: str, say: Phrases, description: str) -> None:
        super().__init__(prog, description=description, add_help=False, allow_abbrev=False)
        self._say = say
        self.add_argument("-h", "--help", action="help", help=say("show this help and leave"))

    def error(self, message: str) -> NoReturn:
        trouble = Trouble(
            msg("{message}", message=message), msg("See `{command} --help`.", command=self.prog)
        )
        Session(self._say.language).complain(trouble)
        raise SystemExit(trouble.exit_status)


def _parser(say: Phrases, arguments: list[str]) -> argparse.ArgumentParser:
    parser = _Parser(prog="debttree", say=say, description=say("Walk, export and edit decision graphs."))
    parser.add_argument(
        "--version", action="version", version=f"debttree {__version__}", help=say("show the version")
    )
    subparsers = parser.add_subparsers(dest="command", metavar=say("COMMAND"), required=True)
    for name, summary in commands(say).items():
        child = subparsers.add_parser(name, help=summary, description=summary, say=say)
        if name in arguments:  # no command pays for another's imports
            _command(name).add_arguments(child, say)
            _add_common(child, say)
    _add_common(parser, say)
    return parser


def _add_common(parser: argparse.ArgumentParser, say: Phrases) -> None:
    """Options of every command; a command's own come first, and before the command they work too."""
    absent = argparse.SUPPRESS if parser.prog != "debttree" else None
    parser.add_argument("--lang", choices=INTERFACE_LANGUAGES, default=absent, help=say("language: zh or en"))
    parser.add_argument(
        "--now", metavar=say("DATE"), type=_day(say), default=absent, help=say("the day to take for today")
    )
    parser.add_argument(
        "--private",
        action="store_true",
        default=absent if absent is argparse.SUPPRESS else False,
        help=say("keep nothing on disk"),
    )


def _day(say: Phrases) -> Callable[[str], dt.date]:
    def day(text: str) -> dt.date:
        try:
            return dt.date.fromisoformat(text)
        except ValueError:
            sentence = say('"{text}" is no date; write it as 2026-11-23', text=text)
            raise argparse.ArgumentTypeError(sentence) from None

    return day

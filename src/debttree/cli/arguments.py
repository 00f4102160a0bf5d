"""The arguments of the command line, in the reader's language."""

import argparse
import datetime as dt
import importlib
import os
from collections.abc import Callable, Iterable
from typing import Any, NoReturn, Protocol, cast

from debttree import __version__
from debttree.cli.argparse_words import argparse_speaks
from debttree.cli.session import Session, own_language
from debttree.locales import (
    INTERFACE_LANGUAGES,
    Phrases,
    interface_language,
    interface_of,
    phrases,
)
from debttree.model import Clock, Trouble, as_tag, did_you_mean, msg
from debttree.storage.library import is_path, trees


class Command(Protocol):
    """The interface of a module in `cli/commands/`."""

    def add_arguments(self, parser: argparse.ArgumentParser, say: Phrases) -> None:
        """Add the arguments of the command."""

    def run(self, options: argparse.Namespace, session: Session) -> int:
        """Run the command and return its exit status."""


def commands(say: Phrases) -> dict[str, str]:
    """Return every command and its one-line help. A name with `-` is the module with `_`."""
    return {
        "explore": say("open the explorer; debttree TREE does the same"),
        "edit": say("edit a tree, full screen; not one byte changes that you did not mean to change"),
        "walk": say("walk a tree line by line, on plain input and output"),
        "export": say("write the summary of a walk"),
        "journeys": say("list, rename, duplicate or delete the walks that are kept"),
        "forget": say("delete everything that is kept about you"),
        "check": say("say what is wrong in tree files, and where"),
        "test": say("walk the stories of trees, and say which no longer hold"),
        "print": say("write the whole tree on paper: for a reviewer, or for a table without a screen"),
        "diff": say("say what changed between two versions of a tree, and what it means for people"),
        "prospects": say("say how far off each harm is at a node, and which choice makes it worse"),
        "paths": say("list the ways there, safest first"),
        "graph": say("write the whole graph: text, mermaid, dot, graphml, json, svg"),
        "texts": say("write the texts of a tree for a translator, and take translations back"),
        "trees": say("list the trees that have a name"),
        "new": say("write a first tree, with comments that explain it"),
        "schema": say("write the format as a JSON Schema, for editors"),
        "rename": say("give a node another id, wherever the file names it"),
        "completion": say(
            "write what makes the Tab key of bash, zsh, fish or PowerShell complete our commands"
        ),
    }


PRINT = "print"
"""The command that shows several languages side by side."""

TEXTS = "texts"
"""The command whose `--lang` is a language to translate into, not one to read."""

DEFAULT_COMMAND = "explore"
"""What `debttree` and `debttree TREE` do."""


def parse(arguments: list[str]) -> tuple[Command, argparse.Namespace, Session]:
    """Return the command, its options and the session.

    Raises:
        SystemExit: usage is wrong (status 2), or help was asked for (0).
    """
    language = _language_before_parsing(_about_the_program(arguments))
    say = phrases(language)
    names = list(commands(say))
    if arguments != (arguments := with_command(arguments, names)):
        _refuse_misspelt_command(arguments, names, Session(language))
    with argparse_speaks(language):
        options = _parser(say, arguments).parse_args(arguments)
    clock = Clock.standing(options.now) if options.now else Clock()
    wanted, _, others = (options.lang or "").partition(",")
    if options.command == TEXTS:
        wanted = language
    session = Session(wanted or None, clock, options.private)
    if others and options.command != PRINT:
        trouble = Trouble(
            msg("Several languages at once are for {command} alone.", command=f"debttree {PRINT}")
        )
        raise SystemExit(session.complain(trouble))
    if any(argument == "" or argument.endswith("=") for argument in arguments):
        _refuse_empty(options, session)
    return _command(options.command), options, session


def _refuse_empty(options: argparse.Namespace, session: Session) -> None:
    """Refuse an option that is given nothing, as by a script whose variable is empty: it was to say something."""
    for argument in arguments_of(options.command, session.say):
        if argument.option_strings and vars(options).get(argument.dest) == "" != argument.default:
            trouble = Trouble(
                msg("Nothing is given to {option}.", option=argument.option_strings[0]),
                msg("Write what it shall be, or leave it out."),
            )
            raise SystemExit(session.complain(trouble))


def _command(name: str) -> Command:
    return cast("Command", importlib.import_module(f"debttree.cli.commands.{name.replace('-', '_')}"))


def _about_the_program(arguments: list[str]) -> list[str]:
    """Return the arguments whose `--lang` is the program's language too: of `texts` those before it alone."""
    index = _place_of_command(arguments)
    return arguments[:index] if arguments[index : index + 1] == [TEXTS] else arguments


def _language_before_parsing(arguments: list[str]) -> str:
    """Return the language that `--lang` asks for, so that help and usage errors are in it too."""
    for argument, following in zip(arguments, [*arguments[1:], ""], strict=False):
        wanted = following if argument == "--lang" else argument.removeprefix("--lang=")
        if wanted != argument and (spoken := interface_of(wanted)):
            return spoken
    return interface_language(own_language(os.environ))


_COMMON_WITH_VALUE = ("--lang", "--now")
_COMMON = (*_COMMON_WITH_VALUE, "--private")


def with_command(arguments: list[str], names: list[str]) -> list[str]:
    """Return the arguments, with the default command inserted if they name none: `debttree TREE`.

    >>> with_command(["--lang", "zh", "my-tree"], ["check", "explore"])
    ['--lang', 'zh', 'explore', 'my-tree']
    """
    index = _place_of_command(arguments)
    if arguments[index : index + 1] and arguments[index] in (*names, "-h", "--help", "--version"):
        return arguments
    return [*arguments[:index], DEFAULT_COMMAND, *arguments[index:]]


def _place_of_command(arguments: list[str]) -> int:
    """Return the place of the first argument that is no option of every command, nor the value of one."""
    index = 0
    while index < len(arguments) and arguments[index].partition("=")[0] in _COMMON:
        index += 2 if arguments[index] in _COMMON_WITH_VALUE else 1
    return index


def _refuse_misspelt_command(arguments: list[str], names: list[str], session: Session) -> None:
    """Refuse a word that is neither a tree nor a path, and that resembles a command or is used as one."""
    name, *more = arguments[arguments.index(DEFAULT_COMMAND) + 1 :] or [""]
    if not name or name.startswith("-") or is_path(name) or name in (known for known, _, _ in trees()):
        return
    near = did_you_mean(name, names)
    if more and not more[0].startswith("-"):  # a word with an argument is no tree
        hint = near or msg("See `{command} --help`.", command="debttree")
        trouble = Trouble(msg('There is no command "{name}".', name=name), hint)
    elif near is not None:
        trouble = Trouble(msg('There is no command and no tree called "{name}".', name=name), near)
    else:
        return
    raise SystemExit(session.complain(trouble))


class _Help(argparse.HelpFormatter):
    """Puts every help text on a line of its own: argparse aligns columns by characters, not by cells."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=6, width=78)


class _Parser(argparse.ArgumentParser):
    """Reports what is wrong in the reader's language, on stderr, and exits with status 2."""

    def __init__(self, prog: str, say: Phrases, description: str, **given: Any) -> None:
        # Newer Pythons pass further arguments (`color` in 3.14), so they are passed on unchanged.
        super().__init__(
            prog, description=description, formatter_class=_Help, add_help=False, allow_abbrev=False, **given
        )
        self._say = say
        self.add_argument("-h", "--help", action="help", help=say("show this help and leave"))

    def error(self, message: str) -> NoReturn:
        """Exit with one message, and a hint where to read on."""
        trouble = Trouble(
            msg("{message}", message=message), msg("See `{command} --help`.", command=self.prog)
        )
        Session(self._say.interface).complain(trouble)
        raise SystemExit(trouble.exit_status)


def _parser(say: Phrases, arguments: list[str]) -> argparse.ArgumentParser:
    parser = _Parser(prog="debttree", say=say, description=say("Walk, export and edit decision graphs."))
    parser.add_argument(
        "--version", action="version", version=f"debttree {__version__}", help=say("show the version")
    )
    subparsers = parser.add_subparsers(dest="command", metavar=say("COMMAND"), required=True)
    asks_for_help = not {"-h", "--help"}.isdisjoint(arguments)
    named = {name: words for name, words in commands(say).items() if name in arguments}
    for name, summary in (commands(say) if asks_for_help or not named else named).items():
        child = subparsers.add_parser(name, help=summary, description=summary, say=say)
        if name in arguments:  # no command loads another's imports
            _command(name).add_arguments(child, say)
            _add_common(child, say)
    _add_common(parser, say)
    return parser


def arguments_of(command: str, say: Phrases) -> list[argparse.Action]:
    """Return the arguments that a command takes, its own and those of every command."""
    parser = _Parser(f"debttree {command}", say, "")
    _command(command).add_arguments(parser, say)
    _add_common(parser, say)
    taken_down = _TakenDown(parser.prog)
    parser.formatter_class = lambda prog: taken_down
    parser.format_usage()
    return taken_down.arguments


class _TakenDown(argparse.HelpFormatter):
    """A formatter that collects arguments: the only public way to list those of a parser."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog)
        self.arguments: list[argparse.Action] = []

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[object],
        prefix: str | None = None,
    ) -> None:
        """Keep the arguments, whatever groups they are in."""
        self.arguments = list(actions)


def _add_common(parser: argparse.ArgumentParser, say: Phrases) -> None:
    """Add the options of every command, which may stand before the command as well."""
    absent = argparse.SUPPRESS if parser.prog != "debttree" else None
    parser.add_argument(
        "--lang",
        metavar=say("LANGUAGE"),
        type=_language(say),
        default=absent,
        help=say("the language to translate into")
        if parser.prog == f"debttree {TEXTS}"
        else say(
            "language of the guide, any that it has; of the program: {languages}",
            languages=", ".join(INTERFACE_LANGUAGES),
        ),
    )
    parser.add_argument(
        "--now", metavar=say("DATE"), type=_day(say), default=absent, help=say("the day to take for today")
    )
    parser.add_argument(
        "--private",
        action="store_true",
        default=absent if absent is argparse.SUPPRESS else False,
        help=say("keep nothing on disk"),
    )


def _language(say: Phrases) -> Callable[[str], str]:
    def language(text: str) -> str:
        names = [as_tag(name) for name in text.split(",")]
        if all(names):
            return ",".join(dict.fromkeys(names))
        raise argparse.ArgumentTypeError(
            say('"{text}" is no language; write it as zh, es or pt-BR', text=text)
        )

    return language


def _day(say: Phrases) -> Callable[[str], dt.date]:
    def day(text: str) -> dt.date:
        try:
            return dt.date.fromisoformat(text)
        except ValueError:
            sentence = say('"{text}" is no date; write it as 2026-11-23', text=text)
            raise argparse.ArgumentTypeError(sentence) from None

    return day
